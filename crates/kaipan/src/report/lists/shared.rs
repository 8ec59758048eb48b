//! What several lists say in the same way.

use crate::deal::{CloseReason, Deal, DocumentKind};
use crate::error::{Code, Finding, Input, finding};
use crate::money::item_name;
use crate::report::cell::ReportCell;
use crate::report::scene::Scene;

/// How a deal stands: its active document, or why the last one was closed.
pub(super) fn standing(deal: &Deal) -> ReportCell {
    if let Some(active) = deal.active() {
        return ReportCell::said(active.kind.chinese(), active.kind.english());
    }
    let closed = deal.documents.iter().rev().find_map(|document| document.closed);
    closed.map_or(ReportCell::Absent {}, close_reason)
}

/// Why a document was closed.
pub(super) fn close_reason(reason: CloseReason) -> ReportCell {
    let en = match reason {
        CloseReason::Converted => "went on",
        CloseReason::Refunded => "refunded",
        CloseReason::Forfeited => "forfeited",
        CloseReason::Quit => "quit",
        CloseReason::ChangedUnit => "changed unit",
        CloseReason::ChangedName => "changed name",
        CloseReason::Expired => "expired",
        CloseReason::Void => "void",
    };
    ReportCell::said(reason.chinese(), en)
}

/// What was cancelled how, of a fact's detail.
pub(super) fn cancelled_how(detail: Option<&str>) -> ReportCell {
    match detail {
        Some("refund") => close_reason(CloseReason::Refunded),
        Some("forfeit") => close_reason(CloseReason::Forfeited),
        Some("quit") => close_reason(CloseReason::Quit),
        _ => ReportCell::Absent {},
    }
}

/// The number of the last document of a kind.
pub(super) fn number_of(deal: &Deal, kind: DocumentKind) -> ReportCell {
    let document = Scene::document(deal, kind);
    ReportCell::shown(document.and_then(|document| document.number.as_ref()))
}

/// The name of a money item.
pub(super) fn item_words(item: &str) -> ReportCell {
    item_name(item)
        .map_or_else(|| ReportCell::shown(Some(item)), |(zh, en)| ReportCell::said(zh, en))
}

/// That records were left out since it is not known where they belong.
pub(in crate::report) fn lost_finding(lost: u32) -> Vec<Finding> {
    let count = lost;
    let told = || finding!(Code::ReportDealPlaceless, count).within(Input::Records);
    (lost > 0).then(told).into_iter().collect()
}
