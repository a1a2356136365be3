//! Small programs with dependencies, to be built.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::child::{Cost, cargo, run};

/// The peers as a manifest names them, in the versions of this package's own.
pub const NUM_ENUM: &str = "num_enum = \"=0.7.6\"\n";
pub const STRUM: &str = "strum = { version = \"=0.28.0\", features = [\"derive\"] }\n";
pub const TUNGSTENITE: &str = "tungstenite = { version = \"=0.30.0\", default-features = false }\n";
pub const HTTP: &str = "http = \"=1.5.0\"\n";

/// The repository that this program is in.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// close-code as a dependency, with these features.
pub fn close_code(features: &[&str]) -> String {
    format!(
        "close-code = {{ path = {:?}, features = {features:?} }}\n",
        root().display().to_string()
    )
}

/// A package with one file and a target folder of its own.
#[derive(Debug)]
pub struct Program {
    pub folder: PathBuf,
    main: PathBuf,
}

impl Program {
    /// Writes it, and fetches what it depends on.
    pub fn new(parent: &Path, name: &str, dependencies: &str, main: &str) -> io::Result<Self> {
        let folder = parent.join(name);
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"subject\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
             [profile.release]\nstrip = true\n[dependencies]\n{dependencies}"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        let path = folder.join("src/main.rs");
        fs::write(&path, main)?;
        run(&mut cargo(&folder, &["fetch", "--quiet"]))?;
        Ok(Self { folder, main: path })
    }

    /// Rebuilds everything.
    pub fn build_all(&self) -> io::Result<Cost> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(target)?;
        }
        self.build(&[])
    }

    /// Rebuilds the file, and its dependencies only if they are missing.
    pub fn build_own(&self) -> io::Result<Cost> {
        fs::File::options()
            .append(true)
            .open(&self.main)?
            .set_modified(std::time::SystemTime::now())?;
        self.build(&[])
    }

    pub fn build(&self, arguments: &[&str]) -> io::Result<Cost> {
        let all = [&["build", "--quiet", "--offline"], arguments].concat();
        run(&mut cargo(&self.folder, &all)).map(|(_, cost)| cost)
    }

    /// The program that was built with optimizations.
    pub fn release(&self) -> PathBuf {
        self.folder.join("target/release/subject")
    }
}
