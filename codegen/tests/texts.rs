//! Texts and words: how they are escaped, spelled, found and split.

use close_code_codegen::escape::{markdown, note};
use close_code_codegen::model::{Reconnect, Sender};
use close_code_codegen::naming::{constant, is_keyword, is_variant, letters, variant, words};
use close_code_codegen::nearest::{listed, nearest, suggestion};
use close_code_codegen::paragraphs::paragraphs;

#[test]
fn plain_text_stays_as_it_is() {
    let text = "Sec-WebSocket-Extensions: 5 > 4, snake_case, C# & \"quotes\"; 1002 in a row.";
    assert_eq!(markdown(text), text);
}

#[test]
fn what_means_something_is_escaped() {
    for (text, expected) in [
        ("a|b", r"a\|b"),
        (r"a\|b", r"a\\\|b"),
        ("`x` <b> [y](z) *s* ~t~ $m$", r"\`x\` \<b> \[y\](z) \*s\* \~t\~ \$m\$"),
        ("_x_ &amp; &#64;", r"\_x\_ \&amp; \&\#64;"),
        ("ask @someone about #12, me@host", r"ask \@someone about \#12, me@host"),
        ("{{x}} {% y %} {z}", r"\{{x}} \{% y %} {z}"),
        ("https://a.b/<c> www.a.b/<c>", r"https\://a.b/\<c> www\.a.b/\<c>"),
    ] {
        assert_eq!(markdown(text), expected);
    }
}

#[test]
fn a_note_keeps_its_spans_of_code() {
    for (text, expected) in [
        ("use `Banned`, not <b>", r"use `Banned`, not \<b>"),
        (r"`a_b` *c* `<d> \`", r"`a_b` \*c\* `<d> \`"),
        ("an ` alone, *", r"an \` alone, \*"),
        ("two ``, <b>", r"two \`\`, \<b>"),
        ("# `x`", r"\# `x`"),
    ] {
        assert_eq!(note(text), expected);
    }
}

#[test]
fn no_text_starts_a_block() {
    for (text, expected) in [
        ("# x", r"\# x"),
        ("- x", r"\- x"),
        ("12. x", r"12\. x"),
        ("3) x", r"3\) x"),
        ("> x", r"\> x"),
        ("===", r"\==="),
        ("1012 x", "1012 x"),
    ] {
        assert_eq!(markdown(text), expected);
    }
}

#[test]
fn white_space_is_single_spaces() {
    assert_eq!(markdown("  a\n\n b\t\r\n"), "a b");
    assert_eq!(markdown(" \n "), "");
}

#[test]
fn a_name_has_three_spellings() {
    for (name, expected_constant, expected_words) in [
        ("TlsHandshake", "TLS_HANDSHAKE", "Tls Handshake"),
        ("TLSHandshake", "TLS_HANDSHAKE", "TLS Handshake"),
        ("Timeout", "TIMEOUT", "Timeout"),
        ("HTTP", "HTTP", "HTTP"),
        ("NoURLFound", "NO_URL_FOUND", "No URL Found"),
        ("Http2Error", "HTTP2_ERROR", "Http2 Error"),
        ("Error404", "ERROR404", "Error404"),
        ("OAuth2Failed", "O_AUTH2_FAILED", "O Auth2 Failed"),
        ("A", "A", "A"),
        ("AB", "AB", "AB"),
        ("ABc", "A_BC", "A Bc"),
        ("r#Type", "TYPE", "Type"),
        ("ÜberLast", "ÜBER_LAST", "Über Last"),
        ("", "", ""),
    ] {
        assert_eq!(constant(name), expected_constant, "{name}");
        assert_eq!(words(name), expected_words, "{name}");
    }
}

#[test]
fn other_spellings_become_a_variant() {
    for (text, expected) in [
        ("bad_gateway", Some("BadGateway")),
        ("BAD_GATEWAY", Some("BadGateway")),
        ("bad-gateway", Some("BadGateway")),
        ("Bad gateway", Some("BadGateway")),
        ("badGateway", Some("BadGateway")),
        ("BadGateway!", Some("BadGateway")),
        ("4001: kicked", Some("Kicked")),
        ("r#type", Some("Type")),
        ("TLS", Some("Tls")),
        ("Überlast", None),
        ("4001", None),
        ("", None),
    ] {
        assert_eq!(variant(text).as_deref(), expected, "{text}");
        assert!(variant(text).is_none_or(|name| is_variant(&name)), "{text}");
    }
}

#[test]
fn every_keyword_is_found() {
    assert!(
        ["Self", "_", "fn", "gen", "r#try".trim_start_matches("r#"), "while"]
            .iter()
            .all(|word| is_keyword(word))
    );
    assert!(!is_keyword("Type") && !is_keyword("SELF") && !is_keyword(""));
}

#[test]
fn spellings_of_one_name_have_the_same_letters() {
    for text in ["Bad Gateway 2", "BAD_GATEWAY_2", "bad-gateway2", "BadGateway2"] {
        assert_eq!(letters(text), "badgateway2");
    }
    assert_eq!(letters("—"), "");
}

const WORDS: [&str; 5] = ["client", "server", "either", "after-change", "description"];

#[test]
fn a_slip_finds_its_word() {
    for (word, expected) in [
        ("servr", Some("server")),
        ("sevrer", Some("server")),
        ("SERVER", Some("server")),
        ("clients", Some("client")),
        ("after change", Some("after-change")),
        ("AfterChange", Some("after-change")),
        ("desc", Some("description")),
        ("descripton", Some("description")),
        ("ser", Some("server")),
        ("se", None),
        ("moderator", None),
        ("", None),
        ("äöü", None),
    ] {
        assert_eq!(nearest(word, &WORDS), expected, "{word}");
    }
    assert_eq!(nearest("after", &["after-change", "after"]), Some("after"));
    assert_eq!(nearest("x", &["a"]), None, "nothing of it is right");
    assert_eq!(nearest("x", &[]), None);
}

#[test]
fn a_long_word_takes_no_long_time() {
    assert_eq!(nearest(&"z".repeat(1_000_000), &WORDS), None);
}

#[test]
fn what_is_near_to_nothing_gets_the_whole_list() {
    assert_eq!(suggestion("servr", &WORDS[..2]), "did you mean `server`?");
    assert_eq!(suggestion("x", &WORDS[..3]), "write `client`, `server` or `either`");
    assert_eq!(listed(&["a"], "and"), "`a`");
    assert_eq!(listed(&["a", "b"], "and"), "`a` and `b`");
    assert_eq!(listed(&[], "and"), "");
}

#[test]
fn a_blank_line_parts_paragraphs() {
    assert_eq!(paragraphs("a\n b\n\n\nc"), ["a b", "c"]);
    assert!(paragraphs("").is_empty());
}

#[test]
fn what_a_word_stands_for_has_that_word() {
    for word in Sender::WORDS {
        assert_eq!(Sender::parse(word).map(Sender::word), Some(word));
    }
    for word in Reconnect::WORDS {
        assert_eq!(Reconnect::parse(word).map(Reconnect::word), Some(word));
    }
    assert_eq!(Reconnect::parse("after"), None);
}
