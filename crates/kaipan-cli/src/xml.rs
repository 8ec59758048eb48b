//! XML that the program writes: documents, elements, findings. Values do not depend on the language.

use crate::failure::Failure;
use crate::layout::clean;
use kaipan::error::{Finding, Lang};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::fmt::Display;
use std::io;

pub(crate) type Out = Writer<Vec<u8>>;

/// A document in UTF-8, with its declaration.
///
/// # Errors
/// [`Failure::Output`] if it cannot be written.
pub(crate) fn document(
    content: impl FnOnce(&mut Out) -> io::Result<()>,
) -> Result<String, Failure> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None));
    let text = out
        .write_event(declaration)
        .and_then(|()| content(&mut out))
        .and_then(|()| String::from_utf8(out.into_inner()).map_err(io::Error::other));
    Ok(text.map_err(Failure::Output)? + "\n")
}

/// The value of an attribute.
pub(crate) fn some(value: &dyn Display) -> Option<String> {
    Some(value.to_string())
}

/// The value of an attribute that may be absent.
pub(crate) fn maybe(value: &Option<impl Display>) -> Option<String> {
    value.as_ref().map(ToString::to_string)
}

/// Attributes that are there, cleaned.
fn attributes(given: &[(&'static str, Option<String>)]) -> Vec<(&'static str, String)> {
    let there = given.iter().filter_map(|(name, value)| Some((*name, clean(value.as_ref()?))));
    there.collect()
}

/// An element with attributes and content.
pub(crate) fn element(
    out: &mut Out,
    name: &str,
    given: &[(&'static str, Option<String>)],
    content: impl FnOnce(&mut Out) -> io::Result<()>,
) -> io::Result<()> {
    let own = attributes(given);
    let own = own.iter().map(|(name, value)| (*name, value.as_str()));
    out.create_element(name).with_attributes(own).write_inner_content(content)?;
    Ok(())
}

/// An element with text alone.
pub(crate) fn leaf(
    out: &mut Out,
    name: &str,
    given: &[(&'static str, Option<String>)],
    text: &str,
) -> io::Result<()> {
    let own = attributes(given);
    let own = own.iter().map(|(name, value)| (*name, value.as_str()));
    let element = out.create_element(name).with_attributes(own);
    match text {
        "" => element.write_empty()?,
        text => element.write_text_content(BytesText::new(&clean(text)))?,
    };
    Ok(())
}

/// A finding in both languages, with its code.
pub(crate) fn finding(out: &mut Out, finding: &Finding) -> io::Result<()> {
    let given = [
        ("code", Some(finding.code.to_string())),
        ("severity", Some(finding.severity.word().to_owned())),
        ("en", Some(finding.message(Lang::En).to_owned())),
    ];
    leaf(out, "finding", &given, finding.message(Lang::Zh))
}
