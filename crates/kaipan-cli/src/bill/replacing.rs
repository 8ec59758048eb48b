//! Files that change together: all of them, or none.

use crate::failure::Failure;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Files that take the place of others. Each is written beside its place first, and only when all
/// are written do they take their places; if one cannot, those before it are put back.
#[derive(Default)]
pub(crate) struct Replacing {
    steps: Vec<Step>,
}

enum Step {
    /// What was written beside its place takes it.
    Place { beside: PathBuf, path: PathBuf, is_new: bool },
    /// A file gets another name.
    Rename { from: PathBuf, to: PathBuf },
}

impl Replacing {
    /// Writes what a file will hold beside it.
    ///
    /// # Errors
    /// [`Failure::File`]; nothing has changed then.
    pub(crate) fn write(&mut self, path: &Path, content: &[u8]) -> Result<(), Failure> {
        self.beside(path, content, false)
    }

    /// Writes what a file will hold that is not there yet.
    ///
    /// # Errors
    /// [`Failure::File`], if it is there too; nothing has changed then.
    pub(crate) fn add(&mut self, path: &Path, content: &[u8]) -> Result<(), Failure> {
        if path.exists() {
            return Err(failure(path, io::ErrorKind::AlreadyExists.into()));
        }
        self.beside(path, content, true)
    }

    fn beside(&mut self, path: &Path, content: &[u8], is_new: bool) -> Result<(), Failure> {
        let beside = with_ending(path, ".new");
        self.steps.push(Step::Place { beside: beside.clone(), path: path.to_owned(), is_new });
        let mut file = fs::File::create(&beside).map_err(|error| failure(path, error))?;
        let written = file.write_all(content).and_then(|()| file.sync_all());
        written.map_err(|error| failure(path, error))
    }

    /// Gives a file another name, when the others take their places.
    pub(crate) fn rename(&mut self, from: &Path, to: &Path) {
        self.steps.push(Step::Rename { from: from.to_owned(), to: to.to_owned() });
    }

    /// Puts the files in their places.
    ///
    /// # Errors
    /// [`Failure::File`]; all files are then as they were.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let mut failed = None;
        let mut done = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            match step.take() {
                Ok(()) => done.push(step),
                Err(error) => {
                    failed = Some(error);
                    break;
                }
            }
        }
        for step in done.into_iter().rev() {
            step.end(failed.is_some());
        }
        failed.map_or(Ok(()), Err)
    }
}

impl Step {
    fn take(&self) -> Result<(), Failure> {
        match self {
            Step::Place { beside, path, is_new } => {
                if !is_new {
                    fs::copy(path, with_ending(path, ".old"))
                        .map_err(|error| failure(path, error))?;
                }
                fs::rename(beside, path).map_err(|error| {
                    let _ = fs::remove_file(with_ending(path, ".old"));
                    failure(path, error)
                })
            }
            Step::Rename { from, to } => {
                if to.exists() {
                    return Err(failure(to, io::ErrorKind::AlreadyExists.into()));
                }
                fs::rename(from, to).map_err(|error| failure(from, error))
            }
        }
    }

    /// Takes it back, or takes away what it would have been taken back from.
    fn end(&self, is_undone: bool) {
        let _ = match (self, is_undone) {
            (Step::Place { path, is_new: true, .. }, true) => fs::remove_file(path),
            (Step::Place { path, .. }, true) => fs::rename(with_ending(path, ".old"), path),
            (Step::Place { is_new: true, .. } | Step::Rename { .. }, false) => Ok(()),
            (Step::Place { path, .. }, false) => fs::remove_file(with_ending(path, ".old")),
            (Step::Rename { from, to }, true) => fs::rename(to, from),
        };
    }
}

impl Drop for Replacing {
    /// Takes away what was written and is not used.
    fn drop(&mut self) {
        for step in &self.steps {
            if let Step::Place { beside, .. } = step {
                let _ = fs::remove_file(beside);
            }
        }
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn failure(path: &Path, error: io::Error) -> Failure {
    Failure::File(path.display().to_string(), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_change_or_none() {
        let folder = std::env::temp_dir().join(format!("kaipan-replacing-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let [units, book, kept, new] =
            ["units.json", "units.xlsx", "units.before.xlsx", "units.csv"]
                .map(|name| folder.join(name));
        fs::write(&units, "old").unwrap();
        fs::write(&book, "book").unwrap();
        let replacing = || {
            let mut replacing = Replacing::default();
            replacing.write(&units, b"new").unwrap();
            replacing.add(&new, b"csv").unwrap();
            replacing.rename(&book, &kept);
            replacing
        };
        let names = || {
            let entries = fs::read_dir(&folder).unwrap();
            let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
            names.sort();
            names
        };
        // The last step cannot be done.
        let broken = replacing();
        fs::write(&kept, "in the way").unwrap();
        assert!(broken.finish().is_err());
        assert_eq!(names(), ["units.before.xlsx", "units.json", "units.xlsx"]);
        assert_eq!(fs::read(&units).unwrap(), b"old");
        fs::remove_file(&kept).unwrap();
        // Not even begun.
        drop(replacing());
        assert_eq!(names(), ["units.json", "units.xlsx"]);

        replacing().finish().unwrap();
        assert_eq!(names(), ["units.before.xlsx", "units.csv", "units.json"]);
        assert_eq!(fs::read(&units).unwrap(), b"new");
        assert_eq!(fs::read(&kept).unwrap(), b"book");
        assert!(Replacing::default().add(&new, b"").is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
