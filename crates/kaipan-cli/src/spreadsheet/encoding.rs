//! Text in the encodings that spreadsheets save it in.

use super::refusal::Refusal;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

/// The text of a file: by its byte order mark, else UTF-8 if it is that, else UTF-16 by the zero
/// bytes of its digits, else GBK.
///
/// # Errors
/// What is text in none of these, and what is no text.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Refusal> {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    if let Some(encoding) = marked.or_else(|| utf_16(&bytes)) {
        return decoded(&bytes, encoding);
    }
    match String::from_utf8(bytes) {
        Ok(text) => readable(text),
        Err(error) => decoded(error.as_bytes(), GB18030),
    }
}

fn decoded(bytes: &[u8], encoding: &'static Encoding) -> Result<String, Refusal> {
    let (text, bad) = encoding.decode_with_bom_removal(bytes);
    if bad { Err(Refusal::ENCODING) } else { readable(text.into_owned()) }
}

/// UTF-16 without a mark: digits, commas and line ends have a zero byte, always on the same side.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros =
        |first: usize| bytes.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = even.max(odd);
    let clear = even.min(odd).saturating_mul(20) <= most;
    let enough = most.saturating_mul(20) >= bytes.len();
    (most > 0 && clear && enough && bytes.len().is_multiple_of(2)).then_some(if even > odd {
        UTF_16BE
    } else {
        UTF_16LE
    })
}

/// Text has no control characters but those of lines and tabs.
fn readable(text: String) -> Result<String, Refusal> {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}');
    let strange = text.chars().filter(|c| control(*c)).count();
    if text.contains('\0') || strange.saturating_mul(50) > text.len() {
        return Err(Refusal::NO_SPREADSHEET);
    }
    if text.trim().is_empty() { Err(Refusal::EMPTY) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "楼栋,楼层,户位,建筑面积\r\n3,18,02,89.50\r\n";

    #[test]
    fn encodings_are_told_apart() {
        let (gbk, _, _) = GB18030.encode(TABLE);
        let le: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TABLE.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        for bytes in [
            TABLE.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", TABLE.as_bytes()),
            gbk.to_vec(),
            marked(b"\xff\xfe", &le),
            marked(b"\xfe\xff", &be),
            le,
            be,
        ] {
            let read = text(bytes.clone()).unwrap();
            assert_eq!(read.trim_start_matches('\u{feff}'), TABLE, "{bytes:?}");
        }
        assert!(text(b"\xff\xff\xff,\x81".to_vec()).is_err());
        assert!(text(b"a\0b,\0\0c".to_vec()).is_err());
    }
}
