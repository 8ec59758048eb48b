//! Replacing a file as a whole: a failure leaves the old one as it was.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Names that are tried for the temporary file.
const MOST_NAMES: u32 = 100;

/// Writes a file beside the old one and then puts it in its place.
///
/// # Errors
/// What the system says; nothing is left beside the old file then.
pub(crate) fn replace(file: &Path, content: &[u8]) -> io::Result<()> {
    if file.is_dir() {
        return Err(io::Error::from(ErrorKind::IsADirectory));
    }
    // A link stays a link: what it points to is replaced.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let (mut temporary, path) = create_beside(&target)?;
    let keep_rights = || match fs::metadata(&target) {
        Ok(old) if old.permissions().readonly() => {
            Err(io::Error::from(ErrorKind::PermissionDenied))
        }
        Ok(old) => fs::set_permissions(&path, old.permissions()),
        Err(_) => Ok(()),
    };
    let written = temporary
        .write_all(content)
        .and_then(|()| temporary.sync_all())
        .and_then(|()| keep_rights())
        .and_then(|()| fs::rename(&path, &target));
    if written.is_err() {
        let _ = fs::remove_file(&path);
    }
    written
}

/// A new file in the same folder, with a name that no file has.
fn create_beside(target: &Path) -> io::Result<(File, PathBuf)> {
    let name = target.file_name().ok_or_else(|| io::Error::from(ErrorKind::InvalidFilename))?;
    for number in 0..MOST_NAMES {
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.{number}.tmp", std::process::id()));
        let path = target.with_file_name(hidden);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let name = format!("kaipan-replace-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn the_old_file_is_replaced_and_nothing_else_is_left() {
        let folder = folder("whole");
        let file = folder.join("价格表.csv");
        replace(&file, b"one").unwrap();
        replace(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_failure_leaves_the_old_file() {
        let folder = folder("failure");
        let file = folder.join("kept.csv");
        fs::write(&file, "old").unwrap();
        let mut rights = fs::metadata(&file).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&file, rights).unwrap();
        assert_eq!(replace(&file, b"new").unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&file).unwrap(), b"old");
        assert_eq!(replace(&folder, b"new").unwrap_err().kind(), ErrorKind::IsADirectory);
        let nowhere = folder.join("missing").join("a.csv");
        assert_eq!(replace(&nowhere, b"new").unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        let _ = fs::remove_dir_all(&folder);
    }
}
