//! The values in an attribute: texts, words, delays.

use close_code_codegen::model::{At, Reconnect, Span};
use close_code_codegen::nearest::suggestion;
use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Ident, LitInt, LitStr, Token, braced, bracketed, token};

use super::attributes::{Key, until_comma};
use super::context::Context;

/// A text literal.
pub(super) fn text(
    key: &Key,
    tokens: &TokenStream,
    at: Span,
    context: &mut Context,
) -> Option<At<String>> {
    let text = syn::parse2::<LitStr>(tokens.clone()).ok();
    if text.is_none() {
        let name = &key.name;
        context.error(
            at,
            format!("`{name}` must be a string"),
            format!("write `{name} = \"...\"`"),
        );
    }
    text.map(|text| At::new(text.value(), at))
}

/// A text literal, or several in brackets.
pub(super) fn texts(
    key: &Key,
    tokens: &TokenStream,
    at: Span,
    context: &mut Context,
) -> Option<Vec<At<String>>> {
    let list = |input: ParseStream<'_>| {
        let inside;
        bracketed!(inside in input);
        Punctuated::<TokenStream, Token![,]>::parse_terminated_with(&inside, |element| {
            Ok(until_comma(element))
        })
    };
    let Ok(elements) = list.parse2(tokens.clone()) else {
        return text(key, tokens, at, context).map(|text| vec![text]);
    };
    let texts = elements.iter().map(|element| {
        let at = context.of(element, at);
        text(key, element, at, context)
    });
    // Each is read, so that a mistake in one hides none in the next.
    texts.collect::<Vec<_>>().into_iter().collect()
}

/// The value of a word, or a mistake with the nearest right one.
pub(super) fn word<T>(
    key: &Key,
    text: &At<String>,
    value: Option<T>,
    words: &[&str],
    context: &mut Context,
) -> Option<At<T>> {
    if value.is_none() {
        let message = format!("unknown value `{}` of `{}`", text.value, key.name);
        context.error(text.at, message, suggestion(&text.value, words));
    }
    value.map(|value| At::new(value, text.at))
}

/// `"never"`, or `{ after = [5, 30] }` as in a table.
pub(super) fn reconnect(
    key: &Key,
    tokens: &TokenStream,
    at: Span,
    context: &mut Context,
) -> Option<At<Reconnect>> {
    let is_group = |input: ParseStream<'_>| {
        let is_group =
            input.peek(token::Brace) || input.peek(token::Bracket) || input.peek(token::Paren);
        until_comma(input);
        Ok(is_group)
    };
    if is_group.parse2(tokens.clone()).unwrap_or_default() {
        let delay = after.parse2(tokens.clone()).ok();
        if delay.is_none() {
            context.error(
                at,
                "`after` needs the minimum and the maximum delay, in whole seconds",
                "write `reconnect = { after = [5, 30] }`",
            );
        }
        return delay.map(|delay| At::new(delay, at));
    }
    let text = text(key, tokens, at, context)?;
    word(key, &text, Reconnect::parse(&text.value), &Reconnect::WORDS, context)
}

fn after(input: ParseStream<'_>) -> syn::Result<Reconnect> {
    let (content, pair);
    braced!(content in input);
    let key: Ident = content.parse()?;
    content.parse::<Token![=]>()?;
    bracketed!(pair in content);
    let seconds = || match pair.parse::<LitInt>()? {
        literal if literal.suffix().is_empty() => literal.base10_parse(),
        literal => Err(syn::Error::new(literal.span(), "not a delay")),
    };
    let min = seconds()?;
    pair.parse::<Token![,]>()?;
    let max = seconds()?;
    pair.parse::<Option<Token![,]>>()?;
    if key != "after" || !pair.is_empty() || !content.is_empty() {
        return Err(input.error("not a delay"));
    }
    Ok(Reconnect::After { min, max })
}
