//! Reasons, cut at every place of every kind of character.

use std::fmt::Display;

use close_code::{CloseCode, CloseFrame, PayloadErrorKind, Reason, ReasonBuf};

/// One to four bytes a character, a letter with a combining accent, a family joined by ZWJ, a flag,
/// and the last character before each change of length.
const SAMPLES: [&str; 12] = [
    "x",
    "é",
    "語",
    "🦀",
    "e\u{301}",
    "👩\u{200d}👧\u{200d}👦",
    "🇫🇷",
    "\u{7f}\u{80}",
    "\u{7ff}\u{800}",
    "\u{ffff}\u{10000}",
    "aé語🦀",
    "\u{feff}\u{202e}\0\n",
];

/// Texts of 0 to 300 bytes such that every byte of every sample once stands at the limit.
fn texts() -> impl Iterator<Item = String> {
    SAMPLES.into_iter().flat_map(|sample| {
        (0..sample.len() + 4).flat_map(move |shift| {
            let whole = "-".repeat(shift) + &sample.repeat(300 / sample.len());
            let ends: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
            ends.into_iter().map(move |end| whole[..end].to_owned())
        })
    })
}

/// The longest beginning of at most `max` bytes, one character after the other.
fn beginning(text: &str, max: usize) -> String {
    let mut kept = String::new();
    for character in text.chars() {
        if kept.len() + character.len_utf8() > max {
            break;
        }
        kept.push(character);
    }
    kept
}

fn marked(text: &str) -> String {
    if text.len() <= 123 { text.to_owned() } else { beginning(text, 120) + "…" }
}

#[test]
fn a_reason_has_at_most_123_bytes() {
    let mut refused = 0;
    for text in texts() {
        match Reason::new(&text) {
            Ok(reason) => {
                assert!(text.len() <= 123);
                assert_eq!(reason.as_str(), text);
            }
            Err(error) => {
                assert!(text.len() > 123);
                assert_eq!(error.len(), text.len());
                refused += 1;
            }
        }
        assert_eq!(Reason::try_from(&*text), Reason::new(&text));
    }
    assert!(refused > 1000);
}

#[test]
fn a_cut_falls_between_two_characters() {
    let mut cut = 0;
    for text in texts() {
        let reason = Reason::truncated(&text);
        assert_eq!(reason.as_str(), beginning(&text, 123), "{text:?}");
        cut += usize::from(reason.len() < text.len());
    }
    assert!(cut > 1000);
}

#[test]
fn an_ellipsis_marks_a_cut_and_only_a_cut() {
    for text in texts() {
        let reason = Reason::truncated_with_ellipsis(&text);
        assert_eq!(reason.as_str(), marked(&text), "{text:?}");
        assert!(reason.len() <= 123);
        let frame = CloseFrame::new(CloseCode::GOING_AWAY, reason.as_reason()).unwrap();
        assert_eq!(CloseFrame::parse(&frame.to_payload()), Ok(Some(frame)));
    }
}

/// Prints a text in pieces of some characters each, as `Display` implementations do.
struct InPieces<'a>(&'a str, usize);

impl Display for InPieces<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let characters: Vec<char> = self.0.chars().collect();
        characters
            .chunks(self.1)
            .try_for_each(|piece| f.write_str(&piece.iter().collect::<String>()))
    }
}

#[test]
fn a_printed_reason_does_not_depend_on_its_pieces() {
    for text in texts().filter(|text| text.len() > 110) {
        for size in [1, 2, 7, 1000] {
            let reason = ReasonBuf::from_display(InPieces(&text, size));
            assert_eq!(reason.as_str(), marked(&text), "{text:?} in pieces of {size}");
            assert_eq!(reason, Reason::truncated_with_ellipsis(&text));
        }
    }
}

#[test]
fn a_display_that_fails_leaves_what_it_had_printed() {
    struct Fails;
    impl Display for Fails {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("so far")?;
            Err(std::fmt::Error)
        }
    }
    assert_eq!(ReasonBuf::from_display(Fails), "so far");
}

