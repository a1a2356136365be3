//! Compiles the tables whose features are on, each into a module.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=tables");
    let mut modules = String::new();
    let mut names: Vec<_> = fs::read_dir("tables")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .filter(|name| is_on(name))
        .collect();
    names.sort();
    for name in &names {
        close_code_codegen::compile(format!("tables/{name}.toml"));
        let module = name.replace('-', "_");
        modules += &format!(
            "/// The table `{name}`.\npub mod {module} {{\n    \
             include!(concat!(env!(\"OUT_DIR\"), \"/{name}.rs\"));\n}}\n"
        );
    }
    let Some(out_dir) = env::var_os("OUT_DIR") else { return };
    if let Err(error) = fs::write(Path::new(&out_dir).join("tables-of-features.rs"), modules) {
        println!("cargo::error=cannot write the list of modules: {error}");
    }
}

/// Whether cargo turned the feature of this name on.
fn is_on(name: &str) -> bool {
    let feature = name.to_uppercase().replace('-', "_");
    env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
}
