//! The implementations that every enum of close codes has.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{Options, enum_name, enums, plain, rows, variant};
use crate::model::{Row, Table};
use crate::problem::Place;
use crate::segments;

/// The trait, the inherent functions, and the conversions, for an enum that exists.
///
/// `visibility` is that of the enum, which its inherent functions share; `judgements` are items that see
/// the constants that the functions read.
#[must_use]
pub fn impls<S: Place>(
    table: &Table<S>,
    options: &Options,
    visibility: &TokenStream,
    judgements: &TokenStream,
) -> TokenStream {
    let parts = Parts::new(table, options, visibility);
    let data = parts.data();
    let inherent = parts.inherent();
    let class = parts.class();
    let traits = parts.traits();
    let conversions = parts.conversions();
    quote! {
        const _: () = {
            #data
            #judgements
            #inherent
            #class
            #traits
            #conversions
        };
    }
}

/// What the pieces share.
struct Parts<'a, S> {
    table: &'a Table<S>,
    options: &'a Options,
    visibility: &'a TokenStream,
    name: Ident,
    variants: Vec<Ident>,
    /// A pattern for each variant, whatever it carries.
    patterns: Vec<TokenStream>,
    /// An enum whose variants carry nothing is stored in the lookup itself.
    plain: bool,
    /// Every code of the domain has a row.
    total: bool,
}

