//! Who can use the packages: with any features, the oldest dependencies, the oldest compiler, and
//! without a change that nobody has seen in the public API.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use close_code_checks::cargo::{command, output, told};
use close_code_checks::harness::{self, Case};
use close_code_checks::packages::{Package, published};
use close_code_checks::repository::{copy_to, empty, root, scratch};
use serde_json::Value;
use toml_edit::{Array, DocumentMut, Item};

fn main() -> ExitCode {
    let reason = "takes a minute";
    harness::run(&[
        Case {
            name: "every_combination_of_features_builds_without_a_warning",
            reason,
            test: features,
        },
        Case { name: "the_public_api_is_as_it_is_listed", reason, test: api },
        Case { name: "no_dependency_asks_for_a_newer_compiler", reason, test: compilers },
        Case { name: "dependencies_can_be_as_old_as_the_manifests_say", reason, test: oldest },
    ])
}

/// The most features of which all sets are built; of more, each alone would take minutes, and they do not
/// know of each other.
const MOST: usize = 4;

/// The power set of the features of each package; of many, none and all.
fn features() -> Result<(), String> {
    let target = scratch("build")?;
    for package in published()? {
        let count = package.features.len();
        let sets: Vec<_> =
            if count > MOST { vec![0, u128::MAX] } else { (0..1 << count).collect() };
        for set in sets {
            let chosen = package.features.iter().enumerate();
            let chosen = chosen.filter(|(at, _)| set >> at & 1 == 1).map(|(_, feature)| &**feature);
            let chosen = chosen.collect::<Vec<_>>().join(",");
            let mut command = command(root(), &target);
            command.args(["check", "--quiet", "--offline", "-p", &package.name]);
            command.args(["--no-default-features", "--features", &chosen]);
            let of = |error| format!("{} with `{chosen}`:\n{error}", package.name);
            // Denying warnings by a flag would build every dependency anew.
            let told = told(&mut command).map_err(of)?;
            if told.contains("warning") {
                return Err(of(told));
            }
        }
    }
    Ok(())
}

/// The listing in `tests/checks/api/`, which `BLESS=1` renews: a change of the API is read in review.
fn api() -> Result<(), String> {
    let target = scratch("build")?;
    for package in published()?.into_iter().filter(has_api) {
        let listing = listing(&package, &target)?;
        let path = root().join("tests/checks/api").join(format!("{}.txt", package.name));
        if env::var_os("BLESS").is_some() {
            fs::write(&path, &listing).map_err(|error| error.to_string())?;
        }
        let listed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if listing != listed {
            return Err(format!(
                "the public API of {} has changed: SEMVER.md says which version that needs, and \
                 BLESS=1 renews {}\n{}",
                package.name,
                path.display(),
                difference(&listed, &listing)
            ));
        }
    }
    Ok(())
}

/// Whether other programs call it: a library that does not say that it is internal.
fn has_api(package: &Package) -> bool {
    matches!(&*package.name, "close-code" | "close-code-codegen" | "close-code-macros")
}

fn listing(package: &Package, target: &Path) -> Result<String, String> {
    let mut command = command(root(), target);
    command.args([
        "rustdoc",
        "--quiet",
        "--offline",
        "--lib",
        "--all-features",
        "-p",
        &package.name,
    ]);
    command.args(["--", "-Zunstable-options", "--output-format=json"]);
    // The listing of items is for nightly compilers; the pinned one is asked for it by this.
    output(command.env("RUSTC_BOOTSTRAP", "1"))?;
    let json = target.join("doc").join(format!("{}.json", package.name.replace('-', "_")));
    let api = public_api::Builder::from_rustdoc_json(json)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(false)
        .build()
        .map_err(|error| format!("{}: {error}", package.name))?;
    Ok(api.items().map(|item| format!("{item}\n")).collect())
}

/// The lines that only one of two texts has.
fn difference(before: &str, after: &str) -> String {
    let lines = |sign: char, text: &str, other: &str| -> String {
        let other: Vec<_> = other.lines().collect();
        text.lines()
            .filter(|line| !other.contains(line))
            .map(|line| format!("{sign} {line}\n"))
            .collect()
    };
    lines('-', before, after) + &lines('+', after, before)
}

