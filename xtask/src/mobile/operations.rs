//! `bindings/mobile/src/operations.rs`: a typed function for every operation of the catalogue.

use kaipan_ops::{OPERATIONS, Operation};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Where the functions are written.
pub(crate) const FILE: &str = "bindings/mobile/src/operations.rs";

/// Types besides requests and responses that hosts keep as JSON.
const KEPT: [&str; 3] = ["pricing::PricingScheme", "project::Unit", "quote::SalesPolicies"];

/// The text of the file.
pub(crate) fn text() -> String {
    let mut out = String::from(HEAD);
    let areas = OPERATIONS.iter().filter_map(|one| one.request_type.split("::").next());
    let areas: BTreeSet<&str> = areas.collect();
    let _ =
        writeln!(out, "use kaipan_ops::{{{}}};", areas.into_iter().collect::<Vec<_>>().join(", "));
    for operation in OPERATIONS {
        function(&mut out, operation);
    }
    let mut types = BTreeSet::from(KEPT);
    types.extend(OPERATIONS.iter().flat_map(|one| [one.request_type, one.response_type]));
    for path in types {
        codecs(&mut out, path);
    }
    out.push_str(TESTS);
    for operation in OPERATIONS {
        let Operation { name, request_type, .. } = operation;
        let _ = writeln!(out, "    (\"{name}\", survives::<{request_type}>),");
    }
    out.push_str("];\n");
    out
}

const HEAD: &str = "\
//! Written by `cargo xtask docs` from the catalogue of operations; not to be edited.

use crate::call::{from_json, to_json, typed};
use crate::{Checked, KaipanError};
";

const TESTS: &str = "
#[cfg(test)]
use crate::wire::tests::survives;

#[cfg(test)]
type Survives = fn(&str) -> Option<bool>;

/// Whether a request of an operation is the same after its way through uniffi's bytes.
#[cfg(test)]
pub(crate) const REQUESTS: &[(&str, Survives)] = &[
";

fn function(out: &mut String, operation: &Operation) {
    let Operation { name, zh, en, request_type, response_type, function, .. } = operation;
    let ident = name.replace('.', "_");
    let _ = write!(
        out,
        "
/// {en}.
///
/// {zh}. Operation `{name}`.
#[uniffi::export]
pub fn {ident}(
    request: Checked<{request_type}>,
) -> Result<{response_type}, KaipanError> {{
    typed(request, {function})
}}
"
    );
}

fn codecs(out: &mut String, path: &str) {
    let name = path.rsplit("::").next().unwrap_or(path);
    let ident = snake(name);
    let _ = write!(
        out,
        "
/// Reads a `{name}` from JSON.
#[uniffi::export]
pub fn {ident}_from_json(json: String) -> Result<{path}, KaipanError> {{
    from_json(&json)
}}

/// Writes a `{name}` as JSON.
#[uniffi::export]
pub fn {ident}_to_json(value: Checked<{path}>) -> Result<String, KaipanError> {{
    to_json(value)
}}
"
    );
}

pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    for (at, c) in name.char_indices() {
        if c.is_ascii_uppercase() && at > 0 {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
