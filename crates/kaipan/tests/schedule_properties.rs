//! Payment schedules: the invariants of handbook §11, item 6, over random plans of every method.

use kaipan::error::{Code, Result};
use kaipan::number::{Exact, Mode, Money, Place, Rate, Rounding};
use kaipan::payment::*;
use proptest::prelude::*;

/// Choices that a seed makes (SplitMix64): drawing each of them from proptest would take most of
/// the time of a hundred thousand cases.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn roll(&mut self, sides: u32) -> u32 {
        ((self.next() >> 32) % u64::from(sides)) as u32
    }

    fn one_in(&mut self, sides: u32) -> bool {
        self.roll(sides) == sides - 1
    }

    fn place(&mut self) -> Place {
        Place::ALL[self.roll(8) as usize]
    }

    /// An amount in fen, up to this power of two.
    fn fen(&mut self, bits: u32) -> i64 {
        let size = self.roll(bits);
        (self.next() >> (63 - size)) as i64
    }
}

fn percent(count: u32) -> Rate {
    Rate::from_millionths(i64::from(count) * 10_000)
}

fn line(name: String, amount: LineAmount) -> PlanLine {
    PlanLine::new(name, amount, Anchor::SigningDate {})
}

/// A loan of this share at most; its share is the number it takes out of the plan.
fn loan(dice: &mut Dice, share: u32, limited: bool, total: i64) -> LoanRule {
    let kind = dice.roll(4);
    LoanRule {
        ratio: (kind < 2 || kind == 3 && !limited).then(|| percent(share)),
        fixed: (kind == 2).then(|| Money::from_fen(1 + i64::from(dice.roll(100)) * (total / 250))),
        cap: dice.one_in(4).then(|| Money::from_fen(1 + dice.fen(40))),
        place: dice.place(),
        ..LoanRule::default()
    }
}

/// A plan that is well formed, whatever the dice say.
fn plan(dice: &mut Dice, total: i64) -> PaymentPlan {
    let method = [
        PaymentMethod::LumpSum,
        PaymentMethod::Instalment,
        PaymentMethod::Mortgage,
        PaymentMethod::ProvidentFund,
        PaymentMethod::Combination,
    ][dice.roll(5) as usize];
    let has_commercial = matches!(method, PaymentMethod::Mortgage | PaymentMethod::Combination);
    let has_fund = matches!(method, PaymentMethod::ProvidentFund | PaymentMethod::Combination);
    let limit = 20 + dice.roll(61);
    let limited = dice.one_in(2);
    let halves = [1 + dice.roll(limit / 2), 1 + dice.roll(limit / 2)];
    let commercial = has_commercial.then(|| loan(dice, halves[0], limited, total));
    let fund = has_fund.then(|| loan(dice, halves[1], limited, total));
    let has_no_ratio = |rule: &Option<LoanRule>| rule.as_ref().is_some_and(|r| r.ratio.is_none());
    let takes_the_rest = |rule: &Option<LoanRule>| {
        limited && rule.as_ref().is_some_and(|r| r.ratio.is_none() && r.fixed.is_none())
    };
    let filled = takes_the_rest(&commercial) || takes_the_rest(&fund);
    let open = has_no_ratio(&commercial) || has_no_ratio(&fund);
    let asked = if filled {
        limit
    } else {
        [(&commercial, halves[0]), (&fund, halves[1])]
            .iter()
            .filter(|(rule, _)| rule.as_ref().is_some_and(|rule| rule.ratio.is_some()))
            .map(|(_, share)| share)
            .sum()
    };
    // Own lines share out what loans leave, all of it or some.
    let mut left = 100 - asked;
    let mut lines = Vec::new();
    let mut fixed = false;
    for at in 0..1 + dice.roll(4) {
        let name = format!("第{at}期");
        let rounding = dice.one_in(2).then(|| {
            let mode = [Mode::HalfUp, Mode::Up, Mode::Down][dice.roll(3) as usize];
            Rounding { mode, place: dice.place(), guard: !dice.one_in(3) }
        });
        let mut own = if dice.one_in(6) {
            fixed = true;
            let amount = Money::from_fen(1 + dice.fen(40).min(total / 8));
            line(name, LineAmount::Fixed { amount })
        } else {
            let share = (1 + dice.roll(50)).min(left);
            if share == 0 {
                continue;
            }
            left -= share;
            line(name, LineAmount::Ratio { ratio: percent(share) })
        };
        own.rounding = rounding;
        lines.push(own);
    }
    if lines.is_empty() || fixed || open && !filled || left > 0 || dice.one_in(3) {
        let at = lines.len() as u32;
        lines.insert(dice.roll(at + 1) as usize, line("余款".into(), LineAmount::Remainder {}));
    }
    if dice.one_in(2) {
        let at = dice.roll(lines.len() as u32) as usize;
        lines[at].deduct_deposit = true;
    }
    for (has, amount) in [
        (has_commercial, LineAmount::CommercialLoan {}),
        (has_fund, LineAmount::FundLoan {}),
        (dice.one_in(4), LineAmount::Fee { item: "税".into() }),
    ] {
        if has {
            let at = dice.roll(lines.len() as u32 + 1) as usize;
            lines.insert(at, line(format!("{amount:?}"), amount));
        }
    }
    PaymentPlan {
        deposit: dice.one_in(2).then(|| DepositRule {
            amount: Money::from_fen(dice.fen(40).min(total / 5)),
            in_price: !dice.one_in(4),
            anchor: None,
            days: 0,
        }),
        commercial,
        fund,
        max_loan_ratio: limited.then(|| percent(limit)),
        loan_above: if dice.one_in(4) { LoanAbove::Refuse } else { LoanAbove::Cut },
        loan_base: if dice.one_in(3) { LoanBase::LowestValuation } else { LoanBase::default() },
        ..PaymentPlan::new("P", "P", method, lines)
    }
}

