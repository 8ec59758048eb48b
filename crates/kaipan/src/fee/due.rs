//! Due dates of fees (handbook §4.2).

use super::rule::FeeRule;
use crate::Date;
use crate::error::Result;
use crate::payment::{Anchor, AnchorDates};

/// When a fee of this rule is due: anchor, months, days; `None` while the anchor has no date.
pub(super) fn due(rule: &FeeRule, dates: &AnchorDates) -> Result<Option<Date>> {
    let Some(start) = rule.anchor.as_ref().and_then(|anchor| known(anchor, dates)) else {
        return Ok(None);
    };
    let moved = start.add_months(rule.months).and_then(|date| date.shift_days(rule.days));
    match moved {
        Some(date) => Ok(Some(date)),
        None => {
            let (zh, en) =
                ("使应付日落在公元 1–9999 年", "such that the due date is in years 1 to 9999");
            Err(super::check::amount("months", rule.months, zh, en).at("months"))
        }
    }
}

fn known(anchor: &Anchor, dates: &AnchorDates) -> Option<Date> {
    match anchor {
        Anchor::FixedDate { date } => Some(*date),
        Anchor::BookingDate {} => dates.booking,
        Anchor::SubscriptionDate {} => dates.subscription,
        Anchor::AgreedSigningDate {} => dates.agreed_signing,
        Anchor::SigningDate {} => dates.signing.or(dates.agreed_signing),
        Anchor::ConstructionNode { node } => {
            let found = dates.nodes.iter().find(|known| known.node == *node)?;
            found.real.or(found.planned)
        }
        Anchor::MortgageDate {} => dates.mortgage,
        Anchor::AreaSettlementDate {} => dates.area_settlement,
        Anchor::HandoverDate {} => dates.handover,
        Anchor::TitleDate {} => dates.title,
    }
}
