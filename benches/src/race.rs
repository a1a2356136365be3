//! Functions that do the same, measured in turn.

use std::time::Instant;

/// A function with its name, which goes once through all inputs.
pub struct Runner<'a> {
    pub name: &'static str,
    pub run: Box<dyn FnMut() + 'a>,
}

/// A function in a loop over `$inputs`; neither its input nor its result is known to the compiler.
#[macro_export]
macro_rules! runner {
    ($name:expr, $inputs:expr, |$input:pat_param| $body:expr) => {{
        let inputs = $inputs;
        $crate::race::Runner {
            name: $name,
            run: Box::new(move || {
                for input in inputs {
                    let $input = std::hint::black_box(*input);
                    let _ = std::hint::black_box($body);
                }
            }),
        }
    }};
}

/// Runs all of them in turn, `rounds` times, and returns the least nanoseconds of each for one of `inputs`.
///
/// The least, because whatever else the machine does only ever adds to it.
pub fn race(mut runners: Vec<Runner<'_>>, inputs: usize, rounds: usize) -> Vec<f64> {
    let mut least = vec![f64::INFINITY; runners.len()];
    for runner in &mut runners {
        (runner.run)();
    }
    for _ in 0..rounds {
        for (runner, least) in runners.iter_mut().zip(&mut least) {
            let start = Instant::now();
            (runner.run)();
            *least = start.elapsed().as_secs_f64().min(*least);
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "a few thousand inputs")]
    least.into_iter().map(|seconds| seconds * 1e9 / inputs as f64).collect()
}
