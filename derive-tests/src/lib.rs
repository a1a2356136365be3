//! Tests of `#[derive(CloseCodeRange)]`, which stand in `tests/`; there is nothing here.
