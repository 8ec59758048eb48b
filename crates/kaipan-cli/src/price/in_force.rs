//! The prices of a project: priced by its schemes, or its list prices in force.

use super::names::Names;
use crate::failure::Failure;
use kaipan::error::Lang;
use kaipan::pricing::PriceTable;
use kaipan_ops::pricing::{self, ListPricesRequest, TableRequest};

/// The table that a request asks for; with `in_force` of the list prices in force.
///
/// # Errors
/// As the operations, with the places in the user's files.
pub(super) fn priced(
    request: TableRequest,
    in_force: bool,
    names: &Names,
    lang: Lang,
) -> Result<PriceTable, Failure> {
    let table = if in_force {
        let TableRequest { project, rules, select, average_basis, .. } = request;
        pricing::list_prices(ListPricesRequest { project, rules, select, average_basis })
    } else {
        pricing::table(request)
    };
    table.map_err(|error| names.locate(&error, lang))
}
