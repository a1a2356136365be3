//! A table as a page of Markdown, for people who read it on a code forge.

use core::fmt::Write;

use crate::docs::Source;
use crate::docs::entry::{self, Entry};
use crate::docs::reference;
use crate::docs::words;
use crate::typescript;
use close_code_codegen::escape;
use close_code_codegen::model::{Flags, Head, Table};
use close_code_codegen::paragraphs;

/// The page: a summary, then a section for each row, which has its own address (`#1006-abnormalclosure`).
#[must_use]
pub fn emit(table: &Table, source: &Source) -> String {
    let entries = entry::entries(table);
    let mut page = format!("<!-- {} -->\n\n", comment(&source.notice()));
    head(&mut page, table.head());
    let (codes, ranges): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.is_single());
    summary(&mut page, "Codes", "", &codes);
    let floor = "A code that is not listed above belongs to one of these ranges.\n\n";
    summary(&mut page, "Ranges", floor, &ranges);
    page.push_str(LEGEND);
    page.push_str("## In detail\n");
    for entry in &entries {
        section(&mut page, table, entry);
    }
    page
}

const LEGEND: &str = "\
*On the wire*: may be sent in a Close frame. *Local*: must not be sent, only reported to the application. \
*Script*: `WebSocket.close()` accepts it. *Reconnect*: \"after a change\" means \
only with different credentials or parameters, or to a different address; \"with backoff\" means after random \
delays that grow with each failure.\n\n";

/// A text inside an HTML comment, which ends at `-->`.
fn comment(text: &str) -> String {
    text.replace('>', "&gt;")
}

/// A text of the table. Forges make a link of a mail address even where its sign is escaped, but not across
/// markup.
#[must_use]
pub fn text(written: &str) -> String {
    let escaped = escape::markdown(written);
    let mut parts = escaped.split('@');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_sign = part.starts_with(|c: char| !c.is_whitespace());
        text.extend([if is_sign { "@<!-- -->" } else { "@" }, part]);
    }
    text
}

fn head(page: &mut String, head: &Head) {
    line(page, &format!("# {}\n", text(head.heading())));
    paragraphs(page, &head.description);
    if let Some(as_of) = &head.as_of {
        line(page, &format!("Sources as of {}.\n", text(as_of)));
    }
    for reference in &head.reference {
        line(page, &format!("- {}", link(reference)));
    }
    if !head.reference.is_empty() {
        page.push('\n');
    }
}

fn summary(page: &mut String, title: &str, introduction: &str, entries: &[&Entry<'_>]) {
    if entries.is_empty() {
        return;
    }
    line(page, &format!("## {title}\n"));
    page.push_str(introduction);
    line(page, "| code | name | meaning | on the wire | local | script | sent by | reconnect |");
    line(page, "|---:|---|---|---|---|---|---|---|");
    for entry in entries {
        let cells = [
            format!("[{}](#{})", entry.codes(), anchor(entry)),
            format!("`{}`", entry.row.name),
            text(&entry.row.label),
            words::yes(entry.flags.wire).to_owned(),
            words::yes(entry.flags.local).to_owned(),
            words::yes(entry.flags.script).to_owned(),
            words::sender(entry).to_owned(),
            words::reconnect(entry.row.reconnect).unwrap_or_default(),
        ];
        line(page, &format!("| {} |", cells.join(" | ")));
    }
    page.push('\n');
}

/// The address that forges give to the heading of a section: lower case, and a hyphen for the space.
fn anchor(entry: &Entry<'_>) -> String {
    format!("{}-{}", entry.codes(), entry.row.name.to_lowercase())
}

fn section(page: &mut String, table: &Table, entry: &Entry<'_>) {
    let (row, head, prefix) = (entry.row, table.head(), typescript::prefix(table));
    line(page, &format!("\n### {} {}\n", entry.codes(), row.name));
    line(page, &format!("**{}**\n", text(&row.meaning)));
    paragraphs(page, row.description());
    if let Some(note) = &row.details.deprecated {
        fact(page, "deprecated", &text(note));
    }
    if row.label != row.meaning {
        fact(page, "shown as", &text(&row.label));
    }
    if let Some(class) = &row.class {
        fact(page, "class", &format!("`{class}`"));
    }
    fact(page, "Rust", &format!("`{}::{}`", head.name, row.name));
    if entry.is_single() {
        fact(page, "TypeScript", &format!("`{prefix}Code.{}`", row.constant));
    }
    let Flags { wire, local, script } = entry.flags;
    let (wire, local, script) = (words::yes(wire), words::yes(local), words::yes(script));
    fact(page, "on the wire", &format!("{wire}; local: {local}; script: {script}"));
    fact(page, "sent by", words::sender(entry));
    if let Some(advice) = words::reconnect(row.reconnect) {
        fact(page, "reconnect", &advice);
    }
    if let Some(since) = &row.details.since {
        fact(page, "since", &text(since));
    }
    for (key, value) in &row.details.extra {
        fact(page, &text(key), &text(value));
    }
    let references: Vec<_> = row.reference().into_iter().map(link).collect();
    if !references.is_empty() {
        fact(page, "see", &references.join(", "));
    }
}

/// A text of one paragraph or more: a blank line parts them.
fn paragraphs(page: &mut String, written: &str) {
    for paragraph in paragraphs::paragraphs(written) {
        line(page, &format!("{}\n", text(&paragraph)));
    }
}

fn fact(page: &mut String, name: &str, value: &str) {
    line(page, &format!("- {name}: {value}"));
}

fn link(reference: &str) -> String {
    match reference::address(reference) {
        // An address shows itself; in angle brackets nothing in it is markup.
        Some(address) if address == reference => format!("<{address}>"),
        Some(address) => format!("[{}](<{address}>)", text(reference)),
        None => text(reference),
    }
}

fn line(page: &mut String, line: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(page, "{line}");
}
