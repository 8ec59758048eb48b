use super::{Code, Error, Input, InputPlace, Lang, Param, Step};
use crate::{Label, Text};
use kaipan_derive::boundary;
use std::fmt;

/// How much a finding matters.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Probably not what was meant.
    Warning,
    /// Breaks a rule; the price must not be used as it is.
    Violation,
}

/// Something a person should read about a result that was computed all the same.
#[boundary(answer)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable code.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The unit concerned, if it is about one unit.
    pub unit_no: Option<Text>,
    /// JSON Pointer of the part of the request concerned, if it is about one.
    pub path: Option<InputPlace>,
    /// The values named in the message.
    pub params: Vec<Param>,
    /// The message in Chinese.
    pub zh: String,
    /// The message in English.
    pub en: String,
}

impl Finding {
    /// A finding with the severity that the catalogue gives its code.
    #[must_use]
    pub fn new(code: Code, params: &[(&'static str, &dyn fmt::Display)]) -> Finding {
        let params: Vec<Param> = params
            .iter()
            .map(|(name, value)| Param { name: Text::constant(name), value: Label::of(value) })
            .collect();
        Finding {
            code,
            severity: code.severity(),
            unit_no: None,
            path: None,
            zh: message(code, Lang::Zh, &params),
            en: message(code, Lang::En, &params),
            params,
        }
    }

    /// Names the unit concerned.
    #[must_use]
    pub fn unit(mut self, unit_no: &str) -> Finding {
        self.unit_no = Some(unit_no.into());
        self
    }

    /// Names the part of the input concerned.
    #[must_use]
    pub fn path(mut self, place: impl Into<InputPlace>) -> Finding {
        self.path = Some(place.into());
        self
    }

    /// Puts a step in front of the place.
    #[must_use]
    pub fn at(mut self, step: impl Into<Step>) -> Finding {
        self.path.get_or_insert_default().below(step.into());
        self
    }

    /// Says which input the place is in.
    #[must_use]
    pub fn within(mut self, input: Input) -> Finding {
        self.path.get_or_insert_default().within(input);
        self
    }

    /// Puts its place inside another.
    #[must_use]
    pub(crate) fn inside(mut self, outer: &InputPlace) -> Finding {
        let inner = self.path.take().unwrap_or_default();
        self.path = Some(outer.clone().then_all(inner.steps()));
        self
    }

    /// Moves its place, as [`Error::moved`] does.
    pub fn move_to(&mut self, held: &dyn Fn(Input) -> Option<InputPlace>) {
        if let Some(place) = &mut self.path {
            place.move_to(held);
        }
    }

    /// The same as an error: where it has to stop a calculation, or as a reason beside the error
    /// that it may be the cause of.
    #[must_use]
    pub fn to_error(&self) -> Error {
        let mut error = Error::new(self.code).placed(self.path.clone().unwrap_or_default());
        error.0.params.clone_from(&self.params);
        error
    }

    /// The message in the language asked for.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// An error that does not stop a calculation, such as a discount that is left out.
impl From<&Error> for Finding {
    fn from(error: &Error) -> Finding {
        let place = error.place();
        Finding {
            code: error.code(),
            severity: error.code().severity(),
            unit_no: None,
            path: (!place.is_empty()).then(|| place.clone()),
            params: error.params().to_vec(),
            zh: message(error.code(), Lang::Zh, error.params()),
            en: message(error.code(), Lang::En, error.params()),
        }
    }
}

/// The message of a finding. It has no hint beside it, so the nearest name stands in it.
fn message(code: Code, lang: Lang, params: &[Param]) -> String {
    let mut message = code.message(lang, params);
    super::catalogue::suggest(&mut message, lang, params);
    message
}
