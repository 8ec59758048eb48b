//! Puts functions that are alike next to each other: what a page loads is compressed with a window
//! of 32 KB, and the compiler's order is by size.
//!
//! Only names are written here, which say the order; `wasm-opt --reorder-functions-by-name` moves
//! the functions.

use std::cmp::Reverse;
use std::collections::HashMap;

/// Bytes in a row that make two functions alike.
const GRAM: usize = 5;
/// How many of the functions before it a function is compared with at first.
const NEAR: usize = 3;
/// Sequences of more functions than this say nothing.
const COMMON: usize = 400;
/// Keeps very small functions from being like everything.
const LEAST: usize = 20;
/// Next to how many of the functions most like it a function is tried.
const TRIED: usize = 24;
/// How often every function is tried elsewhere.
const ROUNDS: usize = 8;
/// How far back compression sees.
const WINDOW: usize = 32 << 10;
/// What a sequence costs that compression does not see, in quarters of a bit.
const UNSEEN: i64 = 100;

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

fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let functions = Functions::new(bodies);
    let mut order = functions.in_chains();
    for _ in 0..ROUNDS {
        functions.improve(&mut order);
    }
    order
}

struct Functions<'a> {
    bodies: &'a [&'a [u8]],
    /// The sequences of each function that others have as well.
    grams: Vec<Vec<usize>>,
    /// The functions that have each sequence.
    with: Vec<Vec<usize>>,
}

impl<'a> Functions<'a> {
    fn new(bodies: &'a [&'a [u8]]) -> Self {
        let mut numbers: HashMap<&[u8], usize> = HashMap::new();
        let mut with: Vec<Vec<usize>> = Vec::new();
        for (function, body) in bodies.iter().enumerate() {
            for gram in body.windows(GRAM) {
                let number = *numbers.entry(gram).or_insert(with.len());
                if number == with.len() {
                    with.push(Vec::new());
                }
                if with[number].last() != Some(&function) {
                    with[number].push(function);
                }
            }
        }
        with.retain(|functions| (2..=COMMON).contains(&functions.len()));
        let mut grams = vec![Vec::new(); bodies.len()];
        for (gram, functions) in with.iter().enumerate() {
            functions.iter().for_each(|function| grams[*function].push(gram));
        }
        Functions { bodies, grams, with }
    }

    /// How many of these sequences each function has.
    fn shared(&self, grams: &[usize]) -> Vec<usize> {
        let mut shared = vec![0; self.bodies.len()];
        for function in grams.iter().flat_map(|gram| &self.with[*gram]) {
            shared[*function] += 1;
        }
        shared
    }

    /// Each function is followed by the one that has most in common with the last few.
    fn in_chains(&self) -> Vec<usize> {
        let mut left: Vec<usize> = (0..self.bodies.len()).rev().collect();
        let mut order: Vec<usize> = Vec::with_capacity(left.len());
        loop {
            let near = order.iter().rev().take(NEAR);
            let mut seen: Vec<usize> = near.flat_map(|near| self.grams[*near].clone()).collect();
            seen.sort_unstable();
            seen.dedup();
            let shared = self.shared(&seen);
            // Millionths of what is shared; where nothing is, the largest function that is left.
            let worth = |(_, function): &(usize, &usize)| {
                let length = self.bodies[**function].len();
                (shared[**function] * 1_000_000 / (length + LEAST), length)
            };
            let next = left.iter().enumerate().max_by_key(worth);
            let Some((next, _)) = next else { return order };
            order.push(left.remove(next));
        }
    }

    /// Moves each function to where what it shares is nearest, if next to one that is like it.
    fn improve(&self, order: &mut Vec<usize>) {
        for function in 0..self.bodies.len() {
            let place = order.iter().position(|other| *other == function).unwrap_or(0);
            order.remove(place);
            let (mut starts, mut end) = (vec![0; self.bodies.len()], 0);
            for other in &*order {
                starts[*other] = end;
                end += self.bodies[*other].len();
            }
            let starts_with = |gram: &usize| {
                let others = self.with[*gram].iter().filter(|other| **other != function);
                let mut starts: Vec<usize> = others.map(|other| starts[*other]).collect();
                starts.sort_unstable();
                starts
            };
            let grams: Vec<Vec<usize>> = self.grams[function].iter().map(starts_with).collect();
            let mut places: Vec<usize> = vec![place];
            for other in self.like(function) {
                let place = order.iter().position(|at| *at == other).unwrap_or(0);
                places.extend([place, place + 1]);
            }
            let length = self.bodies[function].len();
            let costs = |place: &usize| {
                let start = order.get(*place).map_or(end, |next| starts[*next]);
                grams.iter().map(|starts| cost(starts, start, length)).sum::<i64>()
            };
            order.insert(places.into_iter().min_by_key(costs).unwrap_or(place), function);
        }
    }

    /// The functions most like one.
    fn like(&self, function: usize) -> Vec<usize> {
        let shared = self.shared(&self.grams[function]);
        let others = (0..self.bodies.len()).filter(|other| *other != function);
        let mut like: Vec<usize> = others.filter(|other| shared[*other] > 0).collect();
        like.sort_by_key(|other| {
            Reverse(shared[*other].pow(2) * 1000 / (self.bodies[*other].len() + LEAST))
        });
        like.truncate(TRIED);
        like
    }
}

/// What a sequence costs if a function of this length that has it starts here, given where the
/// others with it start.
fn cost(starts: &[usize], start: usize, length: usize) -> i64 {
    let (before, after) = starts.split_at(starts.partition_point(|other| *other < start));
    let before = before.last().map_or(WINDOW, |other| start - other);
    let after = after.first().map_or(WINDOW, |other| other - start);
    // The next one sees this one instead of the one before it.
    price(before) + price(after + length) - price(before + after)
}

/// What a sequence costs that was there so many bytes before: about four times the logarithm.
fn price(distance: usize) -> i64 {
    if distance >= WINDOW {
        return UNSEEN;
    }
    let distance = distance + 16;
    let bits = distance.ilog2();
    i64::from(4 * bits) + ((distance >> (bits - 2)) & 3) as i64
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
