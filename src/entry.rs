//! [`Entry`]: a row of a table.

use core::fmt;
use core::ops::RangeInclusive;
use core::time::Duration;

use crate::{CloseCode, Reconnect, Sender};

/// A row of a table of close codes: everything that the table says about a code or a range.
#[derive(Clone, Copy, Eq, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // Each is a column of the table.
pub struct Entry {
    first: u16,
    last: u16,
    /// Further ranges, if the row has more than one.
    more: &'static [(u16, u16)],
    single: bool,
    name: &'static str,
    constant: &'static str,
    class: Option<&'static str>,
    meaning: &'static str,
    label: &'static str,
    description: &'static str,
    wire: bool,
    local: bool,
    script: bool,
    sender: Sender,
    reconnect: Reconnect,
    reference: &'static [&'static str],
    since: Option<&'static str>,
    deprecated: Option<&'static str>,
    extra: &'static [(&'static str, &'static str)],
}

impl Entry {
    /// Returns the codes that the row was written for, in order. A narrower row inside them takes
    /// precedence.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// let codes = CloseCode::new(4321).entry().codes();
    /// assert_eq!(codes.collect::<Vec<_>>(), [4000..=4999]);
    /// ```
    #[must_use]
    pub fn codes(&self) -> impl ExactSizeIterator<Item = RangeInclusive<u16>> + use<> {
        let row = *self;
        (0..row.ranges()).map(move |at| {
            let (first, last) = row.range(at);
            first..=last
        })
    }

    /// The number of ranges in the row. A single code counts as one.
    pub(crate) const fn ranges(&self) -> usize {
        self.more.len() + 1
    }

    /// The bounds of the range at index `at`, which must be less than [`ranges`](Self::ranges).
    pub(crate) const fn range(&self, at: usize) -> (u16, u16) {
        if at == 0 { (self.first, self.last) } else { self.more[at - 1] }
    }

    /// Returns the lowest code of the row.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::new(4321).entry().first(), 4000);
    /// ```
    #[must_use]
    pub const fn first(&self) -> CloseCode {
        let (mut lowest, mut at) = (self.first, 0);
        while at < self.more.len() {
            if self.more[at].0 < lowest {
                lowest = self.more[at].0;
            }
            at += 1;
        }
        CloseCode::new(lowest)
    }

    /// Returns the highest code of the row.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::new(4321).entry().last(), 4999);
    /// ```
    #[must_use]
    pub const fn last(&self) -> CloseCode {
        let (mut highest, mut at) = (self.last, 0);
        while at < self.more.len() {
            if self.more[at].1 > highest {
                highest = self.more[at].1;
            }
            at += 1;
        }
        CloseCode::new(highest)
    }

    /// Whether the row has exactly one code.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::new(1006).entry().is_single());
    /// assert!(!CloseCode::new(4321).entry().is_single());
    /// ```
    #[must_use]
    pub const fn is_single(&self) -> bool {
        self.single
    }

    /// Whether the row was written for this code, even if a narrower row takes precedence.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::new(4321).entry().contains(CloseCode::new(4999)));
    /// ```
    #[must_use]
    pub const fn contains(&self, code: CloseCode) -> bool {
        let mut at = 0;
        while at < self.ranges() {
            let (first, last) = self.range(at);
            if first <= code.get() && code.get() <= last {
                return true;
            }
            at += 1;
        }
        false
    }

    /// Returns the name, in `UpperCamelCase`: the variant of the generated enum.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.entry().name(), "GoingAway");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name in `SCREAMING_SNAKE_CASE`: the generated constant, for a row of a single code.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.entry().constant(), "GOING_AWAY");
    /// ```
    #[must_use]
    pub const fn constant(&self) -> &'static str {
        self.constant
    }

    /// Returns the name of the class that the row belongs to, if its table has classes.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.entry().class(), Some("Protocol"));
    /// ```
    #[must_use]
    pub const fn class(&self) -> Option<&'static str> {
        self.class
    }

    /// Returns the short text. In the built-in table it is exactly the registry's text, if there is one.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.entry().meaning(), "Going Away");
    /// ```
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// Returns the text that `Display` shows: the meaning, or a shorter text if the meaning is a whole
    /// sentence.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::BAD_GATEWAY.entry().label(), "Bad Gateway");
    /// ```
    #[must_use]
    pub const fn label(&self) -> &'static str {
        self.label
    }

    /// Returns one to three sentences for a person who finds the code in a log; can be empty.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// let description = CloseCode::GOING_AWAY.entry().description();
    /// assert!(description.starts_with("A server is shutting down"));
    /// ```
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Whether a Close frame may contain the code.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(!CloseCode::ABNORMAL_CLOSURE.entry().is_valid_on_wire());
    /// ```
    #[must_use]
    pub const fn is_valid_on_wire(&self) -> bool {
        self.wire
    }

    /// Whether the code must not be sent, and is only reported to the application.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::ABNORMAL_CLOSURE.entry().is_local_only());
    /// ```
    #[must_use]
    pub const fn is_local_only(&self) -> bool {
        self.local
    }

    /// Whether a page may pass the code to `WebSocket.close()`.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::new(4321).entry().is_settable_by_script());
    /// ```
    #[must_use]
    pub const fn is_settable_by_script(&self) -> bool {
        self.script
    }

    /// Returns who sends the code.
    ///
    /// ```
    /// # use close_code::{CloseCode, Sender};
    /// assert_eq!(CloseCode::MANDATORY_EXTENSION.entry().sender(), Sender::Client);
    /// ```
    #[must_use]
    pub const fn sender(&self) -> Sender {
        self.sender
    }

    /// Returns the table's reconnect advice for the code.
    ///
    /// ```
    /// # use close_code::{CloseCode, Reconnect};
    /// assert_eq!(CloseCode::ABNORMAL_CLOSURE.entry().reconnect(), Reconnect::Backoff);
    /// ```
    #[must_use]
    pub const fn reconnect(&self) -> Reconnect {
        self.reconnect
    }

    /// Returns where the code is specified: sections, errata, URLs.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// let reference = CloseCode::GOING_AWAY.entry().reference();
    /// assert!(reference.contains(&"RFC 6455 section 7.4.1"));
    /// ```
    #[must_use]
    pub const fn reference(&self) -> &'static [&'static str] {
        self.reference
    }

    /// Returns the date or version that introduced the code, if the table has it.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::UNAUTHORIZED.entry().since(), Some("2021-09-06"));
    /// ```
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// Returns why the code is deprecated, or `None`.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.entry().deprecated(), None);
    /// ```
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// Returns one of your own texts by its key: from `extra` in a table, or from `extra(key = "text")` in
    /// the derive.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// // The built-in table has no extra keys.
    /// assert_eq!(CloseCode::GOING_AWAY.entry().extra("log level"), None);
    /// ```
    #[must_use]
    pub fn extra(&self, key: &str) -> Option<&'static str> {
        self.extra.iter().find(|(of, _)| *of == key).map(|(_, text)| *text)
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("codes", &Codes(self))
            .field("name", &self.name)
            .field("meaning", &self.meaning)
            .finish_non_exhaustive()
    }
}

