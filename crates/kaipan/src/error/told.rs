//! Answers that carry findings.

use super::{Error, Finding, Input, InputPlace, Result};

/// An answer with findings whose places can move to where a caller holds the inputs of the engine
/// that it asked.
pub trait Told: Sized {
    /// Calls this with every finding in the answer.
    fn each_finding(&mut self, change: &mut dyn FnMut(&mut Finding));

    /// Moves the places of all findings; `None` leaves a place where it is.
    #[must_use]
    fn moved(mut self, held: &dyn Fn(Input) -> Option<InputPlace>) -> Self {
        self.each_finding(&mut |finding| finding.move_to(held));
        self
    }

    /// As [`Told::moved`], where it depends on the way into the input where that is held.
    #[must_use]
    fn moved_by(mut self, held: &dyn Fn(&InputPlace) -> Option<InputPlace>) -> Self {
        self.each_finding(&mut |finding| {
            if let Some(moved) = finding.path.as_ref().and_then(held) {
                finding.path = Some(moved);
            }
        });
        self
    }
}

/// Says in which fields of an answer its findings stand.
macro_rules! told {
    ($answer:ty: $($field:ident),+) => {
        impl $crate::error::Told for $answer {
            fn each_finding(&mut self, change: &mut dyn FnMut(&mut $crate::error::Finding)) {
                $($crate::error::Told::each_finding(&mut self.$field, change);)+
            }
        }
    };
}
pub(crate) use told;

impl Told for Finding {
    fn each_finding(&mut self, change: &mut dyn FnMut(&mut Finding)) {
        change(self);
    }
}

impl Told for Error {
    fn each_finding(&mut self, _: &mut dyn FnMut(&mut Finding)) {}

    fn moved(self, held: &dyn Fn(Input) -> Option<InputPlace>) -> Error {
        Error::moved(self, held)
    }

    fn moved_by(self, held: &dyn Fn(&InputPlace) -> Option<InputPlace>) -> Error {
        Error::moved_by(self, held)
    }
}

impl<T: Told> Told for Vec<T> {
    fn each_finding(&mut self, change: &mut dyn FnMut(&mut Finding)) {
        self.iter_mut().for_each(|one| one.each_finding(change));
    }
}

impl<T: Told> Told for Option<T> {
    fn each_finding(&mut self, change: &mut dyn FnMut(&mut Finding)) {
        self.iter_mut().for_each(|one| one.each_finding(change));
    }
}

impl<T: Told> Told for Result<T> {
    fn each_finding(&mut self, change: &mut dyn FnMut(&mut Finding)) {
        self.iter_mut().for_each(|one| one.each_finding(change));
    }

    fn moved(self, held: &dyn Fn(Input) -> Option<InputPlace>) -> Result<T> {
        match self {
            Ok(answer) => Ok(answer.moved(held)),
            Err(error) => Err(error.moved(held)),
        }
    }

    fn moved_by(self, held: &dyn Fn(&InputPlace) -> Option<InputPlace>) -> Result<T> {
        match self {
            Ok(answer) => Ok(answer.moved_by(held)),
            Err(error) => Err(error.moved_by(held)),
        }
    }
}
