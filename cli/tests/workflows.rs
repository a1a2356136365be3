//! What runs in other people's checks: the steps of `action.yml`, the hooks of `.pre-commit-hooks.yaml`, and
//! the snippets of `docs/tables.md`, in the shell in which they will run.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use saphyr::{LoadableYamlNode as _, Yaml};

mod support;

use support::{close_code, folder, texts};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn yaml(text: &str) -> Yaml<'_> {
    Yaml::load_from_str(text).unwrap().remove(0)
}

/// The text of a key.
fn text<'a>(node: &'a Yaml<'_>, key: &str) -> Option<&'a str> {
    node.as_mapping_get(key)?.as_str()
}

/// The pairs of a key, as texts.
fn pairs(node: &Yaml<'_>, key: &str) -> Vec<(String, String)> {
    let mapping = node.as_mapping_get(key).and_then(Yaml::as_mapping);
    let pairs = mapping.into_iter().flatten();
    pairs.map(|(key, value)| (word(key), word(value))).collect()
}

/// The items of a key.
fn items<'a, 'b>(node: &'a Yaml<'b>, key: &str) -> &'a [Yaml<'b>] {
    node.as_mapping_get(key).and_then(Yaml::as_vec).map_or(&[], Vec::as_slice)
}

fn word(node: &Yaml<'_>) -> String {
    node.as_str().unwrap().to_owned()
}

/// The blocks of YAML in the guide, by the name of the file or the service that they are for.
fn snippet(mark: &str) -> String {
    let guide = read("docs/tables.md");
    let mut blocks = guide.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.find(|block| block.contains(mark)).unwrap().to_owned()
}

