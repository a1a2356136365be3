//! What is too long or too deep to be read: syn reads by recursion, and integers in squared time.

use core::mem;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

use super::context::Context;
use super::number::is_operand;

/// Tokens on the way to any token: those of each group around it, between two commas. Each can cost syn a
/// call of 32 kB of stack, and rustc has 8 MiB.
const TOKENS: usize = 128;
/// Characters of a number.
const DIGITS: usize = 128;

/// The first token, if any, that goes beyond what is read. Attributes of others may be as long as they like.
pub(super) fn exceeded(tokens: &TokenStream) -> Option<Span> {
    let mut waiting = vec![(tokens.clone(), 0)];
    while let Some((tokens, around)) = waiting.pop() {
        // The angle brackets that are open: a comma in them does not end the type. Two together are a shift,
        // unless one of them is closed before the next comma.
        let (mut count, mut open, mut shifts, mut groups) = (around, 0_usize, 0, Vec::new());
        let mut before = None;
        for token in tokens {
            count += 1;
            if count > TOKENS {
                return Some(token.span());
            }
            match &token {
                TokenTree::Group(group) if is_attribute(before.as_ref(), group.delimiter()) => {
                    // Neither the sign nor the list: only the value of `#[name = value]` is read.
                    count -= 2;
                    let tokens = group.stream();
                    if tokens.clone().into_iter().any(|token| is_sign(&token, '=')) {
                        groups.push(tokens);
                    }
                }
                TokenTree::Group(group) => groups.push(group.stream()),
                TokenTree::Punct(sign) => match (sign.as_char(), before.as_ref()) {
                    // Not a shift such as `1 << 3`.
                    ('<', Some(TokenTree::Literal(_))) => continue,
                    ('<', before) => {
                        open += 1;
                        shifts +=
                            2 * usize::from(before.is_some_and(|before| is_sign(before, '<')));
                    }
                    // Not an operator, but a closure, whose parameters have commas too.
                    ('|', before) if !before.is_some_and(is_operand) => open += 1,
                    ('>', Some(before)) if !is_sign(before, '-') => {
                        (open, shifts) = (open.saturating_sub(1), 0);
                    }
                    (end @ (';' | ','), _) => {
                        open = if end == ';' {
                            0
                        } else {
                            open.saturating_sub(mem::take(&mut shifts))
                        };
                        if open == 0 {
                            let count = mem::replace(&mut count, around);
                            waiting.extend(groups.drain(..).map(|group| (group, count)));
                        }
                    }
                    _ => {}
                },
                TokenTree::Literal(literal) if is_long(&literal.to_string()) => {
                    return Some(token.span());
                }
                _ => {}
            }
            before = Some(token);
        }
        waiting.extend(groups.into_iter().map(|group| (group, count)));
    }
    None
}

/// Reports the token that goes beyond what is read.
pub(super) fn too_long(token: Span, of: &str, context: &mut Context) {
    let at = context.at(token);
    let help = "move it to a `const` or a `type`, and write its name here";
    context.error(at, format!("this is too long for {of}"), help);
}

