//! The page: its elements are those of the templates, whatever the texts of its table are.

use core::cell::RefCell;

use close_code_codegen::model::Table;
use close_code_emitters::docs::Source;
use close_code_emitters::html::{self, Application, Document};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// The pages of a table have no mistake that a browser would mend, no element and no attribute that the
/// templates do not have, and no addresses but each other's and the web's.
pub(super) fn is_well_formed(table: &Table) {
    let source = Source::new("table.toml");
    let document = Document {
        table,
        source: &source,
        protocol: None,
        built_in: false,
        applications: &[Application { id: "table", table }],
        compat: None,
        libraries: None,
    };
    check(&html::emit(&document), 1);
    check(&html::protocols(&document), 0);
}

fn check(page: &str, scripts: usize) {
    let input = BufferQueue::default();
    input.push_back(page.into());
    let options = TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Reader::default(), options);
    let _ = tokenizer.feed(&input);
    assert!(input.is_empty(), "a page is read to its end");
    tokenizer.end();
    let reader = &tokenizer.sink;
    assert_eq!(*reader.faults.borrow(), Vec::<String>::new(), "faults");
    assert_eq!(*reader.open.borrow(), Vec::<String>::new(), "not closed");
    assert_eq!(*reader.scripts.borrow(), scripts, "scripts");
}

/// Follows the elements of a page.
#[derive(Default)]
struct Reader {
    open: RefCell<Vec<String>>,
    scripts: RefCell<usize>,
    faults: RefCell<Vec<String>>,
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => return self.tag(&tag),
            Token::ParseError(error) => self.faults.borrow_mut().push(error.into_owned()),
            Token::CommentToken(text) => {
                self.faults.borrow_mut().push(format!("a comment: {text}"));
            }
            Token::NullCharacterToken => self.faults.borrow_mut().push("a null".to_owned()),
            Token::DoctypeToken(_) | Token::CharacterTokens(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if tag.kind == TagKind::EndTag {
            let last = self.open.borrow_mut().pop();
            if last.as_deref() != Some(name) {
                self.faults.borrow_mut().push(format!("</{name}> closes {last:?}"));
            }
            return TokenSinkResult::Continue;
        }
        for attribute in &tag.attrs {
            self.attribute(name, &attribute.name.local, &attribute.value);
        }
        if matches!(name, "meta" | "link" | "input" | "br" | "wbr" | "hr" | "col") {
            return TokenSinkResult::Continue;
        }
        if matches!(
            name,
            "img" | "iframe" | "object" | "embed" | "base" | "svg" | "math" | "template"
        ) {
            self.faults.borrow_mut().push(format!("<{name}>"));
        }
        self.open.borrow_mut().push(name.to_owned());
        match name {
            "script" => {
                *self.scripts.borrow_mut() += 1;
                TokenSinkResult::RawData(RawKind::ScriptData)
            }
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn attribute(&self, element: &str, name: &str, value: &str) {
        let known = ["#", "https://", "http://", html::PROTOCOLS, "index.html"]
            .iter()
            .any(|start| value.starts_with(start));
        let icon =
            element == "link" && (value.starts_with("data:image/svg+xml,") || value == "data:,");
        let wrong = match name {
            "href" => !known && !icon,
            "src" | "srcdoc" | "style" | "action" | "formaction" => true,
            _ => name.starts_with("on"),
        };
        if wrong {
            self.faults.borrow_mut().push(format!("<{element} {name}={value:?}>"));
        }
    }
}
