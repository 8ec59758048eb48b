//! The day: homes, prices, and what is known of them. Nothing of it changes while doors are open; it
//! stands for the master data of a host.

use crate::failure::Outcome;
use kaipan::Time;
use kaipan::deal::{
    BuyerFacts, DealBuyer, DealContext, DealDraft, DealPolicy, DealPrice, PriceApproval, SaleFacts,
    SaleStatus,
};
use kaipan::discount::{ChosenDiscount, DealFacts, Discount, DiscountKind, DiscountScheme};
use kaipan::number::Money;
use kaipan::payment::{Anchor, DepositRule, LineAmount, PaymentMethod, PaymentPlan, PlanLine};
use kaipan::project::{PresalePermit, Unit, UnitState};
use kaipan::quote::{QuoteCase, QuoteChoice, Quoting, SalesPolicies};

/// 监管账户: where all money of buyers lies.
pub(crate) const ACCOUNT: &str = "监管户";
/// 开盘特惠: a discount that is given a number of times.
pub(crate) const SPECIAL: &str = "KPTH";
/// Its names.
pub(crate) const SPECIAL_NAMES: (&str, &str) = ("开盘特惠", "opening special");
/// 诚意金 of every registration.
pub(crate) const SINCERITY: Money = Money::from_fen(2_000_000);
/// The payment plan of all.
const PLAN: &str = "FQ";
const PERMIT: &str = "深房许字2026-001";

/// What does not change while doors are open.
#[derive(Debug)]
pub(crate) struct Day {
    pub(crate) units: Vec<Unit>,
    policies: SalesPolicies,
    facts: DealFacts,
}

impl Day {
    /// A building of so many homes, four on a floor.
    pub(crate) fn new(homes: u32) -> Outcome<Day> {
        let units = (0..homes).map(home).collect::<Outcome<Vec<Unit>>>()?;
        let (zh, en) = SPECIAL_NAMES;
        let special = Discount::new(SPECIAL, zh, DiscountKind::rate("0.97".parse()?));
        let special = special.with_name_en(en);
        let down = LineAmount::ratio("0.3".parse()?);
        let lines = vec![
            PlanLine::new("首期款", down, Anchor::SIGNING_DATE).with_deduct_deposit(true),
            PlanLine::new("余款", LineAmount::REMAINDER, Anchor::HANDOVER_DATE),
        ];
        let plan = PaymentPlan::new(PLAN, "分期付款", PaymentMethod::Instalment, lines)
            .with_deposit(DepositRule::new("50000".parse()?));
        let scheme = DiscountScheme::new("2026-09", vec![special]);
        let policies = SalesPolicies::new("2026-09", scheme, vec![plan]);
        let facts =
            DealFacts::new("2026-09-19".parse()?).with_agreed_signing_date("2026-09-26".parse()?);
        Ok(Day { units, policies, facts })
    }

    /// What a decision looks at, whatever it is about.
    pub(crate) fn context(&self, now: Time, person: &str, role: &str) -> Outcome<DealContext> {
        let project = SaleFacts::default()
            .with_planning_permit("2025-03-01".parse()?)
            .with_supervised_account(ACCOUNT);
        let policy = DealPolicy::default()
            .with_sincerity_amount(SINCERITY)
            .with_least_booking("30000".parse()?)
            .with_least_deposit("40000".parse()?);
        Ok(DealContext::new(now, person)
            .with_roles(vec![role.into()])
            .with_permits(vec![PresalePermit::new(PERMIT, "2026-06-01".parse()?)])
            .with_status(SaleStatus::default().with_project(project))
            .with_policy(policy)
            .with_unanswered(Vec::new())
            .with_price_approval(PriceApproval { role: None }))
    }

    /// What is known of a buyer: his record is complete.
    pub(crate) fn known(customer: &str) -> Vec<BuyerFacts> {
        vec![BuyerFacts::new(customer, true)]
    }

    /// A subscription of a home with a deposit, as the library prices it.
    pub(crate) fn subscription(
        &self,
        unit: &Unit,
        customer: &str,
        deposit: Money,
        special: bool,
    ) -> Outcome<DealDraft> {
        let on_sale = unit.clone().with_state(UnitState::OnSale);
        let case = QuoteCase::new(self.facts.subscription_date, on_sale, self.facts.clone());
        let mut choice = QuoteChoice::new(PLAN).with_deposit(deposit);
        if special {
            choice.discounts = vec![ChosenDiscount::new(SPECIAL)];
        }
        let quote = Quoting::new(&self.policies, &case).quote(&choice)?;
        let mut draft = DealDraft::default()
            .with_buyers(vec![DealBuyer::new(customer)])
            .with_amount(deposit)
            .with_price(DealPrice::from(&quote))
            .with_plan(PLAN)
            .with_schedule(quote.schedule.lines);
        draft.agreed_signing = self.facts.agreed_signing_date;
        if special {
            draft.quotas = vec![SPECIAL.into()];
        }
        Ok(draft)
    }
}

/// The home of a number, counted from the bottom.
fn home(number: u32) -> Outcome<Unit> {
    let (floor, line) = (2 + number / 4, 1 + number % 4);
    let area = format!("{}.{}", 88 + 7 * line, 10 + 17 * line);
    let price = 30_000 + 120 * floor + 350 * line;
    let floor_number = i32::try_from(floor).unwrap_or(i32::MAX);
    let no = format!("1-{floor}{line:02}");
    Ok(Unit::new(no, "1", floor_number, format!("{line:02}"), area.parse()?)
        .with_list_price(price.to_string().parse()?)
        .with_floor_price((price * 9 / 10).to_string().parse()?)
        .with_permit(PERMIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_special_price_is_below_the_list_and_above_the_floor() {
        let day = Day::new(120).unwrap();
        let unit = &day.units[119];
        assert_eq!(unit.unit_no, "1-3104");
        let price = |special| {
            let deposit = Money::from_fen(5_000_001);
            let draft = day.subscription(unit, "C1", deposit, special).unwrap();
            assert_eq!(draft.amount, Some(deposit));
            draft.price.unwrap()
        };
        let (plain, special) = (price(false), price(true));
        assert_eq!(plain.deal_total, plain.list_total);
        assert!(special.deal_total < plain.deal_total);
        assert!(special.deal_price > unit.floor_price.unwrap());
    }
}
