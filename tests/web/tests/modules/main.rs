//! The generated modules and documents under the real compilers and in Node, compared with the runtime
//! crate; and the schema of tables, compared with the checker.
//!
//! `npm ci` in this folder brings what they need. Without it the tests are ignored, and with
//! `CLOSE_CODE_REQUIRE_ALL=1` they fail.

use std::process::ExitCode;

use close_code_codegen::toml;
use close_code_emitters::docs::Source;
use close_code_emitters::json;
use close_code_emitters::typescript::{self, Behind, Module};
use close_code_web_tests::random;
use libtest_mimic::{Arguments, Failed, Trial};

mod answers;
mod document;
mod guide;
mod npm;
mod schema;
mod site;
mod tools;
mod variants;

use site::{Named, Site};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let missing = tools::missing();
    let required = std::env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let trials = trials().into_iter().map(|(name, test)| {
        let reason = missing.clone();
        let trial = Trial::test(name, move || match reason {
            Some(reason) => Err(Failed::from(reason)),
            None => test(),
        });
        match &missing {
            Some(reason) if !required => trial.with_kind(reason.clone()).with_ignored_flag(true),
            _ => trial,
        }
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

type Test = fn() -> Result<(), Failed>;

fn trials() -> [(&'static str, Test); 21] {
    [
        ("typescript_7_accepts_the_modules", || compile("typescript")),
        ("typescript_5_accepts_the_modules", || compile("typescript-5")),
        ("typescript_users_get_exact_types", uses),
        ("every_code_is_what_the_runtime_crate_says", runtime),
        ("every_code_is_what_its_narrowest_row_says", narrowest),
        ("modules_of_random_tables_say_what_their_narrowest_rows_say", random_tables),
        ("the_comparison_sees_a_single_wrong_answer", comparison),
        ("modules_and_json_hold_the_same_rows", rows),
        ("javascript_is_typescript_without_types", || script("erased.mjs")),
        ("helpers_do_what_they_say", || script("helpers.mjs")),
        ("helpers_work_on_real_sockets", || script("sockets.mjs")),
        ("the_package_is_installed_and_used", package),
        ("delays_are_those_of_the_runtime_crate", delays),
        ("the_guide_to_tables_has_a_client_that_works", guide::client),
        ("the_guide_to_tables_lists_everything", guide::lists),
        ("events_are_described_in_one_line", || script("describe.mjs")),
        ("json_follows_its_schema", || script("schema.mjs")),
        ("editors_say_in_words_what_is_wrong", schema::words),
        ("the_schema_takes_what_the_checker_takes", schema::takes_what_the_checker_takes),
        ("the_schema_finds_what_the_checker_finds", schema::finds_what_the_checker_finds),
        ("bundles_hold_only_what_is_used", || script("shaking.mjs")),
    ]
}

fn compile(compiler: &str) -> Result<(), Failed> {
    let site = Site::shared()?;
    let into = site.path(&format!("compiled-by-{compiler}"));
    tools::tsc(compiler, &site.path("modules.json"), &["--outDir".as_ref(), into.as_os_str()])?;
    tools::tsc(compiler, &site.path("javascript.json"), &[])
}

fn uses() -> Result<(), Failed> {
    let project = Site::shared()?.path("uses.json");
    tools::tsc("typescript", &project, &[])?;
    tools::tsc("typescript-5", &project, &[])
}

fn runtime() -> Result<(), Failed> {
    let site = Site::shared()?;
    let answers = site.write("runtime.answers.json", &answers::of_runtime().to_json())?;
    let [plain, compiled] = site.modules("close-codes")?;
    tools::node("compare.mjs", &[&plain, &answers, &compiled, &answers])
}

fn narrowest() -> Result<(), Failed> {
    let site = Site::shared()?;
    let mut pairs = Vec::new();
    for named in site.tables() {
        let name = format!("{}.answers.json", named.stem);
        let (table, protocol) = (named.table()?, named.protocol()?);
        let answers = answers::of_table(&table, protocol.as_ref(), named.own_only);
        let answers = site.write(&name, &answers.to_json())?;
        // The one in TypeScript is the same with types, as another test finds.
        pairs.extend([site.path(&format!("js/{}.js", named.stem)), answers]);
    }
    tools::node("compare.mjs", &pairs)
}

/// The tables of `tests/agree.rs`: every second module with the protocol's rows, and one in four without anything.
fn random_tables() -> Result<(), Failed> {
    let site = Site::shared()?;
    let built_in = site.tables().iter().find(|named| named.is_built_in()).ok_or("no codes.toml")?;
    let built_in = built_in.table()?;
    let (mut answered, mut rows) = (Vec::new(), Vec::new());
    for seed in 0..200 {
        let table =
            toml::read(&random::table(seed)).map_err(|problems| problems[0].message.clone())?;
        let own_only = seed % 4 == 3;
        let protocol = Some(&built_in).filter(|_| seed % 4 != 1);
        let behind = if own_only { Behind::LeftOut } else { Behind::Included };
        let source = &Source::new("any.toml");
        let module = Module { table: &table, protocol, behind, source };
        let write = |ending, text: &str| site.write(&format!("random/{seed}.{ending}"), text);
        let path = write("js", &typescript::emit_javascript(&module))?;
        let answers = answers::of_table(&table, protocol, own_only).to_json();
        answered.extend([path.clone(), write("answers.json", &answers)?]);
        rows.extend([path, write("json", &json::emit(&table, source))?]);
    }
    tools::node("compare.mjs", &answered)?;
    tools::node("rows.mjs", &rows)
}

fn comparison() -> Result<(), Failed> {
    let site = Site::shared()?;
    let [module, _] = site.modules("close-codes")?;
    let right = answers::of_runtime();
    for wrong in [right.with(1006, "wire", true), right.with(65535, "kind", "Library")] {
        let answers = site.write("wrong.answers.json", &wrong.to_json())?;
        if tools::node("compare.mjs", &[module.as_path(), &answers]).is_ok() {
            return Err(Failed::from("a wrong answer was not seen"));
        }
    }
    Ok(())
}

fn rows() -> Result<(), Failed> {
    let site = Site::shared()?;
    let mut pairs = Vec::new();
    for Named { stem, .. } in site.tables() {
        let json = site.path(&format!("json/{stem}.json"));
        pairs.extend(site.modules(stem)?.into_iter().flat_map(|path| [path, json.clone()]));
    }
    tools::node("rows.mjs", &pairs)
}

fn delays() -> Result<(), Failed> {
    let site = Site::shared()?;
    let delays = site.write("delays.json", &answers::delays().to_string())?;
    let [module, _] = site.modules("close-codes")?;
    tools::node("delays.mjs", &[module, delays])
}

fn package() -> Result<(), Failed> {
    let folder = npm::package(Site::shared()?)?;
    tools::node("package.mjs", &[&folder])
}

fn script(name: &str) -> Result<(), Failed> {
    tools::node(name, &[&Site::shared()?.path("")])
}
