//! Any bytes to any operation: the first byte picks the operation, the rest is the request.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((pick, request)) = input.split_first() else { return };
    let operations = kaipan_ops::OPERATIONS;
    kaipan_fuzz::check(operations[usize::from(*pick) % operations.len()].name, request);
});