/// The codes of a row as a list of ranges.
struct Codes<'a>(&'a Entry);

impl fmt::Debug for Codes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.codes()).finish()
    }
}

/// An [`Entry`] in the making, for generated code: may be sent, by either end, and passed to `close()`, unless
/// it says otherwise.
///
/// A row is a call with what every row has, and one more call for each thing that it says beyond that. For
/// the compiler that is by far the cheapest form: a struct with all fields costs it ten times as much.
#[derive(Clone, Copy, Debug)]
pub struct EntryBuilder(Entry);

/// Defines functions that set a field of the entry.
macro_rules! setters {
    ($($name:ident($($argument:ident: $type:ty),*) => $field:ident = $value:expr;)*) => {$(
        #[must_use]
        pub const fn $name(mut self, $($argument: $type),*) -> Self {
            self.0.$field = $value;
            self
        }
    )*};
}

#[allow(missing_docs, reason = "each function sets the field that it is named after")]
impl EntryBuilder {
    setters! {
        class(class: &'static str) => class = Some(class);
        label(label: &'static str) => label = label;
        unsendable() => wire = false;
        local() => local = true;
        no_script() => script = false;
        client() => sender = Sender::Client;
        server() => sender = Sender::Server;
        never() => reconnect = Reconnect::Never;
        after_change() => reconnect = Reconnect::AfterChange;
        immediately() => reconnect = Reconnect::Immediately;
        backoff() => reconnect = Reconnect::Backoff;
        after(min: u32, max: u32) => reconnect = Reconnect::After {
            min: Duration::from_secs(min as u64),
            max: Duration::from_secs(max as u64),
        };
        description(description: &'static str) => description = description;
        since(since: &'static str) => since = Some(since);
        deprecated(note: &'static str) => deprecated = Some(note);
        reference(reference: &'static [&'static str]) => reference = reference;
        extra(extra: &'static [(&'static str, &'static str)]) => extra = extra;
    }

    /// The row of one code.
    #[must_use]
    pub const fn code(
        code: u16,
        name: &'static str,
        constant: &'static str,
        meaning: &'static str,
    ) -> Self {
        let mut row = Self::range(code, code, name, constant, meaning);
        row.0.single = true;
        row
    }

    /// The row of a range of codes.
    #[must_use]
    pub const fn range(
        first: u16,
        last: u16,
        name: &'static str,
        constant: &'static str,
        meaning: &'static str,
    ) -> Self {
        Self(Entry {
            first,
            last,
            more: &[],
            single: false,
            name,
            constant,
            class: None,
            meaning,
            label: meaning,
            description: "",
            wire: true,
            local: false,
            script: true,
            sender: Sender::Either,
            reconnect: Reconnect::Unspecified,
            reference: &[],
            since: None,
            deprecated: None,
            extra: &[],
        })
    }

    /// Further codes of the row, first and last.
    #[must_use]
    pub const fn more(mut self, more: &'static [(u16, u16)]) -> Self {
        self.0.more = more;
        self.0.single = false;
        self
    }

    /// What may be done with the codes, as the built-in table says: what holds for all of them.
    #[allow(clippy::cast_possible_truncation, reason = "the loop counts one beyond the last code")]
    #[must_use]
    pub const fn as_built_in(mut self) -> Self {
        (self.0.wire, self.0.local, self.0.script) = (true, true, true);
        let mut at = 0;
        while at < self.0.ranges() {
            let (first, last) = self.0.range(at);
            let mut code = first as u32;
            while code <= last as u32 {
                let known = CloseCode::new(code as u16);
                self.0.wire &= known.is_valid_on_wire();
                self.0.local &= known.is_local_only();
                self.0.script &= known.is_settable_by_script();
                code = crate::const_check::last_code_of_row(known) as u32 + 1;
            }
            at += 1;
        }
        self
    }

    /// The entry.
    #[must_use]
    pub const fn entry(self) -> Entry {
        self.0
    }
}
