//! Compiled schemes, known to JavaScript by a number.
//!
//! Only the last few are kept. JavaScript holds what a scheme was compiled from and compiles it
//! again when it is gone, so memory is bounded without anybody freeing anything.

use crate::thrown;
use kaipan::error::Result;
use kaipan::json::Write;
use kaipan::pricing::{Axis, Columns, CompiledScheme};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// How many compiled schemes are kept.
const MOST: usize = 32;

#[derive(Default)]
struct Schemes {
    /// The one used last comes last.
    kept: Vec<(u32, CompiledScheme)>,
    next: u32,
}

thread_local! {
    static SCHEMES: RefCell<Schemes> = RefCell::default();
}

#[derive(Write)]
struct Compiled<'a> {
    id: u32,
    folded: bool,
    axes: Vec<AxisText<'a>>,
    codes: &'a [Vec<u16>],
    areas: &'a [i64],
    gift_areas: &'a [i64],
    lump_sums: &'a [i64],
}

#[derive(Write)]
struct AxisText<'a> {
    name: &'a str,
    codes: u16,
    keys: Vec<KeyText<'a>>,
}

#[derive(Write)]
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

/// Compiles `{"scheme": …, "units": […]}`; gives its number, axes and columns as JSON.
///
/// # Errors
/// The error as JSON.
#[wasm_bindgen]
pub fn scheme_compile(request: &str) -> std::result::Result<String, JsValue> {
    compile(request).map_err(|error| thrown(&error))
}

fn compile(request: &str) -> Result<String> {
    let (scheme, columns) = kaipan_ops::compile_columns(request.as_bytes())?;
    SCHEMES.with_borrow_mut(|schemes| {
        schemes.next = schemes.next.wrapping_add(1);
        let text = described(schemes.next, &scheme, &columns);
        if schemes.kept.len() >= MOST {
            schemes.kept.remove(0);
        }
        schemes.kept.push((schemes.next, scheme));
        Ok(text)
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

/// Sets the base price of a scheme, as a decimal or as the fraction `numerator/denominator`;
/// false if the scheme is not kept any more.
///
/// # Errors
/// The error as JSON; the old base price stays then.
#[wasm_bindgen]
pub fn scheme_set_base(id: u32, base: &str) -> std::result::Result<bool, JsValue> {
    let set = |scheme: &mut CompiledScheme| scheme.set_base(base.parse()?);
    with(id, set).transpose().map(|found| found.is_some()).map_err(|error| thrown(&error))
}

/// Does something with a scheme; `None` if it is not kept any more.
pub(crate) fn with<T>(id: u32, what: impl FnOnce(&mut CompiledScheme) -> T) -> Option<T> {
    SCHEMES.with_borrow_mut(|schemes| {
        let at = schemes.kept.iter().position(|(known, _)| *known == id)?;
        let mut found = schemes.kept.remove(at);
        let done = what(&mut found.1);
        schemes.kept.push(found);
        Some(done)
    })
}
