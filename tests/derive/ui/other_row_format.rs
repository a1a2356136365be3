//! Rows of another format are refused by name.

#[derive(Clone, Copy)]
pub enum ChatClose {}

close_code::__table! {
    v2 "close-code-codegen 0.2.0"
    { pub } ChatClose in 0..=65535 by match;
}

fn main() {}
