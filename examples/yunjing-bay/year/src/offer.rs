//! The price and payment that a buyer is offered, as the library quotes them.

use crate::failure::{Failure, Outcome};
use crate::money_of::loan_lines;
use crate::site::Site;
use kaipan::deal::{AgreedTerms, DealPrice};
use kaipan::discount::{ChosenDiscount, DealFacts};
use kaipan::number::Money;
use kaipan::payment::{AnchorDates, NodeDate, ScheduleLine, Scheduling};
use kaipan::project::UnitState;
use kaipan::quote::{Quote, QuoteCase, QuoteChoice, Quoting};
use kaipan::service::ServiceKind;
use kaipan::{Date, Label};

/// 专项维修资金, collected at handover.
pub(crate) const MAINTENANCE_FUND: &str = "maintenance_fund";

/// What is agreed about a price and its payment.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub(crate) price: DealPrice,
    pub(crate) schedule: Vec<ScheduleLine>,
    pub(crate) terms: AgreedTerms,
    /// The discounts that it has, besides those that come with the plan.
    pub(crate) discounts: Vec<&'static str>,
    pub(crate) facts: DealFacts,
    pub(crate) maintenance_fund: Money,
}

/// What is asked: a home, a plan, discounts, and what conditions look at.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) unit: usize,
    pub(crate) plan: &'static str,
    pub(crate) deposit: Money,
    pub(crate) discounts: Vec<&'static str>,
    pub(crate) facts: DealFacts,
}

impl Site<'_> {
    /// The best of what is asked that needs no approval: a discount that does not apply, or takes the
    /// price below the floor, is left out, the last one first.
    pub(crate) fn offer(&self, asked: &Asked) -> Outcome<Offer> {
        let case = self.case(asked)?;
        let mut discounts = asked.discounts.clone();
        loop {
            let quote = self.quote(&case, asked, &discounts);
            match (quote, discounts.pop()) {
                (Ok(quote), last) if needs_nobody(&quote) => {
                    discounts.extend(last);
                    return Ok(self.made(asked, discounts, quote));
                }
                (Ok(_), None) => {
                    let unit_no = &self.unit(asked.unit)?.unit_no;
                    return Err(Failure::told(
                        format!("“{unit_no}”按“{}”不打折也低于底价", asked.plan),
                        format!(
                            "{unit_no} by {} is below its floor price undiscounted",
                            asked.plan
                        ),
                    ));
                }
                (Err(failure), None) => return Err(failure),
                (_, Some(_)) => {}
            }
        }
    }

    /// The schedule of an offer, with the days that follow from the day of the contract.
    pub(crate) fn dated(
        &self,
        (unit, plan, deposit): (usize, &str, Money),
        offer: &Offer,
        signing: Date,
    ) -> Outcome<Vec<ScheduleLine>> {
        let plan = self.source.policies.plans.iter().find(|one| *one.code == *plan);
        let plan = plan.ok_or_else(|| Failure::missing("plan"))?;
        let mut dates = AnchorDates::default()
            .with_subscription(offer.facts.subscription_date)
            .with_signing(signing)
            .with_handover(self.building(unit)?.handover);
        dates.agreed_signing = offer.facts.agreed_signing_date;
        dates.nodes = self.nodes();
        let mut scheduling = Scheduling::new(plan).dates(&dates).deposit(deposit);
        let lent = |kind| Some(loan_lines(&offer.schedule, kind)).filter(|loan| loan.is_positive());
        scheduling = scheduling.commercial_loan(lent(ServiceKind::Mortgage));
        scheduling = scheduling.fund_loan(lent(ServiceKind::FundLoan));
        let schedule = scheduling.schedule(offer.price.contract_total)?;
        Ok(without_parts(schedule.lines))
    }

    fn quote(&self, case: &QuoteCase, asked: &Asked, discounts: &[&str]) -> Outcome<Quote> {
        let chosen = discounts.iter().map(|code| ChosenDiscount::new(*code)).collect();
        let choice =
            QuoteChoice::new(asked.plan).with_deposit(asked.deposit).with_discounts(chosen);
        Ok(Quoting::new(&self.source.policies, case).quote(&choice)?)
    }

    fn made(&self, asked: &Asked, discounts: Vec<&'static str>, quote: Quote) -> Offer {
        let mut terms = AgreedTerms::from(&quote);
        terms.policies.clear();
        let price = DealPrice::from(&quote);
        let schedule = without_parts(quote.schedule.lines);
        if loan_lines(&schedule, ServiceKind::Mortgage).is_positive() {
            terms.bank = Some(Label::from(BANK));
        }
        let fees = quote.fees.map(|sheet| sheet.lines).unwrap_or_default();
        let fund = fees.iter().find(|line| *line.code == *MAINTENANCE_FUND);
        Offer {
            price,
            schedule,
            terms,
            discounts,
            facts: asked.facts.clone(),
            maintenance_fund: fund.map_or(Money::ZERO, |line| line.amount),
        }
    }

    fn case(&self, asked: &Asked) -> Outcome<QuoteCase> {
        let unit = self.unit(asked.unit)?.clone().with_state(UnitState::OnSale);
        let building = self.building(asked.unit)?;
        let (property_use, elevator, storeys) = self.source.case.building(building.code);
        let mut case = QuoteCase::new(asked.facts.subscription_date, unit, asked.facts.clone());
        case.city = self.source.city.clone();
        case.property_use = property_use;
        case.vat_rate = Some(self.source.case.vat_rate);
        (case.elevator, case.storeys) = (elevator, storeys);
        case.completed = Some(building.completed);
        case.dates = AnchorDates::default().with_handover(building.handover);
        case.dates.nodes = self.nodes();
        Ok(case)
    }

    /// The construction nodes, as they are planned.
    fn nodes(&self) -> Vec<NodeDate> {
        let nodes = self.source.case.nodes();
        nodes.map(|(node, day)| NodeDate::new(node.clone()).with_planned(day)).collect()
    }
}

/// The bank of all loans.
pub(crate) const BANK: &str = "云城银行（虚构）";

/// How an amount came about can be quoted again; a year of it would fill the file.
fn without_parts(mut schedule: Vec<ScheduleLine>) -> Vec<ScheduleLine> {
    schedule.iter_mut().for_each(|line| line.parts.clear());
    schedule
}

/// Nobody has to approve it, and it is not below the floor price.
fn needs_nobody(quote: &Quote) -> bool {
    let approval = quote.price.approval.as_ref();
    approval.is_none_or(|one| one.role.is_none() && !one.below_floor)
}