/// What schedules are made of here.
struct Case {
    plan: PaymentPlan,
    total: Money,
    dates: AnchorDates,
    deposit: Option<Money>,
    commercial_loan: Option<Money>,
    fund_loan: Option<Money>,
    appraisal: Option<Money>,
    filed_total: Option<Money>,
    min_down_payment: Option<DownPaymentPolicy>,
    fees: Vec<FeeAmount>,
    existing: Vec<ExistingLine>,
}

fn schedule(case: &Case) -> kaipan::Result<Schedule> {
    Scheduling::new(&case.plan)
        .dates(&case.dates)
        .deposit(case.deposit)
        .commercial_loan(case.commercial_loan)
        .fund_loan(case.fund_loan)
        .appraisal(case.appraisal)
        .filed_total(case.filed_total)
        .min_down_payment(case.min_down_payment.as_ref())
        .fees(&case.fees)
        .existing(&case.existing)
        .schedule(case.total)
}

fn case(dice: &mut Dice, total: i64) -> Case {
    let plan = plan(dice, total);
    let unknown = |rule: &Option<LoanRule>| {
        rule.as_ref().is_some_and(|rule| rule.ratio.is_none() && rule.fixed.is_none())
            && plan.max_loan_ratio.is_none()
    };
    let near = |dice: &mut Dice| Money::from_fen(1 + total / 100 * i64::from(60 + dice.roll(60)));
    let mut applied = |rule: &Option<LoanRule>| {
        let wanted = dice.one_in(5) || unknown(rule);
        let amount = Money::from_fen(1 + total / 1000 * i64::from(dice.roll(300)));
        (rule.is_some() && wanted).then_some(amount)
    };
    let (commercial_loan, fund_loan) = (applied(&plan.commercial), applied(&plan.fund));
    Case {
        commercial_loan,
        fund_loan,
        appraisal: dice.one_in(2).then(|| near(dice)),
        filed_total: dice.one_in(2).then(|| near(dice)),
        deposit: dice.one_in(8).then(|| Money::from_fen(dice.fen(40).min(total))),
        fees: vec![FeeAmount { item: "税".into(), amount: Money::from_fen(dice.fen(30)) }],
        plan,
        total: Money::from_fen(total),
        dates: AnchorDates::default(),
        min_down_payment: None,
        existing: vec![],
    }
}