/// What a sender does that cuts by bytes: the receiver must say where the last character began.
#[test]
fn a_text_cut_by_bytes_is_refused_where_the_character_began() {
    for sample in SAMPLES {
        let text = sample.repeat(123 / sample.len());
        for end in 0..text.len() {
            let mut body = 1000_u16.to_be_bytes().to_vec();
            body.extend_from_slice(&text.as_bytes()[..end]);
            let parsed = CloseFrame::parse(&body);
            if text.is_char_boundary(end) {
                assert_eq!(parsed.unwrap().unwrap().reason(), text[..end]);
                continue;
            }
            let error = parsed.unwrap_err();
            let start = beginning(&text, end).len();
            assert_eq!(error.valid_up_to(), Some(start), "{sample:?} at {end}");
            assert!(matches!(
                error.kind(),
                PayloadErrorKind::InvalidUtf8(utf8) if utf8.error_len().is_none()
            ));
            assert_eq!(error.code(), Some(CloseCode::NORMAL_CLOSURE));
            assert_eq!(error.reason(), None);
            assert_eq!(error.reason_bytes(), Some(&body[2..]));
            assert_eq!(error.reply_code(), CloseCode::INVALID_PAYLOAD);
            assert_eq!(CloseFrame::parse_any(&body).unwrap_err(), error);
        }
    }
}

#[test]
fn a_reason_behaves_like_its_text() {
    const CONST: Reason<'_> = Reason::truncated("const");
    const MARKED: ReasonBuf = Reason::truncated_with_ellipsis("const");
    let reason = Reason::new("a \"b\"\n").unwrap();
    assert_eq!(reason.to_string(), "a \"b\"\n");
    assert_eq!(format!("{reason:?}"), r#""a \"b\"\n""#);
    assert_eq!(format!("[{CONST:>8}]"), "[   const]");
    assert_eq!(Reason::default(), Reason::EMPTY);
    assert!(Reason::EMPTY.is_empty() && !reason.is_empty());
    assert_eq!(reason.lines().count(), 1);
    assert_eq!(<&str>::from(CONST), "const");
    assert_eq!(AsRef::<str>::as_ref(&CONST), "const");
    assert_eq!(&*CONST, "const");
    assert_eq!(CONST, "const");
    assert_eq!(CONST, *"const");
    assert_eq!("const", CONST);
    assert_eq!(*"const", CONST);
    assert_ne!(CONST, "other");
    assert_ne!("other", CONST);
    assert_ne!(CONST, *"other");
    assert_ne!(*"other", CONST);
    assert!(Reason::truncated("a") < Reason::truncated("b"));

    assert_eq!(MARKED.as_reason(), CONST);
    assert_eq!(Reason::from(&MARKED), CONST);
    assert_eq!(ReasonBuf::from(CONST), MARKED);
    assert_eq!(ReasonBuf::from(reason).to_string(), reason.to_string());
    assert_eq!(format!("{:?}", ReasonBuf::from(reason)), format!("{reason:?}"));
    assert_eq!(ReasonBuf::default(), ReasonBuf::EMPTY);
    assert_eq!(AsRef::<str>::as_ref(&MARKED), "const");
    assert_eq!(MARKED, "const");
    assert_eq!(MARKED, *"const");
    assert_ne!(MARKED, "other");
    assert_ne!(MARKED, *"other");
    assert_eq!(&*MARKED, "const");
}

/// A value whose `Display` ignores that the reason is full.
struct Stubborn;

impl std::fmt::Display for Stubborn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for _ in 0..10 {
            let _ = f.write_str(&"x".repeat(60));
            let _ = f.write_str("y");
        }
        Ok(())
    }
}

#[test]
fn nothing_follows_the_mark_of_a_cut() {
    let reason = close_code::ReasonBuf::from_display(Stubborn);
    assert_eq!(reason.matches('…').count(), 1);
    assert!(reason.ends_with('…'), "{reason}");
    assert!(reason.len() <= 123);
}
