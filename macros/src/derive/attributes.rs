//! `#[close_code(...)]`, read argument by argument, so that a mistake in one hides none in the next.

use close_code_codegen::model::Span;
use close_code_codegen::naming;
use close_code_codegen::problem::Problem;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Expr, Ident, MacroDelimiter, Meta, Token, token};

use super::context::Context;
use super::number::{self, Codes};
use super::{keys, limits};

/// One argument.
pub(super) enum Argument {
    /// `rest`, `local`, or a constant in small letters.
    Word(Key, Ident),
    /// `reconnect = "never"`.
    Pair { key: Key, value: TokenStream, at: Span },
    /// `skip(Display, From)`.
    List { key: Key, items: Vec<Item> },
    /// `4001`, `4100..=4199`, `BASE + 1`.
    Codes { codes: Box<Codes>, at: Span },
}

/// What is between two commas of a list.
pub(super) struct Item {
    pub(super) tokens: TokenStream,
    pub(super) at: Span,
}

/// The word that says what an argument is about.
#[derive(Clone)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) at: Span,
}

/// The arguments of all attributes of that name.
pub(super) fn read(name: &str, attributes: &[Attribute], context: &mut Context) -> Vec<Argument> {
    let mut arguments = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        let at = context.at(attribute.bracket_token.span.join());
        let tokens = match &attribute.meta {
            Meta::List(list) if matches!(list.delimiter, MacroDelimiter::Paren(_)) => &list.tokens,
            _ => {
                context.error(
                    at,
                    format!("`{name}` takes its arguments in parentheses"),
                    format!("write `#[{name}(4001)]`"),
                );
                continue;
            }
        };
        if let Some(span) = limits::exceeded(tokens) {
            limits::too_long(span, "an attribute", context);
            continue;
        }
        let read = |input: ParseStream<'_>| {
            all(input, at, &mut arguments, context);
            Ok(())
        };
        // `all` reads to the end whatever is wrong.
        let _ = read.parse2(tokens.clone());
    }
    no_duplicates(&arguments, context);
    arguments
}

fn all(input: ParseStream<'_>, whole: Span, arguments: &mut Vec<Argument>, context: &mut Context) {
    while !input.is_empty() {
        if input.peek(Token![,]) {
            context.error(whole, "empty argument", "remove one of the two commas");
        } else {
            arguments.extend(argument(input, whole, context));
        }
        // What is left of an argument with a mistake has been reported with it.
        let _ = until_comma(input);
        let _ = input.parse::<Option<Token![,]>>();
    }
}

fn argument(input: ParseStream<'_>, whole: Span, context: &mut Context) -> Option<Argument> {
    let begin = input.fork();
    if input.peek(Ident::peek_any) {
        let is_pair = input.peek2(Token![=]) && !input.peek2(Token![==]);
        let ahead = input.fork();
        let word = ahead.call(Ident::parse_any).ok()?;
        let name = word.to_string();
        if is_pair {
            let key = Key { at: context.at(word.span()), name };
            let _ = input.call(Ident::parse_any).and_then(|_| input.parse::<Token![=]>());
            return pair(key, input, &begin, whole, context);
        }
        let is_word = name.contains(char::is_lowercase);
        if is_word && (ahead.is_empty() || ahead.peek(Token![,])) {
            return Some(Argument::Word(Key { at: context.at(word.span()), name }, word));
        }
        if keys::LISTS.contains(&&*name) && ahead.peek(token::Paren) {
            let key = Key { at: context.at(word.span()), name };
            let Ok(TokenTree::Group(group)) = ahead.parse() else { return None };
            let _ = until_comma(input);
            return Some(Argument::List { items: list_items(&group, key.at, context), key });
        }
    }
    let codes = Codes::parse(input).filter(|_| input.is_empty() || input.peek(Token![,]));
    let tokens = until_comma(&begin);
    let at = context.of(&tokens, whole);
    match codes {
        Some(codes) => Some(Argument::Codes { codes: Box::new(codes), at }),
        None => {
            number::mistake(tokens, at, context);
            None
        }
    }
}

/// What follows `key =`.
fn pair(
    key: Key,
    input: ParseStream<'_>,
    begin: ParseStream<'_>,
    whole: Span,
    context: &mut Context,
) -> Option<Argument> {
    // The only value that can have a comma of its own is a type with generics.
    let ahead = input.fork();
    let is_type = key.name == "error" && ahead.parse::<syn::Type>().is_ok();
    let value = if is_type {
        input.parse::<syn::Type>().ok()?.into_token_stream()
    } else {
        until_comma(input)
    };
    if value.is_empty() {
        let at = context.of(&until_comma(begin), whole);
        let name = &key.name;
        context.error(at, format!("`{name}` has no value"), format!("write `{name} = \"...\"`"));
        return None;
    }
    let at = context.of(&value, whole);
    Some(Argument::Pair { key, value, at })
}

/// The items of a list; an empty list is a mistake.
fn list_items(group: &Group, at: Span, context: &mut Context) -> Vec<Item> {
    let mut items = Vec::new();
    let read = |input: ParseStream<'_>| {
        while !input.is_empty() {
            let tokens = until_comma(input);
            let at = context.of(&tokens, at);
            items.push(Item { tokens, at });
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(())
    };
    let _ = read.parse2(group.stream());
    if items.is_empty() {
        context.error(at, "empty list", "add an item, or remove the list");
    }
    items
}

/// The tokens up to the next comma, or the end.
pub(super) fn until_comma(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        let Ok(token) = input.parse::<TokenTree>() else { break };
        token.to_tokens(&mut tokens);
    }
    tokens
}

/// Reports keys that appear twice.
fn no_duplicates(arguments: &[Argument], context: &mut Context) {
    let mut seen = std::collections::HashSet::new();
    for argument in arguments {
        let (Argument::Word(key, _) | Argument::Pair { key, .. } | Argument::List { key, .. }) =
            argument
        else {
            continue;
        };
        if !seen.insert(&key.name) {
            context.error(key.at, format!("duplicate `{}`", key.name), "keep one of the two");
        }
    }
}

/// Adds to what is said of a lone word how a constant of that name is written.
pub(super) fn or_constant(word: &Key, problems: &mut [Problem]) {
    let name = &word.name;
    for help in problems.iter_mut().filter_map(|problem| problem.help.as_mut()) {
        if !naming::is_keyword(name) {
            let (said, end) = help.strip_suffix('?').map_or((&**help, ""), |said| (said, "?"));
            *help = format!("{said}, or `{{ {name} }}` for a constant{end}");
        }
    }
}

/// A word as an expression: a constant of that name.
pub(super) fn constant(word: &Ident) -> Expr {
    Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path: word.clone().into() })
}