impl<'a, S: Place> Parts<'a, S> {
    fn new(table: &'a Table<S>, options: &'a Options, visibility: &'a TokenStream) -> Self {
        let variants: Vec<Ident> = table.rows().iter().map(variant).collect();
        let patterns = table.rows().iter().zip(&variants).map(|(row, variant)| {
            if row.carries_code { quote!(Self::#variant(..)) } else { quote!(Self::#variant) }
        });
        Self {
            table,
            options,
            visibility,
            name: enum_name(table),
            patterns: patterns.collect(),
            plain: !table.rows().iter().any(|row| row.carries_code),
            total: table.head().rules.total && !table.head().rules.derived,
            variants,
        }
    }

    fn rows(&self) -> &'a [Row<S>] {
        self.table.rows()
    }

    /// The constants and statics that the functions read.
    fn data(&self) -> TokenStream {
        let krate = &self.options.krate;
        let entries = rows::entries(self.table, self.options);
        let texts = rows::texts(self.table, self.options);
        let spans = rows::spans(self.table, self.options);
        let count = Literal::usize_unsuffixed(entries.len());
        let allow = self.allow();
        let (first, last, outside) = self.indexed();
        let (value, values) = self.values(outside);
        let table = if rows::is_known(self.table) {
            quote!(&__CLOSE_CODE_ROWS)
        } else {
            quote!(&#krate::__private::sorted(__CLOSE_CODE_ROWS))
        };
        quote! {
            const __CLOSE_CODE_SPANS: &[#krate::__private::Span] = &[#(#spans),*];
            const __CLOSE_CODE_SLOTS: usize = #krate::__private::slots(#first, #last);
            const __CLOSE_CODE_PAINTED: #krate::__private::Painted<__CLOSE_CODE_SLOTS> =
                #krate::__private::paint(#first, #last, __CLOSE_CODE_SPANS);
            #allow
            static __CLOSE_CODE_INDEX: #krate::__private::Index<
                #value, __CLOSE_CODE_SLOTS, { __CLOSE_CODE_PAINTED.pages }
            > = __CLOSE_CODE_PAINTED.index(&[#(#values),*]);
            static __CLOSE_CODE_ROWS: [#krate::Entry; #count] = [#(#entries),*];
            static __CLOSE_CODE_TABLE: &[#krate::Entry] = #table;
            static __CLOSE_CODE_TEXTS: [#krate::__private::Text; #count] = [#(#texts),*];
        }
    }

    /// The codes that the lookup holds, and the row of every other code. Where the last range reaches
    /// the end of the domain, the lookup leaves it out: that is most of the 65,536 codes.
    fn indexed(&self) -> (u16, u16, Option<usize>) {
        let (first, last) = self.table.head().span;
        let segments = segments::of(self.table);
        match segments.last() {
            Some(tail) if self.total && tail.first > first => (first, tail.first - 1, Some(tail.row)),
            _ => (first, last, None),
        }
    }

    /// What the lookup stores: the type, and the values, first that for codes without a row.
    fn values(&self, outside: Option<usize>) -> (TokenStream, Vec<TokenStream>) {
        let name = &self.name;
        if !self.plain {
            let count = self.rows().len();
            let outside = outside.map_or(0, |row| row + 1);
            let numbers = core::iter::once(outside).chain(1..=count);
            let numbers = numbers.map(|number| {
                let number = Literal::u16_suffixed(u16::try_from(number).unwrap_or(u16::MAX));
                quote!(#number)
            });
            return (quote!(u16), numbers.collect());
        }
        let of = |variant: &Ident| {
            if self.total {
                quote!(#name::#variant)
            } else {
                quote!(::core::option::Option::Some(#name::#variant))
            }
        };
        let outside = match outside {
            Some(row) => of(&self.variants[row]),
            None if self.total => of(&self.variants[0]),
            None => quote!(::core::option::Option::None),
        };
        let value = if self.total { quote!(#name) } else { quote!(::core::option::Option<#name>) };
        (value, core::iter::once(outside).chain(self.variants.iter().map(of)).collect())
    }

    fn allow(&self) -> TokenStream {
        // Generated functions name every variant, also those that are going away, and an application
        // need not call them all.
        quote!(#[allow(deprecated, dead_code)])
    }

    fn inherent(&self) -> TokenStream {
        let krate = &self.options.krate;
        let (name, visibility, allow) = (&self.name, self.visibility, self.allow());
        let patterns = &self.patterns;
        let positions = (0..patterns.len()).map(Literal::usize_unsuffixed);
        let from_code = self.from_code();
        let code = self.code();
        quote! {
            #allow
            impl #name {
                /// The variant for this code: `None` where there is none.
                #[inline]
                #[must_use]
                #visibility const fn from_code(code: #krate::CloseCode) -> ::core::option::Option<Self> {
                    #from_code
                }

                #[inline]
                const fn __close_code_row(self) -> usize {
                    match self { #(#patterns => #positions),* }
                }

                /// The row of the table for this variant.
                #[inline]
                #[must_use]
                #visibility const fn entry(self) -> &'static #krate::Entry {
                    &__CLOSE_CODE_ROWS[self.__close_code_row()]
                }

                #[doc(hidden)]
                #[inline]
                #[must_use]
                #visibility const fn __text(self) -> #krate::__private::Text {
                    __CLOSE_CODE_TEXTS[self.__close_code_row()]
                }

                /// The short text.
                #[inline]
                #[must_use]
                #visibility const fn meaning(self) -> &'static str {
                    self.entry().meaning()
                }

                /// What the author of the code says about connecting again.
                #[inline]
                #[must_use]
                #visibility const fn reconnect(self) -> #krate::Reconnect {
                    self.entry().reconnect()
                }

                #code
            }
        }
    }

    fn from_code(&self) -> TokenStream {
        let first = Literal::u16_unsuffixed(self.indexed().0);
        let get = quote!(__CLOSE_CODE_INDEX.get(code.get().wrapping_sub(#first)));
        if self.plain && self.total {
            return quote!(::core::option::Option::Some(#get));
        }
        if self.plain {
            return get;
        }
        let arms = self.rows().iter().zip(&self.variants).enumerate().map(|(at, (row, variant))| {
            let number = Literal::u16_unsuffixed(u16::try_from(at + 1).unwrap_or(u16::MAX));
            let payload = row.carries_code.then(|| quote!((code)));
            quote!(#number => ::core::option::Option::Some(Self::#variant #payload))
        });
        quote! {
            match #get {
                #(#arms,)*
                _ => ::core::option::Option::None,
            }
        }
    }

    /// Whether every variant is one code, or carries it.
    fn has_code(&self) -> bool {
        self.rows().iter().all(|row| row.carries_code || row.single().is_some())
    }

    fn code(&self) -> Option<TokenStream> {
        let (krate, visibility) = (&self.options.krate, self.visibility);
        let arms = self.rows().iter().zip(&self.variants).map(|(row, variant)| match row.single() {
            Some(codes) if !row.carries_code => {
                let code = rows::narrow(&codes.first.value);
                quote!(Self::#variant => #krate::CloseCode::new(#code))
            }
            _ => quote!(Self::#variant(code) => code),
        });
        self.has_code().then(|| {
            quote! {
                /// The code of this variant.
                #[inline]
                #[must_use]
                #visibility const fn code(self) -> #krate::CloseCode {
                    match self { #(#arms),* }
                }
            }
        })
    }

    /// The class of a variant, where the table has classes.
    fn class(&self) -> Option<TokenStream> {
        let class = enums::class_name(self.table)?;
        let (name, visibility, allow) = (&self.name, self.visibility, self.allow());
        let arms = self.rows().iter().zip(&self.patterns).map(|(row, pattern)| {
            let of = enums::class_ident(row.class.as_deref().unwrap_or_default());
            quote!(#pattern => #class::#of)
        });
        Some(quote! {
            #allow
            impl #name {
                /// The class that this variant belongs to.
                #[inline]
                #[must_use]
                #visibility const fn class(self) -> #class {
                    match self { #(#arms),* }
                }
            }
        })
    }

    fn traits(&self) -> TokenStream {
        let krate = &self.options.krate;
        let (name, allow) = (&self.name, self.allow());
        let (first, last) = self.table.head().span;
        let number = self.has_code().then(|| {
            quote! {
                if f.alternate() {
                    return #krate::__private::pad(f, self.code(), self.__text().label());
                }
            }
        });
        quote! {
            #allow
            impl #krate::CloseCodeRange for #name {
                const TABLE: &'static [#krate::Entry] = __CLOSE_CODE_TABLE;
                const RANGE: ::core::ops::RangeInclusive<u16> =
                    ::core::ops::RangeInclusive::new(#first, #last);

                #[inline]
                fn from_code(code: #krate::CloseCode) -> ::core::option::Option<Self> {
                    Self::from_code(code)
                }

                #[inline]
                fn entry(self) -> &'static #krate::Entry {
                    Self::entry(self)
                }
            }

            #allow
            impl ::core::fmt::Display for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #number
                    f.pad(self.__text().label())
                }
            }
        }
    }

    fn conversions(&self) -> TokenStream {
        let krate = &self.options.krate;
        let (name, allow) = (&self.name, self.allow());
        let text = plain(&self.table.head().name.value);
        let into = self.has_code().then(|| {
            quote! {
                #allow
                impl ::core::convert::From<#name> for #krate::CloseCode {
                    #[inline]
                    fn from(value: #name) -> Self {
                        value.code()
                    }
                }

                #allow
                impl ::core::convert::From<#name> for u16 {
                    #[inline]
                    fn from(value: #name) -> Self {
                        value.code().get()
                    }
                }
            }
        });
        quote! {
            #allow
            impl ::core::convert::TryFrom<#krate::CloseCode> for #name {
                type Error = #krate::UnknownCode;

                #[inline]
                fn try_from(code: #krate::CloseCode) -> ::core::result::Result<Self, #krate::UnknownCode> {
                    match Self::from_code(code) {
                        ::core::option::Option::Some(value) => ::core::result::Result::Ok(value),
                        ::core::option::Option::None => {
                            ::core::result::Result::Err(#krate::UnknownCode::__new(code, #text))
                        }
                    }
                }
            }

            #allow
            impl ::core::convert::TryFrom<u16> for #name {
                type Error = #krate::UnknownCode;

                #[inline]
                fn try_from(code: u16) -> ::core::result::Result<Self, #krate::UnknownCode> {
                    <Self as ::core::convert::TryFrom<#krate::CloseCode>>::try_from(
                        #krate::CloseCode::new(code),
                    )
                }
            }

            #into
        }
    }
}
