//! The functions of the enum itself, which are `const` where those of the traits cannot be.

use core::fmt::Write as _;

use super::parts::Parts;

/// `from_code`, `entry`, `meaning`, `reconnect`, and `code` and `class` where there are any.
///
/// What they share with the traits are functions beside the enum: a path such as `Self::entry` would be a
/// variant, if there is one of that name.
pub(super) fn items(parts: &Parts<'_>) -> String {
    let rank = if parts.known {
        "__close_code_row(__value)"
    } else {
        "__CLOSE_CODE_RANKS[__close_code_row(__value)] as ::core::primitive::usize"
    };
    let (meaning, reconnect) =
        ("__close_code_entry(&self).meaning()", "__close_code_entry(&self).reconnect()");
    let mut functions = String::new();
    let (mut number, mut uses) = (String::new(), String::new());
    if parts.has_code {
        uses = parts.fill("let _ = $name::code;\n", &[]);
        number = parts.fill(NUMBER, &[("arms", &numbers(parts))]);
        functions.push_str(&parts.fill(CODE, &[]));
    }
    if let Some(class) = &parts.table.head().class {
        let arms = classes(parts, class);
        functions.push_str(&parts.fill(CLASS, &[("class", class), ("arms", &arms)]));
    }
    parts.fill(
        ITEMS,
        &[
            ("arms", &positions(parts)),
            ("rank", rank),
            ("number", &number),
            ("meaning", meaning),
            ("reconnect", reconnect),
            ("functions", &functions),
            ("uses", &uses),
        ],
    )
}

/// What the functions share borrows, so that an enum that lacks `Copy` is told so once. The functions
/// that the user need not use are used here, so that they are no dead code.
///
/// The function `code` hides a constant of that name, which the compiler would take a parameter for; a
/// function does no harm. Other parameters have names that nobody gives to a constant.
const ITEMS: &str = "
#[inline]
const fn __close_code_row(__value: &$name) -> ::core::primitive::usize {
    match __value {
$arms    }
}

#[inline]
const fn __close_code_entry(__value: &$name) -> &'static $crate::Entry {
    &__CLOSE_CODE_ROWS[$rank]
}
$number
const _: () = {
const fn code() {}

impl $name {
    /// The variant for this code: `None` where there is none.
    #[inline]
    #[must_use]
    $visibility const fn from_code(code: $crate::CloseCode) -> ::core::option::Option<Self> {
        __close_code_find(code)
    }

    /// The row of the table for this variant.
    #[inline]
    #[must_use]
    $visibility const fn entry(self) -> &'static $crate::Entry {
        __close_code_entry(&self)
    }

    /// The short text.
    #[inline]
    #[must_use]
    $visibility const fn meaning(self) -> &'static ::core::primitive::str {
        $meaning
    }

    /// What the author of the code says about connecting again.
    #[inline]
    #[must_use]
    $visibility const fn reconnect(self) -> $crate::Reconnect {
        $reconnect
    }
$functions}

let _ = code;
let _ = $name::from_code;
let _ = $name::entry;
let _ = $name::meaning;
let _ = $name::reconnect;
$uses};
";

const NUMBER: &str = "
#[inline]
const fn __close_code_number(__value: &$name) -> $crate::CloseCode {
    match __value {
$arms    }
}
";

const CODE: &str = "
    /// The code of this variant.
    #[inline]
    #[must_use]
    $visibility const fn code(self) -> $crate::CloseCode {
        __close_code_number(&self)
    }
";

const CLASS: &str = "
    /// The class that this variant belongs to.
    #[inline]
    #[must_use]
    $visibility const fn class(self) -> $class {
        match self {
$arms        }
    }
";

/// For each variant the position of its row.
fn positions(parts: &Parts<'_>) -> String {
    let mut arms = String::new();
    for (at, row) in parts.rows().iter().enumerate() {
        let payload = if row.carries_code { "(..)" } else { "" };
        let _ = writeln!(arms, "{}::{}{payload} => {at},", parts.name(), row.name);
    }
    arms
}

/// For each variant its code: that which it carries, or the one of its row.
fn numbers(parts: &Parts<'_>) -> String {
    let mut arms = String::new();
    let mut others = "";
    for row in parts.rows() {
        if row.carries_code {
            let _ = writeln!(arms, "{}::{}(__code) => *__code,", parts.name(), row.name);
        } else {
            others = "__other => __close_code_entry(__other).first(),\n";
        }
    }
    arms + others
}

/// For each variant its class.
fn classes(parts: &Parts<'_>, class: &str) -> String {
    let mut arms = String::new();
    for row in parts.rows() {
        let payload = if row.carries_code { "(..)" } else { "" };
        let of = row.class.as_deref().unwrap_or_default();
        let _ = writeln!(arms, "Self::{}{payload} => {class}::{of},", row.name);
    }
    arms
}
