//! `quote.make`: list price → discounts → deal price → schedule → loans → fees → cash by date.

use super::cash;
use super::fees::{self, Priced};
use super::first::{self, Bought};
use super::lending;
use super::outcome::{Quote, QuotedPlan, QuotedUnit};
use super::policies::SalesPolicies;
use super::references;
use super::request::{QuoteCase, QuoteChoice, QuoteRequest};
use super::used;
use crate::Date;
use crate::Text;
use crate::discount::{
    AuthorityTable, ChosenDiscount, DealFacts, DiscountOutcome, Ineligible, ListPrice, Terms,
    Wanted, best_of, between, within,
};
use crate::error::{Code, Error, Finding, Input, Result};
use crate::fee::{FeePolicy, FeeSheet, unusual_homes};
use crate::number::Money;
use crate::payment::loan::LoanPurpose;
use crate::payment::{AnchorDates, Ask, FeeAmount, LineAmount, PaymentPlan, Schedule, scheduled};
use crate::project::UnitState;
use crate::unusual;

/// Makes a quote (置业计划).
///
/// # Errors
/// Every reason at once, from whichever policy it comes: unknown plans, discounts that exclude
/// each other or whose window is past, plans that are disabled or do not add up, tables with gaps.
pub fn make(request: &QuoteRequest) -> Result<Quote> {
    let QuoteRequest { policies, case, choice } = request;
    let draft = Draft { policies, case, today: None };
    make_after(signing(policies, case), &draft, choice)
}

/// Makes a quote, with what stands against its signing dates. A quote that is made again on a later
/// day may have outlived the agreed one: that changes its price and is no error of the request.
pub(super) fn make_after(
    signing: Vec<Error>,
    draft: &Draft<'_>,
    choice: &QuoteChoice,
) -> Result<Quote> {
    let mut errors = Vec::new();
    errors.extend(check(draft).err());
    errors.extend(signing);
    match draft.quote(choice) {
        Ok(quote) if errors.is_empty() => Ok(quote),
        Ok(_) => Err(joined(errors)),
        Err(error) => {
            errors.push(error);
            Err(joined(errors))
        }
    }
}

/// All reasons as one error.
pub(super) fn joined(errors: Vec<Error>) -> Error {
    Error::collect(errors).err().unwrap_or_else(|| Error::new(Code::QuoteNothing))
}

/// What does not depend on the choice.
pub(super) fn check(draft: &Draft<'_>) -> Result<()> {
    let (policies, case, date) = (draft.policies, draft.case, draft.as_of());
    let mut errors = Vec::new();
    let (from, to) = (policies.valid_from, policies.valid_to);
    if !within(date, from, to) {
        let error = Error::new(Code::QuotePoliciesWindow).with("date", date);
        errors.push(between(error, from, to).at("policies"));
    }
    for (at, plan) in policies.plans.iter().enumerate() {
        if policies.plans.iter().take(at).any(|other| other.code == plan.code) {
            let error = Error::new(Code::QuotePlanTwice).with("plan", &plan.code);
            errors.push(error.at("code").at(at).at("plans").at("policies"));
        }
    }
    if let Some(policy) = &policies.loan_terms {
        errors
            .extend(policy.check().into_iter().map(|error| error.at("loan_terms").at("policies")));
    }
    let not_negative = |field: &'static str, amount: Option<Money>| {
        let bad = amount.filter(|amount| amount.is_negative());
        bad.map(|amount| Error::new(Code::QuoteAmount).with("field", field).with("value", amount))
    };
    errors.extend(not_negative("fitout", case.fitout).at_place("fitout"));
    for (at, unit) in case.attached.iter().enumerate() {
        let bad = not_negative("total", Some(unit.total)).map(|e| e.at("total").at(at));
        errors.extend(bad.at_place("attached"));
    }
    Error::collect(errors)
}

