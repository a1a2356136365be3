//! The match that generated code hands over has no wildcard inside the table's span: a code without a row
//! does not compile.

#[derive(Clone, Copy)]
pub enum ChatClose {
    Low,
    High,
}

close_code::__table! {
    v1 "close-code-codegen 0.1.0"
    impl { pub } ChatClose in 0..=65535 by match;
    class none;
    make { from_code }
    rows {
        0 Low = range(0, 4000, "Low", "LOW", "Low");
        1 High = range(4002, 65535, "High", "HIGH", "High");
    }
    match { 0..=4000 => Low, 4002..=65535 => High, }
}

fn main() {}
