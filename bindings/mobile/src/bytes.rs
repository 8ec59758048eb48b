//! Bytes that cross in bulk.

use kaipan::error::{Code, Error};
use uniffi::{MetadataBuffer, RustBuffer, TypeId};

/// Bytes, as a `ByteArray`, `Data` or `bytes` to the other language.
///
/// uniffi writes and reads a `Vec<u8>` byte by byte, which takes longer than pricing the units. Held
/// here as they cross, behind four bytes of length, so that nothing is copied on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bytes(Vec<u8>);

impl Bytes {
    /// Columns of integers, little-endian, one after the other.
    pub(crate) fn integers(columns: &[&[i64]]) -> Result<Bytes, Error> {
        let count = columns.iter().map(|column| column.len()).sum::<usize>();
        let mut bytes = Bytes::with_length(count.saturating_mul(8))?;
        let (slots, _) = bytes.content().as_chunks_mut::<8>();
        for (slot, integer) in slots.iter_mut().zip(columns.iter().copied().flatten()) {
            *slot = integer.to_le_bytes();
        }
        Ok(bytes)
    }

    /// Counts of days, little-endian.
    pub(crate) fn days(column: &[u32]) -> Result<Bytes, Error> {
        let mut bytes = Bytes::with_length(column.len().saturating_mul(4))?;
        let (slots, _) = bytes.content().as_chunks_mut::<4>();
        for (slot, days) in slots.iter_mut().zip(column) {
            *slot = days.to_le_bytes();
        }
        Ok(bytes)
    }

    /// Columns of codes, little-endian, one after the other.
    pub(crate) fn codes(columns: &[Vec<u16>]) -> Result<Bytes, Error> {
        let count = columns.iter().map(Vec::len).sum::<usize>();
        let mut bytes = Bytes::with_length(count.saturating_mul(2))?;
        let (slots, _) = bytes.content().as_chunks_mut::<2>();
        for (slot, code) in slots.iter_mut().zip(columns.iter().flatten()) {
            *slot = code.to_le_bytes();
        }
        Ok(bytes)
    }

    fn with_length(length: usize) -> Result<Bytes, Error> {
        let head = i32::try_from(length).map_err(|_| {
            Error::new(Code::InputTooLarge).with("bytes", length).with("limit", i32::MAX)
        })?;
        let mut bytes = vec![0; length.saturating_add(4)];
        if let Some(first) = bytes.first_chunk_mut() {
            *first = head.to_be_bytes();
        }
        Ok(Bytes(bytes))
    }

    fn whole(&self) -> &[u8] {
        self.0.get(4..).unwrap_or_default()
    }

    fn content(&mut self) -> &mut [u8] {
        self.0.get_mut(4..).unwrap_or_default()
    }
}

// SAFETY: the same bytes as for `Vec<u8>`, its length before them, and the same metadata.
#[allow(unsafe_code)]
unsafe impl<UT> uniffi::FfiConverter<UT> for Bytes {
    type FfiType = RustBuffer;

    fn lower(value: Bytes) -> RustBuffer {
        RustBuffer::from_vec(value.0)
    }

    fn try_lift(buffer: RustBuffer) -> uniffi::Result<Bytes> {
        let bytes = buffer.destroy_into_vec();
        <Bytes as uniffi::FfiConverter<UT>>::try_read(&mut bytes.as_slice())
    }

    fn write(value: Bytes, buffer: &mut Vec<u8>) {
        buffer.extend_from_slice(&value.0);
    }

    fn try_read(buffer: &mut &[u8]) -> uniffi::Result<Bytes> {
        let head = buffer.first_chunk::<4>().ok_or_else(short)?;
        let length = usize::try_from(i32::from_be_bytes(*head))?;
        let (bytes, rest) = buffer.split_at_checked(length.saturating_add(4)).ok_or_else(short)?;
        *buffer = rest;
        Ok(Bytes(bytes.to_vec()))
    }

    const TYPE_ID_META: MetadataBuffer = <Vec<u8> as TypeId<UT>>::TYPE_ID_META;
}

fn short() -> uniffi::deps::anyhow::Error {
    uniffi::deps::anyhow::anyhow!("bytes are missing")
}

uniffi::derive_ffi_traits!(blanket Bytes);

/// Reads a column of integers.
pub(crate) fn integers(column: &'static str, bytes: &[u8]) -> Result<Vec<i64>, Error> {
    let (whole, rest) = bytes.as_chunks::<8>();
    match rest {
        [] => Ok(whole.iter().map(|eight| i64::from_le_bytes(*eight)).collect()),
        _ => Err(length(column, bytes.len(), whole.len().saturating_mul(8))),
    }
}

/// Reads columns of codes, one after the other.
pub(crate) fn codes(bytes: &[u8], rows: usize) -> Result<Vec<Vec<u16>>, Error> {
    let (codes, rest) = bytes.as_chunks::<2>();
    let column = |column: &[[u8; 2]]| column.iter().map(|two| u16::from_le_bytes(*two)).collect();
    let over = codes.len().checked_rem(rows).unwrap_or(codes.len());
    if over == 0 && rest.is_empty() {
        return Ok(codes.chunks_exact(rows.max(1)).map(column).collect());
    }
    Err(length("codes", bytes.len(), codes.len().saturating_sub(over).saturating_mul(2)))
}

/// Reads a column of integers of some size.
pub(crate) fn column<T, const SIZE: usize>(
    name: &'static str,
    bytes: &Bytes,
    of: fn([u8; SIZE]) -> T,
) -> Result<Vec<T>, Error> {
    let (whole, rest) = bytes.whole().as_chunks::<SIZE>();
    match rest {
        [] => Ok(whole.iter().map(|integer| of(*integer)).collect()),
        _ => {
            let zh = format!("不是每项 {SIZE} 个字节");
            let en = format!("has not {SIZE} bytes for each row");
            Err(misuse(name, &zh, &en).at(name))
        }
    }
}

/// Reads a column of bytes that are 0 or 1.
pub(crate) fn truths(name: &'static str, bytes: &Bytes) -> Result<Vec<bool>, Error> {
    let truth = |(row, byte): (usize, &u8)| match byte {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(misuse(name, "既不是 0 也不是 1", "is neither 0 nor 1").at(row).at(name)),
    };
    bytes.whole().iter().enumerate().map(truth).collect()
}

fn misuse(name: &str, zh: &str, en: &str) -> Error {
    let error = Error::new(Code::CallArgument).with("name", name);
    error.with("detail_zh", zh).with("detail_en", en)
}

/// A column that is no whole number of integers is as wrong as one of another length.
fn length(column: &'static str, found: usize, expected: usize) -> Error {
    Error::new(Code::PricingColumnLength)
        .with("column", column)
        .with("found", found)
        .with("expected", expected)
        .at(column)
}
