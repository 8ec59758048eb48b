//! What kind of file it is, by its first bytes.

use super::refusal::Refusal;

/// What a file can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Workbook(Format),
}

/// The format of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Ods,
    Xls,
}

/// The kind of a file.
///
/// # Errors
/// What is certainly no spreadsheet that can be read.
pub(super) fn of(bytes: &[u8]) -> Result<Kind, Refusal> {
    let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    if bytes.starts_with(b"PK\x03\x04") {
        return if has(b".iwa") {
            Err(Refusal::NUMBERS)
        } else if has(b"xl/workbook.bin") {
            Ok(Kind::Workbook(Format::Xlsb))
        } else if has(b"opendocument") || has(b"content.xml") && !has(b"xl/") {
            Ok(Kind::Workbook(Format::Ods))
        } else {
            Ok(Kind::Workbook(Format::Xlsx))
        };
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // The names in it are UTF-16.
        let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        return if has(&name) { Err(Refusal::LOCKED) } else { Ok(Kind::Workbook(Format::Xls)) };
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Refusal::PDF);
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if text.is_empty() {
        return Err(Refusal::EMPTY);
    }
    if text.starts_with(b"<") {
        let start = text.get(..text.len().min(4_096)).unwrap_or(text).to_ascii_lowercase();
        let holds = |needle: &[u8]| start.windows(needle.len()).any(|window| window == needle);
        if holds(b"urn:schemas-microsoft-com:office:spreadsheet") && !holds(b"<html") {
            return Err(Refusal::OLD_XML);
        }
        if [&b"<html"[..], b"<table", b"<!doctype", b"<head", b"<meta"].iter().any(|tag| holds(tag))
        {
            return Err(Refusal::PAGE);
        }
    }
    Ok(Kind::Text)
}
