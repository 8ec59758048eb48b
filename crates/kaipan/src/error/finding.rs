use super::{Code, Error, Inner, Input, InputPlace, Lang, Param, PlaceStep};
use crate::{Label, Text};
use kaipan_derive::boundary;
use std::fmt;

/// How much a finding matters.
#[boundary]
#[derive(PartialOrd, Ord)]
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
#[must_use]
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
    pub fn new(code: Code, params: &[(&'static str, &dyn fmt::Display)]) -> Finding {
        let params = params.iter();
        let params = params
            .map(|(name, value)| Param { name: Text::constant(name), value: Label::of(value) });
        Finding::made(code, None, params.collect())
    }

    fn made(code: Code, path: Option<InputPlace>, params: Vec<Param>) -> Finding {
        Finding {
            code,
            severity: code.severity(),
            unit_no: None,
            path,
            zh: message(code, Lang::Zh, &params),
            en: message(code, Lang::En, &params),
            params,
        }
    }

    /// Names the unit concerned.
    pub fn unit(mut self, unit_no: &str) -> Finding {
        self.unit_no = Some(unit_no.into());
        self
    }

    /// Names the part of the input concerned.
    pub fn placed(mut self, place: impl Into<InputPlace>) -> Finding {
        self.path = Some(place.into());
        self
    }

    /// Puts a step in front of the place.
    pub fn at(mut self, step: impl Into<PlaceStep>) -> Finding {
        self.path.get_or_insert_default().below(step.into());
        self
    }

    /// Says which input the place is in.
    pub fn within(mut self, input: Input) -> Finding {
        self.path.get_or_insert_default().within(input);
        self
    }

    /// Puts its place inside another.
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
    pub fn to_error(&self) -> Error {
        let mut error = Error::new(self.code).placed(self.path.clone().unwrap_or_default());
        error.0.params.clone_from(&self.params);
        error
    }

    /// The message in the language asked for.
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl Error {
    /// The error as a finding, where it does not stop a calculation, such as a discount that is
    /// left out. Its severity is the one that the catalogue gives the code.
    pub fn finding(self) -> Finding {
        let Inner { code, place, params, .. } = *self.0;
        Finding::made(code, (!place.is_empty()).then_some(place), params)
    }
}

impl From<&Error> for Finding {
    fn from(error: &Error) -> Finding {
        error.clone().finding()
    }
}

/// A finding with the values that its message names, as `format!` takes them:
/// `finding!(Code::PaymentNoPolicy, day = date)`, or `day` alone for a variable of that name.
macro_rules! finding {
    ($code:expr $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::error::Finding::new(
            $code,
            &[$((stringify!($name), &$crate::error::finding!(@value $name $($value)?))),*],
        )
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}
pub(crate) use finding;

/// The message of a finding. It has no hint beside it, so the nearest name stands in it.
fn message(code: Code, lang: Lang, params: &[Param]) -> String {
    let mut message = code.message(lang, params);
    super::catalogue::suggest(&mut message, lang, params);
    message
}
