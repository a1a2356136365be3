//! What the manifests, the documents for people and the workflow say agrees, and is complete.

use std::fs;

use close_code_checks::packages::{Package, published};
use close_code_checks::repository::root;
use serde_json::Value;
use toml_edit::DocumentMut;

#[test]
fn every_package_says_what_a_registry_shows() {
    for package in packages() {
        let Package { name, metadata, folder, .. } = &package;
        for key in [
            "description",
            "license",
            "repository",
            "homepage",
            "readme",
            "rust_version",
            "documentation",
        ] {
            assert!(
                metadata[key].as_str().is_some_and(|text| !text.is_empty()),
                "{name} has no {key}"
            );
        }
        for (key, most) in [("keywords", 5), ("categories", 5)] {
            let words = metadata[key].as_array().expect("a list");
            assert!((2..=most).contains(&words.len()), "{name} has {} {key}", words.len());
        }
        for word in metadata["keywords"].as_array().expect("a list") {
            let word = word.as_str().expect("a word");
            let is_right = |c: char| c.is_ascii_alphanumeric() || "_-+".contains(c);
            assert!(
                word.len() <= 20 && word.chars().all(is_right),
                "{name}: `{word}` is no keyword"
            );
        }
        let description = metadata["description"].as_str().expect("a text");
        assert!(!description.ends_with('.') && description.len() < 200, "{name}: {description}");
        let manifest = manifest(&package);
        let included = manifest["package"]["include"].as_array().expect("a list of what is packed");
        assert!(
            included.iter().all(|path| path.as_str().is_some_and(|path| path.starts_with('/'))),
            "{name}"
        );
        assert!(
            folder.join("LICENSE-MIT").exists() && folder.join("LICENSE-APACHE").exists(),
            "{name}"
        );
        assert_eq!(
            manifest["lints"]["workspace"].as_bool(),
            Some(true),
            "{name} has lints of its own"
        );
    }
}

/// Generated code and the runtime crate know each other's insides.
#[test]
fn siblings_are_pinned_to_one_version() {
    let packages = packages();
    let names: Vec<_> = packages.iter().map(|package| package.name.as_str()).collect();
    for package in &packages {
        assert_eq!(package.version, packages[0].version, "{}", package.name);
        for dependency in package.metadata["dependencies"].as_array().expect("a list") {
            let name = dependency["name"].as_str().expect("a name");
            if names.contains(&name) && dependency["kind"] != "dev" {
                assert_eq!(
                    dependency["req"],
                    format!("={}", package.version),
                    "{} on {name}",
                    package.name
                );
            }
        }
    }
}

/// The build of every user is short because these are not in it.
#[test]
fn the_build_path_has_no_heavy_dependency() {
    let codegen = packages().into_iter().find(|package| package.name == "close-code-codegen");
    let codegen = codegen.expect("the generator");
    let optional = codegen.metadata["dependencies"].as_array().expect("a list").iter();
    let required: Vec<_> = optional
        .filter(|dependency| dependency["optional"] == false && dependency["kind"].is_null())
        .map(|dependency| dependency["name"].as_str().expect("a name"))
        .collect();
    assert_eq!(required, ["toml"], "documents and tokens are in packages of their own");
}

/// The documents that a visitor of the repository reads.
const DOCUMENTS: [&str; 13] = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "SEMVER.md",
    "cli/README.md",
    "codegen/README.md",
    "docs/existing-enums.md",
    "docs/interop.md",
    "docs/tables.md",
    "emitters/README.md",
    "npm/README.md",
    "tables-rs/README.md",
];

#[test]
fn links_in_the_documents_lead_somewhere() {
    for document in DOCUMENTS {
        let file = root().join(document);
        let folder = file.parent().expect("a folder");
        let text = read(document);
        for event in pulldown_cmark::Parser::new(&text) {
            let pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { dest_url, .. }) = event
            else {
                continue;
            };
            let path = dest_url.split('#').next().unwrap_or_default();
            assert!(
                path.is_empty() || path.starts_with("https://") || folder.join(path).exists(),
                "{document} links to {dest_url}, which is not there"
            );
        }
    }
}

#[test]
fn commands_in_the_documents_name_what_exists() {
    let members = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .output()
        .expect("cargo runs");
    let members: Value = serde_json::from_slice(&members.stdout).expect("cargo writes JSON");
    let members = members["packages"].as_array().expect("a list");
    let is_member = |name: &str| members.iter().any(|package| package["name"] == name);
    let mut seen = 0;
    for document in DOCUMENTS {
        let text = read(document);
        let words: Vec<_> = text.split_whitespace().collect();
        for pair in words.windows(2) {
            let value = pair[1].trim_end_matches(['`', ',', '.', ';', ')', '(']);
            let exists = match pair[0] {
                "-p" => is_member(value),
                "--manifest-path" | "--prefix" | "--path" => root().join(value).exists(),
                _ => continue,
            };
            seen += 1;
            assert!(exists, "{document}: there is no `{} {value}`", pair[0]);
        }
    }
    assert!(seen > 10, "the documents show commands");
}

