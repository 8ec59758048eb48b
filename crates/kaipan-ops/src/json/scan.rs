//! Going through JSON text without reading it.

/// Where the string that begins at `start` has ended.
pub(super) fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start.saturating_add(1);
    loop {
        // Eight bytes at a time up to a quote or backslash, or the end of the text.
        while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
            let free = plain_bytes(*chunk);
            at = at.saturating_add(free);
            if free < 8 {
                break;
            }
        }
        let Some(byte) = bytes.get(at) else { return bytes.len() };
        match byte {
            b'"' => return at.saturating_add(1),
            b'\\' => at = at.saturating_add(2),
            _ => at = at.saturating_add(1),
        }
    }
}

/// How many bytes come before the first quote or backslash, up to 8.
fn plain_bytes(chunk: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let word = u64::from_le_bytes(chunk);
    // The lowest byte found is right; what is found above it does not matter.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & (ONES << 7);
    let found = zeros(word ^ ONES.wrapping_mul(0x22)) | zeros(word ^ ONES.wrapping_mul(0x5c));
    usize::try_from(found.trailing_zeros() >> 3).unwrap_or(0)
}
