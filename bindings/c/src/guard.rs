//! The boundary that no panic crosses.

use std::any::Any;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the body of an exported function; `Err` holds what a panic said.
///
/// The values that the body works on are not seen again after a panic, or are only freed: no
/// half-changed state can be observed.
pub(crate) fn guard<T>(body: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(body)).map_err(|payload| {
        let said = said(payload.as_ref());
        discard(payload);
        said
    })
}

/// As [`guard`], for functions that have no way to report: a panic gives `otherwise`.
pub(crate) fn guard_or<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    guard(body).unwrap_or(otherwise)
}

fn said(payload: &(dyn Any + Send)) -> String {
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        _ => "panic".to_owned(),
    }
}

/// Drops a payload whose own destructor may panic; what that leaves behind is leaked.
fn discard(payload: Box<dyn Any + Send>) {
    if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
        mem::forget(second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::panic_any;

    struct Bomb;

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("while dropping");
        }
    }

    #[test]
    fn results_pass() {
        assert_eq!(guard(|| 7), Ok(7));
    }

    #[test]
    fn panics_become_text() {
        assert_eq!(guard(|| panic!("plain")), Err::<(), _>("plain".into()));
        assert_eq!(guard(|| panic!("number {}", 7)), Err::<(), _>("number 7".into()));
        assert_eq!(guard_or(-1, || panic!("lost")), -1);
    }

    #[test]
    fn payloads_that_panic_when_dropped_are_survived() {
        assert_eq!(guard(|| panic_any(Bomb)), Err::<(), _>("panic".into()));
        let dropped_in_the_body = guard(|| {
            let _bomb = Bomb;
        });
        assert_eq!(dropped_in_the_body, Err("while dropping".into()));
    }
}
