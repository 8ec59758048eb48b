//! What the host knows when it asks about a deal.

use super::Place;
use crate::failure::Outcome;
use crate::team::Worker;
use crate::world::World;
use kaipan::deal::{
    AfterSale, AgreedTerms, ChangeFee, ChangedFrom, DealAction, DealChangePolicy, DealContext,
    DealPolicy, PriceApproval, ReceivedMoney,
};
use kaipan::{StreamKind, StreamRead, Time};

/// What only some commands look at.
#[derive(Debug, Default)]
pub(crate) struct Besides {
    pub(crate) terms: Option<AgreedTerms>,
    pub(crate) after_sale: Option<AfterSale>,
    pub(crate) changed_from: Option<Box<ChangedFrom>>,
    /// The sale whose money and approvals count, where it is another one.
    pub(crate) of_sale: Option<usize>,
}

/// What the house has decided about its deals.
pub(crate) fn policy() -> Outcome<DealPolicy> {
    let fee = |action, amount: &str| -> Outcome<ChangeFee> {
        Ok(ChangeFee::new(action).with_amount(amount.parse()?))
    };
    let fees = vec![
        fee(DealAction::ChangeNames, "500")?,
        fee(DealAction::ChangeUnit, "1000")?,
        fee(DealAction::RefundSubscription, "2000")?,
    ];
    let relations = ["配偶", "父母", "子女"].map(Into::into);
    let change = DealChangePolicy::default()
        .with_fees(fees)
        .with_penalty_rate("0.02".parse()?)
        .with_late_handover_rate("0.0001".parse()?)
        .with_grace_days(7)
        .with_relations(relations.into());
    Ok(DealPolicy::default()
        .with_sincerity_amount("20000".parse()?)
        .with_least_booking("10000".parse()?)
        .with_least_deposit("10000".parse()?)
        .with_finance_review(true)
        .with_print_control(true)
        .with_change(change))
}

impl World<'_, '_, '_> {
    /// What is known at a place.
    pub(super) fn context(
        &self,
        now: Time,
        worker: &Worker,
        place: Place,
        besides: Besides,
    ) -> Outcome<DealContext> {
        let mut context = DealContext::new(now, worker.person.clone())
            .with_roles(vec![worker.role.into()])
            .with_permits(self.site.source.permits.clone())
            .with_status(self.site.source.status.clone())
            .with_policy(self.policy.clone())
            .with_unanswered(Vec::new())
            .with_quotas(self.quotas.clone())
            .with_price_approval(PriceApproval { role: None });
        context.unit = place.unit.and_then(|unit| self.site.units.get(unit)).cloned();
        context.terms = besides.terms;
        context.after_sale = besides.after_sale;
        context.changed_from = besides.changed_from;
        if let Some(at) = place.sale {
            context.buyers = Some(self.household(at)?.facts());
        }
        if let Some(at) = besides.of_sale.or(place.sale) {
            let sale = self.sale(at)?;
            let received: Vec<ReceivedMoney> = sale.purse.received.clone();
            context.received = Some(received);
            context.approvals = sale.approvals.clone();
            if let Some(deal) = &sale.deal {
                let ledger = StreamKind::LedgerAccount;
                context.ledger = vec![StreamRead::new(ledger, deal.id.clone(), sale.purse.entries)];
            }
        }
        Ok(context)
    }
}
