//! Arguments that may not fit their type.

use crate::wire;
use kaipan::Error;
use kaipan_ops::json;
use schemars::JsonSchema;
use uniffi::{Lift, LiftRef, MetadataBuffer, RustBuffer, TypeId};

/// A value as another language passed it, or why it is none.
///
/// uniffi turns an argument that does not fit into an internal error without a place. Here it
/// becomes the error that the same value would give as JSON: with its code, its place, and
/// everything else that is wrong with the request.
#[derive(Debug)]
pub struct Checked<T>(Result<T, Error>);

impl<T> Checked<T> {
    /// The value.
    ///
    /// # Errors
    /// What does not fit.
    pub fn value(self) -> Result<T, Error> {
        self.0
    }
}

impl<T: kaipan::json::Read + JsonSchema> Checked<T> {
    /// Reads the bytes again, this time slowly, to say what is wrong with them.
    fn explain(bytes: &[u8], refusal: uniffi::deps::anyhow::Error) -> uniffi::Result<Checked<T>> {
        match wire::to_json(bytes, &json::schema_of::<T>()) {
            Some(text) => Ok(Checked(json::read(&text))),
            // Not even the outline is right: no host can cause that, only a broken binding.
            None => Err(refusal),
        }
    }
}

// SAFETY: what crosses is what crosses for `T`; only what becomes of a failure differs.
#[allow(unsafe_code)]
unsafe impl<UT, T> Lift<UT> for Checked<T>
where
    T: Lift<UT, FfiType = RustBuffer> + kaipan::json::Read + JsonSchema,
{
    type FfiType = RustBuffer;

    fn try_lift(buffer: RustBuffer) -> uniffi::Result<Checked<T>> {
        // Kept, since lifting consumes them.
        let bytes = buffer.destroy_into_vec();
        match T::try_lift(RustBuffer::from_vec(bytes.clone())) {
            Ok(value) => Ok(Checked(Ok(value))),
            Err(refusal) => Checked::explain(&bytes, refusal),
        }
    }

    fn try_read(buffer: &mut &[u8]) -> uniffi::Result<Checked<T>> {
        T::try_read(buffer).map(|value| Checked(Ok(value)))
    }
}

// SAFETY: as above.
#[allow(unsafe_code)]
unsafe impl<UT, T> LiftRef<UT> for Checked<T>
where
    Checked<T>: Lift<UT>,
{
    type LiftType = Checked<T>;
}

impl<UT, T: TypeId<UT>> TypeId<UT> for Checked<T> {
    const TYPE_ID_META: MetadataBuffer = T::TYPE_ID_META;
}