/// Signing dates before the subscription: nothing is signed before it is subscribed, and the down
/// payment would fall due before the deposit.
pub(super) fn signing(policies: &SalesPolicies, case: &QuoteCase) -> Vec<Error> {
    let dates = Draft { policies, case, today: None }.dates();
    let Some(subscription) = dates.subscription else { return Vec::new() };
    let place = |own: Option<Date>, [dated, fact]: [&str; 2]| match own {
        Some(_) => format!("/case/dates/{dated}"),
        None => format!("/case/facts/{fact}"),
    };
    let agreed = ["agreed_signing", "agreed_signing_date"];
    let all = [
        (dates.agreed_signing, place(case.dates.agreed_signing, agreed)),
        (dates.signing, place(case.dates.signing, ["signing", "signing_date"])),
    ];
    let early = all.into_iter().filter_map(|(day, place)| {
        let day = day.filter(|day| *day < subscription)?;
        let error = Error::new(Code::QuoteSigningEarly).with("signing", day);
        Some(error.with("subscription", subscription).placed(&place))
    });
    early.collect()
}

/// Puts an error into the case.
trait AtPlace {
    fn at_place(self, field: &'static str) -> Option<Error>;
}

impl AtPlace for Option<Error> {
    fn at_place(self, field: &'static str) -> Option<Error> {
        self.map(|error| error.at(field).at("case"))
    }
}

/// Quotes for one case under the same policies.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    pub(super) policies: &'a SalesPolicies,
    pub(super) case: &'a QuoteCase,
    /// The later day on which a quote is made again; nothing in it is looked up before that.
    pub(super) today: Option<Date>,
}

/// What a contract comes to, yuan.
struct Totals {
    attached: Money,
    /// The unit itself, with its fit-out.
    own: Money,
    contract: Money,
}

/// The payment side of a quote.
pub(super) struct Paid {
    pub(super) schedule: Schedule,
    pub(super) fees: Option<FeeSheet>,
}

