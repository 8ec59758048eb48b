//! The engine of quotes: policies and a case, asked for quotes.

use super::case::QuoteCase;
use super::choice::QuoteChoice;
use super::policies::SalesPolicies;
use crate::Date;
use crate::discount::DealFacts;
use crate::error::{Input, InputPlace};
use crate::payment::AnchorDates;
use crate::payment::loan::LoanPurpose;

/// Makes quotes (置业计划) for one case under one set of policies.
///
/// Ask it for a quote ([`Quoting::quote`]), for choices side by side ([`Quoting::compare`]) or
/// whether an earlier quote still holds ([`Quoting::validity`]).
///
/// ```
/// use kaipan::discount::{DealFacts, Discount, DiscountKind, DiscountScheme, ChosenDiscount};
/// use kaipan::fee::{FeePolicy, FeePreset};
/// use kaipan::payment::loan::LoanRate;
/// use kaipan::payment::{Anchor, DepositRule, LineAmount, LoanRule, PaymentMethod, PaymentPlan, PlanLine};
/// use kaipan::project::{Unit, UnitState};
/// use kaipan::quote::{LoanOffer, QuoteCase, QuoteChoice, Quoting, SalesPolicies};
///
/// let early = Discount::new("EARLY", "开盘优惠", DiscountKind::rate("0.98".parse()?));
/// let down = PlanLine::new("首期款", LineAmount::ratio("0.3".parse()?), Anchor::SIGNING_DATE);
/// let lent = PlanLine::new("按揭款", LineAmount::COMMERCIAL_LOAN, Anchor::SIGNING_DATE).with_days(30);
/// let plan = PaymentPlan::new("M7", "按揭七成", PaymentMethod::Mortgage, vec![down, lent])
///     .with_deposit(DepositRule::new("50000".parse()?))
///     .with_commercial(LoanRule::default().with_ratio("0.7".parse()?));
/// let offer = LoanOffer::new(LoanRate::annual("0.035".parse()?)).with_months(360);
/// let policies = SalesPolicies::new("2026-11", DiscountScheme::new("2026", vec![early]), vec![plan])
///     .with_commercial_loan(offer)
///     .with_fees(FeePolicy::default().with_presets(vec![FeePreset::National]));
///
/// let today = "2026-11-28".parse()?;
/// let unit = Unit::new("1-1801", "1", 18, "01", "121.37".parse()?)
///     .with_state(UnitState::OnSale)
///     .with_list_total("1549000".parse()?);
/// let facts = DealFacts::new(today).with_agreed_signing_date("2026-12-05".parse()?);
/// let case = QuoteCase::new(today, unit, facts);
/// let choice = QuoteChoice::new("M7").with_discounts(vec![ChosenDiscount::new("EARLY")]);
///
/// let quote = Quoting::new(&policies, &case).quote(&choice)?;
/// assert_eq!(quote.contract_total.to_string(), "1518020.00");
/// assert_eq!(quote.monthly_payment.map(|money| money.to_string()), Some("4759.87".into()));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Quoting<'a> {
    pub(super) policies: &'a SalesPolicies,
    pub(super) case: &'a QuoteCase,
    /// The later day on which a quote is made again; nothing in it is looked up before that.
    today: Option<Date>,
}

impl<'a> Quoting<'a> {
    /// Quotes for this case under these policies.
    pub fn new(policies: &'a SalesPolicies, case: &'a QuoteCase) -> Quoting<'a> {
        Quoting { policies, case, today: None }
    }

    /// The same on a later day.
    pub(super) fn made_again(self, today: Date) -> Quoting<'a> {
        Quoting { today: Some(today), ..self }
    }

    /// The day on which policies with dates of their own are looked up.
    pub(super) fn as_of(&self) -> Date {
        self.not_before_today(self.case.as_of)
    }

    /// The day of subscription.
    pub(super) fn subscription(&self) -> Date {
        self.not_before_today(self.case.facts.subscription_date)
    }

    fn not_before_today(&self, day: Date) -> Date {
        self.today.map_or(day, |today| day.max(today))
    }

    /// What conditions look at for a choice.
    pub(super) fn facts(&self, choice: &QuoteChoice) -> DealFacts {
        let mut facts = self.case.facts.clone();
        facts.plan = Some(choice.plan.clone());
        facts.as_of = Some(self.not_before_today(facts.as_of.unwrap_or(self.case.as_of)));
        facts.subscription_date = self.subscription();
        facts
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

    /// Which home this is: of several buyers the household with the most homes decides.
    pub(super) fn home_count(&self) -> Option<u32> {
        self.case.buyers.iter().filter_map(|buyer| buyer.home_count).max()
    }

    /// Where that count stands: at the buyer who has it, or with the buyers if nobody says.
    pub(super) fn home_count_at(&self) -> InputPlace {
        let buyers = InputPlace::of(Input::Case).then("buyers");
        let mut counted = self.case.buyers.iter().map(|buyer| buyer.home_count);
        let first = counted.position(|count| count.is_some() && count == self.home_count());
        match first {
            Some(at) => buyers.then(at).then("home_count"),
            None => buyers,
        }
    }

    /// What the loans are for.
    pub(super) fn purpose(&self) -> LoanPurpose {
        let QuoteCase { property_use, completed, .. } = *self.case;
        LoanPurpose { property_use: Some(property_use), completed }
    }
}
