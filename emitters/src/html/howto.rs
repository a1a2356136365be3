//! Examples of what a program does with a close code. The tests run each of them.

/// An example.
pub(super) struct Example {
    /// The name of its file.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    pub(super) code: &'static str,
}

/// The examples, in the order of the page.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        name: "reading.js",
        title: "Read the code in a browser",
        text: "The close event has the code, the reason and wasClean, which is true if the closing handshake \
               was complete. With 1006 it is false and there is no reason, because no Close frame arrived.",
        code: include_str!("../../templates/howto/reading.js"),
    },
    Example {
        name: "describing.ts",
        title: "Name the code in TypeScript",
        text: "The module close-codes.ts (a link is at the end of the page) has the name, the description and \
               the reconnect advice of every code.",
        code: include_str!("../../templates/howto/describing.ts"),
    },
    Example {
        name: "closing.js",
        title: "Close with a code",
        text: "close() throws for every code except 1000 and 3000 to 4999, and for a reason of more than \
               123 bytes in UTF-8. closeSafely() in the generated module does not throw: it sends its fourth \
               argument instead of such a code, by default 1000.",
        code: include_str!("../../templates/howto/closing.js"),
    },
    Example {
        name: "reconnecting.js",
        title: "Reconnect",
        text: "Do not reconnect after codes that mean that the next attempt would fail too. After the others, \
               wait for a random delay that grows with each failure.",
        code: include_str!("../../templates/howto/reconnecting.js"),
    },
    Example {
        name: "matching.rs",
        title: "Match on the code in Rust",
        text: "close-code is a Rust crate without runtime dependencies. It works with every library whose \
               codes can be converted to u16.",
        code: include_str!("../../templates/howto/matching.rs"),
    },
];
