//! The enum that the derive stands on.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;

use super::argument::{self, Argument, Key};
use super::constant::Constants;
use super::discriminant::Discriminants;
use super::expression::is_path;
use super::item::Item;
use super::site::Site;
use super::tokens::is_punct;
use super::{payload, value, variant};
use crate::model::{At, Draft, DraftHead, DraftRow, Rules};
use crate::nearest::suggestion;
use crate::problem::Problem;

/// The private-use range (RFC 6455 section 7.4.2), which an enum is about unless it says otherwise.
pub(super) const PRIVATE_USE: (u16, u16) = (4000, 4999);

/// What the enum asks for beyond its table.
pub(super) struct Subject {
    /// The path of the runtime crate.
    pub(super) krate: TokenStream,
    /// The codes that the enum is about.
    pub(super) range: (u16, u16),
    /// The range is what was written, so that a code can be outside of it.
    pub(super) has_range: bool,
    /// Every code of the range has to have a variant, asked for at this place.
    pub(super) total: Option<Site>,
    /// The codes that only the compiler knows.
    pub(super) constants: Constants,
    /// For each variant whether its code is its discriminant.
    pub(super) discriminants: Vec<bool>,
    /// For each variant whether it means something else than the registry does.
    pub(super) reassigned: Vec<bool>,
    /// The compiler refuses the enum itself.
    pub(super) refused: bool,
}

/// Lowers the enum. What cannot be lowered is reported, and the draft has what could be.
pub(super) fn lower(item: &Item, problems: &mut Vec<Problem>) -> (Subject, Draft) {
    let name_at = Site::at(item.name.span(), 0);
    let mut subject = Subject {
        krate: krate(),
        range: PRIVATE_USE,
        has_range: true,
        total: None,
        constants: Constants::default(),
        discriminants: Vec::with_capacity(item.variants.len()),
        reassigned: Vec::with_capacity(item.variants.len()),
        refused: false,
    };
    let mut range_at = name_at;
    for argument in argument::of(&item.attributes, problems) {
        subject.argument(argument, &mut range_at, problems);
    }
    if let Some(generic) = item.generics.first() {
        let last = item.generics.last().unwrap_or(generic);
        let at = Site::of(generic, name_at).to(Site::of(last, name_at));
        problems.push(
            Problem::error(at, "an enum of close codes has no generics")
                .help("remove them: a variant carries a `CloseCode` or nothing"),
        );
    }
    if item.variants.is_empty() {
        problems.push(
            Problem::error(name_at, format!("`{}` has no variants", item.name))
                .help("add one, such as `#[close_code(4001)] SessionExpired`"),
        );
    }
    let codes = subject.variants(item, problems);
    let head = subject.head(item, name_at, range_at);
    (subject, Draft { head, ranges: Vec::new(), codes })
}

impl Subject {
    fn head(&self, item: &Item, name_at: Site, range_at: Site) -> DraftHead {
        DraftHead {
            name: At::new(item.name.to_string(), name_at),
            class: None,
            title: None,
            // A doc comment of the enum is prose of any kind, and no text of the table.
            description: None,
            span: self.range,
            span_at: range_at,
            reference: Vec::new(),
            as_of: None,
            keeps_code: false,
            allow: Vec::new(),
            // Asked of the compiler, which knows all codes.
            rules: Rules { total: false, derived: true },
        }
    }

    fn variants(&mut self, item: &Item, problems: &mut Vec<Problem>) -> Vec<DraftRow> {
        let mut discriminants = Discriminants::new(&item.attributes);
        let mut rows = Vec::with_capacity(item.variants.len());
        for variant in &item.variants {
            let lowered =
                variant::lower(variant, &mut discriminants, &mut self.constants, problems);
            // Where there are generics, somebody wants to carry them: that is one mistake.
            let payload = payload::mistake(variant);
            problems.extend(payload.filter(|_| item.generics.is_empty()));
            self.discriminants.push(lowered.discriminant);
            self.reassigned.push(lowered.reassigned);
            self.refused |= lowered.refused;
            rows.push(lowered.row);
        }
        rows
    }

    fn argument(&mut self, argument: Argument, range_at: &mut Site, problems: &mut Vec<Problem>) {
        match argument {
            Argument::Word(key) if key.name == "total" => self.total = Some(key.at),
            Argument::Pair { key, value, at } if key.name == "range" => {
                *range_at = at;
                let range = range(&value, at, problems);
                self.has_range = range.is_some_and(|(first, last)| first <= last);
                self.range = range.unwrap_or(self.range);
            }
            Argument::Pair { key, value, at } if key.name == "crate" => match path(value) {
                Some(path) => self.krate = path,
                None => problems
                    .push(Problem::error(at, "this is not the path of a crate").help(
                        "write `crate = ::close_code` with the name that the crate has here",
                    )),
            },
            Argument::Word(key) | Argument::Pair { key, .. } => problems.push(wrong(&key)),
            Argument::Codes { at, .. } => problems.push(
                Problem::error(at, "codes belong to variants")
                    .help("the codes that the enum is about are `range = 4000..=4999`"),
            ),
        }
    }
}

/// What is wrong with a key that an enum does not have, or not in this form.
fn wrong(key: &Key) -> Problem {
    let name = key.name.as_str();
    let form = match name {
        "total" => Some(("takes no value", "total")),
        "range" => Some(("has no value", "range = 4000..=4999")),
        "crate" => Some(("has no value", "crate = ::close_code")),
        _ => None,
    };
    if let Some((message, right)) = form {
        return Problem::error(key.at, format!("`{name}` {message}"))
            .help(format!("write `{right}`"));
    }
    if variant::is_key(name) {
        return Problem::error(
            key.at,
            format!("`{name}` is a key of a variant, and not of the enum"),
        )
        .help("write it above the variant");
    }
    Problem::error(key.at, format!("unknown key `{name}`"))
        .help(suggestion(name, &["range", "total", "crate"]))
}

/// The range of the enum: two literals, since the size of the lookup depends on it.
fn range(tokens: &[TokenTree], at: Site, problems: &mut Vec<Problem>) -> Option<(u16, u16)> {
    let dots = tokens.windows(2).position(|pair| pair.iter().all(|tree| is_punct(tree, '.')));
    let ends = dots.and_then(|dots| {
        let (equals, last) = tokens[dots + 2..].split_first()?;
        let ends = (value::known(&tokens[..dots])?, value::known(last)?);
        is_punct(equals, '=').then_some(ends)
    });
    let Some((first, last)) = ends else {
        problems.push(
            Problem::error(at, "the range of an enum is two numbers")
                .help("write `range = 4000..=4999`; both ends belong to it"),
        );
        return None;
    };
    let codes = (u16::try_from(first), u16::try_from(last));
    if let (Ok(first), Ok(last)) = codes {
        return Some((first, last));
    }
    let wrong = if codes.0.is_err() { first } else { last };
    problems.push(crate::check::not_a_code(at, &wrong.to_string()));
    None
}

/// The path of the runtime crate, unless the enum gives another.
pub(super) fn krate() -> TokenStream {
    quote!(::close_code)
}

/// A path, resolved where the macro is called.
fn path(tokens: Vec<TokenTree>) -> Option<TokenStream> {
    if !is_path(&tokens) {
        return None;
    }
    let located = tokens.into_iter().map(|mut tree| {
        tree.set_span(Span::call_site().located_at(tree.span()));
        tree
    });
    Some(located.collect())
}
