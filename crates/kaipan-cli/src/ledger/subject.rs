//! Whom or what a statement is about.

use super::args::LedgerArgs;
use crate::failure::{Choose, Failure};
use crate::record::Record;
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::ledger::{LedgerStatement, StatementDrawing};
use kaipan::{Date, Text};

/// What a statement is about, and the deals that it takes in.
#[derive(Debug)]
pub(super) enum Subject {
    /// One deal.
    Deal(Text),
    /// A customer, as the deals have him now.
    Customer(Text, Vec<Text>),
    /// A unit.
    Unit(Text, Vec<Text>),
}

impl Subject {
    /// What was asked for, if a statement was.
    ///
    /// # Errors
    /// A customer or unit without any deal; a name that several customers have.
    pub(super) fn of(
        options: &LedgerArgs,
        record: &Record,
        lang: Lang,
    ) -> Result<Option<Subject>, Failure> {
        if let Some(deal) = &options.deal {
            return Ok(Some(Subject::Deal(deal.clone())));
        }
        if let Some(asked) = &options.customer {
            let customer = customer(asked, record, lang)?;
            let is_his = |id: &Text| {
                let known = record.deals.get(id);
                known.is_some_and(|one| one.deal.buyers.iter().any(|one| one.customer == customer))
            };
            let deals = some(deals_that(record, is_his), asked, "--customer")?;
            return Ok(Some(Subject::Customer(customer, deals)));
        }
        let Some(unit) = &options.unit else { return Ok(None) };
        let is_of_it = |id: &Text| {
            record.deals.get(id).is_some_and(|one| one.deal.unit_no.as_ref() == Some(unit))
        };
        let deals = some(deals_that(record, is_of_it), unit, "--unit")?;
        Ok(Some(Subject::Unit(unit.clone(), deals)))
    }

    /// The statement on a day.
    ///
    /// # Errors
    /// As [`StatementDrawing::draw`].
    pub(super) fn statement(&self, record: &Record, on: Date) -> Result<LedgerStatement, Failure> {
        let drawing = StatementDrawing::new(&record.ledger, on);
        let drawn = match self {
            Subject::Deal(deal) => drawing.deal(deal.as_str()).draw(),
            Subject::Customer(_, deals) | Subject::Unit(_, deals) => {
                drawing.deals(deals.as_slice()).draw()
            }
        };
        drawn.map_err(|error| Failure::plain(&error))
    }
}

fn deals_that(record: &Record, fits: impl Fn(&Text) -> bool) -> Vec<Text> {
    record.deals.keys().filter(|id| fits(id)).cloned().collect()
}

fn some(deals: Vec<Text>, name: &str, option: &str) -> Result<Vec<Text>, Failure> {
    if deals.is_empty() {
        let error = Error::new(Code::LedgerNothingKnown).with("name", name);
        return Err(Failure::in_file(option, &error));
    }
    Ok(deals)
}

/// The customer of an id, or of a name that one alone has.
fn customer(asked: &Text, record: &Record, lang: Lang) -> Result<Text, Failure> {
    if record.customers.contains_key(asked) {
        return Ok(asked.clone());
    }
    let named = record.customers.values().filter(|one| one.name.as_str() == asked.as_str());
    let buys = |id: &Text| {
        let mut deals = record.deals.values();
        deals.any(|one| one.deal.buyers.iter().any(|one| one.customer == *id))
    };
    let ids: Vec<Text> = named.map(|one| one.id.clone()).filter(buys).collect();
    match ids.as_slice() {
        [one] => Ok(one.clone()),
        // An id that the customers of the record do not have may stand in deals.
        [] => Ok(asked.clone()),
        several => Err(Failure::Choose(Choose {
            what: match lang {
                Lang::Zh => format!("有 {} 位客户叫“{asked}”", several.len()),
                Lang::En => format!("{} customers are called \"{asked}\"", several.len()),
            },
            mend: lang.say("用“--customer”给出客户编号", "give the id with --customer").to_owned(),
            choices: several.iter().map(|id| (id.to_string(), asked.to_string())).collect(),
        })),
    }
}
