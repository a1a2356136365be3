//! Installs what the implementations need, as `tests/interop/foreign` pins it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use libtest_mimic::Failed;

use crate::implementation::{Implementation, Runtime};

/// The folder with the scripts and the pins.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("foreign")
}

/// The Python that has the packages of `requirements.txt`.
fn python() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("foreign/bin/python")
}

/// Python with the system's packages, whatever else is called `python3`.
const SYSTEM_PYTHON: &str = "/usr/bin/python3";

/// The system's Tomcat.
const TOMCAT: &str = "/usr/share/java/tomcat10-embed-core.jar:\
                      /usr/share/java/tomcat10-embed-websocket.jar:\
                      /usr/share/java/tomcat10-annotations-api.jar";

/// Why an implementation cannot run here, if it cannot.
pub(crate) fn missing(implementation: &Implementation) -> Option<String> {
    let runtime = implementation.runtime;
    let binary = matches!(runtime, Runtime::Bun | Runtime::Deno);
    if binary && !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Some("pinned for Linux on x86-64 only".to_owned());
    }
    let (probe, wanted): (&[&str], _) = match runtime {
        Runtime::Node | Runtime::Bun | Runtime::Deno => (&["npm", "--version"], "Node.js with npm"),
        Runtime::Python => (&["python3", "-m", "venv", "--help"], "Python with venv"),
        Runtime::Soup => (
            &[SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Soup', '3.0')"],
            "the Debian packages python3-gi and gir1.2-soup-3.0",
        ),
        Runtime::Firefox => (&["firefox-esr", "--version"], "the Debian package firefox-esr"),
        Runtime::Java => (&["java", "--version"], "a JDK"),
        Runtime::Tomcat => (
            &["java", "-cp", TOMCAT, "org.apache.catalina.util.ServerInfo"],
            "a JDK and the Debian package libtomcat10-embed-java",
        ),
    };
    let mut command = Command::new(probe[0]);
    let status = command.args(&probe[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let runs = status.is_ok_and(|status| status.success());
    (!runs).then(|| format!("needs {wanted}"))
}

/// The command that runs an implementation's script.
pub(crate) fn command(implementation: &Implementation) -> Command {
    let folder = folder();
    let modules = folder.join("node_modules");
    let mut command = match implementation.runtime {
        Runtime::Node => Command::new("node"),
        Runtime::Bun => Command::new(modules.join("@oven/bun-linux-x64/bin/bun")),
        Runtime::Deno => Command::new(modules.join("@deno/linux-x64-glibc/deno")),
        Runtime::Python => Command::new(python()),
        Runtime::Soup | Runtime::Firefox => Command::new(SYSTEM_PYTHON),
        Runtime::Java | Runtime::Tomcat => Command::new("java"),
    };
    match implementation.runtime {
        Runtime::Deno => command.args(["run", "--quiet", "--no-config", "--allow-net"]),
        Runtime::Tomcat => command.args(["-cp", TOMCAT]),
        _ => &mut command,
    };
    command.current_dir(folder).env("PYTHONDONTWRITEBYTECODE", "1").arg(implementation.script[0]);
    command
}

/// Installs what an implementation needs, once for all that need it.
pub(crate) fn install(implementation: &Implementation) -> Result<(), Failed> {
    static NODE: OnceLock<Result<(), String>> = OnceLock::new();
    static PYTHON: OnceLock<Result<(), String>> = OnceLock::new();
    let installed = match implementation.runtime {
        Runtime::Node | Runtime::Bun | Runtime::Deno => NODE.get_or_init(|| {
            let command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"];
            run(Command::new(command[0]).args(&command[1..]))
        }),
        Runtime::Python => PYTHON.get_or_init(|| {
            let python = python();
            let environment = python.parent().and_then(Path::parent).expect("a folder");
            run(Command::new("python3").args(["-m", "venv"]).arg(environment))?;
            let install = ["-m", "pip", "install", "--quiet", "-r"];
            run(Command::new(&python).args(install).arg("requirements.txt"))
        }),
        Runtime::Soup | Runtime::Firefox | Runtime::Java | Runtime::Tomcat => &Ok(()),
    };
    installed.clone().map_err(Failed::from)
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command
        .current_dir(folder())
        .output()
        .map_err(|error| format!("{command:?} does not start: {error}"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr)))
    }
}
