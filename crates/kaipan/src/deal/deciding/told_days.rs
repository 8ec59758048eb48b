//! Days of a draft that are most likely slips of the pen.

use crate::Date;
use crate::deal::guard::Situation;
use crate::deal::{DealAction, DocumentKind, Effect};
use crate::error::{Code, Finding, Input, finding};

/// What is agreed for a while is not agreed for more than a year.
const YEAR: i64 = 366;

/// A home is handed over within ten years.
const TEN_YEARS: i64 = 3_653;

/// Days that are far ahead, and a booking that never lapses.
pub(super) fn days(at: &Situation<'_>) -> Vec<Finding> {
    let draft = at.draft;
    let promises = at.row.action == DealAction::SignDepositContract;
    let far = [
        ("until", draft.until, if promises { TEN_YEARS } else { YEAR }),
        ("agreed_signing", draft.agreed_signing, YEAR),
        ("handover", draft.handover, TEN_YEARS),
    ];
    let far = far.into_iter().filter_map(|(field, day, most)| ahead(at, field, day?, most));
    let books = at.row.action == DealAction::Book
        && at.row.effects.contains(&Effect::Open(DocumentKind::Booking));
    let endless = (books && draft.until.is_none()).then(|| finding!(Code::DealNoLastDay));
    let placed = |finding: Finding| finding.at("draft").within(Input::Command);
    far.map(placed).chain(endless.map(|one| placed(one.at("until")))).collect()
}

fn ahead(at: &Situation<'_>, field: &'static str, day: Date, most: i64) -> Option<Finding> {
    let days = day.days_since(at.today());
    (days > most).then(|| finding!(Code::DealDayFar, field, day, days).at(field))
}
