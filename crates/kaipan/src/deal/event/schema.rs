//! The schema of events.

use crate::error::{Code, Error, Result};

/// The schema in which this release writes events. Events of this schema do not say so.
///
/// A schema changes when the fields or the kinds of events change so that older JSON no longer reads
/// or no longer means the same. Each change has a function that makes the newer form of the older,
/// from nothing but what the older one holds; what cannot be made so is a new kind of event.
pub const EVENT_SCHEMA: u32 = 1;

/// An event that was made, not read, has the schema of this release.
///
/// # Errors
/// [`Code::EventSchema`] for any other.
pub(in crate::deal) fn todays(schema: Option<u32>) -> Result<()> {
    match schema {
        None | Some(EVENT_SCHEMA) => Ok(()),
        Some(found) => Err(unknown(found)),
    }
}

/// A schema that this release does not know.
pub(super) fn unknown(found: impl std::fmt::Display) -> Error {
    let error = Error::new(Code::EventSchema).with("found", found);
    error.with("current", EVENT_SCHEMA).at("schema")
}
