//! Reading files and standard input without trusting their size.

use crate::text::Say;
use kaipan::error::{Code, Error, Lang, Result};
use kaipan_ops::LONGEST_REQUEST;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Opens a file that can be read.
pub(crate) fn open(path: &Path, lang: Lang) -> Result<File> {
    let refuse = |error: &io::Error| unreadable(&path.display().to_string(), error, lang);
    let file = File::open(path).map_err(|error| refuse(&error))?;
    let about = file.metadata().map_err(|error| refuse(&error))?;
    if about.is_dir() {
        return Err(refuse(&io::Error::from(ErrorKind::IsADirectory)));
    }
    Ok(file)
}

/// Reads a whole file, unless it is too long.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<Vec<u8>> {
    let file = open(path, lang)?;
    let length = file.metadata().map(|about| about.len()).unwrap_or(0);
    if usize::try_from(length).is_ok_and(|length| length <= LONGEST_REQUEST) {
        read_all(file, &path.display().to_string(), lang)
    } else {
        Err(too_large(length))
    }
}

/// Reads all there is, but never more than one byte beyond the limit.
pub(crate) fn read_all(source: impl Read, name: &str, lang: Lang) -> Result<Vec<u8>> {
    let most = u64::try_from(LONGEST_REQUEST).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = source.take(most).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(name, &error, lang))?;
    if bytes.len() > LONGEST_REQUEST {
        return Err(too_large(format!(">{LONGEST_REQUEST}")));
    }
    Ok(bytes)
}

/// The input is longer than the limit.
pub(crate) fn too_large(bytes: impl std::fmt::Display) -> Error {
    Error::new(Code::InputTooLarge).with("bytes", bytes).with("limit", LONGEST_REQUEST)
}

/// A file that cannot be read, with the reason in the user's language.
pub(crate) fn unreadable(name: &str, error: &io::Error, lang: Lang) -> Error {
    let known = match error.kind() {
        ErrorKind::NotFound => Some(lang.say("文件不存在", "there is no such file")),
        ErrorKind::PermissionDenied => Some(lang.say("没有权限", "permission denied")),
        ErrorKind::IsADirectory => {
            Some(lang.say("这是文件夹，不是文件", "it is a folder, not a file"))
        }
        ErrorKind::NotADirectory => {
            Some(lang.say("路径中有一段不是文件夹", "part of the path is not a folder"))
        }
        _ => None,
    };
    let detail = known.map_or_else(|| error.to_string(), str::to_owned);
    Error::new(Code::InputFile).with_long("file", name).with("detail", detail)
}
