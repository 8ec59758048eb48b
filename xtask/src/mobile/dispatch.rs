//! Tables for the tests of Kotlin and Swift: from the name of an operation to its typed call, JSON
//! in and JSON out. (Python finds its functions by name.)

use super::operations::snake;
use kaipan_ops::{OPERATIONS, Operation};
use std::fmt::Write;

/// Where the Kotlin table is written.
pub(crate) const KOTLIN: &str =
    "bindings/mobile/kotlin/src/test/kotlin/io/kaipan/TypedOperations.kt";

/// Where the Swift table is written.
pub(crate) const SWIFT: &str = "bindings/mobile/swift/Tests/KaipanTests/TypedOperations.swift";

/// The Kotlin table.
pub(crate) fn kotlin() -> String {
    let mut out = String::from(
        "// Written by `cargo xtask docs` from the catalogue of operations; not to be edited.
package io.kaipan

internal val typedOperations: Map<String, (String) -> String> = mapOf(
",
    );
    for operation in OPERATIONS {
        let Names { name, call, request, response } = Names::of(operation);
        let _ = writeln!(
            out,
            "    \"{name}\" to {{ {response}ToJson({call}({request}FromJson(it))) }},"
        );
    }
    out.push_str(")\n");
    out
}

/// The Swift table.
pub(crate) fn swift() -> String {
    let mut out = String::from(
        "// Written by `cargo xtask docs` from the catalogue of operations; not to be edited.
import Kaipan

let typedOperations: [(name: String, run: (String) throws -> String)] = [
",
    );
    for operation in OPERATIONS {
        let Names { name, call, request, response } = Names::of(operation);
        let _ = writeln!(
            out,
            "    (\"{name}\", {{ try {response}ToJson(value: {call}(request: {request}FromJson(json: $0))) }}),"
        );
    }
    out.push_str("]\n");
    out
}

struct Names {
    name: &'static str,
    call: String,
    request: String,
    response: String,
}

impl Names {
    fn of(operation: &Operation) -> Names {
        let last = |path: &str| camel(&snake(path.rsplit("::").next().unwrap_or(path)));
        Names {
            name: operation.name,
            call: camel(&operation.name.replace('.', "_")),
            request: last(operation.request_type),
            response: last(operation.response_type),
        }
    }
}

fn camel(snake: &str) -> String {
    let mut out = String::new();
    let mut upper = false;
    for c in snake.chars() {
        match c {
            '_' => upper = true,
            _ if upper => {
                out.push(c.to_ascii_uppercase());
                upper = false;
            }
            _ => out.push(c),
        }
    }
    out
}
