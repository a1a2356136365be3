//! Constants, and what the runtime crate's `CloseCode` knows.

use core::fmt::Write as _;

use super::template::fill;
use super::{ALLOW, Options, doc, predicate};
use crate::model::{Row, Sender, Table};
use crate::segments::{self, Segment};

/// The constants of a table, on its enum; those of the built-in table on `CloseCode`, with the questions
/// that it answers.
pub(super) fn items(table: &Table, options: &Options) -> String {
    let name = table.head().name.as_str();
    if !options.runtime {
        return constants(table, name, options);
    }
    let segments = segments::of(table);
    let asked = |holds: fn(&Row) -> bool| predicate::within(table, &segments, holds);
    let mut items = constants(table, "CloseCode", options);
    items.push_str(&fill(
        QUESTIONS,
        &[
            ("allow", ALLOW),
            ("name", name),
            ("arms", &arms(table, &segments)),
            ("class", &class(table, &segments)),
            ("wire", &asked(|row| row.flags.is_some_and(|flags| flags.wire))),
            ("local", &asked(|row| row.flags.is_some_and(|flags| flags.local))),
            ("script", &asked(|row| row.flags.is_some_and(|flags| flags.script))),
            ("clients", &asked(|row| is_sent_by_none_but(row, Sender::Client))),
            ("servers", &asked(|row| is_sent_by_none_but(row, Sender::Server))),
            ("sendable", sendable(table, &segments)),
        ],
    ));
    items
}

/// A constant for each row of one code, as associated constants of `on`.
fn constants(table: &Table, on: &str, options: &Options) -> String {
    let krate = &options.krate;
    let mut text = format!("\n{ALLOW}\nimpl {on} {{\n");
    for row in table.rows() {
        let Some(code) = row.single().and_then(|codes| codes.first.code()) else { continue };
        let name = &row.constant;
        text.push_str(&doc::attributes(row));
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "    pub const {name}: {krate}::CloseCode = {krate}::CloseCode::new({code});"
        );
    }
    text.push_str("}\n");
    text
}

/// The classification as a match without a wildcard: rustc proves on every build that the table covers
/// all codes. The lookup beside it is faster, and a test compares the two.
const QUESTIONS: &str = "
$allow
impl $name {
    #[doc(hidden)]
    #[must_use]
    pub const fn __from_match(code: u16) -> Self {
        match code {
$arms        }
    }
}

$allow
impl CloseCode {
    /// What this code is: the row of the table that it belongs to. Every code has one.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseKind};
    ///
    /// assert_eq!(CloseCode::new(1006).kind(), CloseKind::AbnormalClosure);
    /// assert_eq!(CloseCode::new(4321).kind(), CloseKind::PrivateUse);
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(self) -> $name {
        match $name::from_code(self) {
            ::core::option::Option::Some(kind) => kind,
            // The lookup is total: a table with a gap does not build.
            ::core::option::Option::None => $name::__from_match(self.get()),
        }
    }
$class
    /// Whether a Close frame may hold this code.
    ///
    /// By RFC 6455 section 7.4 and the registry, from either endpoint;
    /// [`is_sendable_by`](Self::is_sendable_by) says who is expected to send it.
    #[inline]
    #[must_use]
    pub const fn is_valid_on_wire(self) -> bool {
        let code = self.get();
        $wire
    }

    /// Whether this code is never on the wire and only reported to the application, such as 1006
    /// (RFC 6455 section 7.4.1).
    #[inline]
    #[must_use]
    pub const fn is_local_only(self) -> bool {
        let code = self.get();
        $local
    }

    /// Whether a page may pass this code to `WebSocket.close()` (WHATWG WebSockets Standard,
    /// `close(code, reason)`, step 1).
    #[inline]
    #[must_use]
    pub const fn is_settable_by_script(self) -> bool {
        let code = self.get();
        $script
    }

