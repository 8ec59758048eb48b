//! What has happened to a service.

mod evolve;
mod service_event;

pub use service_event::{ServiceChange, ServiceEvent};
