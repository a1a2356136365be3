//! The item that the derive stands on, taken apart.
//!
//! A derive macro is only given items that the compiler has parsed, so there is nothing to complain about
//! here, and no need for a library that parses all of Rust: that would be a third of what it costs to
//! build this one.

use core::iter::Peekable;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

use super::site::Site;
use super::tokens::{is_punct, peel, split};

/// A struct, an enum or a union.
pub(super) struct Item {
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: TokenStream,
    /// `struct`, `enum` or `union`.
    pub(super) keyword: Ident,
    pub(super) name: Ident,
    /// What stands between `<` and `>`, cut at the commas, each parameter without its attributes.
    pub(super) generics: Vec<Vec<TokenTree>>,
    /// The `where` clause.
    pub(super) bounds: TokenStream,
    /// The variants of an enum; none for other items.
    pub(super) variants: Vec<Variant>,
}

/// A variant of an enum.
pub(super) struct Variant {
    pub(super) attributes: Vec<Attribute>,
    pub(super) name: Ident,
    /// `(...)` or `{...}`.
    pub(super) payload: Option<Group>,
    /// What stands behind `=`.
    pub(super) discriminant: Vec<TokenTree>,
    /// Where the variant is: at its name.
    pub(super) at: Site,
}

/// What stands in `#[...]`.
pub(super) struct Attribute {
    /// The name, where the path is one.
    pub(super) name: String,
    /// What follows the path: nothing, `(...)`, or `= ...`.
    pub(super) arguments: Vec<TokenTree>,
    pub(super) at: Site,
}

type Trees = Peekable<proc_macro2::token_stream::IntoIter>;

/// Takes an item apart. `None` for what is no item.
pub(super) fn read(input: TokenStream) -> Option<Item> {
    let mut trees = input.into_iter().peekable();
    let attributes = attributes(&mut trees, 0);
    let visibility = visibility(&mut trees);
    let keyword = ident(&mut trees)?;
    let name = ident(&mut trees)?;
    let generics = generics(&mut trees);
    let mut bounds = Vec::new();
    let mut body = None;
    for tree in trees {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => body = Some(group),
            // The fields of a tuple struct stand before its `where` clause.
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {}
            tree if is_punct(&tree, ';') => {}
            tree => bounds.push(tree),
        }
    }
    if bounds.last().is_some_and(|last| is_punct(last, ',')) {
        bounds.pop();
    }
    if bounds.len() == 1 {
        bounds.clear(); // A `where` with no bound behind it is allowed.
    }
    let variants = match body {
        Some(body) if keyword == "enum" => variants(&body),
        _ => Vec::new(),
    };
    let bounds = bounds.into_iter().collect();
    Some(Item { attributes, visibility, keyword, name, generics, bounds, variants })
}

fn variants(body: &Group) -> Vec<Variant> {
    let written = split(body.stream().into_iter().collect());
    let numbered = written.into_iter().filter(|tokens| !tokens.is_empty()).enumerate();
    numbered.filter_map(|(at, tokens)| variant(tokens, at + 1)).collect()
}

fn variant(tokens: Vec<TokenTree>, order: usize) -> Option<Variant> {
    let tokens: TokenStream = tokens.into_iter().collect();
    let mut trees = tokens.into_iter().peekable();
    let attributes = attributes(&mut trees, order);
    // The compiler's grammar has a visibility here, which it refuses later.
    visibility(&mut trees);
    let name = ident(&mut trees)?;
    let payload = trees.next_if(|tree| matches!(tree, TokenTree::Group(_)));
    let payload = match payload {
        Some(TokenTree::Group(group)) => Some(group),
        _ => None,
    };
    trees.next_if(|tree| is_punct(tree, '='));
    let at = Site::at(name.span(), order);
    Some(Variant { attributes, name, payload, discriminant: trees.collect(), at })
}

/// The attributes that stand next, also those that doc comments have become.
fn attributes(trees: &mut Trees, order: usize) -> Vec<Attribute> {
    let mut attributes = Vec::new();
    while trees.next_if(|tree| is_punct(tree, '#')).is_some() {
        let Some(TokenTree::Group(group)) = trees.next() else { break };
        attributes.push(attribute(&group, order));
    }
    attributes
}

