//! The catalogue, and calls of it: typed, and with JSON.

use crate::{Checked, KaipanError};
use kaipan::error::{Code, Error};
use kaipan_ops::{LONGEST_REQUEST, json};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// An operation of the catalogue.
#[derive(Debug, Clone, uniffi::Record)]
pub struct OperationInfo {
    /// Name, `area.verb`.
    pub name: String,
    /// What it does, in Chinese.
    pub zh: String,
    /// What it does, in English.
    pub en: String,
}

/// The catalogue of operations.
#[uniffi::export]
pub fn operations() -> Vec<OperationInfo> {
    let info = |operation: &kaipan_ops::Operation| OperationInfo {
        name: operation.name.to_owned(),
        zh: operation.zh.to_owned(),
        en: operation.en.to_owned(),
    };
    kaipan_ops::OPERATIONS.iter().map(info).collect()
}

/// The version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Calls an operation by name: JSON request in, JSON response out.
///
/// # Errors
/// Whatever the operation refuses, and what is not JSON or not of the request's shape.
#[uniffi::export]
pub fn call(operation: String, request: String) -> Result<String, KaipanError> {
    guarded(|| kaipan_ops::call_bytes(&operation, request.as_bytes()))
}

/// Runs an operation on a request that may not have fitted its type.
pub(crate) fn typed<T, R>(
    request: Checked<T>,
    operation: impl FnOnce(T) -> kaipan::Result<R>,
) -> Result<R, KaipanError> {
    guarded(|| operation(request.value()?))
}

/// Reads a value from JSON, as [`call`] reads its request.
pub(crate) fn from_json<T: kaipan::json::Read>(text: &str) -> Result<T, KaipanError> {
    if text.len() > LONGEST_REQUEST {
        let error = Error::new(Code::InputTooLarge).with("bytes", text.len());
        return Err(error.with("limit", LONGEST_REQUEST).into());
    }
    guarded(|| json::read(json::utf8(text.as_bytes())?))
}

/// Writes a value as JSON, as [`call`] writes its response.
pub(crate) fn to_json<T: kaipan::json::Write>(value: Checked<T>) -> Result<String, KaipanError> {
    guarded(|| Ok(json::write(&value.value()?, 1024)))
}

/// Turns a panic, which is a defect of the library, into an error: no host is to die of it.
pub(crate) fn guarded<R>(work: impl FnOnce() -> kaipan::Result<R>) -> Result<R, KaipanError> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => Ok(result?),
        Err(panic) => {
            let detail = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied())
                .unwrap_or_default();
            Err(Error::new(Code::CallPanic).with("detail", detail).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let KaipanError::Refused { code, en, .. } =
            guarded::<()>(|| panic!("out of {}", "luck")).unwrap_err();
        assert_eq!(code, "call.panic");
        assert!(en.contains("out of luck"));
    }
}
