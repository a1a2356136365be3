//! Every table is a feature, and every feature is a table.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn features_are_the_files_of_tables() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(package.join("Cargo.toml")).expect("the manifest");
    let features = manifest.split_once("\ndefault = []\n").expect("the features").1;
    let features = features.split_once("\n\n").expect("more than features").0;
    let features: BTreeSet<_> =
        features.lines().map(|line| line.strip_suffix(" = []").expect("no dependency")).collect();
    let files = fs::read_dir(package.join("tables")).expect("the tables");
    let names: Vec<_> = files
        .map(|file| file.expect("a file").file_name().into_string().expect("a name"))
        .collect();
    let tables: BTreeSet<_> = names.iter().filter_map(|name| name.strip_suffix(".toml")).collect();
    assert_eq!(features, tables, "Cargo.toml has a feature for each file of tables/");
}

#[test]
#[cfg(feature = "discord-gateway")]
fn a_table_is_an_enum() {
    use close_code::CloseCodeRange;
    use close_code_tables::discord_gateway::DiscordGatewayClose;

    assert_eq!(DiscordGatewayClose::RANGE, 4000..=4999);
    assert!(DiscordGatewayClose::TABLE.len() > 10);
    for row in DiscordGatewayClose::TABLE {
        let close = DiscordGatewayClose::try_from(row.first()).expect("a variant for each row");
        assert_eq!((close.name(), close.code()), (row.name(), row.first()));
    }
}
