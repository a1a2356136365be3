//! Writes the reference page to standard output, for who works on its templates.

fn main() {
    match close_code_browser_tests::site::reference() {
        Ok(page) => print!("{page}"),
        Err(error) => eprintln!("{}", error.message().unwrap_or("no page")),
    }
}
