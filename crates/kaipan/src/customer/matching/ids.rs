//! Ids of customers, each once.

use crate::check::with_repeats;
use crate::customer::record::Customer;
use crate::error::{Code, Error, Input, Result};

/// Every customer has an id of its own.
pub(crate) fn ids_once(customers: &[Customer]) -> Result<()> {
    let all = with_repeats(customers, |customer| customer.id.as_str());
    let twice = all.filter_map(|(at, customer, first)| {
        let error =
            Error::new(Code::CustomerIdTwice).with("id", &customer.id).with("first", first?);
        Some(error.at("id").at(at).within(Input::Customers))
    });
    Error::collect(twice.collect())
}
