//! The page where no script runs.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use libtest_mimic::Failed;

use crate::open;
use crate::rows;

pub(crate) fn complete(driver: &Driver) -> Result<(), Failed> {
    let with = open::reference(driver, &Options::default())?;
    let without = open::reference(driver, &Options { script: false, ..Options::default() })?;
    for tool in [".box", ".filters", ".copy", "a[href='#box']"] {
        same(&without.texts(tool)?.len(), &0, &format!("{tool} without scripts"))?;
        same(&with.texts(tool)?.is_empty(), &false, &format!("{tool} with scripts"))?;
    }
    same(&without.cards()?.len(), &rows::all().count(), "rows")?;
    for part in ["h2:not(#box-title)", "h3", "h4", "table", ".card .text", ".card code", "summary"]
    {
        same(&without.texts(part)?, &with.texts(part)?, &format!("{part} without scripts"))?;
    }
    Ok(())
}
