//! Price tables that get past the parser: plausible requests with figures near the limits.
//!
//! Besides what every answer must be, a table must not depend on whether its steps are shown.

#![no_main]

use kaipan_fuzz::table::Request;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

fuzz_target!(|request: Request| {
    let Request(mut request) = request;
    request["explain"] = json!({"kind": "all"});
    let explained = kaipan_fuzz::check("pricing.table", request.to_string().as_bytes());
    request["explain"] = json!({"kind": "none"});
    let plain = kaipan_fuzz::check("pricing.table", request.to_string().as_bytes());
    // Steps may need wider figures than the price itself, so only two answers are compared.
    if let (Some(mut explained), Some(plain)) = (explained, plain) {
        let rows = explained["rows"].as_array_mut().into_iter().flatten();
        for row in rows.filter_map(Value::as_object_mut) {
            row.remove("steps");
        }
        assert_eq!(explained, plain, "steps change the table of {request}");
    }
});
