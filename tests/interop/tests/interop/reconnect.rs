//! How the reconnecting client follows a table's advice.

use std::iter;
use std::time::Duration;

use close_code::{CloseCode, Reconnect};

use crate::examples::reconnect::{FeedClose, advice, delay};

const SECOND: Duration = Duration::from_secs(1);

/// A delay, and how many were taken from the backoff for it.
fn delay_and_steps(advice: Reconnect) -> (Option<Duration>, usize) {
    let mut steps = 0;
    let backoff = || {
        steps += 1;
        SECOND
    };
    let delay = delay(advice, &mut iter::repeat_with(backoff));
    (delay, steps)
}

#[test]
fn each_advice_has_its_delay() {
    assert_eq!(delay_and_steps(Reconnect::Never), (None, 0));
    assert_eq!(delay_and_steps(Reconnect::AfterChange), (None, 0));
    assert_eq!(delay_and_steps(Reconnect::Immediately), (Some(Duration::ZERO), 0));
    assert_eq!(delay_and_steps(Reconnect::Backoff), (Some(SECOND), 1));
    assert_eq!(delay_and_steps(Reconnect::Unspecified), (Some(SECOND), 1));
}

#[test]
fn a_random_delay_is_within_its_limits_and_not_always_the_same() {
    let (min, max) = (5 * SECOND, 30 * SECOND);
    let delays = || delay_and_steps(Reconnect::After { min, max });
    let delays: Vec<_> = iter::repeat_with(delays).take(1000).collect();
    for (delay, steps) in &delays {
        let delay = delay.expect("a delay");
        assert!((min..=max).contains(&delay), "{delay:?}");
        assert_eq!(*steps, 0);
    }
    let shortest = delays.iter().min().expect("a delay");
    let longest = delays.iter().max().expect("a delay");
    assert!(
        shortest.0 < Some(6 * SECOND) && longest.0 > Some(29 * SECOND),
        "{shortest:?} {longest:?}"
    );
}

#[test]
fn the_feeds_own_table_comes_first() {
    assert_eq!(advice(FeedClose::Moved.code()), Reconnect::Immediately);
    assert_eq!(advice(FeedClose::AccountClosed.code()), Reconnect::Never);
    assert_eq!(advice(CloseCode::ABNORMAL_CLOSURE), Reconnect::Backoff);
    assert_eq!(advice(CloseCode::new(4999)), Reconnect::Unspecified);
}
