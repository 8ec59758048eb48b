//! Puts functions that are alike next to each other: what a page loads is compressed with a window
//! of 32 KB, and the compiler's order is by size.
//!
//! Only names are written here, which say the order; `wasm-opt --reorder-functions-by-name` moves
//! the functions.

use std::collections::HashMap;

/// Bytes in a row that make two functions alike.
const GRAM: usize = 5;
/// How many of the functions before it a function is compared with.
const NEAR: usize = 3;
/// Sequences of more functions than this say nothing.
const COMMON: usize = 400;
/// Keeps very small functions from being like everything.
const LEAST: usize = 20;

const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// The module with a name for every function that sorts in the new order; `None` if it cannot be
/// read.
pub(crate) fn named(module: &[u8]) -> Option<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    let mut rest = module.get(8..)?;
    while let Some((kind, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let (section, after) = rest.split_at_checked(length)?;
        rest = after;
        match *kind {
            IMPORTS => imported = functions_imported(section)?,
            CODE => bodies = bodies_of(section)?,
            _ => {}
        }
    }
    let mut names = Vec::new();
    write(&mut names, bodies.len());
    let mut places = vec![0; bodies.len()];
    for (place, function) in order(&bodies).into_iter().enumerate() {
        *places.get_mut(function)? = place;
    }
    for (function, place) in places.iter().enumerate() {
        write(&mut names, imported + function);
        let name = format!("{place:06}");
        write(&mut names, name.len());
        names.extend_from_slice(name.as_bytes());
    }
    // The section of names, and in it that of functions.
    let mut section = b"\x04name\x01".to_vec();
    write(&mut section, names.len());
    section.extend_from_slice(&names);
    let mut out = module.to_vec();
    out.push(0);
    write(&mut out, section.len());
    out.extend_from_slice(&section);
    Some(out)
}

/// Each function is followed by the one that has most in common with the last few.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut grams: Vec<Vec<&[u8]>> =
        bodies.iter().map(|body| body.windows(GRAM).collect()).collect();
    let mut with: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, grams) in grams.iter_mut().enumerate() {
        grams.sort_unstable();
        grams.dedup();
        for gram in grams {
            with.entry(gram).or_default().push(function);
        }
    }
    let mut left: Vec<bool> = vec![true; bodies.len()];
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    loop {
        let near = order.iter().rev().take(NEAR);
        let mut seen: Vec<&[u8]> = near.flat_map(|function| grams[*function].clone()).collect();
        seen.sort_unstable();
        seen.dedup();
        let mut shared = vec![0_usize; bodies.len()];
        for functions in seen.iter().filter_map(|gram| with.get(gram)) {
            if functions.len() <= COMMON {
                functions.iter().for_each(|function| shared[*function] += 1);
            }
        }
        // Thousandths of what is shared; where nothing is, the largest function that is left.
        let worth = |function: &usize| {
            let all = grams[*function].len() + LEAST;
            (shared[*function] * 1_000_000 / all, bodies[*function].len())
        };
        let next = (0..bodies.len()).rev().filter(|function| left[*function]).max_by_key(worth);
        let Some(next) = next else { return order };
        left[next] = false;
        order.push(next);
    }
}

/// How many functions are imported.
fn functions_imported(mut section: &[u8]) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..number(&mut section)? {
        for _ in ["module", "name"] {
            let length = number(&mut section)?;
            section = section.get(length..)?;
        }
        let (kind, rest) = section.split_first()?;
        section = rest;
        match kind {
            0 => {
                number(&mut section)?;
                functions += 1;
            }
            // Tables and memories have limits, tables and globals a type before them.
            1 | 2 => {
                section = section.get(usize::from(*kind == 1)..)?;
                let limits = number(&mut section)?;
                number(&mut section)?;
                if limits & 1 == 1 {
                    number(&mut section)?;
                }
            }
            3 => section = section.get(2..)?,
            _ => return None,
        }
    }
    Some(functions)
}

fn bodies_of(mut section: &[u8]) -> Option<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for _ in 0..number(&mut section)? {
        let length = number(&mut section)?;
        let (body, rest) = section.split_at_checked(length)?;
        bodies.push(body);
        section = rest;
    }
    Some(bodies)
}

/// Reads a number of WebAssembly (LEB128).
fn number(rest: &mut &[u8]) -> Option<usize> {
    let (mut value, mut shift) = (0_usize, 0);
    loop {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= usize::from(byte & 127).checked_shl(shift)?;
        shift += 7;
        if byte & 128 == 0 {
            return Some(value);
        }
    }
}

fn write(out: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        out.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_comes_to_like() {
        let bodies: [&[u8]; 4] = [b"abcdefgh1", b"0123456789A", b"abcdefgh2", b"0123456789B"];
        assert_eq!(order(&bodies), [1, 3, 0, 2]);
    }

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for value in [0, 1, 127, 128, 300, 65_535, 1 << 20] {
            let mut bytes = Vec::new();
            write(&mut bytes, value);
            assert_eq!(number(&mut bytes.as_slice()), Some(value));
        }
    }

    #[test]
    fn a_module_without_functions_gets_an_empty_section() {
        let named = named(b"\0asm\x01\0\0\0").unwrap();
        assert_eq!(&named[8..], b"\0\x08\x04name\x01\x01\0");
    }
}
