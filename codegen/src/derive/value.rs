//! The values in an attribute: numbers, ranges, texts, words.

use proc_macro2::{Delimiter, TokenTree};

use super::argument::Key;
use super::constant::Constants;
use super::expression::parenthesised;
use super::site::Site;
use super::tokens::{is_punct, peel, split};
use super::{expression, literal};
use crate::model::{At, DraftCodes, Number, Reconnect};
use crate::nearest::suggestion;
use crate::problem::Problem;

type Problems = Vec<Problem>;

/// Reads `4001`, `BASE + 1`, or `4100..=4199`.
pub(super) fn codes(
    tokens: &[TokenTree],
    at: Site,
    constants: &mut Constants,
    problems: &mut Problems,
) -> Option<DraftCodes> {
    let Some(dots) = position_of_dots(tokens) else {
        let number = number(tokens, at, constants, problems)?;
        return Some(DraftCodes { first: number.clone(), last: number, is_range: false, at });
    };
    let (left, right) = (&tokens[..dots], &tokens[dots + 2..]);
    let (inclusive, right) = match right.split_first() {
        Some((equals, right)) if is_punct(equals, '=') => (true, right),
        _ => (false, right),
    };
    if !inclusive || left.is_empty() || right.is_empty() {
        problems.push(half_a_range(left, right, at));
        return None;
    }
    let first = number(left, Site::of(left, at), constants, problems);
    let last = number(right, Site::of(right, at), constants, problems);
    Some(DraftCodes { first: first?, last: last?, is_range: true, at })
}

fn position_of_dots(tokens: &[TokenTree]) -> Option<usize> {
    tokens.windows(2).position(|pair| pair.iter().all(|tree| is_punct(tree, '.')))
}

fn half_a_range(left: &[TokenTree], right: &[TokenTree], at: Site) -> Problem {
    let help = match (known(left), known(right)) {
        (Some(first), Some(end)) if first < end => format!("write `{first}..={}`", end - 1),
        (Some(first), None) if right.is_empty() => format!("write `{first}..=4999`, for example"),
        (None, Some(last)) if left.is_empty() => format!("write `4000..={last}`, for example"),
        _ => "write it as `4100..=4199`".to_owned(),
    };
    Problem::error(at, "a range of codes has a first and a last code, which both belong to it")
        .help(help)
}

/// The value of an integer literal, also a negative one, and one in parentheses.
pub(super) fn known(tokens: &[TokenTree]) -> Option<i64> {
    match tokens {
        [TokenTree::Literal(number)] => literal::integer(number),
        [minus, rest @ ..] if is_punct(minus, '-') => Some(-known(rest)?),
        [TokenTree::Group(group)]
            if matches!(group.delimiter(), Delimiter::None | Delimiter::Parenthesis) =>
        {
            known(&group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => None,
    }
}

/// A number that is a literal, or an expression for the compiler to evaluate.
fn number(
    tokens: &[TokenTree],
    at: Site,
    constants: &mut Constants,
    problems: &mut Problems,
) -> Option<At<Number>> {
    let tokens = parenthesised(peel(tokens.to_vec()));
    if let Some(number) = known(&tokens) {
        return Some(At::new(Number::Known(number), at));
    }
    if let Some(problem) = expression::mistake(&tokens, at) {
        problems.push(problem);
        return None;
    }
    Some(At::new(constants.code(tokens), at))
}

/// A text literal.
pub(super) fn text(
    key: &Key,
    tokens: &[TokenTree],
    at: Site,
    problems: &mut Problems,
) -> Option<At<String>> {
    let text = match tokens {
        [TokenTree::Literal(text)] => literal::text(text),
        _ => None,
    };
    if text.is_none() {
        let name = &key.name;
        problems.push(
            Problem::error(at, format!("the value of `{name}` is a text"))
                .help(format!("write `{name} = \"...\"`")),
        );
    }
    text.map(|text| At::new(text, at))
}

/// A text literal, or several in brackets.
pub(super) fn texts(
    key: &Key,
    tokens: &[TokenTree],
    at: Site,
    problems: &mut Problems,
) -> Option<Vec<At<String>>> {
    let [TokenTree::Group(group)] = tokens else {
        return text(key, tokens, at, problems).map(|text| vec![text]);
    };
    let elements = split(group.stream().into_iter().collect());
    let texts = elements.into_iter().map(|element| {
        let element = peel(element);
        text(key, &element, Site::of(&element, at), problems)
    });
    texts.collect()
}

/// The value of a word, or a problem with the nearest right one.
pub(super) fn word<T>(
    key: &Key,
    text: &At<String>,
    value: Option<T>,
    words: &[&str],
    problems: &mut Problems,
) -> Option<At<T>> {
    if value.is_none() {
        problems.push(
            Problem::error(text.at, format!("unknown value `{}` of `{}`", text.value, key.name))
                .help(suggestion(&text.value, words)),
        );
    }
    value.map(|value| At::new(value, text.at))
}

/// `"never"`, or `{ after = [5, 30] }` as in a table.
pub(super) fn reconnect(
    key: &Key,
    tokens: &[TokenTree],
    at: Site,
    problems: &mut Problems,
) -> Option<At<Reconnect>> {
    if let [TokenTree::Group(group)] = tokens {
        let after = after(&group.stream().into_iter().collect::<Vec<_>>());
        if after.is_none() {
            problems.push(
                Problem::error(
                    at,
                    "a delay is the shortest and the longest time, in whole seconds",
                )
                .help("write `reconnect = { after = [5, 30] }`"),
            );
        }
        return after.map(|reconnect| At::new(reconnect, at));
    }
    let text = text(key, tokens, at, problems)?;
    word(key, &text, Reconnect::parse(&text.value), &Reconnect::WORDS, problems)
}

fn after(tokens: &[TokenTree]) -> Option<Reconnect> {
    let [TokenTree::Ident(key), equals, TokenTree::Group(pair)] = tokens else { return None };
    if key != "after" || !is_punct(equals, '=') {
        return None;
    }
    let pair = split(pair.stream().into_iter().collect());
    let [min, max] = pair.as_slice() else { return None };
    let seconds = |tokens: &[TokenTree]| u32::try_from(known(tokens)?).ok();
    Some(Reconnect::After { min: seconds(min)?, max: seconds(max)? })
}