    /// Whether this code may stand in a Close frame, and an endpoint of this role is the one to send
    /// it. No receiver enforces the role.
    ///
    /// ```
    /// use close_code::{CloseCode, Role};
    ///
    /// assert!(CloseCode::MANDATORY_EXTENSION.is_sendable_by(Role::Client));
    /// assert!(!CloseCode::MANDATORY_EXTENSION.is_sendable_by(Role::Server));
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_sendable_by(self, role: Role) -> bool {
        let code = self.get();
        let is_the_others = match role {
            Role::Client => { $servers }
            Role::Server => { $clients }
        };
        $sendable
    }
}
";

/// Whether a code that is not the other role's may be sent. Where nobody sends 0, what is the other role's
/// is looked up as 0, which is an instruction or two less.
fn sendable(table: &Table, segments: &[Segment]) -> &'static str {
    let flags = segments.first().and_then(|segment| table.rows()[segment.row].flags);
    match flags {
        Some(flags) if !flags.wire => {
            "Self::new(code & (is_the_others as u16).wrapping_sub(1)).is_valid_on_wire()"
        }
        _ => "self.is_valid_on_wire() & !is_the_others",
    }
}

fn arms(table: &Table, segments: &[Segment]) -> String {
    let mut arms = String::new();
    for (at, row) in table.rows().iter().enumerate() {
        let mut pattern = String::new();
        for segment in segments.iter().filter(|segment| segment.row == at) {
            if !pattern.is_empty() {
                pattern.push_str(" | ");
            }
            pattern.push_str(&span(segment));
        }
        if !pattern.is_empty() {
            let _ = writeln!(arms, "            {pattern} => Self::{},", row.name);
        }
    }
    arms
}

fn span(segment: &Segment) -> String {
    let Segment { first, last, .. } = segment;
    if first == last { first.to_string() } else { format!("{first}..={last}") }
}

/// Which class a code has: a match without a wildcard, and where all classes begin at multiples of a
/// power of two, a lookup that is filled by it and takes no branch.
fn class(table: &Table, segments: &[Segment]) -> String {
    let Some(name) = &table.head().class else { return String::new() };
    let of = |segment: &Segment| table.rows()[segment.row].class.as_deref().unwrap_or_default();
    let segments = segments::join(segments, &|one, other| of(one) == of(other));
    let (mut arms, mut bits, mut last) = (String::new(), 0, 0);
    for segment in &segments {
        let (codes, class) = (span(segment), of(segment));
        let _ = writeln!(arms, "                    {codes} => {name}::{class},");
        bits |= segment.first;
        last = segment.first;
    }
    let shift = bits.trailing_zeros().min(15);
    last >>= shift;
    let found = fill(
        if last < MOST_CLASSES { CLASSES } else { MATCH },
        &[
            ("name", name),
            ("first", segments.first().map_or("", of)),
            ("arms", &arms),
            ("shift", &shift.to_string()),
            ("last", &last.to_string()),
            ("count", &(last + 1).to_string()),
        ],
    );
    fill(CLASS, &[("name", name), ("found", &found)])
}

const CLASS: &str = "
    /// The range that this code belongs to, as RFC 6455 section 7.4.2 divides them. Every code has one.
    ///
    /// ```
    /// use close_code::{CloseClass, CloseCode};
    ///
    /// assert_eq!(CloseCode::new(1006).class(), CloseClass::Protocol);
    /// assert_eq!(CloseCode::new(3000).class(), CloseClass::Library);
    /// assert_eq!(CloseCode::new(4321).class(), CloseClass::PrivateUse);
    /// ```
    #[inline]
    #[must_use]
    pub const fn class(self) -> $name {
        $found
    }
";

/// How many bytes the lookup may take.
const MOST_CLASSES: u16 = 700;

const MATCH: &str = "match self.get() {
$arms        }";

const CLASSES: &str = "static CLASSES: [$name; $count] = {
            let mut classes = [$name::$first; $count];
            let mut at = 0;
            while at < $count {
                classes[at] = match (at as u16) << $shift {
$arms                };
                at += 1;
            }
            classes
        };
        let at = self.get() >> $shift;
        CLASSES[if at < $last { at } else { $last } as usize]";

fn is_sent_by_none_but(row: &Row, sender: Sender) -> bool {
    row.sender == sender && row.flags.is_some_and(|flags| flags.wire)
}