#[test]
fn the_oldest_compiler_is_the_same_everywhere() {
    let packages = packages();
    let oldest = packages[0].metadata["rust_version"].as_str().expect("a version").to_owned();
    for package in &packages {
        assert_eq!(package.metadata["rust_version"], Value::from(&*oldest), "{}", package.name);
    }
    let workflow = read(".github/workflows/ci.yml");
    assert!(workflow.contains(&format!("MSRV: \"{oldest}\"")), "the workflow builds with {oldest}");
    let readme = read("README.md");
    assert!(readme.contains(&format!("Rust {oldest}")), "the README names Rust {oldest}");
    // Clippy takes it from the manifest; a file of its own would be one more place.
    for name in ["clippy.toml", ".clippy.toml"] {
        assert!(!root().join(name).exists(), "{name} repeats what Cargo.toml says");
    }
}

#[test]
fn one_job_of_the_workflow_waits_for_all_others() {
    let workflow = read(".github/workflows/ci.yml");
    let jobs = workflow.split_once("\njobs:\n").expect("jobs").1;
    let names = jobs.lines().filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'));
    let mut names: Vec<_> = names.filter(|name| !name.starts_with([' ', '#'])).collect();
    assert_eq!(names.pop(), Some("all-green"));
    let needs = jobs.lines().find_map(|line| line.trim().strip_prefix("needs: ["));
    let needs = needs.expect("a list").trim_end_matches(']');
    assert_eq!(needs.split(", ").collect::<Vec<_>>(), names);
    for word in ["ubuntu-", "macos-", "windows-", "stable", "beta", ".ci/run"] {
        assert!(workflow.contains(word), "the workflow lacks {word}");
    }
}

/// What cargo-deny is told to refuse is refused in what is locked, also if cargo-deny is not there.
#[test]
fn every_locked_package_comes_from_the_registry() {
    for name in ["Cargo.lock", "fuzz/Cargo.lock"] {
        let lock: DocumentMut = read(name).parse().expect("TOML");
        let packages = lock["package"].as_array_of_tables().expect("packages");
        for package in packages {
            let source = package.get("source").and_then(|source| source.as_str());
            let known = "registry+https://github.com/rust-lang/crates.io-index";
            assert!(source.is_none_or(|source| source == known), "{name}: {package}");
        }
    }
}

#[test]
fn what_a_run_installs_has_a_version() {
    let mut seen = [0; 3];
    for name in [".ci/run", ".github/workflows/ci.yml", ".github/workflows/drift.yml", "action.yml"]
    {
        for line in read(name).lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let says = format!("{name}: {line}");
            if let Some((_, action)) = line.split_once("uses: ") {
                seen[0] += 1;
                let revision = action.split(['@', ' ']).nth(1).unwrap_or_default();
                let is_commit = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
                assert!(revision.len() == 40 && is_commit(revision), "{says}");
            }
            if line.contains("cargo install ") {
                seen[1] += 1;
                assert!(line.contains(" --version ") || line.contains(" --path "), "{says}");
            }
            let is_run = |word: &str| line.contains(&format!("cargo {word} "));
            let words = ["build", "clippy", "deny", "doc", "fetch", "install", "run", "test"];
            if words.into_iter().any(is_run) {
                seen[2] += 1;
                assert!(line.contains(" --locked "), "{says}");
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 2), "{seen:?}");
}

/// Of the lock files only that of the measurements stays behind: its document says what was measured.
#[test]
fn the_update_bot_knows_every_lock_file() {
    let files = std::process::Command::new("git")
        .args(["ls-files", "*Cargo.lock", "*package-lock.json", "*requirements.txt"])
        .current_dir(root())
        .output()
        .expect("git runs");
    let files = String::from_utf8(files.stdout).expect("names");
    let bot = read(".github/dependabot.yml");
    let folders: Vec<_> = files
        .lines()
        .map(|file| file.rsplit_once('/').map_or("", |(folder, _)| folder))
        .filter(|folder| *folder != "benches")
        .collect();
    assert!(folders.len() > 3, "{files}");
    for folder in folders {
        let is_there = |line: &str| {
            line.split_once("director").is_some_and(|(_, folders)| {
                folders.split([' ', ',', '[', ']']).any(|word| word == format!("/{folder}"))
            })
        };
        assert!(bot.lines().any(is_there), "/{folder}");
    }
}

/// Whoever installs the command or builds with the crates compiles each package that hashes once.
#[test]
fn what_is_published_has_one_version_of_each_hash() {
    let mut command = std::process::Command::new(env!("CARGO"));
    command.args(["tree", "--locked", "--edges=normal,build", "--prefix=none", "--format={p}"]);
    for package in packages() {
        command.args(["-p", &package.name]);
    }
    let output = command.current_dir(root()).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("names");
    for name in ["sha1", "sha2", "digest", "block-buffer", "crypto-common", "cpufeatures"] {
        let versions: std::collections::BTreeSet<_> =
            tree.lines().filter_map(|line| line.strip_prefix(name)?.split(' ').nth(1)).collect();
        assert_eq!(versions.len(), 1, "{name}: {versions:?}");
    }
}

fn packages() -> Vec<Package> {
    let packages = published().expect("cargo reads the workspace");
    assert!(packages.len() >= 4, "the packages are there");
    packages
}

fn manifest(package: &Package) -> DocumentMut {
    let text = fs::read_to_string(package.folder.join("Cargo.toml")).expect("the manifest");
    text.parse().expect("TOML")
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("the file is there").replace("\r\n", "\n")
}