/// The schedule, or the reason why there can be none for these amounts.
fn made(case: &Case) -> Result<Option<Schedule>, TestCaseError> {
    let plan = &case.plan;
    let error = match schedule(case) {
        Ok(schedule) => return Ok(Some(schedule)),
        Err(error) => error,
    };
    // Shares alone never ask for more than the total, however they are rounded.
    let loans = [&plan.commercial, &plan.fund].into_iter().flatten();
    let free = |rule: &LoanRule| rule.ratio.is_none() && plan.max_loan_ratio.is_none();
    let fixed = plan.lines.iter().any(|line| matches!(line.amount, LineAmount::Fixed { .. }))
        || loans.clone().any(|rule| rule.fixed.is_some() || free(rule));
    let possible = match error.code() {
        Code::PaymentAboveTotal => fixed,
        Code::PaymentLoanAbove => {
            plan.loan_above == LoanAbove::Refuse
                && (case.commercial_loan.is_some() || case.fund_loan.is_some())
        }
        Code::PaymentDepositAbove => true,
        _ => false,
    };
    prop_assert!(possible, "{error}");
    Ok(None)
}

fn fen(amounts: impl IntoIterator<Item = Money>) -> i128 {
    amounts.into_iter().map(|amount| i128::from(amount.fen())).sum()
}

const MILLION: i128 = 1_000_000;

/// A loan against its rule: the most that every bound allows, down to the place.
fn check_loan(
    case: &Case,
    line: &ScheduleLine,
    rule: &LoanRule,
    applied: Option<Money>,
    other: i128,
) -> Result<(), TestCaseError> {
    let plan = &case.plan;
    let base = base(case);
    let of_base = |rate: Rate| base * i128::from(rate.millionths());
    let mut bounds = vec![of_base(plan.max_loan_ratio.unwrap_or(Rate::ONE)) - other * MILLION];
    bounds.extend(rule.ratio.map(of_base));
    let amounts = [rule.fixed, rule.cap, applied].into_iter().flatten();
    bounds.extend(amounts.map(|amount| fen([amount]) * MILLION));
    let raw = bounds.into_iter().min().unwrap();
    let (loan, place) = (fen([line.amount]), i128::from(rule.place.fen()));
    prop_assert_eq!(loan % place, 0);
    prop_assert!(loan * MILLION <= raw && raw < (loan + place) * MILLION);
    Ok(())
}

fn check_schedule(case: &Case, schedule: &Schedule) -> Result<(), TestCaseError> {
    let plan = &case.plan;
    let total = fen([case.total]);
    prop_assert!(schedule.lines.iter().all(|line| !line.amount.is_negative()));
    let in_price = schedule.lines.iter().filter(|line| line.in_price);
    prop_assert_eq!(fen(in_price.map(|line| line.amount)), total);
    prop_assert_eq!(fen([schedule.own_funds, schedule.loan_total]), total);
    let of = |item: MoneyItem| schedule.lines.iter().find(|line| line.item == item);
    let fund = of(MoneyItem::FundLoan).map_or(0, |line| fen([line.amount]));
    for (item, rule, applied, other) in [
        (MoneyItem::FundLoan, &plan.fund, case.fund_loan, 0),
        (MoneyItem::CommercialLoan, &plan.commercial, case.commercial_loan, fund),
    ] {
        prop_assert_eq!(of(item).is_some(), rule.is_some());
        if let (Some(line), Some(rule)) = (of(item), rule) {
            check_loan(case, line, rule, applied, other)?;
        }
    }
    let asked = case.deposit.or(plan.deposit.as_ref().map(|rule| rule.amount));
    let deposit = of(MoneyItem::Deposit).map(|line| line.amount);
    prop_assert_eq!(deposit, asked.filter(|amount| amount.is_positive()));
    check_steps(case, schedule)
}

/// An exact amount of yuan in millionths of a fen.
fn micro(value: &Exact) -> i128 {
    let text = value.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<8}").parse().unwrap()
}

/// What loan ratios are a share of, fen.
fn base(case: &Case) -> i128 {
    let total = case.total;
    let lowest = [case.appraisal, case.filed_total].into_iter().flatten().fold(total, Money::min);
    match case.plan.loan_base {
        LoanBase::LowestValuation => fen([lowest]),
        _ => fen([total]),
    }
}

fn rounded(amount: i128, place: i128, mode: Mode) -> i128 {
    let (down, rest) = (amount / place, amount % place);
    let up = match mode {
        Mode::HalfUp => 2 * rest >= place,
        Mode::Up => rest > 0,
        _ => false,
    };
    (down + i128::from(up)) * place
}

/// What a line asks for before the deposit is taken off and rounding is given back.
fn asked(line: &ScheduleLine) -> i128 {
    use AmountRule::{CarriedDeposit, Deposit, GivenBack};
    let taken = |step: &&AmountStep| matches!(step.rule, Deposit | CarriedDeposit | GivenBack);
    line.parts.iter().rfind(|step| !taken(step)).map_or(0, |step| micro(&step.after))
}

