//! What is published: each package builds from itself alone, holds what it should, is small, and works
//! in the programs of other people. All of it offline.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::{env, fs, io};

use close_code_checks::cargo::{command, output};
use close_code_checks::harness::{self, Case};
use close_code_checks::packages::{Package, published};
use close_code_checks::repository::{copy_folder, copy_to, empty, link, root, scratch};

fn main() -> ExitCode {
    let reason = "takes a minute";
    harness::run(&[
        Case { name: "every_package_builds_from_itself_alone", reason, test: build },
        Case { name: "packages_hold_what_they_need_and_no_more", reason, test: contents },
        Case { name: "close_code_is_small", reason, test: size },
        Case { name: "a_program_with_default_features_runs", reason, test: default_features },
        Case { name: "a_program_with_the_derive_runs", reason, test: derive },
        Case { name: "a_program_without_std_and_allocator_builds", reason, test: no_std },
        Case { name: "the_example_with_an_own_table_runs", reason, test: own_table },
        Case { name: "packages_are_the_same_wherever_they_are_made", reason, test: reproducible },
    ])
}

type Packed = (Vec<Package>, PathBuf);

/// The published packages, and the folder in which cargo has packed, unpacked and built them.
fn packed() -> Result<&'static Packed, String> {
    attempt()
        .as_ref()
        .map_err(|_| "there are no packages to look at: see the first test".to_owned())
}

fn build() -> Result<(), String> {
    attempt().as_ref().map(|_| ()).map_err(Clone::clone)
}

fn attempt() -> &'static Result<Packed, String> {
    static PACKED: OnceLock<Result<Packed, String>> = OnceLock::new();
    PACKED.get_or_init(|| {
        let packages = published()?;
        let target = scratch("package")?;
        let mut command = command(root(), &target);
        command.args(["package", "--allow-dirty", "--offline"]);
        command.args(packages.iter().flat_map(|package| ["-p", &package.name]));
        output(command.env("CARGO_HOME", home()?))?;
        Ok((packages, target.join("package")))
    })
}

/// A home for cargo with all that was downloaded and nothing that was unpacked. Cargo unpacks a version of
/// a package once, so it would build a package beside its siblings as an earlier run has packed them.
fn home() -> Result<PathBuf, String> {
    let own = env::var_os("CARGO_HOME").map(PathBuf::from);
    let own = own.or_else(|| Some(env::home_dir()?.join(".cargo"))).ok_or("cargo has no home")?;
    let home = empty("package-home")?;
    fs::create_dir(home.join("registry")).map_err(|error| error.to_string())?;
    for name in ["config.toml", "registry/cache", "registry/index"] {
        let (from, to) = (own.join(name), home.join(name));
        if from.exists() {
            link(&from, &to).map_err(|error| format!("{}: {error}", to.display()))?;
        }
    }
    Ok(home)
}

fn contents() -> Result<(), String> {
    let (packages, folder) = packed()?;
    for package in packages {
        let unpacked = folder.join(format!("{}-{}", package.name, package.version));
        let mut files = Vec::new();
        list(&unpacked, Path::new(""), &mut files).map_err(|error| error.to_string())?;
        for needed in ["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
            if !files.iter().any(|file| file == needed) {
                return Err(format!("{} has no {needed}", package.name));
            }
        }
        let readme = fs::metadata(unpacked.join("README.md")).map_err(|error| error.to_string())?;
        if readme.len() == 0 {
            return Err(format!("the README of {} is empty", package.name));
        }
        let stray = ["tests/", "benches/", "examples/", "target/", "fuzz/"];
        if let Some(file) =
            files.iter().find(|file| stray.iter().any(|stray| file.starts_with(stray)))
        {
            return Err(format!("{} holds {file}, which none of its users needs", package.name));
        }
    }
    Ok(())
}

