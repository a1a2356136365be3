//! Generates `LobbyClose` from `codes.toml`.

fn main() {
    close_code_codegen::compile("codes.toml");
}