fn attribute(group: &Group, order: usize) -> Attribute {
    let mut tokens = peel(group.stream().into_iter().collect()).into_iter().peekable();
    let mut name = String::new();
    while let Some(TokenTree::Ident(ident)) =
        tokens.next_if(|tree| matches!(tree, TokenTree::Ident(_)))
    {
        name.push_str(&ident.to_string());
        while tokens.next_if(|tree| is_punct(tree, ':')).is_some() {
            name.push(':');
        }
    }
    Attribute { name, arguments: tokens.collect(), at: Site::at(group.span(), order) }
}

/// `pub`, `pub(crate)`, or nothing; one that a macro was given is wrapped.
fn visibility(trees: &mut Trees) -> TokenStream {
    let is_wrapped = |tree: &TokenTree| matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::None);
    if let Some(wrapped) = trees.next_if(is_wrapped) {
        return peel(vec![wrapped]).into_iter().collect();
    }
    let is_pub = |tree: &TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "pub");
    let mut visibility: Vec<TokenTree> = trees.next_if(is_pub).into_iter().collect();
    if !visibility.is_empty() {
        let is_path = |tree: &TokenTree| matches!(tree, TokenTree::Group(_));
        visibility.extend(trees.next_if(is_path));
    }
    visibility.into_iter().collect()
}

/// What stands between `<` and its `>`, cut at the commas.
fn generics(trees: &mut Trees) -> Vec<Vec<TokenTree>> {
    let mut parameters = vec![Vec::new()];
    if trees.next_if(|tree| is_punct(tree, '<')).is_none() {
        return Vec::new();
    }
    let (mut depth, mut arrow) = (1_usize, false);
    for tree in trees.by_ref() {
        if is_punct(&tree, '<') {
            depth += 1;
        } else if is_punct(&tree, '>') && !arrow {
            depth -= 1;
        }
        arrow = is_punct(&tree, '-');
        match parameters.last_mut() {
            _ if depth == 0 => break,
            _ if depth == 1 && is_punct(&tree, ',') => parameters.push(Vec::new()),
            Some(parameter) => parameter.push(tree),
            None => break,
        }
    }
    let parameters = parameters.into_iter().map(without_attributes);
    parameters.filter(|parameter| !parameter.is_empty()).collect()
}

fn without_attributes(tokens: Vec<TokenTree>) -> Vec<TokenTree> {
    let tokens: TokenStream = tokens.into_iter().collect();
    let mut trees = tokens.into_iter().peekable();
    attributes(&mut trees, 0);
    trees.collect()
}

/// An identifier, which a macro may have wrapped.
fn ident(trees: &mut Trees) -> Option<Ident> {
    match peel(vec![trees.next()?]).into_iter().next()? {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    }
}

/// The generics for an `impl`, for the type, and the `where` clause.
pub(super) fn generics_of(item: &Item) -> [TokenStream; 3] {
    let bounds = item.bounds.clone();
    if item.generics.is_empty() {
        return [TokenStream::new(), TokenStream::new(), bounds];
    }
    let declared = item.generics.iter().map(|parameter| {
        // An `impl` has no defaults.
        let end = parameter.iter().position(|tree| is_punct(tree, '=')).unwrap_or(parameter.len());
        parameter[..end].iter().cloned().collect::<TokenStream>()
    });
    let used = item.generics.iter().map(|parameter| {
        let is_const = matches!(parameter.first(), Some(TokenTree::Ident(word)) if word == "const");
        let is_lifetime = parameter.first().is_some_and(|tree| is_punct(tree, '\''));
        let (start, end) = match (is_const, is_lifetime) {
            (true, _) => (1, 2),
            (_, true) => (0, 2),
            _ => (0, 1),
        };
        let end = end.min(parameter.len());
        parameter[start.min(end)..end].iter().cloned().collect::<TokenStream>()
    });
    [quote!(<#(#declared),*>), quote!(<#(#used),*>), bounds]
}
