//! Writes a page to standard output, for who works on its templates: the reference page, or with `lab`
//! that of the laboratory. With `serve` it runs the laboratory.

use close_code_browser_tests::laboratory::Laboratory;
use close_code_browser_tests::site;
use libtest_mimic::Failed;

fn main() {
    let page = match std::env::args().nth(1).as_deref() {
        Some("lab") => site::lab(),
        Some("serve") => serve(),
        _ => site::reference(),
    };
    match page {
        Ok(page) => print!("{page}"),
        Err(error) => eprintln!("{}", error.message().unwrap_or("no page")),
    }
}

fn serve() -> Result<String, Failed> {
    let laboratory = Laboratory::open()?;
    println!("{}", laboratory.page());
    loop {
        std::thread::park();
    }
}
