//! Constants, and what the runtime crate's `CloseCode` knows.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::{Options, allow, doc, enum_name, enums, variant};
use crate::model::{Row, Sender, Table};
use crate::problem::Place;
use crate::segments::{self, Segment};

/// A constant for each row of one code, as associated constants of `on`.
fn constants<S: Place>(table: &Table<S>, on: &TokenStream, options: &Options) -> TokenStream {
    let krate = &options.krate;
    let constants = table.rows().iter().filter_map(|row| {
        let code = Literal::u16_unsuffixed(row.single()?.first.value.code()?);
        let name = Ident::new(&row.constant, Span::call_site());
        let docs = doc::comment(&doc::row(row));
        let deprecated = row.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
        Some(quote!(#docs #deprecated pub const #name: #krate::CloseCode = #krate::CloseCode::new(#code);))
    });
    let constants: Vec<TokenStream> = constants.collect();
    let allow = allow();
    quote! {
        #allow
        impl #on { #(#constants)* }
    }
}

/// The constants of an own table, on its enum.
pub(super) fn of_enum<S: Place>(table: &Table<S>, options: &Options) -> TokenStream {
    let name = enum_name(table);
    constants(table, &quote!(#name), options)
}

/// The constants of the built-in table, and the questions that `CloseCode` answers from it.
pub(super) fn of_close_code<S: Place>(table: &Table<S>, options: &Options) -> TokenStream {
    let constants = constants(table, &quote!(CloseCode), options);
    let segments = segments::of(table);
    let by_match = by_match(table, &segments);
    let class = class(table, &segments);
    let predicates = predicates(table, &segments);
    let (name, allow) = (enum_name(table), allow());
    quote! {
        #constants
        #by_match

        #allow
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
            pub const fn kind(self) -> #name {
                match #name::from_code(self) {
                    ::core::option::Option::Some(kind) => kind,
                    // The lookup is total: a table with a gap does not build.
                    ::core::option::Option::None => #name::__from_match(self.get()),
                }
            }

            #class
            #predicates
        }
    }
}

/// The classification as a match without a wildcard: rustc proves on every build that the table covers
/// all codes. The lookup beside it is faster, and a test compares the two.
fn by_match<S: Place>(table: &Table<S>, segments: &[Segment]) -> TokenStream {
    let name = enum_name(table);
    let variants: Vec<Ident> = table.rows().iter().map(variant).collect();
    let arms = variants.iter().enumerate().filter_map(|(at, variant)| {
        let ranges = segments.iter().filter(|segment| segment.row == at).map(pattern);
        let ranges: Vec<TokenStream> = ranges.collect();
        (!ranges.is_empty()).then(|| quote!(#(#ranges)|* => Self::#variant))
    });
    let allow = allow();
    quote! {
        #allow
        impl #name {
            #[doc(hidden)]
            #[must_use]
            pub const fn __from_match(code: u16) -> Self {
                match code { #(#arms),* }
            }
        }
    }
}

fn pattern(segment: &Segment) -> TokenStream {
    let first = Literal::u16_unsuffixed(segment.first);
    let last = Literal::u16_unsuffixed(segment.last);
    if segment.first == segment.last { quote!(#first) } else { quote!(#first..=#last) }
}

fn class<S: Place>(table: &Table<S>, segments: &[Segment]) -> Option<TokenStream> {
    let name = enums::class_name(table)?;
    let class_of = |row: usize| table.rows()[row].class.as_deref();
    let segments = segments::join(segments, |left, right| class_of(left) == class_of(right));
    let arms = segments.iter().map(|segment| {
        let (pattern, class) = (pattern(segment), class_of(segment.row));
        let class = enums::class_ident(class.unwrap_or_default());
        quote!(#pattern => #name::#class)
    });
    let arms: Vec<TokenStream> = arms.collect();
    Some(quote! {
        /// The range that this code belongs to, as RFC 6455 section 7.4.2 divides them. Every code has
        /// one.
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
        pub const fn class(self) -> #name {
            match self.get() { #(#arms),* }
        }
    })
}

fn predicates<S: Place>(table: &Table<S>, segments: &[Segment]) -> TokenStream {
    let holds = |flag: &dyn Fn(&Row<S>) -> bool| within(table, segments, flag);
    let wire = holds(&|row| row.flags.is_some_and(|flags| flags.wire));
    let local = holds(&|row| row.flags.is_some_and(|flags| flags.local));
    let script = holds(&|row| row.flags.is_some_and(|flags| flags.script));
    let sendable = |other: Sender| {
        holds(&|row| row.flags.is_some_and(|flags| flags.wire) && row.sender != other)
    };
    let (client, server) = (sendable(Sender::Server), sendable(Sender::Client));
    quote! {
        /// Whether a Close frame may hold this code.
        ///
        /// Codes that a table for RFC 6455 section 7.4 and the registry allow from either endpoint; see
        /// [`is_sendable_by`](Self::is_sendable_by) for who is expected to send it.
        #[inline]
        #[must_use]
        pub const fn is_valid_on_wire(self) -> bool {
            let code = self.get();
            #wire
        }

        /// Whether this code is never on the wire and only reported to the application, such as 1006
        /// (RFC 6455 section 7.4.1).
        #[inline]
        #[must_use]
        pub const fn is_local_only(self) -> bool {
            let code = self.get();
            #local
        }

        /// Whether a page may pass this code to `WebSocket.close()` (WHATWG WebSockets Standard,
        /// `close(code, reason)`, step 1).
        #[inline]
        #[must_use]
        pub const fn is_settable_by_script(self) -> bool {
            let code = self.get();
            #script
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
            match role {
                Role::Client => #client,
                Role::Server => #server,
            }
        }
    }
}

/// An expression that tells whether `code` is in a row for which `flag` holds: one comparison for each
/// range, and no branch.
fn within<S>(
    table: &Table<S>,
    segments: &[Segment],
    flag: &dyn Fn(&Row<S>) -> bool,
) -> TokenStream {
    let holds: Vec<bool> = table.rows().iter().map(flag).collect();
    let joined = segments::join(segments, |left, right| holds[left] == holds[right]);
    let tests: Vec<TokenStream> =
        joined.iter().filter(|segment| holds[segment.row]).map(comparison).collect();
    if tests.is_empty() { quote!(false) } else { quote!(#(#tests)|*) }
}

fn comparison(segment: &Segment) -> TokenStream {
    let first = Literal::u16_unsuffixed(segment.first);
    if segment.first == segment.last {
        return quote!((code == #first));
    }
    let width = Literal::u16_unsuffixed(segment.last - segment.first);
    quote!((code.wrapping_sub(#first) <= #width))
}
