//! The money of a record as XML, for hosts that exchange it. The schema is `docs/ledger.xsd`; it does not
//! depend on the language.

mod account;
mod books;

pub(super) use account::{statement, summary};
pub(super) use books::{journal, vouchers};

use crate::failure::Failure;
use crate::record::Record;
use crate::xml::{self, Out, element, finding, leaf, maybe, some};
use kaipan::Time;
use std::io;

/// The names that belong to this schema.
const NAMESPACE: &str = "urn:kaipan:ledger:1";

/// A document with one part of the ledger, and what of the record was not posted.
///
/// # Errors
/// [`Failure::Output`] if it cannot be written.
pub(super) fn of(
    record: &Record,
    as_known: Option<Time>,
    part: impl FnOnce(&mut Out) -> io::Result<()>,
) -> Result<String, Failure> {
    let accepted = record.accepted.values().fold(0_u64, |sum, one| sum.saturating_add(*one));
    let given = [
        ("xmlns", some(&NAMESPACE)),
        ("accepted", some(&accepted)),
        ("as_known", maybe(&as_known)),
    ];
    xml::document(|out| {
        element(out, "ledger", &given, |out| {
            part(out)?;
            posts(out, record)
        })
    })
}

/// Posts that were refused, what was told about others, and kinds of lines that are not known.
fn posts(out: &mut Out, record: &Record) -> io::Result<()> {
    for post in &record.refused {
        let given = [
            ("line", some(&post.line)),
            ("key", some(&post.key)),
            ("act", some(&post.act.word())),
            ("deal", maybe(&post.deal)),
        ];
        element(out, "refused", &given, |out| finding(out, &post.error.clone().finding()))?;
    }
    for post in &record.told {
        let given = [("line", some(&post.line)), ("key", some(&post.key))];
        element(out, "told", &given, |out| finding(out, &post.finding))?;
    }
    record.unknown.iter().try_for_each(|(kind, lines)| {
        leaf(out, "unknown", &[("kind", some(kind)), ("lines", some(lines))], "")
    })
}
