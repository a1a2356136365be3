//! A table of a protocol in use, as a section of the page.

use crate::docs::entry::{self, Entry};
use crate::docs::words;
use crate::html::Application;
use crate::html::card;
use crate::html::ids::{self, Ids};
use crate::html::link::Link;
use close_code_codegen::model::Details;
use close_code_codegen::paragraphs::paragraphs;

/// The section.
pub(super) struct Section<'a> {
    pub(super) id: Option<String>,
    pub(super) title: &'a str,
    /// The title for a list in which every other also ends in "close codes".
    pub(super) short: &'a str,
    pub(super) description: Vec<String>,
    pub(super) as_of: Option<&'a str>,
    pub(super) references: Vec<Link>,
    pub(super) rows: Vec<Row<'a>>,
}

impl<'a> Section<'a> {
    pub(super) fn new(application: &Application<'a>, ids: &mut Ids) -> Self {
        let head = application.table.head();
        let (title, description) = (head.heading(), head.description.as_str());
        let entries = entry::entries(application.table);
        Self {
            id: ids.take(application.id.to_owned()),
            title,
            short: title.strip_suffix(" close codes").unwrap_or(title),
            description: paragraphs(description),
            as_of: head.as_of.as_deref(),
            references: head.reference.iter().map(|text| Link::new(text)).collect(),
            rows: entries.iter().map(|entry| Row::new(entry, application.id, ids)).collect(),
        }
    }
}

/// A row of the section.
pub(super) struct Row<'a> {
    /// `discord-gateway-4004`.
    pub(super) id: Option<String>,
    /// `discord-gateway-authentication-failed`.
    pub(super) slug: Option<String>,
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) codes: String,
    pub(super) name: &'a str,
    pub(super) label: &'a str,
    pub(super) meaning: Option<&'a str>,
    pub(super) description: Vec<String>,
    pub(super) sender: &'static str,
    pub(super) send: String,
    pub(super) reconnect: Option<String>,
    /// What the table only passes on.
    pub(super) details: &'a Details,
}

impl<'a> Row<'a> {
    fn new(entry: &Entry<'a>, table: &str, ids: &mut Ids) -> Self {
        let row = entry.row;
        let codes = entry.codes();
        Self {
            id: ids.take(format!("{table}-{codes}")),
            slug: ids.take(format!("{table}-{}", ids::slug(&row.name))),
            first: entry.first,
            last: entry.last,
            codes: codes.replace('-', "–"),
            name: &row.name,
            label: &row.label,
            meaning: (row.meaning != row.label).then_some(&row.meaning),
            description: paragraphs(row.description()),
            sender: words::sender(entry),
            send: card::send(entry),
            reconnect: words::reconnect(row.reconnect),
            details: &row.details,
        }
    }
}