impl Draft<'_> {
    /// The day on which policies with dates of their own are looked up.
    pub(super) fn as_of(&self) -> Date {
        self.not_before_today(self.case.as_of)
    }

    fn not_before_today(&self, day: Date) -> Date {
        self.today.map_or(day, |today| day.max(today))
    }

    /// The quote for one choice; places are those of `quote.make`.
    pub(super) fn quote(&self, choice: &QuoteChoice) -> Result<Quote> {
        let (policies, case) = (self.policies, self.case);
        let found = policies.plans.iter().enumerate().find(|(_, plan)| plan.code == choice.plan);
        let facts = self.facts(choice);
        let authority = policies.authority.as_ref();
        let Some((at, plan)) = found else {
            let known: Vec<&str> = policies.plans.iter().map(|plan| plan.code.as_str()).collect();
            let error = Error::new(Code::QuotePlanUnknown).with("plan", &choice.plan);
            let error = error.with_long("known", known.join(", "));
            let error = error.with_nearest(known, &choice.plan).at("plan").at("choice");
            let mut errors = vec![error];
            errors.extend(self.price(choice, None, &facts, authority).err());
            return Err(joined(errors));
        };
        let price = self.price(choice, Some((at, plan)), &facts, authority);
        let dates = self.dates();
        let price = match price {
            Ok(price) => price,
            Err(error) => {
                let against = self.against(choice, (at, plan), &facts, &dates, &error);
                let mut errors = vec![error];
                errors.extend(against);
                return Err(joined(errors));
            }
        };
        let Totals { attached: attached_total, own, contract: contract_total } =
            self.totals(price.deal_total)?;
        let payment = self.payment(choice, (at, plan), own, contract_total, &dates);
        let payment = payment.map_err(|error| {
            let mut errors = vec![error];
            errors.extend(lending::reasons(self, choice, plan));
            // A list price in other units is the likely reason why nothing fits.
            let differ = |found: &&Finding| found.code == Code::ProjectFiguresDiffer;
            errors.extend(price.findings.iter().filter(differ).map(Finding::to_error));
            joined(errors)
        })?;
        let Paid { schedule, fees } = payment;
        let lent = lending::lend(self, choice, &schedule)?;
        let cash = cash::needs(&schedule, fees.as_ref())?;
        let bought = Bought {
            choice,
            plan: (at, plan),
            own,
            total: contract_total,
            dates: &dates,
            schedule: &schedule,
        };
        let (first_cash, first_unknown) = first::cash(self, &bought, &cash)?;
        let buyer_fees = cash::fees_of(&cash)?;
        let interest = lent.total_interest.unwrap_or_default();
        let total_cost = match lent.is_known {
            true => Some(Money::sum([contract_total, buyer_fees, interest])?),
            false => None,
        };
        let mut findings = self.findings();
        findings.extend(references::findings(policies, case, choice));
        findings.extend(lent.findings);
        findings.extend(first_unknown);
        let valid_until = used::valid_until(policies, plan, &price, self.as_of());
        Ok(Quote {
            as_of: self.as_of(),
            valid_until,
            project: case.project.clone(),
            unit: self.unit(),
            list_steps: case.list_steps.clone(),
            policies: used::policies(
                policies,
                plan,
                &schedule,
                self.as_of(),
                facts.subscription_date,
                &lent.loans,
            ),
            price,
            fitout: case.fitout,
            attached_total: (!case.attached.is_empty()).then_some(attached_total),
            contract_total,
            plan: QuotedPlan {
                code: plan.code.clone(),
                name: plan.name.clone(),
                name_en: plan.name_en.clone().unwrap_or_else(|| (&plan.code).into()),
                method: plan.method,
            },
            schedule,
            loans: lent.loans,
            monthly_payment: lent.monthly_payment,
            total_interest: lent.total_interest,
            loan_years: lent.years,
            fees,
            cash,
            first_cash,
            total_cost,
            findings,
        })
    }

    /// What else stands against a choice whose price is refused, as far as it can be known.
    fn against(
        &self,
        choice: &QuoteChoice,
        plan: (usize, &PaymentPlan),
        facts: &DealFacts,
        dates: &AnchorDates,
        refused: &Error,
    ) -> Vec<Error> {
        // A table of approvals that is wrong leaves the price as it is.
        let by_table = |error: &Error| error.path().starts_with("/policies/authority");
        let deal = match by_table(refused) && refused.others().iter().all(by_table) {
            true => {
                let price = self.price(choice, Some(plan), facts, None);
                price.and_then(|price| self.totals(price.deal_total)).ok()
            }
            false => None,
        };
        // Else the list price stands in, and what only the amount stands against says nothing.
        let left_out = if deal.is_some() { &[] } else { BY_AMOUNT };
        let case = self.case;
        let list = case.list.as_ref().and_then(|list| list.total).or(case.unit.list_total);
        let list = list.unwrap_or(STAND_IN);
        let (own, total) = deal.map_or((list, list), |deal| (deal.own, deal.contract));
        let mut errors = Vec::new();
        if let Err(error) = self.payment(choice, plan, own, total, dates) {
            errors = error.without(left_out);
        }
        errors.extend(lending::reasons(self, choice, plan.1));
        errors
    }

    fn totals(&self, deal: Money) -> Result<Totals> {
        let case = self.case;
        let attached = Money::sum(case.attached.iter().map(|unit| unit.total))?;
        let own = Money::sum([deal, case.fitout.unwrap_or_default()])?;
        Ok(Totals { attached, own, contract: Money::sum([own, attached])? })
    }

    fn facts(&self, choice: &QuoteChoice) -> DealFacts {
        let mut facts = self.case.facts.clone();
        facts.plan = Some(choice.plan.clone());
        facts.as_of = Some(self.not_before_today(facts.as_of.unwrap_or(self.case.as_of)));
        facts.subscription_date = self.subscription();
        facts
    }

    /// Which home this is: of several buyers the household with the most homes decides.
    pub(super) fn home_count(&self) -> Option<u32> {
        self.case.buyers.iter().filter_map(|buyer| buyer.home_count).max()
    }

    /// What the loans are for.
    pub(super) fn purpose(&self) -> LoanPurpose {
        let QuoteCase { property_use, completed, .. } = *self.case;
        LoanPurpose { property_use: Some(property_use), completed }
    }

    fn subscription(&self) -> Date {
        self.not_before_today(self.case.facts.subscription_date)
    }

    /// Dates of the case, with those of its facts where they are not given.
    pub(super) fn dates(&self) -> AnchorDates {
        let mut dates = self.case.dates.clone();
        let facts = &self.case.facts;
        dates.subscription = dates.subscription.or(Some(self.subscription()));
        dates.agreed_signing = dates.agreed_signing.or(facts.agreed_signing_date);
        dates.signing = dates.signing.or(facts.signing_date);
        dates
    }

    fn price(
        &self,
        choice: &QuoteChoice,
        plan: Option<(usize, &PaymentPlan)>,
        facts: &DealFacts,
        authority: Option<&AuthorityTable>,
    ) -> Result<DiscountOutcome> {
        let (policies, case) = (self.policies, self.case);
        let names = policies.plans.iter().map(|plan| {
            (&*plan.code, plan.name.as_str(), plan.name_en.as_deref().unwrap_or(&plan.code))
        });
        let names: Vec<(&str, &str, &str)> = names.collect();
        let terms = Terms {
            scheme: &policies.discounts,
            facts,
            unit: Some(&case.unit),
            rules: &policies.rules,
            authority,
            confirmed: choice.confirmed,
            plan_names: &names,
        };
        let list = self.list().and_then(|list| terms.check(&list));
        let list = list.map_err(|error| error.moved_text(DISCOUNT_PLACES));
        // The plan's own discounts come first; those that the buyer names too are theirs.
        let named = |code: &str| choice.discounts.iter().any(|one| one.code == code);
        let of_plan = plan.map_or(&[][..], |(_, plan)| &plan.discounts);
        let by_plan: Vec<(usize, &Text)> =
            of_plan.iter().enumerate().filter(|(_, code)| !named(code)).collect();
        let from_plan =
            by_plan.iter().map(|(_, code)| ChosenDiscount { code: (*code).clone(), value: None });
        let mut chosen: Vec<ChosenDiscount> = from_plan.collect();
        chosen.extend_from_slice(&choice.discounts);
        let place = |at: usize, error: Error| match (by_plan.get(at), plan) {
            (Some((row, _)), Some((plan, _))) => {
                error.at(*row).at("discounts").at(plan).at("plans").at("policies")
            }
            _ => error.at(at.saturating_sub(by_plan.len())).at("discounts").at("choice"),
        };
        let wanted =
            Wanted { chosen: &chosen, place: &place, by_itself: by_plan.len(), best: choice.best };
        let outcome = if choice.best {
            let places = [("/scheme", "/policies/discounts")];
            best_of(&terms, list, wanted).map_err(|error| error.moved_text(&places))
        } else {
            terms.settle(list, wanted, Ineligible::Reject, |list, given| {
                terms.outcome(list, given, wanted)
            })
        };
        let mut outcome = outcome?;
        let findings = std::mem::take(&mut outcome.findings).into_iter();
        outcome.findings = findings.map(|finding| finding.moved_text(DISCOUNT_PLACES)).collect();
        Ok(outcome)
    }

    fn list(&self) -> Result<ListPrice> {
        let unit = &self.case.unit;
        if let Some(list) = &self.case.list {
            return Ok(list.clone());
        }
        if unit.list_total.is_none() && unit.list_price.is_none() {
            let error = Error::new(Code::QuoteListMissing).with("unit_no", &unit.unit_no);
            return Err(error.placed("/case/unit"));
        }
        let (total, unit_price) = (unit.list_total, unit.list_price);
        Ok(ListPrice { total, unit_price, area: unit.building_area })
    }

    /// Fees that the plan has lines for need their amounts before the schedule, and fees on loans
    /// need the schedule before their amounts: the loans are known from a first run.
    pub(super) fn payment(
        &self,
        choice: &QuoteChoice,
        (at, plan): (usize, &PaymentPlan),
        own: Money,
        total: Money,
        dates: &AnchorDates,
    ) -> Result<Paid> {
        let items = || {
            plan.lines.iter().filter_map(|line| match &line.amount {
                LineAmount::Fee { item } => Some(item),
                _ => None,
            })
        };
        let open = items().map(|item| FeeAmount { item: item.clone(), amount: Money::ZERO });
        let mut amounts: Vec<FeeAmount> = open.collect();
        let request = self.ask(choice, plan, total, dates);
        let places = format!("/policies/plans/{at}");
        let moved = |error: Error| {
            let plan = [("/plan", places.as_str())];
            error.moved_text(&plan).moved_text(SCHEDULE_PLACES)
        };
        let moved_findings = |mut schedule: Schedule| {
            let plan = [("/plan", places.as_str())];
            let moved = |finding: Finding| finding.moved_text(&plan).moved_text(SCHEDULE_PLACES);
            schedule.findings = schedule.findings.into_iter().map(moved).collect();
            schedule
        };
        let schedule =
            scheduled(&Ask { fees: &amounts, ..request }).map_err(moved).map(moved_findings);
        let loans = schedule.as_ref().map_or(Money::ZERO, |schedule| schedule.loan_total);
        let fees = fees::compute(self, &Priced { own, loans }, dates);
        let unknown = self.unknown_fees(at, plan);
        let (schedule, fees) = match (schedule, fees) {
            (Ok(schedule), Ok(fees)) if unknown.is_empty() => (schedule, fees),
            (schedule, fees) => {
                let mut errors = Vec::new();
                errors.extend(schedule.err());
                errors.extend(fees.err());
                errors.extend(unknown);
                return Err(joined(errors));
            }
        };
        if amounts.is_empty() {
            return Ok(Paid { schedule, fees });
        }
        for fee in &mut amounts {
            fee.amount = fees::amount_of(fees.as_ref(), &fee.item)?;
        }
        let schedule = scheduled(&Ask { fees: &amounts, ..request });
        let schedule = schedule.map_err(moved).map(moved_findings)?;
        Ok(Paid { schedule, fees })
    }

    /// Fee lines of the plan that no rule knows.
    fn unknown_fees(&self, plan_at: usize, plan: &PaymentPlan) -> Vec<Error> {
        if !plan.lines.iter().any(|line| matches!(line.amount, LineAmount::Fee { .. })) {
            return Vec::new();
        }
        let codes = self.policies.fees.as_ref().map(FeePolicy::codes).unwrap_or_default();
        let lines = plan.lines.iter().enumerate().filter_map(|(at, line)| match &line.amount {
            LineAmount::Fee { item } if !codes.contains(item) => {
                let known = codes.iter().map(Text::as_str);
                Some((at, line.fee_missing(item).with_nearest(known, item)))
            }
            _ => None,
        });
        let unknown = lines.map(|(at, error)| {
            error.placed(&format!("/policies/plans/{plan_at}/lines/{at}/amount/item"))
        });
        unknown.collect()
    }

    /// The request for the schedule, without amounts of fees.
    fn ask<'a>(
        &'a self,
        choice: &QuoteChoice,
        plan: &'a PaymentPlan,
        total: Money,
        dates: &'a AnchorDates,
    ) -> Ask<'a> {
        let (policies, case) = (self.policies, self.case);
        let unit = &case.unit;
        let filed = unit.filed_total.or_else(|| {
            let rounding = crate::number::Rounding::FEN;
            crate::pricing::total_of(unit.filed_price?, unit.building_area, &rounding).ok()
        });
        Ask {
            plan,
            total,
            dates,
            as_of: Some(self.subscription()),
            project: case.facts.project.as_deref(),
            deposit: choice.deposit,
            commercial_loan: choice.commercial_loan,
            fund_loan: choice.fund_loan,
            appraisal: case.appraisal,
            filed_total: filed,
            home_count: self.home_count(),
            min_down_payment: policies.min_down_payment.as_ref(),
            deposit_limit: policies.deposit_limit.as_ref(),
            purpose: self.purpose(),
            borrower: &case.borrower,
            // The loans of a quote have terms of their own.
            loan_terms: None,
            fees: &[],
            working_days: policies.working_days.as_ref(),
            existing: &[],
        }
    }

    fn unit(&self) -> QuotedUnit {
        let unit = &self.case.unit;
        QuotedUnit {
            unit_no: unit.unit_no.clone(),
            building: unit.building.clone(),
            floor: unit.floor,
            layout: unit.layout.clone(),
            orientation: unit.orientation.clone(),
            fitout: unit.fitout.clone(),
            building_area: unit.building_area,
            inside_area: unit.inside_area,
        }
    }

    /// Facts of the case that are legal and almost surely a mistake; those of its deal are told
    /// with the price.
    fn unusual(&self) -> Vec<Finding> {
        let (case, dates) = (self.case, self.dates());
        let homes = unusual_homes(&case.buyers).into_iter();
        let mut told: Vec<Finding> =
            homes.map(|told| told.at("buyers").within(Input::Case)).collect();
        // A signing date before the subscription is refused.
        let is_refused =
            |told: &Finding| told.path.as_ref().is_some_and(|p| p.to_string().ends_with("signing"));
        told.extend(unusual::dates(&dates).into_iter().filter(|told| !is_refused(told)));
        // Signing dates that the facts give were told with them.
        let own = AnchorDates { subscription: dates.subscription, ..case.dates.clone() };
        told.extend(unusual::far(&own));
        told.into_iter().map(|finding| finding.moved_text(&[("/dates", "/case/dates")])).collect()
    }

    fn findings(&self) -> Vec<Finding> {
        let unit = &self.case.unit;
        let mut findings = Vec::new();
        findings.extend(not_on_sale(&unit.unit_no, unit.state));
        for (at, attached) in self.case.attached.iter().enumerate() {
            let found = attached.state.and_then(|state| not_on_sale(&attached.unit_no, state));
            let place = || format!("/case/attached/{at}/state");
            findings.extend(found.map(|finding| finding.path(place())));
        }
        if unit.needs_price_confirmation {
            let finding = Finding::new(Code::PricingNeedsConfirmation, &[]);
            findings.push(finding.unit(&unit.unit_no));
        }
        findings.extend(self.unusual());
        findings
    }
}

