//! Since when browsers have what a page needs.

use crate::compat::Api;

/// The matrix: browsers by interfaces.
pub(super) struct Browsers<'a> {
    pub(super) apis: &'a [Api],
    pub(super) lines: Vec<Line<'a>>,
}

/// A browser.
pub(super) struct Line<'a> {
    pub(super) browser: &'a str,
    pub(super) cells: Vec<Cell<'a>>,
}

/// What is known of one interface in one browser.
pub(super) enum Cell<'a> {
    Since(&'a str),
    No,
    Unknown,
}

impl<'a> Browsers<'a> {
    /// `None` if there is nothing to show.
    pub(super) fn new(apis: &'a [Api]) -> Option<Self> {
        let mut names: Vec<&str> = Vec::new();
        for support in apis.iter().flat_map(|api| &api.support) {
            if !names.contains(&support.browser.as_str()) {
                names.push(&support.browser);
            }
        }
        let line =
            |browser| Line { browser, cells: apis.iter().map(|api| cell(api, browser)).collect() };
        (!names.is_empty()).then(|| Self { apis, lines: names.into_iter().map(line).collect() })
    }
}

fn cell<'a>(api: &'a Api, browser: &str) -> Cell<'a> {
    match api.support.iter().find(|support| support.browser == browser) {
        Some(support) => support.version.as_deref().map_or(Cell::No, Cell::Since),
        None => Cell::Unknown,
    }
}
