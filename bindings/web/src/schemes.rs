//! Compiled schemes, known to JavaScript by a number.
//!
//! Only as many are kept as there is room for. JavaScript holds what a scheme was compiled from and
//! compiles it again when it is gone, so memory is bounded without anybody freeing anything.

use crate::{arena, done};
use kaipan::json::Write;
use kaipan::pricing::{Axis, Columns, CompiledScheme};
use kaipan_derive::boundary;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// How many compiled schemes are kept.
const MOST: usize = 32;
/// Bytes that a copy may take more than another one, for the places it begins at.
const SLACK: usize = 1_024;

type Known = Option<(u32, CompiledScheme)>;

struct Schemes {
    kept: [Known; MOST],
    /// One that there is no room for: it goes with the memory of the call.
    guest: Known,
    last: u32,
}

thread_local! {
    static SCHEMES: RefCell<Schemes> =
        const { RefCell::new(Schemes { kept: [const { None }; MOST], guest: None, last: 0 }) };
}

impl Schemes {
    fn find(&self, id: u32) -> Option<&CompiledScheme> {
        let mut known = self.kept.iter().chain([&self.guest]).flatten();
        known.find(|(known, _)| *known == id).map(|(_, scheme)| scheme)
    }

    /// Keeps a scheme, in place of all others if there is no more room.
    fn put(&mut self, id: u32, scheme: CompiledScheme) {
        let size = arena::taken_by(|| scheme.clone()).saturating_add(SLACK);
        for _ in 0..2 {
            if !arena::holds(size) {
                break;
            }
            // SAFETY: nothing in a compiled scheme is shared with its copy: text is a `Box<str>` where
            // the arena is in use.
            let copy = || unsafe { arena::keep(size, || scheme.clone()) };
            if let Some(place) = self.kept.iter_mut().find(|place| place.is_none())
                && let Some(copy) = copy()
            {
                *place = Some((id, copy));
                return;
            }
            self.kept = [const { None }; MOST];
            // SAFETY: all that was kept has just been dropped.
            unsafe { arena::forget_kept() };
        }
        self.guest = Some((id, scheme));
    }
}

#[boundary(write)]
struct Compiled<'a> {
    id: u32,
    folded: bool,
    #[boundary(required)]
    axes: Vec<AxisText<'a>>,
    codes: &'a [Vec<u16>],
    areas: &'a [i64],
    gift_areas: &'a [i64],
    lump_sums: &'a [i64],
}

#[boundary(write)]
struct AxisText<'a> {
    name: &'a str,
    codes: u16,
    #[boundary(required)]
    keys: Vec<KeyText<'a>>,
}

#[boundary(write)]
struct KeyText<'a> {
    key: &'a str,
    code: u16,
}

impl<'a> From<&'a Axis> for AxisText<'a> {
    fn from(axis: &'a Axis) -> AxisText<'a> {
        let keys = axis.keys.iter().map(|key| KeyText { key: &key.key, code: key.code }).collect();
        AxisText { name: &axis.name, codes: axis.codes, keys }
    }
}

/// Compiles `{"scheme": …, "units": […]}`; gives its number, axes and columns as JSON, or nothing if
/// it is refused.
#[wasm_bindgen]
#[must_use]
pub fn scheme_compile(request: &str) -> Option<String> {
    let (scheme, columns) = done(kaipan_ops::compile_columns(request.as_bytes()))?;
    SCHEMES.with_borrow_mut(|schemes| {
        schemes.last = schemes.last.wrapping_add(1);
        let text = described(schemes.last, &scheme, &columns);
        schemes.put(schemes.last, scheme);
        Some(text)
    })
}

fn described(id: u32, scheme: &CompiledScheme, columns: &Columns) -> String {
    let compiled = Compiled {
        id,
        folded: scheme.is_folded(),
        axes: scheme.axes().iter().map(AxisText::from).collect(),
        codes: &columns.codes,
        areas: &columns.areas,
        gift_areas: &columns.gift_areas,
        lump_sums: &columns.lump_sums,
    };
    let mut out = String::with_capacity(columns.areas.len().saturating_mul(32));
    compiled.write(&mut out);
    out
}

/// Sets the base price of a scheme, as a decimal or as the fraction `numerator/denominator`; false
/// if the scheme is not kept any more, or refuses: the old base price stays then.
#[wasm_bindgen]
#[must_use]
pub fn scheme_set_base(id: u32, base: &str) -> bool {
    let Some(mut scheme) = with(id, CompiledScheme::clone) else { return false };
    let set = base.parse().and_then(|base| scheme.set_base(base));
    done(set).is_some_and(|()| {
        SCHEMES.with_borrow_mut(|schemes| {
            for place in &mut schemes.kept {
                if place.as_ref().is_some_and(|(known, _)| *known == id) {
                    *place = None;
                }
            }
            schemes.put(id, scheme);
        });
        true
    })
}

/// The code of an attribute value, however it is written; below zero if it has none or several.
/// Nothing if the scheme is not kept any more.
#[wasm_bindgen]
#[must_use]
pub fn scheme_code(id: u32, axis: usize, key: &str) -> Option<i32> {
    let code = |scheme: &CompiledScheme| scheme.axes().get(axis).and_then(|axis| axis.code(key));
    with(id, code).map(|code| code.map_or(-1, i32::from))
}

/// Does something with a scheme; `None` if it is not kept any more.
pub(crate) fn with<T>(id: u32, what: impl FnOnce(&CompiledScheme) -> T) -> Option<T> {
    SCHEMES.with_borrow(|schemes| schemes.find(id).map(what))
}

/// To be done before the memory of a call is given back: what had no room to be kept goes with it.
pub(crate) fn leave() {
    SCHEMES.with_borrow_mut(|schemes| std::mem::forget(schemes.guest.take()));
}
