//! One line: when it was recorded, what it is about, and what it says.

use kaipan::error::{Code, Error, Result};
use kaipan::json::{Misfit, Node, Read};
use kaipan::{Date, Text, Time};

/// A line before its body is read.
pub(super) struct Line<'n, 't> {
    /// The project.
    pub(super) project: Text,
    /// The business date.
    pub(super) date: Date,
    /// When it was recorded.
    pub(super) at: Time,
    /// Lines of one number were decided together.
    pub(super) decision: Option<u64>,
    /// The organisation node.
    pub(super) node: Option<Text>,
    /// 房号.
    pub(super) unit: Option<Text>,
    /// The first customer.
    pub(super) customer: Option<Text>,
    /// 置业顾问.
    pub(super) agent: Option<Text>,
    /// What it is.
    pub(super) kind: Text,
    body: Option<&'n Node<'t>>,
}

impl<'n, 't> Line<'n, 't> {
    /// The line of an object. Fields that are not known do not matter.
    ///
    /// # Errors
    /// A field that is missing or does not fit, with its place.
    pub(super) fn of(object: &'n Node<'t>) -> Result<Line<'n, 't>> {
        if object.as_object().is_none() {
            // Said in the words of any object that is none.
            return Err(misfit::<Text>(object).err().unwrap_or_else(unread));
        }
        Ok(Line {
            project: field(object, "project")?,
            date: field(object, "date")?,
            at: field(object, "at")?,
            decision: field::<Option<u32>>(object, "decision")?.map(u64::from),
            node: field(object, "node")?,
            unit: field(object, "unit")?,
            customer: field(object, "customer")?,
            agent: field(object, "agent")?,
            kind: field(object, "kind")?,
            body: object.get("body"),
        })
    }

    /// What it says.
    ///
    /// # Errors
    /// Everything that does not fit, below `/body`.
    pub(super) fn body<T: Read>(&self) -> Result<T> {
        let body = self.body.ok_or_else(|| missing("body"))?;
        misfit(body).map_err(|error| error.at("body"))
    }
}

fn field<T: Read>(object: &Node<'_>, name: &'static str) -> Result<T> {
    let given = object.get(name);
    match misfit(given.unwrap_or(&Node::Absent)) {
        Err(_) if given.is_none() => Err(missing(name)),
        read => read.map_err(|error| error.at(name)),
    }
}

fn misfit<T: Read>(node: &Node<'_>) -> Result<T> {
    let misfit = Misfit::default();
    let read = T::read(node, &misfit);
    if misfit.is_none() { Ok(read) } else { Err(misfit.error().unwrap_or_else(unread)) }
}

fn missing(field: &'static str) -> Error {
    Error::new(Code::JsonMissingField).with("field", field)
}

fn unread() -> Error {
    Error::new(Code::JsonUnread).with("detail", "a field is given twice")
}
