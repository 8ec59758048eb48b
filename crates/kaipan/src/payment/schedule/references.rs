//! Names in the inputs of a schedule that point nowhere (ADR 14).

use super::keep::ExistingLine;
use super::scheduling::Scheduling;
use crate::Text;
use crate::error::{Finding, Input, InputPlace};
use crate::payment::due::{Anchor, AnchorDates};
use crate::payment::item::MoneyItem;
use crate::payment::limit::{BorrowerFacts, CapLimit};
use crate::payment::plan::PaymentPlan;
use crate::refer::{Kind, alike, nowhere};

const NODE: Kind = ("construction node", "工程节点");
const UPLIFT: Kind = ("uplift", "上浮条件");
const FEE: Kind = ("fee", "费用");
const LINE: Kind = ("line of the plan", "款项");

impl Scheduling<'_> {
    /// What there is to say about the names of the plan and of the lines as they were.
    pub(super) fn references(&self) -> Vec<Finding> {
        let plan = InputPlace::of(Input::Plan);
        let deposit = self.plan.deposit.as_ref().and_then(|rule| rule.anchor.as_ref());
        let mut told = Vec::new();
        told.extend(deposit.and_then(|anchor| {
            node(anchor, self.dates, || plan.clone().then("deposit").then("anchor"))
        }));
        for (at, line) in self.plan.lines.iter().enumerate() {
            let place = || plan.clone().then("lines").then(at).then("anchor");
            told.extend(node(&line.anchor, self.dates, place));
        }
        for (at, line) in self.existing.iter().enumerate() {
            let found = existing(line, self.plan);
            told.extend(found.map(|finding| finding.at(at).within(Input::Existing)));
        }
        told
    }
}

/// An anchor on a construction node that is none of the given ones. Where none is given, none is
/// known yet.
pub(crate) fn node(
    anchor: &Anchor,
    dates: &AnchorDates,
    place: impl FnOnce() -> InputPlace,
) -> Option<Finding> {
    let Anchor::ConstructionNode { node } = anchor else { return None };
    let known = dates.nodes.iter().map(|known| known.node.as_str());
    let finding = nowhere(NODE, node, known).filter(|_| !dates.nodes.is_empty());
    finding.map(|finding| finding.placed(place().then("node")))
}

/// Uplifts that hold of the borrowers and that no cap of these plans has. Where no cap has any,
/// nothing asks for them.
pub(crate) fn uplifts<'a>(
    plans: impl Iterator<Item = &'a PaymentPlan>,
    borrower: &BorrowerFacts,
) -> Vec<Finding> {
    let rules = plans.flat_map(PaymentPlan::loan_rules);
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
        Some(finding.at(at).at("uplifts").within(Input::Borrower))
    });
    told.collect()
}

/// A line as it was, on which something was received and that the plan has no line for. Another
/// plan has other lines; what is spelt otherwise is not another line.
fn existing(line: &ExistingLine, plan: &PaymentPlan) -> Option<Finding> {
    if line.received.is_zero() {
        return None;
    }
    match (line.item, &line.fee) {
        (MoneyItem::Fee, Some(fee)) => {
            nowhere(FEE, fee, plan.fee_items()).map(|finding| finding.at("fee"))
        }
        (MoneyItem::Fee | MoneyItem::DownPayment | MoneyItem::Instalment, _) => {
            let names: Vec<Text> = plan.lines.iter().map(|line| Text::from(&line.name)).collect();
            let known = names.iter().map(Text::as_str);
            alike(LINE, &Text::from(&line.name), known).map(|finding| finding.at("name"))
        }
        (MoneyItem::Deposit | MoneyItem::CommercialLoan | MoneyItem::FundLoan, _) => None,
    }
}
