//! Reading files and standard input without trusting their size.

use crate::text::Say;
use kaipan::error::{Code, Error, Lang, Result};
use kaipan_ops::LONGEST_REQUEST;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Opens a file that can be read.
pub(crate) fn open(path: &Path) -> Result<File> {
    let refuse = |error: &io::Error| unreadable(&path.display().to_string(), error);
    let file = File::open(path).map_err(|error| refuse(&error))?;
    let about = file.metadata().map_err(|error| refuse(&error))?;
    if about.is_dir() {
        return Err(refuse(&io::Error::from(ErrorKind::IsADirectory)));
    }
    Ok(file)
}

/// Reads a whole file, unless it is too long.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let file = open(path)?;
    let length = file.metadata().map(|about| about.len()).unwrap_or(0);
    if usize::try_from(length).is_ok_and(|length| length <= LONGEST_REQUEST) {
        read_all(file, &path.display().to_string())
    } else {
        Err(too_large(length))
    }
}

/// Reads all there is, but never more than one byte beyond the limit.
pub(crate) fn read_all(source: impl Read, name: &str) -> Result<Vec<u8>> {
    let most = u64::try_from(LONGEST_REQUEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = source.take(most).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(name, &error))?;
    if bytes.len() > LONGEST_REQUEST {
        return Err(too_large(format!(">{LONGEST_REQUEST}")));
    }
    Ok(bytes)
}

/// The input is longer than the limit.
pub(crate) fn too_large(bytes: impl std::fmt::Display) -> Error {
    Error::new(Code::InputTooLarge).with("bytes", bytes).with("limit", LONGEST_REQUEST)
}

/// A file that cannot be read.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> Error {
    refused(name, &reason(error, Lang::Zh), &reason(error, Lang::En))
}

/// A file that cannot be read, with the reason in both languages.
pub(crate) fn refused(name: &str, zh: &str, en: &str) -> Error {
    let error = Error::new(Code::InputFile).with_long("file", name);
    error.with_long("detail_zh", zh).with_long("detail", en)
}

/// Why something cannot be read or written.
pub(crate) fn reason(error: &io::Error, lang: Lang) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => ("文件不存在", "there is no such file"),
        ErrorKind::PermissionDenied => ("没有权限", "permission denied"),
        ErrorKind::IsADirectory => ("这是文件夹，不是文件", "it is a folder, not a file"),
        ErrorKind::NotADirectory => ("路径中有一段不是文件夹", "part of the path is not a folder"),
        ErrorKind::AlreadyExists => (
            "已经存在，不会覆盖；换一个文件夹，或先把它移走",
            "it is there already and is not overwritten; take another folder, or move it away",
        ),
        ErrorKind::StorageFull => ("磁盘已满", "the disk is full"),
        ErrorKind::InvalidFilename => ("文件名不合法", "the name is not allowed"),
        _ => {
            return match lang {
                Lang::Zh => format!("系统报告“{error}”"),
                Lang::En => error.to_string(),
            };
        }
    };
    lang.say(known.0, known.1).to_owned()
}