/// The amount after a step, computed again from the one before, in millionths of a fen.
fn again(
    case: &Case,
    schedule: &Schedule,
    line: &ScheduleLine,
    step: &AmountStep,
    before: Option<i128>,
) -> Option<i128> {
    let value = step.value.as_ref().map(micro);
    let lines = || schedule.lines.iter();
    Some(match step.rule {
        AmountRule::Ratio => fen([case.total]) * value? / 100,
        AmountRule::ValuationRatio => base(case) * value? / 100,
        AmountRule::LoanLimit => {
            let fund = lines().filter(|other| other.item == MoneyItem::FundLoan);
            let taken = match line.item {
                MoneyItem::CommercialLoan => fen(fund.map(|other| other.amount)),
                _ => 0,
            };
            base(case) * value.map_or(MILLION, |ratio| ratio / 100) - taken * MILLION
        }
        AmountRule::Fixed => value?,
        AmountRule::AppliedFor => before.unwrap_or(value?).min(value?),
        AmountRule::Cap => before?.min(value?),
        AmountRule::Rounding => rounded(before?, value?, step.mode?),
        AmountRule::LoanCutOff => before? + value?,
        AmountRule::Deposit | AmountRule::CarriedDeposit | AmountRule::GivenBack => {
            before? - value?
        }
        AmountRule::Remainder => match value {
            Some(added) => before? + added,
            None => {
                let in_price = |item| !matches!(item, MoneyItem::Deposit | MoneyItem::Fee);
                let others = lines().filter(|one| one.seq != line.seq && in_price(one.item));
                (fen([case.total]) * MILLION - others.map(asked).sum::<i128>()).max(0)
            }
        },
        _ => return None,
    })
}

/// Every step of every line, computed again; the last is the amount of the line.
fn check_steps(case: &Case, schedule: &Schedule) -> Result<(), TestCaseError> {
    for line in &schedule.lines {
        let mut before = None;
        for step in &line.parts {
            let after = again(case, schedule, line, step, before);
            prop_assert_eq!(after, Some(micro(&step.after)), "{:?}: {:?}", line, step);
            before = after;
        }
        prop_assert_eq!(before, Some(fen([line.amount]) * MILLION));
    }
    Ok(())
}

/// The schedule as it was, with some of it received.
fn received(dice: &mut Dice, old: &Schedule) -> Vec<ExistingLine> {
    let line = |line: &ScheduleLine| {
        let part = line.amount.fen() / 4 * i64::from(dice.roll(6));
        ExistingLine {
            item: line.item,
            name: line.name.clone(),
            fee: line.fee.clone(),
            amount: line.amount,
            due: None,
            received: Money::from_fen(if dice.one_in(2) { line.amount.fen() } else { part }),
        }
    };
    old.lines.iter().map(line).collect()
}

fn check_receipts(existing: &[ExistingLine], new: &Schedule) -> Result<(), TestCaseError> {
    let before = fen(existing.iter().map(|line| line.received));
    let kept = fen(new.lines.iter().filter_map(|line| line.received));
    let surplus = fen(new.surplus);
    prop_assert_eq!(before, kept + surplus);
    let mut own_open = false;
    for line in &new.lines {
        let (received, outstanding) = (line.received.unwrap(), line.outstanding.unwrap());
        prop_assert!(!received.is_negative() && !outstanding.is_negative());
        prop_assert_eq!(fen([received, outstanding]), fen([line.amount]));
        let own = matches!(line.item, MoneyItem::DownPayment | MoneyItem::Instalment);
        own_open |= own && outstanding.is_positive();
    }
    // Loan money stays with its loan, and own money is a surplus only when nothing is open.
    for item in [MoneyItem::CommercialLoan, MoneyItem::FundLoan] {
        let old = existing.iter().filter(|line| line.item == item);
        let new = new.lines.iter().filter(|line| line.item == item);
        let (old, new) = (fen(old.map(|l| l.received)), new.filter_map(|line| line.received));
        prop_assert!(fen(new) <= old);
    }
    let own =
        |item| !matches!(item, MoneyItem::CommercialLoan | MoneyItem::FundLoan | MoneyItem::Fee);
    let before = fen(existing.iter().filter(|line| own(line.item)).map(|line| line.received));
    let lines = new.lines.iter().filter(|line| own(line.item));
    let after = fen(lines.filter_map(|line| line.received));
    prop_assert!(after == before || after < before && !own_open);
    Ok(())
}

