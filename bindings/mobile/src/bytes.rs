//! Bytes that cross in bulk.

use kaipan::error::{Code, Error};
use uniffi::{MetadataBuffer, RustBuffer, TypeId};

/// Bytes, as a `ByteArray`, `Data` or `bytes` to the other language.
///
/// uniffi writes and reads a `Vec<u8>` byte by byte, which takes longer than pricing the units.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bytes(Vec<u8>);

impl Bytes {
    /// A column of integers, little-endian.
    pub(crate) fn integers(column: &[i64]) -> Bytes {
        let mut bytes = vec![0; column.len().saturating_mul(8)];
        for (eight, integer) in bytes.as_chunks_mut::<8>().0.iter_mut().zip(column) {
            *eight = integer.to_le_bytes();
        }
        Bytes(bytes)
    }

    /// Columns of codes, little-endian, one after the other.
    pub(crate) fn codes(columns: &[Vec<u16>]) -> Bytes {
        Bytes(columns.iter().flatten().flat_map(|code| code.to_le_bytes()).collect())
    }
}

// SAFETY: the same bytes as for `Vec<u8>`, its length before them, and the same metadata.
#[allow(unsafe_code)]
unsafe impl<UT> uniffi::FfiConverter<UT> for Bytes {
    type FfiType = RustBuffer;

    fn lower(value: Bytes) -> RustBuffer {
        let mut buffer = Vec::with_capacity(value.0.len().saturating_add(4));
        <Bytes as uniffi::FfiConverter<UT>>::write(value, &mut buffer);
        RustBuffer::from_vec(buffer)
    }

    fn try_lift(buffer: RustBuffer) -> uniffi::Result<Bytes> {
        let bytes = buffer.destroy_into_vec();
        <Bytes as uniffi::FfiConverter<UT>>::try_read(&mut bytes.as_slice())
    }

    fn write(value: Bytes, buffer: &mut Vec<u8>) {
        // Columns are shorter than this by far: the rows of a project, eight bytes each.
        let length = i32::try_from(value.0.len()).unwrap_or(0);
        buffer.extend_from_slice(&length.to_be_bytes());
        buffer.extend_from_slice(value.0.get(..length.unsigned_abs() as usize).unwrap_or_default());
    }

    fn try_read(buffer: &mut &[u8]) -> uniffi::Result<Bytes> {
        let (length, rest) = buffer.split_first_chunk::<4>().ok_or_else(short)?;
        let length = usize::try_from(i32::from_be_bytes(*length))?;
        let (bytes, rest) = rest.split_at_checked(length).ok_or_else(short)?;
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
pub(crate) fn integers(column: &str, bytes: &[u8]) -> Result<Vec<i64>, Error> {
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

/// A column that is no whole number of integers is as wrong as one of another length.
fn length(column: &str, found: usize, expected: usize) -> Error {
    Error::new(Code::PricingColumnLength)
        .with("column", column)
        .with("found", found)
        .with("expected", expected)
        .at(column)
}
