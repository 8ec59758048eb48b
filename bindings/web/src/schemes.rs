//! Compiled schemes, known to JavaScript by a number.
//!
//! Only so many are kept. JavaScript holds what a scheme was compiled from and compiles it again when
//! it is gone, so memory is bounded without anybody freeing anything.

use crate::done;
use kaipan::json::Write;
use kaipan::pricing::{Axis, Columns, CompiledScheme};
use kaipan_derive::boundary;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// How many compiled schemes are kept.
const MOST: usize = 32;

thread_local! {
    static SCHEMES: RefCell<Schemes> = const { RefCell::new(Schemes { kept: Vec::new(), last: 0 }) };
}

/// The schemes that are kept, the one compiled first at the front.
struct Schemes {
    kept: Vec<(u32, CompiledScheme)>,
    last: u32,
}

impl Schemes {
    fn find(&self, id: u32) -> Option<&CompiledScheme> {
        self.kept.iter().find(|(known, _)| *known == id).map(|(_, scheme)| scheme)
    }

    /// Keeps a scheme, in place of the oldest one if there are too many.
    fn keep(&mut self, scheme: CompiledScheme) {
        if self.kept.len() >= MOST {
            self.kept.remove(0);
        }
        self.kept.push((self.last, scheme));
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
        schemes.keep(scheme);
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
    let set = |scheme: &mut CompiledScheme| base.parse().and_then(|base| scheme.set_base(base));
    let set = SCHEMES.with_borrow_mut(|schemes| {
        schemes.kept.iter_mut().find(|(known, _)| *known == id).map(|(_, scheme)| set(scheme))
    });
    set.and_then(done).is_some()
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
