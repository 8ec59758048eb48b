//! A snapshot is put together from unit, draft, deal and what the host knows.

use super::{
    AgreedTerms, DealAgentShare, DealSnapshot, SnapshotDates, SnapshotPayment, SnapshotPeople,
    SnapshotPrice, SnapshotUnit, SnapshotWriting,
};
use crate::Text;
use crate::check::Index;
use crate::deal::guard::Situation;
use crate::deal::{BuyerDetails, BuyerFacts, DealBuyer, DealPrice, DocumentKind};
use crate::error::Result;
use crate::number::{Money, Rate, Unrounded};
use crate::payment::{MoneyItem, ScheduleLine};
use crate::project::Unit;

/// The snapshot of what is agreed now; none where unit, price or plan is not known, which the
/// guards of the rows that take one look at.
pub(in crate::deal) fn take(
    at: &Situation<'_>,
    document: DocumentKind,
) -> Result<Option<DealSnapshot>> {
    let (Some(unit), Some(deal)) = (at.unit(), at.deal) else { return Ok(None) };
    let (Some(price), Some(plan)) = (at.price(), at.plan()) else { return Ok(None) };
    let nothing = AgreedTerms::default();
    let terms = at.context.terms.as_ref().unwrap_or(&nothing);
    let schedule = at.schedule();
    let draft = at.draft;
    let dates = SnapshotDates {
        agreed_signing: at.agreed_signing(),
        handover: at.handover(),
        valid_until: draft.until.or(terms.valid_until),
    };
    let writing = (document == DocumentKind::Contract).then(|| SnapshotWriting {
        contract_number: draft.number.clone(),
        filing_number: draft.filing_number.clone(),
        e_signatures: draft.e_signatures.clone(),
    });
    Ok(Some(DealSnapshot {
        deal: deal.id.clone(),
        document,
        at: at.context.now,
        by: at.context.person.clone(),
        unit: of_unit(unit, price, terms),
        price: of_price(at, unit, price, terms),
        payment: SnapshotPayment {
            plan: plan.clone(),
            schedule: schedule.to_vec(),
            deposit: at.deposit(),
            loan_share: loan_share(schedule, price.contract_total)?,
            bank: terms.bank.clone(),
            fund_centre: terms.fund_centre.clone(),
            appraisal: terms.appraisal,
        },
        people: of_people(at, terms),
        dates,
        writing,
    }))
}

/// The first buyer of whom name or paper is not known, and how many there are.
pub(in crate::deal) fn lacking_details<'a>(at: &Situation<'a>) -> Option<(&'a DealBuyer, usize)> {
    let known = facts(at);
    let lacks = |buyer: &&DealBuyer| {
        let details = known.get(&&buyer.customer).and_then(|facts| facts.details.as_ref());
        details.is_none_or(|one| one.name.is_none() || one.paper_number.is_none())
    };
    let first = at.buyers().iter().find(lacks)?;
    Some((first, at.buyers().iter().filter(lacks).count()))
}

/// What is known of the buyers, by customer.
fn facts<'a>(at: &Situation<'a>) -> Index<'a, BuyerFacts, &'a Text> {
    Index::new(at.context.buyers.as_deref().unwrap_or_default(), |facts| &facts.customer)
}

fn of_unit(unit: &Unit, price: &DealPrice, terms: &AgreedTerms) -> SnapshotUnit {
    SnapshotUnit {
        unit_no: unit.unit_no.clone(),
        building: unit.building.clone(),
        floor: unit.floor,
        building_area: unit.building_area,
        inside_area: unit.inside_area,
        shared_area: unit.shared_area,
        area_basis: terms.area_basis,
        surveyed: unit.surveyed_area == Some(price.area)
            || unit.surveyed_inside_area == Some(price.area),
        surveyed_area: unit.surveyed_area,
        layout: unit.layout.clone(),
        fitout: terms.fitout.clone().or_else(|| unit.fitout.clone()),
        attached: terms.attached.clone(),
    }
}

fn of_price(
    at: &Situation<'_>,
    unit: &Unit,
    price: &DealPrice,
    terms: &AgreedTerms,
) -> SnapshotPrice {
    SnapshotPrice {
        list_price: price.list_price,
        list_total: price.list_total,
        filed_price: unit.filed_price,
        filed_total: unit.filed_total,
        discounts: terms.discounts.clone(),
        discount_text: price.discounts.clone(),
        quotas: at.quotas().cloned().collect(),
        area: price.area,
        deal_price: price.deal_price,
        deal_total: price.deal_total,
        contract_total: price.contract_total,
        policies: terms.policies.clone(),
    }
}

/// The buyers with what is known of them, share and relation as the deal has them.
fn of_people(at: &Situation<'_>, terms: &AgreedTerms) -> SnapshotPeople {
    let known = facts(at);
    let buyers = at.buyers().iter().map(|buyer| {
        let known = known.get(&&buyer.customer).and_then(|facts| facts.details.clone());
        let mut details = known.unwrap_or_else(|| BuyerDetails::new(buyer.customer.clone()));
        details.customer = buyer.customer.clone();
        details.share = buyer.share;
        if buyer.relation.is_some() {
            details.relation.clone_from(&buyer.relation);
        }
        details
    });
    let agents = match terms.agents.as_slice() {
        [] => at.agent().cloned().map(DealAgentShare::new).into_iter().collect(),
        agents => agents.to_vec(),
    };
    SnapshotPeople {
        buyers: buyers.collect(),
        agents,
        channel: at.channel().cloned(),
        media: terms.media.clone(),
        campaign: terms.campaign.clone(),
    }
}

/// Loans ÷ contract total.
fn loan_share(schedule: &[ScheduleLine], total: Money) -> Result<Option<Rate>> {
    let lent = |item| matches!(item, MoneyItem::CommercialLoan | MoneyItem::FundLoan);
    let loans = schedule.iter().filter(|line| line.in_price && lent(line.item));
    let loans = Money::sum(loans.map(|line| line.amount))?;
    if !total.is_positive() {
        return Ok(None);
    }
    Unrounded::from(loans).div(&Unrounded::from(total))?.to_rate().map(Some)
}
