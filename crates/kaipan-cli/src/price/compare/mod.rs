//! `kaipan price --compare`: two price tables side by side.

mod args;
mod draw;
mod file;
mod other;

use super::View;
use super::names::Names;
use crate::args::PriceArgs;
use crate::failure::{Failure, Located};
use crate::output::Kind;
pub(crate) use args::PricesArgs;
use kaipan::error::{Error, Lang};
use kaipan::pricing::{ComparedPrices, Comparing, PriceTable};
use kaipan_ops::pricing::TableRequest;
use other::Other;

/// A comparison that was asked for, before this project is priced.
pub(super) struct Compare(Option<Other>);

impl Compare {
    /// Prices the other side, if a comparison is asked for.
    ///
    /// # Errors
    /// Bills and files that do not exist or have no prices.
    pub(super) fn with(
        options: &PriceArgs,
        own: &TableRequest,
        names: &Names,
        lang: Lang,
    ) -> Result<Compare, Failure> {
        let Some(asked) = &options.prices.compare else { return Ok(Compare(None)) };
        other::table(asked, own, names, options.prices.in_force, lang).map(Some).map(Compare)
    }

    /// The comparison, for the terminal or a file; none if it was not asked for.
    ///
    /// # Errors
    /// The tables have no home in common.
    pub(super) fn with_table(
        &self,
        table: &PriceTable,
        kind: Kind,
        in_force: bool,
        view: &View<'_>,
    ) -> Result<Option<Written>, Failure> {
        let Compare(Some(other)) = self else { return Ok(None) };
        let compared = Comparing::new(&other.table.rows, &table.rows).compare();
        let compared: ComparedPrices = compared.map_err(|error| located(&error, &other.name))?;
        let own = other::own_name(in_force, view.lang);
        let sides = (other.name.as_str(), own);
        let content = match kind {
            Kind::Table => (draw::lines(view, &compared, sides).join("\n") + "\n").into_bytes(),
            Kind::Json => (kaipan_ops::json::write(&compared, 65_536) + "\n").into_bytes(),
            kind => file::content(kind, &compared, sides, view)?,
        };
        Ok(Some(Written { content, homes: compared.rows.len() }))
    }
}

/// A comparison that is written.
pub(super) struct Written {
    pub(super) content: Vec<u8>,
    /// Homes in both tables.
    pub(super) homes: usize,
}

fn located(error: &Error, other: &str) -> Failure {
    Failure::new(error, |error| Located {
        place: format!("--compare {other}"),
        error: error.clone(),
        suggestion: None,
    })
}
