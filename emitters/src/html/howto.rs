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
        text: "The close event has the code and the reason. 1006 is what the browser reports if the \
               connection ended without a Close frame, or could not be opened; it gives no further reason.",
        code: include_str!("../../templates/howto/reading.js"),
    },
    Example {
        name: "describing.ts",
        title: "Name the code in TypeScript",
        text: "The generated module has the names, texts and advice of every code.",
        code: include_str!("../../templates/howto/describing.ts"),
    },
    Example {
        name: "closing.js",
        title: "Close with a code",
        text: "close() throws for every code except 1000 and 3000 to 4999, and for a reason of more than \
               123 bytes in UTF-8. closeSafely() of the generated module never throws.",
        code: include_str!("../../templates/howto/closing.js"),
    },
    Example {
        name: "reconnecting.js",
        title: "Reconnect",
        text: "Whether to reconnect depends on the code. Wait for a random delay, longer after each \
               failure.",
        code: include_str!("../../templates/howto/reconnecting.js"),
    },
    Example {
        name: "matching.rs",
        title: "Match on the code in Rust",
        text: "close-code is a crate without dependencies that works with every WebSocket library.",
        code: include_str!("../../templates/howto/matching.rs"),
    },
];
