//! Colours, size, widths, paper.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::site;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open;

pub(crate) fn schemes(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    // The lightness of the background and of the text, from 0 to 255.
    let script = "const style = getComputedStyle(document.body);
        const lightness = (colour) => Math.max(...colour.match(/\\d+/gu).slice(0, 3).map(Number));
        return [lightness(style.backgroundColor), lightness(style.color)];";
    for dark in [false, true] {
        page.prefer_dark(dark)?;
        let colours = page.run(script, &Value::Null)?;
        let light = |index: usize| colours[index].as_u64().is_some_and(|value| value > 127);
        same(&(light(0), light(1)), &(!dark, dark), "background and text are light")?;
    }
    Ok(())
}

pub(crate) fn size(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let script =
        "const gzip = new Blob([argument]).stream().pipeThrough(new CompressionStream('gzip'));
        return (await new Response(gzip).arrayBuffer()).byteLength;";
    let bytes = page.run_async(script, &json!(site::reference()?))?.as_u64();
    same(&bytes.is_some_and(|bytes| bytes <= 90_000), &true, &format!("{bytes:?} bytes"))
}

/// What lies beyond the right edge of the viewport, outside of what scrolls by itself.
pub(crate) const BEYOND: &str = "
    const beyond = Array.from(document.body.querySelectorAll('*')).filter((element) =>
        element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1
        && element.closest('.scroll, .quiet, pre') === null);
    const scrolls = document.documentElement.scrollWidth > innerWidth;
    const inner = Array.from(document.querySelectorAll('.scroll')).filter((part) =>
        part.scrollWidth > part.clientWidth);
    return [scrolls, inner.map(({ className }) => className),
        beyond.map(({ tagName, className }) => `${tagName}.${className}`).slice(0, 5)];";

pub(crate) fn widths(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let event = "CloseEvent {wasClean: false, code: 4004, reason: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'}";
    page.search(event)?;
    for width in [320, 360, 414, 600, 768, 1024, 1200, 1280, 1440, 1920, 2560] {
        page.resize(width, 900)?;
        // At 320 pixels a table may scroll within its frame; from 360 on nothing does.
        let found = page.run(BEYOND, &Value::Null)?;
        let inner = if width < 360 { found[1].clone() } else { json!([]) };
        same(&found, &json!([false, inner, []]), &format!("{width} pixels"))?;
    }
    for name in ["protocols.html", "implementations.html"] {
        page.open(&page.neighbor(name))?;
        for width in [360, 768, 1440] {
            page.resize(width, 900)?;
            let found = page.run(BEYOND, &Value::Null)?;
            same(&found, &json!([false, [], []]), &format!("{name} at {width} pixels"))?;
        }
    }
    Ok(())
}

pub(crate) fn print(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options { dark: true, ..Options::default() })?;
    let media = json!({ "media": "print" });
    page.chromium("Emulation.setEmulatedMedia", &media)?;
    // The width of an A4 page without its margins.
    page.resize(718, 1000)?;
    for tool in [".box", ".filters", ".copy", ".contents"] {
        same(&page.texts(tool)?.len(), &0, &format!("{tool} on paper"))?;
    }
    same(&page.cards()?.is_empty(), &false, "the cards are on paper")?;
    let background = "return getComputedStyle(document.body).backgroundColor";
    let background = page.run(background, &Value::Null)?;
    same(&background, &json!("rgb(255, 255, 255)"), "paper is white")?;
    same(&page.run(BEYOND, &Value::Null)?, &json!([false, [], []]), "what does not fit")?;
    same(&page.print()?.starts_with(b"%PDF"), &true, "it prints")
}