/// Every package that a user of ours builds says that it is content with our oldest compiler.
fn compilers() -> Result<(), String> {
    let mut command = command(root(), &scratch("metadata")?);
    command.args(["metadata", "--format-version=1", "--offline", "--all-features"]);
    let metadata: Value =
        serde_json::from_str(&output(&mut command)?).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().ok_or("packages")?;
    let nodes = metadata["resolve"]["nodes"].as_array().ok_or("nodes")?;
    let mut newer = Vec::new();
    for package in published()? {
        let own = version(package.metadata["rust_version"].as_str().ok_or("no rust-version")?);
        for id in closure(&package.metadata["id"], nodes) {
            let dependency = packages.iter().find(|other| other["id"] == *id).ok_or("a package")?;
            let asked = dependency["rust_version"].as_str().map(version);
            if asked > Some(own) {
                newer.push(format!("{} needs {}: {asked:?}", package.name, dependency["name"]));
            }
        }
    }
    if newer.is_empty() { Ok(()) } else { Err(newer.join("\n")) }
}

/// A package and everything that is built for it, tests aside.
fn closure<'a>(id: &'a Value, nodes: &'a [Value]) -> Vec<&'a Value> {
    let mut found = vec![id];
    let mut at = 0;
    while let Some(id) = found.get(at).copied() {
        let node = nodes.iter().find(|node| node["id"] == *id);
        for dependency in node.and_then(|node| node["deps"].as_array()).into_iter().flatten() {
            let kinds = dependency["dep_kinds"].as_array().map(Vec::as_slice).unwrap_or_default();
            if kinds.iter().any(|kind| kind["kind"] != "dev")
                && !found.contains(&&dependency["pkg"])
            {
                found.push(&dependency["pkg"]);
            }
        }
        at += 1;
    }
    found
}

fn version(text: &str) -> (u32, u32, u32) {
    let mut parts = text.split('.').map(|part| part.parse().unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next())
}

/// Builds what other programs compile with every direct dependency at the lowest version that its manifest
/// allows. Needs the registry, for versions that nobody else asks for. The command has a lock file of its
/// own, and the documents' writer is part of it.
fn oldest() -> Result<(), String> {
    let folder = empty("oldest")?;
    copy_to(&folder)?;
    let mut packages = published()?;
    packages.retain(|package| !matches!(&*package.name, "close-code-cli" | "close-code-emitters"));
    alone(&folder, &packages)?;
    let target = scratch("oldest-target")?;
    let cargo = || command(&folder, &target);
    output(
        cargo()
            .args(["update", "--quiet", "-Zdirect-minimal-versions"])
            .env("RUSTC_BOOTSTRAP", "1"),
    )?;
    let mut check = cargo();
    check.args(["check", "--quiet", "--all-features"]);
    check.args(packages.iter().flat_map(|package| ["-p", &package.name]));
    output(&mut check).map(|_| ())
}

/// Leaves only the published packages in a copy of the workspace, without what their tests depend on.
fn alone(folder: &Path, packages: &[Package]) -> Result<(), String> {
    let members = packages.iter().filter_map(|package| package.folder.strip_prefix(root()).ok());
    let members: Vec<_> = members.filter_map(Path::to_str).collect();
    for member in &members {
        let path = folder.join(member).join("Cargo.toml");
        let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
        let mut manifest: DocumentMut = text.parse().map_err(|error| format!("{error}"))?;
        manifest.remove("dev-dependencies");
        for kind in ["bench", "example", "test"] {
            manifest.remove(kind);
        }
        if let Some(workspace) = manifest.get_mut("workspace").and_then(Item::as_table_mut) {
            let others = members.iter().filter(|member| !member.is_empty());
            workspace.insert("members", others.copied().collect::<Array>().into());
            workspace.remove("default-members");
        }
        fs::write(&path, manifest.to_string()).map_err(|error| error.to_string())?;
    }
    Ok(())
}