/// A unit that is taken, or held back.
fn not_on_sale(unit_no: &str, state: UnitState) -> Option<Finding> {
    let zh = state.chinese().first().copied().unwrap_or_default();
    let params: [(&str, &dyn std::fmt::Display); 3] =
        [("unit_no", &unit_no), ("state", &state), ("state_zh", &zh)];
    let finding = || Finding::new(Code::QuoteUnitState, &params).unit(unit_no);
    (state != UnitState::OnSale).then(finding)
}

/// Reasons that depend on the amount of a contract.
const BY_AMOUNT: &[Code] =
    &[Code::PaymentLoanAbove, Code::PaymentDepositAbove, Code::PaymentAboveTotal];

/// Stands in for a total while reasons against a plan are collected.
pub(super) const STAND_IN: Money = Money::from_fen(100_000_000);

/// Where the parts of a discount request are in a request for a quote.
const DISCOUNT_PLACES: &[(&str, &str)] = &[
    ("/list", "/case/list"),
    ("/facts", "/case/facts"),
    ("/scheme", "/policies/discounts"),
    ("/authority", "/policies/authority"),
    ("/checks/rules", "/policies/rules"),
    ("/checks/unit", "/case/unit"),
];

/// Where the parts of a schedule request are.
const SCHEDULE_PLACES: &[(&str, &str)] = &[
    ("/dates", "/case/dates"),
    ("/as_of", "/case/facts/subscription_date"),
    ("/project", "/case/facts/project"),
    ("/deposit", "/choice/deposit"),
    ("/commercial_loan", "/choice/commercial_loan"),
    ("/fund_loan", "/choice/fund_loan"),
    ("/appraisal", "/case/appraisal"),
    ("/home_count", "/case/buyers/0/home_count"),
    ("/purpose", "/case"),
    ("/borrower", "/case/borrower"),
    ("/min_down_payment", "/policies/min_down_payment"),
    ("/deposit_limit", "/policies/deposit_limit"),
    ("/fees", "/policies/fees"),
    ("/working_days", "/policies/working_days"),
];
