//! What several lists say in the same way.

use crate::deal::{CloseReason, Deal, DocumentKind};
use crate::report::cell::ReportCell;

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
    let document = crate::report::scene::Scene::document(deal, kind);
    ReportCell::shown(document.and_then(|document| document.number.as_ref()))
}