fn list(folder: &Path, below: &Path, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            list(folder, &path, files)?;
        } else {
            files.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// What everybody downloads.
fn size() -> Result<(), String> {
    let (packages, folder) = packed()?;
    for package in packages {
        let path = folder.join(format!("{}-{}.crate", package.name, package.version));
        let size = fs::metadata(&path).map_err(|error| error.to_string())?.len();
        println!("{}: {size} bytes", package.name);
        if package.name == "close-code" && size > 100_000 {
            return Err(format!("the package of close-code takes {size} bytes, more than 100 kB"));
        }
    }
    Ok(())
}

fn default_features() -> Result<(), String> {
    expect(&downstream("default", &["run"])?, "1006 Abnormal Closure\n")
}

fn derive() -> Result<(), String> {
    let expected =
        "4001 Session expired: reconnect only after a change\n4002 Any other code: not specified\n";
    expect(&downstream("derive", &["run"])?, expected)
}

/// Two libraries: as a person builds it, and as it runs on a device.
fn no_std() -> Result<(), String> {
    downstream("no-std", &["build"])?;
    downstream("no-std", &["build", "--release"]).map(|_| ())
}

fn own_table() -> Result<(), String> {
    let folder = empty("own-table")?;
    copy_folder(&root().join("examples/own-table"), &folder).map_err(|error| error.to_string())?;
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|error| error.to_string())?;
    let mut text: toml_edit::DocumentMut = text.parse().map_err(|error| format!("{error}"))?;
    for (table, name) in
        [("dependencies", "close-code"), ("build-dependencies", "close-code-codegen")]
    {
        let dependency =
            text[table][name].as_inline_table_mut().ok_or("a dependency with a path")?;
        dependency.remove("path").ok_or("the path is there")?;
    }
    fs::write(&manifest, text.to_string()).map_err(|error| error.to_string())?;
    let expected = "\
4001: banned: goodbye
4002: Signed out: sign in first
4042: The player cannot go on: stop
4101: Lobby full: wait 5 to 30 seconds
4150: The lobby has no room at the moment: wait 5 to 30 seconds
1006: Abnormal Closure: reconnect with backoff
";
    expect(&with_packed(&folder, &["run"])?, expected)
}

/// Copies a program of another person's to where no workspace is around it, and runs cargo there.
fn downstream(name: &str, arguments: &[&str]) -> Result<String, String> {
    let folder = empty(&format!("downstream-{name}"))?;
    copy_folder(&root().join("tests/checks/downstream").join(name), &folder)
        .map_err(|error| error.to_string())?;
    with_packed(&folder, arguments)
}

/// Runs cargo in a folder, with the packed packages in the place of those that a registry has.
fn with_packed(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let (packages, packed) = packed()?;
    // Cargo would take the workspace of the repository for that of a package below its target folder.
    let manifest = folder.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|error| error.to_string())?;
    fs::write(&manifest, format!("{text}\n[workspace]\n")).map_err(|error| error.to_string())?;
    let mut command = command(folder, &scratch("downstream")?);
    command.args(arguments).args(["--offline", "--quiet"]);
    for package in packages {
        let path = packed.join(format!("{}-{}", package.name, package.version));
        command.arg("--config");
        command.arg(format!(
            "patch.crates-io.{}.path={:?}",
            package.name,
            path.display().to_string()
        ));
    }
    output(&mut command)
}

fn expect(actual: &str, expected: &str) -> Result<(), String> {
    if actual.replace("\r\n", "\n") == expected {
        return Ok(());
    }
    Err(format!("expected:\n{expected}\nbut it printed:\n{actual}"))
}

/// From two folders, with other times, another locale and another time zone, the same bytes.
fn reproducible() -> Result<(), String> {
    let (packages, _) = packed()?;
    let mut made = Vec::new();
    for (name, locale, zone) in [("one", "C", "UTC"), ("another", "tr_TR.UTF-8", "Pacific/Chatham")]
    {
        let folder = empty(&format!("reproducible-{name}"))?;
        copy_to(&folder)?;
        let target = empty(&format!("reproducible-{name}-target"))?;
        let mut command = command(&folder, &target);
        command.args(["package", "--allow-dirty", "--no-verify", "--offline", "--quiet"]);
        command.args(packages.iter().flat_map(|package| ["-p", &package.name]));
        command.env("LC_ALL", locale).env("TZ", zone);
        output(&mut command)?;
        made.push(target.join("package"));
    }
    for package in packages {
        let file = format!("{}-{}.crate", package.name, package.version);
        let read = |folder: &PathBuf| {
            fs::read(folder.join(&file)).map_err(|error| format!("{file}: {error}"))
        };
        if read(&made[0])? != read(&made[1])? {
            return Err(format!("{file} depends on where or when it was made"));
        }
    }
    Ok(())
}
