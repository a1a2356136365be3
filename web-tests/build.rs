//! Compiles the table whose texts hold what means something in Rust.

fn main() {
    close_code_codegen::compile("hostile.toml");
}
