//! Records that can be worked with: an id of their own, and no more values than a customer has.

use crate::check::with_repeats;
use crate::customer::record::Customer;
use crate::error::{Code, Error, Input, Result};

/// The most values of one field, such as phones. Every combination of them is looked up, so that a
/// record with thousands would take all memory.
const MOST_VALUES: usize = 20;

/// Refuses records without an id, ids given twice, and records with very many values of a field.
pub(crate) fn sound(customers: &[Customer]) -> Result<()> {
    let mut errors = Vec::new();
    for (at, customer, first) in with_repeats(customers, |customer| customer.id.as_str()) {
        let placed =
            |error: Error, field: &'static str| error.at(field).at(at).within(Input::Customers);
        if customer.id.is_empty() {
            errors.push(placed(Error::new(Code::CustomerIdBlank), "id"));
        } else if let Some(first) = first {
            let error = Error::new(Code::CustomerIdTwice).with("id", &customer.id);
            errors.push(placed(error.with("first", first), "id"));
        }
        let counts = [
            ("other_names", customer.other_names.len()),
            ("phones", customer.phones.len()),
            ("papers", customer.papers.len()),
        ];
        for (field, count) in counts.into_iter().filter(|(_, count)| *count > MOST_VALUES) {
            let error = Error::new(Code::CustomerManyValues).with("field", field);
            errors.push(placed(error.with("count", count).with("most", MOST_VALUES), field));
        }
    }
    Error::collect(errors)
}
