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
    let why = [Lang::Zh, Lang::En].map(|lang| reason(error, lang));
    let cure = [Lang::Zh, Lang::En].map(|lang| cure(error, lang));
    refused_with(name, [&why[0], &why[1]], cure)
}

/// A file that does not hold what it should, with the reason in both languages.
pub(crate) fn refused(name: &str, zh: &str, en: &str) -> Error {
    refused_with(name, [zh, en], ["改正文件后再试", "correct the file and try again"])
}

/// A file that cannot be read, with the reason and what to do, each in Chinese and English.
pub(crate) fn refused_with(name: &str, why: [&str; 2], cure: [&str; 2]) -> Error {
    let ([why_zh, why], [cure_zh, cure]) = (why, cure);
    let error = Error::new(Code::InputFile).with_long("file", name);
    let error = error.with_long("detail_zh", why_zh).with_long("detail", why);
    error.with_long("cure_zh", cure_zh).with_long("cure", cure)
}

/// Why something cannot be read or written.
pub(crate) fn reason(error: &io::Error, lang: Lang) -> String {
    match known(error) {
        Some((why, _)) => lang.say(why[0], why[1]).to_owned(),
        None => match lang {
            Lang::Zh => format!("系统报告“{error}”"),
            Lang::En => error.to_string(),
        },
    }
}

/// What to do about it.
pub(crate) fn cure(error: &io::Error, lang: Lang) -> &'static str {
    let [zh, en] = known(error).map_or(UNKNOWN, |(_, cure)| cure);
    lang.say(zh, en)
}

/// What to do about a cause that only the system knows.
const UNKNOWN: [&str; 2] = ["检查路径和权限", "check the path and the permissions"];

/// A cause and its cure, each in Chinese and English.
type Known = ([&'static str; 2], [&'static str; 2]);

fn known(error: &io::Error) -> Option<Known> {
    Some(match error.kind() {
        ErrorKind::NotFound => (
            ["文件不存在", "there is no such file"],
            ["检查文件名和文件夹的写法", "check how the file and its folders are written"],
        ),
        ErrorKind::PermissionDenied => (
            ["没有权限", "permission denied"],
            [
                "请管理员放开权限，或换一个自己能用的文件夹",
                "ask for the permission, or take a folder of your own",
            ],
        ),
        ErrorKind::IsADirectory => (
            ["这是文件夹，不是文件", "it is a folder, not a file"],
            ["给出文件夹里的文件", "name a file in the folder"],
        ),
        ErrorKind::NotADirectory => (
            ["路径中有一段不是文件夹", "part of the path is not a folder"],
            [
                "改正路径，或把占用文件夹名字的文件移走",
                "correct the path, or move away the file that has the name of the folder",
            ],
        ),
        ErrorKind::AlreadyExists => (
            ["已经存在，不会覆盖", "it is there already and is not overwritten"],
            ["换一个文件夹，或先把它移走", "take another folder, or move it away"],
        ),
        ErrorKind::StorageFull => {
            (["磁盘已满", "the disk is full"], ["腾出空间再试", "make room and try again"])
        }
        ErrorKind::InvalidFilename => {
            (["文件名不合法", "the name is not allowed"], ["改一个文件名", "take another name"])
        }
        _ => return None,
    })
}
