//! Names in a request for a schedule that point nowhere (ADR 14).

use super::due::{Anchor, AnchorDates};
use super::loan_cap::{BorrowerFacts, CapLimit};
use super::plan::{LineAmount, PaymentPlan};
use super::schedule::{ExistingLine, MoneyItem};
use super::scheduling::Scheduling;
use crate::Text;
use crate::error::Finding;
use crate::refer::{Kind, alike, nowhere};

const NODE: Kind = ("construction node", "工程节点");
const UPLIFT: Kind = ("uplift", "上浮条件");
const FEE: Kind = ("fee", "费用");
const LINE: Kind = ("line of the plan", "款项");

/// What there is to say about the names of a plan and of the lines as they were. Places are those
/// of `payment.schedule`.
pub(super) fn findings(request: &Scheduling<'_>) -> Vec<Finding> {
    let plan = request.plan;
    let deposit = plan.deposit.as_ref().and_then(|rule| rule.anchor.as_ref());
    let mut told = Vec::new();
    told.extend(deposit.and_then(|anchor| node(anchor, request.dates, "/plan/deposit/anchor")));
    for (at, line) in plan.lines.iter().enumerate() {
        let place = format!("/plan/lines/{at}/anchor");
        told.extend(node(&line.anchor, request.dates, &place));
    }
    for (at, line) in request.existing.iter().enumerate() {
        told.extend(existing(line, plan, at));
    }
    told
}

/// An anchor on a construction node that is none of the given ones. Where none is given, none is
/// known yet.
pub(crate) fn node(anchor: &Anchor, dates: &AnchorDates, place: &str) -> Option<Finding> {
    let Anchor::ConstructionNode { node } = anchor else { return None };
    let known = dates.nodes.iter().map(|known| known.node.as_str());
    let finding = nowhere(NODE, node, known).filter(|_| !dates.nodes.is_empty());
    finding.map(|finding| finding.path(format!("{place}/node")))
}

/// Uplifts that hold of the borrowers and that no cap of these plans has. Where no cap has any,
/// nothing asks for them.
pub(crate) fn uplifts<'a>(
    plans: impl Iterator<Item = &'a PaymentPlan>,
    borrower: &BorrowerFacts,
) -> Vec<Finding> {
    let rules = plans.flat_map(|plan| [&plan.commercial, &plan.fund].into_iter().flatten());
    let mut known: Vec<&str> = Vec::new();
    for cap in rules.flat_map(|rule| &rule.caps) {
        if let CapLimit::Borrowers { uplifts, .. } = &cap.limit {
            known.extend(uplifts.iter().map(|uplift| uplift.code.as_str()));
        }
    }
    if known.is_empty() {
        return Vec::new();
    }
    let told = borrower.uplifts.iter().enumerate().filter_map(|(at, code)| {
        let finding = nowhere(UPLIFT, code, known.iter().copied())?;
        Some(finding.path(format!("/borrower/uplifts/{at}")))
    });
    told.collect()
}

/// The codes of the fees that a plan has lines for.
pub(super) fn fee_items(plan: &PaymentPlan) -> impl Iterator<Item = &str> + Clone {
    plan.lines.iter().filter_map(|line| match &line.amount {
        LineAmount::Fee { item } => Some(item.as_str()),
        _ => None,
    })
}

/// A line as it was, on which something was received and that the plan has no line for. Another
/// plan has other lines; what is spelt otherwise is not another line.
fn existing(line: &ExistingLine, plan: &PaymentPlan, at: usize) -> Option<Finding> {
    if line.received.is_zero() {
        return None;
    }
    let place = |field: &'static str| format!("/existing/{at}/{field}");
    match (line.item, &line.fee) {
        (MoneyItem::Fee, Some(fee)) => {
            nowhere(FEE, fee, fee_items(plan)).map(|finding| finding.path(place("fee")))
        }
        (MoneyItem::Fee | MoneyItem::DownPayment | MoneyItem::Instalment, _) => {
            let names: Vec<Text> = plan.lines.iter().map(|line| Text::from(&line.name)).collect();
            let known = names.iter().map(Text::as_str);
            alike(LINE, &Text::from(&line.name), known).map(|finding| finding.path(place("name")))
        }
        (MoneyItem::Deposit | MoneyItem::CommercialLoan | MoneyItem::FundLoan, _) => None,
    }
}
