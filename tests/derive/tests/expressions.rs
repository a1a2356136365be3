//! Expressions as codes: whatever syn reads, or a block. The compiler evaluates it.

#![allow(
    clippy::cast_possible_truncation,
    clippy::deref_addrof,
    clippy::extra_unused_type_parameters,
    clippy::identity_op,
    clippy::precedence,
    clippy::unnecessary_struct_initialization,
    reason = "odd expressions are the test"
)]

use close_code::CloseCodeRange;

const BASE: u16 = 4000;
const WIDE: u32 = 4001;
const TABLE: [u16; 2] = [4002, 4003];
const PAIR: (u16, (u16, u16)) = (4004, (4005, 4006));
#[expect(non_upper_case_globals, reason = "a constant in small letters is a constant")]
const session_expired: u16 = 4007;

struct Config {
    code: u16,
}

const CONFIG: Config = Config { code: 4008 };

trait Coded<A = u8, B = u8> {
    const CODE: u16;
}

impl Coded for u8 {
    const CODE: u16 = 4009;
}

impl Coded<u16, u32> for u8 {
    const CODE: u16 = 4010;
}

struct Generic<const N: u16>;

impl<const N: u16> Generic<N> {
    const CODE: u16 = 4000 + N;

    const fn code<T>() -> u16 {
        Self::CODE + 1
    }
}

#[repr(u8)]
enum Status {
    Gone = 13,
}

const fn sum(one: u16, other: u16) -> u16 {
    one + other
}

macro_rules! plus {
    ($one:expr, $other:expr) => {
        $one + $other
    };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum InAttributes {
    #[close_code(BASE)]
    Path,
    #[close_code(WIDE as u16)]
    Cast,
    #[close_code(TABLE[0])]
    Index,
    #[close_code(self::TABLE[1])]
    IndexOfAPath,
    #[close_code(PAIR.0, PAIR.1.0, PAIR.1 .1)]
    Fields,
    #[close_code(session_expired)]
    SmallLetters,
    #[close_code(CONFIG.code)]
    NamedField,
    #[close_code(<u8 as Coded>::CODE)]
    OfATrait,
    #[close_code(<u8 as Coded<u16, u32>>::CODE, reconnect = "never")]
    OfATraitWithCommas,
    #[close_code(Generic::<11>::CODE)]
    OfAGeneric,
    #[close_code(Generic::<11>::code::<(u8, u8)>())]
    CallWithGenerics,
    #[close_code(Status::Gone as u16 + BASE)]
    OfAnEnum,
    #[close_code(sum(4000, 14))]
    Call,
    #[close_code(BASE.wrapping_add(15))]
    Method,
    #[close_code(plus!(BASE, 16))]
    Macro,
    #[close_code((1 << 12) - 79 & !0 | 0)]
    Operators,
    #[close_code(*&(BASE + 18))]
    Reference,
    #[close_code({ let code = BASE; if code > 0 { code + 19 } else { code } })]
    Block,
    #[close_code(Self::TWENTY)]
    OfItself,
    #[close_code(Config { code: 4021 }.code)]
    Struct,
}

impl InAttributes {
    const TWENTY: u16 = 4020;
}

#[test]
fn what_syn_reads_is_a_code() {
    let found: Vec<_> = (4000..=4021)
        .map(|code| InAttributes::try_from(code).map_or("-", |close| close.entry().name()))
        .collect();
    let expected = [
        "Path",
        "Cast",
        "Index",
        "IndexOfAPath",
        "Fields",
        "Fields",
        "Fields",
        "SmallLetters",
        "NamedField",
        "OfATrait",
        "OfATraitWithCommas",
        "OfAGeneric",
        "CallWithGenerics",
        "OfAnEnum",
        "Call",
        "Method",
        "Macro",
        "Operators",
        "Reference",
        "Block",
        "OfItself",
        "Struct",
    ];
    assert_eq!(found, expected);
}

/// A discriminant may be any expression at all: the compiler has read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[repr(i32)]
enum InDiscriminants {
    Block = { BASE as i32 + 1 },
    Next,
    If = if BASE > 5 { 4010 } else { 4011 },
    Match = match BASE {
        4000 => 4020,
        _ => 0,
    },
    Parenthesized = (4030),
    Negated = -(-4040),
    Last,
}

#[test]
fn any_discriminant_is_a_code() {
    let codes = [4001, 4002, 4010, 4020, 4030, 4040, 4041];
    let found: Vec<u16> = InDiscriminants::TABLE.iter().map(|row| row.first().get()).collect();
    assert_eq!(found, codes);
    assert_eq!(InDiscriminants::try_from(4041), Ok(InDiscriminants::Last));
    assert_eq!(InDiscriminants::Last as i32, 4041);
}

/// The compiler knows the registry's name of a computed code as well.
#[test]
fn a_computed_code_may_be_reassigned_and_several_have_a_name_of_their_own() {
    const SHARED: u16 = 3000;
    #[derive(Clone, Copy, Debug, PartialEq, CloseCodeRange)]
    #[close_code(range = 3000..=3999)]
    enum Shared {
        #[close_code(SHARED, reassigned)]
        RoomIsFull,
        #[close_code(SHARED + 3, SHARED + 8)]
        Several,
    }
    let names = [3000, 3003, 3008, 3001].map(|code| Shared::try_from(code).ok());
    let [full, several] = [Shared::RoomIsFull, Shared::Several];
    assert_eq!(names, [Some(full), Some(several), Some(several), None]);
}

/// The representation of C is no type: discriminants are as wide as a pointer then.
#[test]
fn a_discriminant_may_be_computed_under_the_representation_of_c() {
    const WIDE: isize = 4000;
    #[derive(Clone, Copy, Debug, PartialEq, CloseCodeRange)]
    #[repr(C)]
    enum Foreign {
        First = WIDE + 1,
        Second,
    }
    assert_eq!(Foreign::try_from(4002), Ok(Foreign::Second));
    assert_eq!([Foreign::First.code().get(), Foreign::First as u16], [4001, 4001]);
}
