//! What the module is made of, before it is printed in one language or the other.

/// A module.
pub(super) struct Module {
    /// Its first line: that it is generated.
    pub(super) notice: String,
    /// What it is, ready for a comment.
    pub(super) doc: Vec<String>,
    /// What it declares.
    pub(super) items: Vec<Item>,
}

/// A declaration.
pub(super) struct Item {
    pub(super) doc: Vec<String>,
    pub(super) name: &'static str,
    pub(super) exported: bool,
    pub(super) kind: Kind,
}

/// What is declared. Values and bodies are code in both languages.
pub(super) enum Kind {
    /// A type: a union, one member a line.
    Union(Vec<String>),
    /// A type that is written on one line.
    Alias(&'static str),
    /// An object's type.
    Interface(Vec<Field>),
    /// Numbers by name, each of a type of its own.
    Constants(Vec<Constant>),
    /// Any other constant.
    Value { of: &'static str, value: String },
    /// A function.
    Function { parameters: Vec<Parameter>, returns: Returns, body: &'static str },
}

pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) of: &'static str,
    pub(super) optional: bool,
    pub(super) doc: &'static str,
}

pub(super) struct Constant {
    pub(super) doc: Vec<String>,
    pub(super) name: String,
    pub(super) code: u16,
}

pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) of: &'static str,
    pub(super) doc: &'static str,
}

pub(super) struct Returns {
    pub(super) of: &'static str,
    pub(super) doc: &'static str,
}