/// The schedules of a seed: one, and the one after plan and price have changed. Says how many
/// could be made.
fn check_seed(seed: u64) -> Result<u32, TestCaseError> {
    let mut dice = Dice(seed);
    let total = 1 + dice.fen(50);
    let before = case(&mut dice, total);
    let Some(old) = made(&before)? else { return Ok(0) };
    check_schedule(&before, &old)?;
    let total = 1.max(total / 8 * i64::from(6 + dice.roll(5)));
    let mut after = case(&mut dice, total);
    after.existing = received(&mut dice, &old);
    let Some(new) = made(&after)? else { return Ok(1) };
    check_schedule(&after, &new)?;
    check_receipts(&after.existing, &new)?;
    Ok(2)
}

#[test]
fn schedules_add_up_and_keep_what_was_received() {
    let mut made = 0;
    for seed in 0..100_000 {
        match check_seed(seed) {
            Ok(count) => made += count,
            Err(error) => panic!("seed {seed}: {error}"),
        }
    }
    // Most amounts can be had; the rest are refused for a reason that `made` has checked.
    assert!(made > 100_000, "{made}");
}

/// Values at the edges, in whatever field.
fn spoil(dice: &mut Dice, case: &mut Case) {
    let edge = |dice: &mut Dice| {
        let edges = [i64::MIN, i64::MIN + 1, -1, 0, 1, 1_000_000, i64::MAX - 1, i64::MAX];
        edges[dice.roll(8) as usize]
    };
    let money = |dice: &mut Dice| Money::from_fen(edge(dice));
    let rate = |dice: &mut Dice| Rate::from_millionths(edge(dice));
    let at = dice.roll(64) as usize % case.plan.lines.len();
    let line = &mut case.plan.lines[at];
    let signing = case.dates.signing.get_or_insert("2026-01-31".parse().unwrap());
    match dice.roll(20) {
        0 => case.total = money(dice),
        1 => case.deposit = Some(money(dice)),
        2 => case.commercial_loan = Some(money(dice)),
        3 => case.fund_loan = Some(money(dice)),
        4 => case.appraisal = Some(money(dice)),
        5 => case.filed_total = Some(money(dice)),
        6 => case.plan.max_loan_ratio = Some(rate(dice)),
        7 => line.amount = LineAmount::Ratio { ratio: rate(dice) },
        8 => line.amount = LineAmount::Fixed { amount: money(dice) },
        9 => line.amount = LineAmount::Remainder {},
        10 => line.amount = LineAmount::FundLoan {},
        11 => (line.months, line.days) = (i32::MIN, i32::MAX),
        12 => (line.months, line.days) = (edge(dice) as i32, edge(dice) as i32),
        13 => *signing = "9999-12-31".parse().unwrap(),
        14 => case.fees[0].amount = money(dice),
        15 => case.plan.lines.clear(),
        16 => case.plan.commercial.iter_mut().for_each(|rule| rule.fixed = Some(money(dice))),
        17 => case.plan.fund.iter_mut().for_each(|rule| rule.cap = Some(money(dice))),
        18 => case.existing.iter_mut().for_each(|line| line.received = money(dice)),
        _ => case.min_down_payment = Some(DownPaymentPolicy::National {}),
    }
    if case.plan.lines.is_empty() {
        case.plan.lines.push(self::line("余款".into(), LineAmount::Remainder {}));
    }
}

#[test]
fn any_request_gives_a_sound_schedule_or_an_error() {
    let (mut made, mut refused) = (0, 0);
    for seed in 0..20_000 {
        let mut dice = Dice(seed);
        let total = 1 + dice.fen(50);
        let mut case = case(&mut dice, total);
        if let Ok(old) = schedule(&case) {
            case.existing = received(&mut dice, &old);
        }
        for _ in 0..=dice.roll(3) {
            spoil(&mut dice, &mut case);
        }
        match schedule(&case) {
            Ok(schedule) => {
                made += 1;
                let checked = check_schedule(&case, &schedule);
                checked.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
            }
            Err(error) => {
                refused += 1;
                assert!(!error.message(kaipan::error::Lang::Zh).contains('?'), "{error}");
            }
        }
    }
    assert!(made > 2_000 && refused > 2_000, "{made} made, {refused} refused");
}
