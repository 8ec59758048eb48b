//! The quote in the terminal.

mod compare;
mod header;
mod loans;
mod money;
mod notes;
mod price;

use super::View;
use crate::grid::Grid;
use crate::layout;
pub(super) use compare::MEASURES;
use kaipan::number::Rate;
use kaipan::quote::{Quote, QuoteComparison};
pub(super) use money::items;

/// A quote.
pub(crate) fn quote(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let mut lines = header::lines(view, Some(quote));
    lines.extend(price::list(view, quote));
    lines.extend(price::deal(view, quote));
    lines.extend(money::schedule(view, quote));
    lines.extend(money::cash(view, quote));
    lines.extend(loans::lines(view, quote));
    lines.extend(money::fees(view, quote));
    lines.extend(notes::approval(view, quote));
    lines.extend(notes::findings(view, quote));
    lines.extend(notes::policies(view, quote));
    lines
}

/// Choices side by side.
pub(crate) fn comparison(
    view: &View<'_>,
    rows: &QuoteComparison,
    annual_rate: Rate,
) -> Vec<String> {
    let mut lines = header::lines(view, None);
    lines.extend(compare::lines(view, rows, annual_rate));
    lines
}

fn heading(view: &View<'_>, title: &str) -> Vec<String> {
    layout::heading(title, view.width, view.paint)
}

fn table(view: &View<'_>, grid: &Grid) -> Vec<String> {
    grid.told(view.lang, 0, view.width, view.paint)
}
