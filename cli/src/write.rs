//! Files that are written: whole, and all of a set or none.

use std::collections::HashSet;
use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;
use crate::progress::Progress;
use crate::{files, interrupt};

/// A file that should have certain contents.
#[derive(Debug)]
pub(crate) struct Change {
    /// The file.
    pub(crate) path: PathBuf,
    /// What it should contain.
    pub(crate) contents: String,
    /// What it contains; `None` if there is no such file.
    pub(crate) before: Option<Vec<u8>>,
}

impl Change {
    /// Looks at what is there.
    pub(crate) fn new(path: PathBuf, contents: String) -> Result<Self, Failure> {
        let read = || match fs::metadata(&path)? {
            // A FIFO or a device may have no end.
            found if !found.is_file() && !found.is_dir() => {
                Err(io::Error::other("it is not a regular file"))
            }
            _ => files::whole(File::open(&path)?),
        };
        let before = match interrupt::waiting(read)? {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(cannot("read", &path, &error)),
        };
        Ok(Self { path, contents, before })
    }

    /// Whether another path leads to the same file.
    pub(crate) fn replaces(&self, other: &Path) -> bool {
        place(&self.path) == place(other)
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
/// Every file is first written as a draft in the same folder, and then moved to its place. If one cannot
/// be moved, those before it get back what they contained.
pub(crate) fn all(changes: &[Change]) -> Result<(), Failure> {
    let places: Vec<PathBuf> = changes.iter().map(|change| place(&change.path)).collect();
    places.iter().map(|place| folder(place)).collect::<HashSet<_>>().into_iter().for_each(sweep);
    let needed: Vec<&Change> = changes.iter().filter(|change| change.is_needed()).collect();
    let mut drafts = Vec::with_capacity(needed.len());
    let mut progress = Progress::new("writing");
    for change in &needed {
        progress.tick(|| files::shown(&change.path));
        drafts.push(Draft::new(&change.path, change.contents.as_bytes())?);
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

/// Gives a file back what it contained. Nothing more can be done if that fails as well.
fn restore(change: &Change) {
    let _ = match &change.before {
        Some(before) => Draft::new(&change.path, before).map(|draft| draft.publish().is_ok()),
        None => Ok(fs::remove_file(&change.path).is_ok()),
    };
}

/// How the names of drafts begin and end.
const DRAFT: (&str, &str) = (".close-code-", ".tmp");

/// What will be moved to its place. It is removed if it is not.
struct Draft {
    file: NamedTempFile,
    place: PathBuf,
}

impl Draft {
    fn new(path: &Path, contents: &[u8]) -> Result<Self, Failure> {
        let parent = folder(path);
        fs::create_dir_all(parent).map_err(|error| cannot("make the folder", parent, &error))?;
        let place = place(path);
        let draft = || {
            let mut file = loop {
                let file = empty(&place)?;
                // Held while this process lives: `sweep` of another one removes what has no lock, and may
                // have been faster. Where there are no locks, it removes nothing.
                let _ = fs4::FileExt::lock(file.as_file());
                if file.path().exists() {
                    break file;
                }
            };
            file.write_all(contents)?;
            if let Ok(before) = fs::metadata(&place) {
                keep(&before, file.as_file())?;
            }
            file.as_file().sync_all()?;
            Ok(file)
        };
        let file = draft().map_err(|error| cannot("write", path, &error))?;
        Ok(Self { file, place })
    }

    fn publish(self) -> io::Result<()> {
        self.file.persist(&self.place)?;
        Ok(())
    }
}

/// Where a path leads: what a link points to is replaced, and not the link. A file that is not there yet has one
/// place, however its folder is written.
fn place(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| {
        match (fs::canonicalize(folder(path)), path.file_name()) {
            (Ok(folder), Some(name)) => folder.join(name),
            _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
        }
    })
}

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// A new file next to a place, with a random name. If there is a file to replace, only the owner may read this
/// one until it gets that one's mode; otherwise it has the mode of any new file.
fn empty(place: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(DRAFT.0).suffix(DRAFT.1);
    #[cfg(unix)]
    if !place.exists() {
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    builder.tempfile_in(folder(place))
}

/// Gives a file the mode of the one that it replaces, and the owner and the group as far as that is permitted.
fn keep(before: &Metadata, file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        // Before the mode, since it can clear bits of that. Only root may give files away; others only to
        // their groups.
        if fchown(file, Some(before.uid()), Some(before.gid())).is_err() {
            let _ = fchown(file, None, Some(before.gid()));
        }
    }
    file.set_permissions(before.permissions())
}

/// Removes the drafts of runs that were killed: no process has a lock on them.
fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_draft = |name: &str| name.starts_with(DRAFT.0) && name.ends_with(DRAFT.1);
    for entry in entries.filter(|entry| entry.file_name().to_str().is_some_and(is_draft)) {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let file = if is_file { File::open(entry.path()).ok() } else { None };
        // The lock is held until the draft is removed.
        if file.as_ref().is_some_and(|file| fs4::FileExt::try_lock(file).is_ok()) {
            // The next run tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::wrong(format!("cannot {what} {}: {}", files::shown(path), files::why(error)))
}

#[cfg(test)]
mod tests {
    use std::{fs, thread};

    use super::{Change, all};

    #[test]
    fn runs_in_one_folder_leave_each_others_drafts() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let change = |run: usize| Change {
            path: folder.join(run.to_string()),
            contents: run.to_string(),
            before: None,
        };
        thread::scope(|scope| {
            for run in 0..8 {
                scope.spawn(move || (0..200).for_each(|_| all(&[change(run)]).unwrap()));
            }
        });
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["0", "1", "2", "3", "4", "5", "6", "7"], "no draft is left");
    }

    #[cfg(unix)]
    #[test]
    fn the_draft_of_a_private_file_is_private() {
        use std::os::unix::fs::PermissionsExt as _;

        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("private");
        fs::write(&place, "").unwrap();
        let draft = super::empty(&place).unwrap();
        assert_eq!(draft.as_file().metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    /// A folder has the name of the third file, which shows only when that is moved there.
    #[test]
    fn what_was_put_in_place_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
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
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.collect();
        names.sort();
        assert_eq!(names, ["a", "b"], "neither a new file nor a draft is left");

        assert!(all(&changes[..2]).is_ok());
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "after");
        assert_eq!(fs::read_to_string(folder.join("new")).unwrap(), "after");
    }
}
