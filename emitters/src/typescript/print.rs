//! The module in each language. All three print the same items, and differ in where types stand.

use crate::typescript::item::{Constant, Field, Item, Kind, Module, Parameter};
use crate::typescript::text::{in_comment, literal};

/// The module with its types in the code.
pub(super) fn typescript(module: &Module) -> String {
    print(module, module.items.iter().map(typescript_item))
}

/// The module with its types in comments.
pub(super) fn javascript(module: &Module) -> String {
    print(module, module.items.iter().map(javascript_item))
}

/// What the module exports, and no code.
pub(super) fn declarations(module: &Module) -> String {
    print(module, module.items.iter().filter(|item| item.exported).map(declaration))
}

fn print(module: &Module, items: impl Iterator<Item = String>) -> String {
    let mut text = format!("// {}\n\n", in_comment(&module.notice));
    let mut doc = module.doc.clone();
    doc.extend([String::new(), "@module".to_owned()]);
    text.push_str(&comment(&doc, ""));
    for item in items {
        text.push('\n');
        text.push_str(&item);
    }
    text
}

fn typescript_item(item: &Item) -> String {
    let name = item.name;
    let export = if item.exported { "export " } else { "" };
    let code = match &item.kind {
        Kind::Value { of, value } => format!("{export}const {name}: {of} = {value};\n"),
        Kind::Constants(constants) => {
            format!("{export}const {name} = {} as const;\n", object(constants))
        }
        Kind::Function { parameters, returns, body } => {
            let signature = signature(parameters, returns.of);
            format!("{export}function {name}{signature} {}\n", block(body))
        }
        kind => format!("{export}{}", type_of(name, kind)),
    };
    commented(item, &code, |parameter| format!("@param {} - {}", parameter.name, parameter.doc))
}

fn declaration(item: &Item) -> String {
    let name = item.name;
    let code = match &item.kind {
        Kind::Value { of, .. } => format!("export declare const {name}: {of};\n"),
        Kind::Constants(constants) => {
            format!("export declare const {name}: {};\n", object_type(constants))
        }
        Kind::Function { parameters, returns, .. } => {
            format!("export declare function {name}{};\n", signature(parameters, returns.of))
        }
        kind => format!("export {}", type_of(name, kind)),
    };
    commented(item, &code, |parameter| format!("@param {} - {}", parameter.name, parameter.doc))
}

fn javascript_item(item: &Item) -> String {
    let name = item.name;
    let export = if item.exported { "export " } else { "" };
    let mut doc = item.doc.clone();
    let code = match &item.kind {
        Kind::Value { of, value } => {
            doc.extend([String::new(), format!("@type {{{of}}}")]);
            format!("{export}const {name} = {value};\n")
        }
        Kind::Constants(constants) => {
            format!("{export}const {name} = /** @type {{const}} */ ({});\n", object(constants))
        }
        Kind::Function { parameters, returns, body } => {
            doc.push(String::new());
            doc.extend(
                parameters
                    .iter()
                    .map(|Parameter { name, of, doc }| format!("@param {{{of}}} {name} {doc}")),
            );
            doc.push(format!("@returns {{{}}} {}", returns.of, returns.doc));
            let names: Vec<_> = parameters.iter().map(|parameter| parameter.name).collect();
            format!("{export}function {name}({}) {}\n", names.join(", "), block(body))
        }
        Kind::Alias(of) => return typedef(doc, name, of),
        Kind::Union(members) => return typedef(doc, name, &members.join(" | ")),
        Kind::Interface(fields) => {
            doc.extend([String::new(), format!("@typedef {{object}} {name}")]);
            doc.extend(fields.iter().map(property));
            String::new()
        }
    };
    format!("{}{code}", comment(&doc, ""))
}

fn typedef(mut doc: Vec<String>, name: &str, of: &str) -> String {
    doc.extend([String::new(), format!("@typedef {{{of}}} {name}")]);
    comment(&doc, "")
}

fn property(field: &Field) -> String {
    let Field { name, of, optional, doc } = field;
    let name = if *optional { format!("[{name}]") } else { (*name).to_owned() };
    format!("@property {{{of}}} {name} {doc}")
}

/// A declaration below its comment, in which `parameter` says what a parameter is.
fn commented(item: &Item, code: &str, parameter: impl Fn(&Parameter) -> String) -> String {
    let mut doc = item.doc.clone();
    if let Kind::Function { parameters, returns, .. } = &item.kind {
        doc.push(String::new());
        doc.extend(parameters.iter().map(parameter));
        doc.push(format!("@returns {}", returns.doc));
    }
    comment(&doc, "") + code
}

/// A type's declaration, which has the same form in code and in declarations.
fn type_of(name: &str, kind: &Kind) -> String {
    match kind {
        Kind::Alias(of) => format!("type {name} = {of};\n"),
        Kind::Union(members) => format!("type {name} =\n  | {};\n", members.join("\n  | ")),
        Kind::Interface(fields) => {
            let fields = concat(fields, field_type);
            format!("interface {name} {{\n{fields}}}\n")
        }
        Kind::Constants(_) | Kind::Value { .. } | Kind::Function { .. } => String::new(),
    }
}

fn field_type(field: &Field) -> String {
    let Field { name, of, optional, doc } = field;
    let mark = if *optional { "?" } else { "" };
    format!("  /** {doc} */\n  readonly {name}{mark}: {of};\n")
}

fn signature(parameters: &[Parameter], returns: &str) -> String {
    let parameters: Vec<_> = parameters
        .iter()
        .map(|parameter| format!("{}: {}", parameter.name, parameter.of))
        .collect();
    format!("({}): {returns}", parameters.join(", "))
}

fn block(body: &str) -> String {
    let lines = concat(body.lines(), |line| format!("  {line}\n"));
    format!("{{\n{lines}}}")
}

fn object(constants: &[Constant]) -> String {
    members(constants, |constant| format!("{}: {},", key(constant), constant.code))
}

fn object_type(constants: &[Constant]) -> String {
    members(constants, |constant| format!("readonly {}: {};", key(constant), constant.code))
}

fn members(constants: &[Constant], member: impl Fn(&Constant) -> String) -> String {
    let members = concat(constants, |constant| {
        format!("{}  {}\n", comment(&constant.doc, "  "), member(constant))
    });
    format!("{{\n{members}}}")
}

/// A constant as a property's name, in quotes where it is no plain one.
fn key(constant: &Constant) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if constant.name.bytes().all(plain) { constant.name.clone() } else { literal(&constant.name) }
}

fn comment(lines: &[String], indent: &str) -> String {
    if let [line] = lines {
        return format!("{indent}/** {line} */\n");
    }
    let lines = concat(lines, |line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
    format!("{indent}/**\n{lines}{indent} */\n")
}

fn concat<T>(parts: impl IntoIterator<Item = T>, text: impl Fn(T) -> String) -> String {
    parts.into_iter().map(text).collect::<Vec<_>>().concat()
}