fn is_attribute(before: Option<&TokenTree>, delimiter: Delimiter) -> bool {
    delimiter == Delimiter::Bracket && before.is_some_and(|before| is_sign(before, '#'))
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_long(literal: &str) -> bool {
    literal.len() > DIGITS && literal.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::super::{close_code_range, close_error};
    use super::{TOKENS, exceeded};

    fn is_exceeded(item: &str) -> bool {
        exceeded(&item.parse().expect("tokens")).is_some()
    }

    #[test]
    fn what_people_write_is_not_exceeded() {
        let doc = "/// A line of a long comment, and, another.\n".repeat(5000);
        let foreign = format!("#[foreign({})]", "word ".repeat(5000));
        let variants = "#[close_code(4001, 4002, 4100..=4199)] A = BASE + 1,".repeat(5000);
        let flags = "A(Vec<u8>, fn() -> u8) = X | Y, B = 1 << 3, C = X << 3,".repeat(5000);
        let block = format!("A = {{ {} x }},", "let x = Vec::<u8>::new().len();".repeat(5000));
        assert!(!is_exceeded(&format!(
            "{doc} {foreign} enum E<T> {{ {doc} {foreign} {variants} {flags} {block} }}"
        )));
    }

    #[test]
    fn signs_groups_and_digits_have_an_end() {
        let groups = "(".repeat(200) + "1" + &")".repeat(200);
        let both = "- - - - (".repeat(60) + "1" + &")".repeat(60);
        for value in ["1".repeat(200), "- ".repeat(200) + "1", "1 + ".repeat(200), groups, both] {
            assert!(is_exceeded(&value));
            assert!(is_exceeded(&format!("enum E {{ A = {value} }}")));
            assert!(is_exceeded(&format!("enum E {{ #[doc = {value}] A }}")));
        }
    }

    /// A stack overflow would end the test program. rustc has 8 MiB of stack, and has used some of it.
    #[test]
    fn what_is_not_exceeded_does_not_overflow_the_stack() {
        let expressions = [
            ("- ", "1", ""),
            ("!", "1", ""),
            ("*", "1", ""),
            ("&", "1", ""),
            ("(", "1", ")"),
            ("[", "1", "]"),
            ("{", "1", "}"),
            ("- - - (", "1", ")"),
            ("1 + ", "1", ""),
            ("", "1", " as u8"),
            ("", "a", "?"),
            ("", "a", "()"),
            ("return ", "1", ""),
            ("|| ", "1", ""),
            ("|a, b| ", "1", ""),
            ("move |a, b| ", "1", ""),
            ("unsafe {", "1", "}"),
            ("match 1 { _ => ", "1", "}"),
            ("<", "u8", " as A>::B"),
            ("A::<", "u8", ">::B"),
            ("A::<u8, ", "u8", ">::B"),
            ("A<<u8 as A>::B, ", "u8", ">"),
        ];
        let types = [
            ("&", "u8", ""),
            ("*const ", "u8", ""),
            ("(", "u8", ",)"),
            ("[", "u8", "; 1]"),
            ("[u8; <", "u8", " as A>::B]"),
            ("<", "u8", " as A>::B"),
            ("<", "", ""),
            ("A<u8, ", "u8", ">"),
            ("A<", "", ""),
            ("A<u8, ", "", ""),
            ("A<<u8, ", "", ""),
            ("A<<u8 as A<u8, ", "", ""),
            ("A<<u8 as A>::B, ", "", ""),
            ("fn() -> ", "u8", ""),
            ("fn(", "u8", ")"),
            ("dyn A<", "u8", ">"),
        ];
        let places_of_expressions = [
            "enum E { A = @ }",
            "enum E { #[close_code(@)] #[close(@)] A }",
            "#[close_code(range = @)] enum E { #[close(reason = @)] A }",
            "enum E { #[deprecated(note = @)] A }",
            "enum E { #[deprecated = @] A }",
        ];
        let places_of_types = [
            "enum E { A(@) }",
            "enum E<T = @> { A }",
            "enum E where @: A { A }",
            "#[close_code(error = @)] enum E { #[close(transparent)] A(@) }",
        ];
        for (pieces, places) in
            [(&expressions[..], &places_of_expressions[..]), (&types, &places_of_types)]
        {
            for ((before, middle, after), place) in
                pieces.iter().flat_map(|piece| places.iter().map(move |place| (piece, place)))
            {
                let nested = |times: usize| {
                    let value = format!("{}{middle}{}", before.repeat(times), after.repeat(times));
                    (place.replace('@', &value), value)
                };
                let read = (1..=TOKENS)
                    .chain([5000])
                    .map(nested)
                    .take_while(|(item, value)| !is_exceeded(item) && !is_exceeded(value));
                let (item, value) = read.last().expect("something is read");
                assert!(value.len() >= 100, "{value}");
                let derive = move || {
                    let tokens: TokenStream = item.parse().expect("tokens");
                    [close_code_range(tokens.clone()), close_error(tokens)].map(|of| of.is_empty())
                };
                let thread = std::thread::Builder::new().stack_size(6 << 20).spawn(derive);
                assert_eq!(thread.expect("a thread").join().expect("no panic"), [false; 2]);
            }
        }
    }
}
