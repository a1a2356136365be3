//! The counts of instructions that the tests compare.

use std::{fs, io};

use crate::program::root;
use crate::table::Table;

/// `counts/counts.txt` as a table.
pub fn tables() -> io::Result<Vec<Table>> {
    let text = fs::read_to_string(root().join("benches/counts/counts.txt"))?;
    let compiler = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default();
    let caption = format!(
        "Instructions per call, including the loop (`round_trip` is almost only the loop); counted by callgrind, {compiler}"
    );
    let mut table = Table::new("counts", caption, &["instructions"], 0);
    for (name, count) in text.lines().filter_map(|line| line.split_once(' ')) {
        if name != "#" {
            table.push(format!("`{name}`"), [count.parse().unwrap_or(f64::NAN)]);
        }
    }
    Ok(vec![table])
}
