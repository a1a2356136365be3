//! Files that are written: whole, and all of a set or none.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process;

use crate::failure::Failure;
use crate::progress::Progress;
use crate::{files, interrupt};

/// A file that should have certain contents.
#[derive(Debug)]
pub(crate) struct Change {
    /// The file.
    pub(crate) path: PathBuf,
    /// What it should hold.
    pub(crate) contents: String,
    /// What it holds; `None` where there is no such file.
    pub(crate) before: Option<Vec<u8>>,
}

impl Change {
    /// Looks at what is there.
    pub(crate) fn new(path: PathBuf, contents: String) -> Result<Self, Failure> {
        let before = match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(cannot("read", &path, &error)),
        };
        Ok(Self { path, contents, before })
    }

    /// Whether the file has to be written. Line endings are those of the checkout, and no difference.
    pub(crate) fn is_needed(&self) -> bool {
        let Some(before) = &self.before else { return true };
        if before == self.contents.as_bytes() {
            return false;
        }
        core::str::from_utf8(before)
            .map_or(true, |before| before.replace("\r\n", "\n") != self.contents)
    }
}

/// Writes what has to be written, the whole set or nothing.
///
/// Every file is first written under another name beside its place, and then moved there. Where one
/// cannot be moved, those before it get back what they held.
pub(crate) fn all(changes: &[Change]) -> Result<(), Failure> {
    let needed: Vec<&Change> = changes.iter().filter(|change| change.is_needed()).collect();
    let mut drafts = Vec::with_capacity(needed.len());
    let mut progress = Progress::new("writing");
    for change in &needed {
        progress.tick(|| files::shown(&change.path));
        drafts.push(Draft::write(&change.path, change.contents.as_bytes())?);
        interrupt::check()?;
    }
    for (at, draft) in drafts.into_iter().enumerate() {
        if let Err(error) = draft.publish() {
            for change in &needed[..at] {
                restore(change);
            }
            return Err(cannot("write", &needed[at].path, &error));
        }
    }
    Ok(())
}

/// Gives a file back what it held. Nothing more can be done where that fails as well.
fn restore(change: &Change) {
    let _ = match &change.before {
        Some(before) => Draft::write(&change.path, before).map(|draft| draft.publish().is_ok()),
        None => Ok(fs::remove_file(&change.path).is_ok()),
    };
}

/// A file under another name beside its place; it goes when it is not published.
struct Draft {
    draft: PathBuf,
    place: PathBuf,
}

impl Draft {
    fn write(path: &Path, contents: &[u8]) -> Result<Self, Failure> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            fs::create_dir_all(folder)
                .map_err(|error| cannot("make the folder", folder, &error))?;
        }
        // What a link points to is replaced, and not the link.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let draft = place.with_file_name(format!(".{name}.{}.tmp", process::id()));
        let draft = Self { draft, place };
        let mut file = File::create(&draft.draft).map_err(|error| cannot("write", path, &error))?;
        let written = file.write_all(contents).and_then(|()| file.sync_all());
        written.map_err(|error| cannot("write", path, &error))?;
        Ok(draft)
    }

    fn publish(self) -> io::Result<()> {
        fs::rename(&self.draft, &self.place)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After it was published there is nothing to remove.
        let _ = fs::remove_file(&self.draft);
    }
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::wrong(format!("cannot {what} {}: {}", files::shown(path), files::why(error)))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Change, all};

    /// A folder stands where the second file belongs, which shows only when it is put there.
    #[test]
    fn what_was_put_in_place_is_taken_back() {
        let folder = std::env::temp_dir().join(format!("close-code-write-{}", std::process::id()));
        fs::create_dir_all(folder.join("b").join("in-the-way")).unwrap();
        fs::write(folder.join("a"), "before").unwrap();
        let change = |name: &str, before: Option<&str>| Change {
            path: folder.join(name),
            contents: "after".to_owned(),
            before: before.map(|before| before.as_bytes().to_vec()),
        };
        let changes = [change("a", Some("before")), change("new", None), change("b", None)];
        assert!(all(&changes).is_err());
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "before");
        let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.collect();
        names.sort();
        assert_eq!(names, ["a", "b"], "neither a new file nor a draft is left");

        assert!(all(&changes[..2]).is_ok());
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "after");
        assert_eq!(fs::read_to_string(folder.join("new")).unwrap(), "after");
        fs::remove_dir_all(&folder).unwrap();
    }
}
