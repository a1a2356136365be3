//! Nothing here allocates.

use std::hint::black_box;

use close_code_counts::measured::MEASURED;

/// How often the allocator is asked for memory.
fn allocations(run: impl FnOnce()) -> u64 {
    allocation_counter::measure(run).count_total
}

#[test]
fn no_function_allocates() {
    for (name, measured) in MEASURED {
        assert_eq!(allocations(measured), 0, "{name}");
    }
}

#[test]
fn an_error_and_its_text_take_no_allocation() {
    use close_code::{CloseCode, CloseFrame};
    use std::io::Write as _;

    let mut line = [0; 256];
    let allocated = allocations(|| {
        let unknown = black_box("BadGatway").parse::<CloseCode>();
        let refused = CloseFrame::parse(black_box(b"\x03\xeebye"));
        let mut rest = &mut line[..];
        if let (Err(unknown), Err(refused)) = (unknown, refused) {
            let written = write!(rest, "{unknown}; {refused}");
            assert!(written.is_ok());
        } else {
            panic!("both are wrong");
        }
    });
    assert_eq!(allocated, 0);
}

#[test]
fn an_allocation_is_counted() {
    assert_eq!(allocations(|| drop(black_box(Box::new(black_box(1))))), 1);
}