/// A folder with the table of the guide, and with what is generated from it.
fn fleet(name: &str) -> PathBuf {
    let folder = folder(name);
    let guide = read("docs/tables.md");
    let table = guide.split_once("```toml\n").unwrap().1.split_once("```").unwrap().0;
    fs::write(folder.join("fleet.toml"), table).unwrap();
    for directory in ["web", "docs"] {
        fs::create_dir(folder.join(directory)).unwrap();
    }
    let output = close_code(&folder).args(["generate", "fleet.toml"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    folder
}

/// A shell that finds the command, and a `cargo` that only notes what it is asked for.
fn bash(folder: &Path, script: &str) -> Command {
    let bin = folder.join("bin");
    if !bin.exists() {
        fs::create_dir(&bin).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_close-code"), bin.join("close-code"))
            .unwrap();
        fs::write(bin.join("cargo"), "#!/bin/sh\necho \"cargo $*\"\n").unwrap();
        fs::set_permissions(bin.join("cargo"), fs::Permissions::from_mode(0o755)).unwrap();
    }
    // As GitHub and GitLab start it.
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(folder);
    let path = std::env::var("PATH").unwrap();
    command.env("PATH", format!("{}:{path}", bin.display())).env_remove("TERM");
    command
}

/// Runs the action as GitHub does, until a step fails; gives the outputs of the steps that ran.
fn action(folder: &Path, given: &[(String, String)]) -> Vec<Output> {
    let source = read("action.yml");
    let action = yaml(&source);
    let declared = action.as_mapping_get("inputs").unwrap().as_mapping().unwrap();
    let mut inputs: Vec<(String, String)> = declared
        .iter()
        .map(|(name, input)| (word(name), text(input, "default").unwrap().to_owned()))
        .collect();
    for (name, value) in given {
        let input = inputs.iter_mut().find(|(known, _)| known == name);
        value.clone_into(&mut input.unwrap_or_else(|| panic!("no input `{name}`")).1);
    }
    let input = |name: &str| &inputs.iter().find(|(known, _)| known == name).unwrap().1;
    let runs = action.as_mapping_get("runs").unwrap();
    assert_eq!(text(runs, "using"), Some("composite"));
    let mut outputs = Vec::new();
    for step in items(runs, "steps") {
        assert_eq!(text(step, "shell"), Some("bash"));
        let is_wanted = text(step, "if").is_none_or(|condition| {
            let (name, value) =
                condition.strip_prefix("inputs.").unwrap().split_once(" == ").unwrap();
            input(name) == value.trim_matches('\'')
        });
        if !is_wanted {
            continue;
        }
        let script = text(step, "run").unwrap();
        // A value in the script itself would be read as code.
        assert!(!script.contains("${{"), "{script}");
        let mut command = bash(folder, script);
        command.env("GITHUB_ACTION_PATH", root());
        for (name, value) in pairs(step, "env") {
            let of = value.strip_prefix("${{ inputs.").unwrap().strip_suffix(" }}").unwrap();
            command.env(name, input(of));
        }
        let output = command.output().unwrap();
        let is_fine = output.status.success();
        outputs.push(output);
        if !is_fine {
            break;
        }
    }
    outputs
}

fn inputs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The exit code of the last step that ran, and what it printed.
fn last(outputs: &[Output]) -> (usize, Option<i32>, String) {
    let last = outputs.last().unwrap();
    let (stdout, stderr) = texts(last);
    (outputs.len(), last.status.code(), stdout + &stderr)
}

#[test]
fn the_action_installs_the_command_from_its_own_folder() {
    let outputs = action(&fleet("action-install"), &inputs(&[("tables", "fleet.toml")]));
    let (stdout, _) = texts(&outputs[0]);
    let path = stdout.trim().strip_prefix("cargo install --locked --path ").unwrap();
    let manifest = fs::read_to_string(Path::new(path).join("Cargo.toml")).unwrap();
    assert!(manifest.contains("[[bin]]\nname = \"close-code\""), "{manifest}");
}

#[test]
fn the_action_is_green_for_a_table_in_order() {
    let folder = fleet("action-fine");
    for given in [
        inputs(&[("tables", "fleet.toml")]),
        inputs(&[("tables", "fleet.toml"), ("deny", "warnings")]),
        inputs(&[("tables", "fleet.toml"), ("arguments", "--only typescript")]),
    ] {
        let (steps, code, shown) = last(&action(&folder, &given));
        assert_eq!((steps, code), (3, Some(0)), "{given:?}: {shown}");
    }
}

#[test]
fn the_action_fails_for_what_is_wrong_and_says_where() {
    let folder = fleet("action-wrong");
    let table = fs::read_to_string(folder.join("fleet.toml")).unwrap();
    // A stale document; without that step it is not looked at.
    fs::write(folder.join("web/fleet.ts"), read("docs/close-codes.ts")).unwrap();
    let (steps, code, shown) = last(&action(&folder, &inputs(&[("tables", "fleet.toml")])));
    assert_eq!((steps, code), (3, Some(1)), "{shown}");
    assert!(shown.contains("web/fleet.ts"), "{shown}");
    let only = inputs(&[("tables", "fleet.toml"), ("generate", "false")]);
    assert_eq!(last(&action(&folder, &only)).1, Some(0));
    // A warning, which `deny` makes an error.
    fs::write(folder.join("fleet.toml"), table.replace("allow = [\"override\"]\n", "")).unwrap();
    assert_eq!(last(&action(&folder, &only)).1, Some(0));
    let deny = inputs(&[("tables", "fleet.toml"), ("generate", "false"), ("deny", "override")]);
    let (steps, code, shown) = last(&action(&folder, &deny));
    assert_eq!((steps, code), (2, Some(1)), "{shown}");
    // A mistake, in the second of two tables.
    fs::write(folder.join("second.toml"), table.replace("4002", "4001")).unwrap();
    let two = inputs(&[("tables", "fleet.toml second.toml")]);
    let (steps, code, shown) = last(&action(&folder, &two));
    assert_eq!((steps, code), (2, Some(1)), "{shown}");
    assert!(shown.contains("::error file=second.toml,line="), "{shown}");
}

/// The names of tables come from a workflow, and are no code.
#[test]
fn the_action_runs_no_input() {
    let folder = fleet("action-hostile");
    let hostile = "fleet.toml $(touch ran) `touch ran` ; touch ran";
    for name in ["tables", "arguments", "deny"] {
        let given = inputs(&[("tables", "fleet.toml"), (name, hostile)]);
        let (_, code, shown) = last(&action(&folder, &given));
        assert_eq!(code, Some(2), "{name}: {shown}");
        assert!(!folder.join("ran").exists(), "{name}");
    }
}

#[test]
fn the_guide_uses_the_action() {
    let source = snippet("uses: close-code/");
    let workflow = yaml(&source);
    let steps = items(&workflow, "steps");
    let step = steps.iter().find(|step| text(step, "uses").unwrap().starts_with("close-code/"));
    let outputs = action(&fleet("guide-action"), &pairs(step.unwrap(), "with"));
    assert_eq!(last(&outputs).1, Some(0));
}

#[test]
fn the_guide_has_the_commands_for_other_services() {
    let source = snippet("script:");
    let pipeline = yaml(&source);
    let folder = fleet("guide-commands");
    let script = items(pipeline.as_mapping_get("close-codes").unwrap(), "script");
    assert!(script.len() > 1);
    for command in script {
        let output = bash(&folder, command.as_str().unwrap()).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
}

/// pre-commit appends the names of the files that changed, unless `pass_filenames` forbids it.
#[test]
fn the_guide_uses_the_hooks() {
    let (hooks, config) = (read(".pre-commit-hooks.yaml"), snippet("repos:"));
    let (hooks, config) = (yaml(&hooks), yaml(&config));
    let folder = fleet("guide-hooks");
    let mut ran = 0;
    for used in items(&items(&config, "repos")[0], "hooks") {
        let same = |hook: &&Yaml<'_>| text(hook, "id") == text(used, "id");
        let hook = hooks.as_vec().unwrap().iter().find(same).unwrap();
        assert_eq!(text(hook, "language"), Some("system"));
        let mut command = text(hook, "entry").unwrap().to_owned();
        for argument in items(used, "args") {
            command = format!("{command} {}", argument.as_str().unwrap());
        }
        if hook.as_mapping_get("pass_filenames").is_none() {
            command.push_str(" fleet.toml");
        }
        for (is_fine, table) in [(true, "fleet.toml"), (false, "fixed.toml")] {
            let command = command.replace("fleet.toml", table);
            let wrong = read("docs/tables.md").replace("4002", "4001");
            let wrong = wrong.split_once("```toml\n").unwrap().1.split_once("```").unwrap().0;
            fs::write(folder.join("fixed.toml"), wrong).unwrap();
            let output = bash(&folder, &command).output().unwrap();
            assert_eq!(output.status.success(), is_fine, "{command}: {output:?}");
        }
        ran += 1;
    }
    assert_eq!(ran, hooks.as_vec().unwrap().len(), "the guide shows every hook");
}
