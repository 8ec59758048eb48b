//! Properties of loans (handbook §11.7).

use kaipan::Date;
use kaipan::error::Code;
use kaipan::number::{Money, Rate};
use kaipan::payment::loan::*;
use proptest::prelude::*;

fn terms(fen: i64, millionths: i64, months: u32) -> LoanTerms {
    let rate = LoanRate::Annual { annual: Rate::from_millionths(millionths) };
    LoanTerms::new(Money::from_fen(fen), months, rate)
}

fn one(terms: LoanTerms) -> LoanSchedule {
    Repaying::new(&[terms]).sheet().unwrap().loans.remove(0)
}

fn convention() -> impl Strategy<Value = LoanConvention> {
    use LoanConvention::{CentPayment, CentSchedule, Theoretical};
    prop_oneof![Just(Theoretical), Just(CentPayment), Just(CentSchedule)]
}

fn repayment() -> impl Strategy<Value = RepaymentMethod> {
    use RepaymentMethod::{EqualInstalment, EqualPrincipal};
    prop_oneof![Just(EqualInstalment), Just(EqualPrincipal)]
}

fn effect() -> impl Strategy<Value = PrepayEffect> {
    prop_oneof![Just(PrepayEffect::ShorterTerm), Just(PrepayEffect::LowerPayment)]
}

fn prepay(month: u32, fen: i64, effect: PrepayEffect) -> LoanChange {
    let amount = Money::from_fen(fen);
    LoanChange::Prepay { month: Some(month), date: None, amount, effect }
}

fn rate(month: u32, millionths: i64) -> LoanChange {
    let annual = Rate::from_millionths(millionths);
    LoanChange::Rate { month: Some(month), date: None, annual }
}

fn sum(amounts: impl Iterator<Item = Money>) -> i64 {
    amounts.map(Money::fen).sum()
}

fn any_change() -> impl Strategy<Value = LoanChange> {
    let when = || (proptest::option::of(0..1_300_u32), proptest::option::of(any::<u16>()));
    let date = |days: Option<u16>| {
        let start = Date::from_ymd(2020, 1, 1).unwrap();
        days.and_then(|days| start.add_days(days.into()))
    };
    let annual = prop_oneof![Just(0_i64), 0..1_000_001_i64, any::<i64>()];
    let amount = prop_oneof![1..1_000_000_i64, any::<i64>()];
    prop_oneof![
        (when(), annual).prop_map(move |((month, days), annual)| LoanChange::Rate {
            month,
            date: date(days),
            annual: Rate::from_millionths(annual),
        }),
        (when(), amount, effect()).prop_map(move |((month, days), amount, effect)| {
            let amount = Money::from_fen(amount);
            LoanChange::Prepay { month, date: date(days), amount, effect }
        }),
        when().prop_map(move |(month, days)| LoanChange::PayOff { month, date: date(days) }),
    ]
}

proptest! {
    // Long exact loans take a while without optimisation.
    #![proptest_config(ProptestConfig::with_cases(80))]

    /// Whole fen add up: rows, totals, and the balance ends at 0.00.
    #[test]
    fn cents_add_up(fen in 1..10_000_000_000_i64, millionths in 0..=1_000_000_i64,
        months in 1..=1_200_u32, repayment in repayment(), by_payment: bool,
        month in 1..1_200_u32, share in 1..100_i64, effect in effect()) {
        let convention = match by_payment {
            true => LoanConvention::CentPayment,
            false => LoanConvention::CentSchedule,
        };
        let plain = LoanTerms { repayment, convention, ..terms(fen, millionths, months) };
        let untouched = one(plain.clone());
        let balance = untouched.table.get(month as usize - 1).map_or(0, |row| row.balance.fen());
        let early = (balance / 100).saturating_mul(share);
        let changes = if early > 0 { vec![prepay(month, early, effect)] } else { vec![] };
        let loan = one(LoanTerms { changes, ..plain });
        let rows = || loan.table.iter();
        let prepaid = sum(rows().filter_map(|row| row.prepaid));
        prop_assert_eq!(prepaid, early);
        prop_assert_eq!(sum(rows().map(|row| row.principal)) + prepaid, fen);
        prop_assert_eq!(sum(rows().map(|row| row.interest)), loan.total_interest.fen());
        prop_assert_eq!(sum(rows().map(|row| row.payment)) + prepaid, loan.total_payment.fen());
        prop_assert_eq!(loan.table.last().unwrap().balance, Money::ZERO);
        prop_assert_eq!(loan.months as usize, loan.table.len());
        prop_assert!(loan.months <= months);
        let mut before = fen;
        for row in rows() {
            prop_assert_eq!(row.principal.fen() + row.interest.fen(), row.payment.fen());
            prop_assert!(row.principal.fen() >= 0 && row.payment.fen() >= 0);
            let left = before - row.principal.fen() - row.prepaid.map_or(0, Money::fen);
            prop_assert_eq!(row.balance.fen(), left);
            before = left;
        }
        if by_payment && repayment == RepaymentMethod::EqualInstalment {
            let all = untouched.first_payment.fen() * i64::from(months);
            prop_assert_eq!(untouched.total_payment.fen(), all);
        }
    }

    /// Nothing rounded inside: what is shown is close to whole fen that add up.
    #[test]
    fn exact_loans_end_at_zero(fen in 1..10_000_000_000_i64, millionths in 0..=1_000_000_i64,
        months in 1..=1_200_u32, repayment in repayment()) {
        let convention = LoanConvention::Theoretical;
        let loan = one(LoanTerms { repayment, convention, ..terms(fen, millionths, months) });
        prop_assert_eq!(loan.table.len(), months as usize);
        prop_assert_eq!(loan.table.last().unwrap().balance, Money::ZERO);
        let principal = sum(loan.table.iter().map(|row| row.principal));
        prop_assert!(2 * (principal - fen).abs() <= i64::from(months));
        if repayment == RepaymentMethod::EqualInstalment {
            prop_assert!(loan.table.iter().all(|row| row.payment == loan.first_payment));
        }
    }

    /// Equal principal costs no more interest than equal instalments.
    #[test]
    fn equal_principal_costs_less(fen in 1..10_000_000_000_i64,
        millionths in 0..=1_000_000_i64, months in 1..=1_200_u32) {
        let interest = |repayment, convention| {
            let loan = one(LoanTerms { repayment, convention, ..terms(fen, millionths, months) });
            loan.total_interest.fen()
        };
        let (instalment, principal) = (RepaymentMethod::EqualInstalment, RepaymentMethod::EqualPrincipal);
        let exact = LoanConvention::Theoretical;
        prop_assert!(interest(principal, exact) <= interest(instalment, exact));
        // Usual loans, in whole fen too.
        if fen >= 10_000_000 && (10_000..=100_000).contains(&millionths) && (24..=360).contains(&months) {
            let cents = LoanConvention::CentSchedule;
            prop_assert!(interest(principal, cents) <= interest(instalment, cents));
        }
    }

    /// Early repayments save interest, more of it when the payment stays.
    #[test]
    fn early_repayment_saves(fen in 1_000_000..10_000_000_000_i64, millionths in 0..=200_000_i64,
        months in 3..=600_u32, at in 0..100_u32, share in 1..100_i64, repayment in repayment()) {
        let convention = LoanConvention::Theoretical;
        let plain = LoanTerms { repayment, convention, ..terms(fen, millionths, months) };
        let month = 1 + (months - 2) * at / 100;
        let balance = one(plain.clone()).table[month as usize - 1].balance.fen();
        let early = balance * share / 100;
        prop_assume!(early > 0);
        let with = |effect| {
            let changes = vec![prepay(month, early, effect)];
            one(LoanTerms { changes, ..plain.clone() })
        };
        let (shorter, lower) = (with(PrepayEffect::ShorterTerm), with(PrepayEffect::LowerPayment));
        let saved = |loan: &LoanSchedule| loan.interest_saved.unwrap().fen();
        prop_assert!(saved(&shorter) >= saved(&lower) && saved(&lower) >= 0);
        prop_assert!(shorter.months <= lower.months && lower.months == months);
        prop_assert!(lower.changes[0].payment <= lower.table[month as usize - 1].payment);
        let off = LoanChange::PayOff { month: Some(month), date: None };
        let off = one(LoanTerms { changes: vec![off], ..plain });
        prop_assert!(saved(&off) >= saved(&shorter));
        prop_assert_eq!((off.months, off.changes[0].months_left), (month, 0));
    }

    /// A rate that changes to itself changes nothing; a lower one costs less.
    #[test]
    fn rate_changes(fen in 1_000_000..10_000_000_000_i64, millionths in 1..=200_000_i64,
        months in 2..=600_u32, at in 0..100_u32, repayment in repayment()) {
        let convention = LoanConvention::Theoretical;
        let plain = LoanTerms { repayment, convention, ..terms(fen, millionths, months) };
        let month = 1 + (months - 1) * at / 100;
        let with = |to| one(LoanTerms { changes: vec![rate(month, to)], ..plain.clone() });
        let (before, same) = (one(plain.clone()), with(millionths));
        prop_assert_eq!(before.total_interest, same.total_interest);
        prop_assert_eq!(&before.table, &same.table);
        prop_assert!(with(millionths / 2).total_interest <= before.total_interest);
        prop_assert_eq!(with(millionths / 2).months, months);
    }

    /// A combination is the sum of its loans, whatever their terms.
    #[test]
    fn combinations_are_sums(list in proptest::collection::vec(
        (1..10_000_000_000_i64, 0..=200_000_i64, 1..=400_u32, repayment(), convention()), 2..5)) {
        let list: Vec<_> = list.into_iter().map(|(fen, millionths, months, repayment, convention)| {
            LoanTerms { repayment, convention, ..terms(fen, millionths, months) }
        }).collect();
        let sheet = Repaying::new(&list).sheet().unwrap();
        let combined = sheet.combined.unwrap();
        let each = |of: fn(&LoanSchedule) -> Money| sum(sheet.loans.iter().map(of));
        prop_assert_eq!(combined.total_interest.fen(), each(|loan| loan.total_interest));
        prop_assert_eq!(combined.first_payment.fen(), each(|loan| loan.first_payment));
        prop_assert_eq!(combined.months, sheet.loans.iter().map(|loan| loan.months).max().unwrap());
        for row in &combined.table {
            let at = row.month as usize - 1;
            let rows = || sheet.loans.iter().filter_map(|loan| loan.table.get(at));
            prop_assert_eq!(row.payment.fen(), sum(rows().map(|row| row.payment)));
            prop_assert_eq!(row.interest.fen(), sum(rows().map(|row| row.interest)));
            prop_assert_eq!(row.balance.fen(), sum(rows().map(|row| row.balance)));
        }
        let highest = combined.table.iter().map(|row| row.payment).max().unwrap();
        prop_assert_eq!(combined.highest_payment, highest);
    }

    /// Every input gives a value or an error.
    #[test]
    fn total(fen in prop_oneof![1..100_000_000_i64, any::<i64>()],
        millionths in prop_oneof![0..1_000_001_i64, any::<i64>()],
        months in prop_oneof![1..=1_200_u32, any::<u32>()],
        repayment in prop_oneof![repayment(), Just(RepaymentMethod::Bullet)],
        convention in convention(), dated: bool,
        changes in proptest::collection::vec(any_change(), 0..6)) {
        let first_payment = dated.then(|| Date::from_ymd(2026, 1, 31).unwrap());
        let terms = LoanTerms {
            repayment, convention, first_payment, changes, ..terms(fen, millionths, months)
        };
        if let Ok(sheet) = Repaying::new(&[terms.clone(), terms]).sheet() {
            for loan in sheet.loans {
                prop_assert_eq!(loan.table.last().unwrap().balance, Money::ZERO);
            }
        }
    }
}

/// What the months of a loan hang on since its payment was last counted.
#[derive(Clone, Copy)]
struct Count {
    /// The balance that it was counted from, and the months left then.
    balance: i64,
    months: u32,
    rate: i64,
    /// A part repayment kept it and let the loan end sooner.
    kept: bool,
}

fn half_up(value: i128, by: i128) -> i64 {
    ((2 * value + by) / (2 * by)) as i64
}

impl Count {
    fn interest(&self, balance: i64) -> i64 {
        half_up(i128::from(balance) * i128::from(self.rate), 12_000_000)
    }

    /// The payment of equal instalments. Doubles do for amounts up to a hundred million yuan.
    fn instalment(&self) -> f64 {
        let (balance, months) = (self.balance as f64, f64::from(self.months));
        let monthly = self.rate as f64 / 12_000_000.0;
        match self.rate {
            0 => balance / months,
            _ => balance * monthly / -(-months * monthly.ln_1p()).exp_m1(),
        }
    }

    /// What a month has to be; `left` counts the months to the end, this one too.
    fn check(
        &self,
        loan: &LoanSchedule,
        row: &LoanMonth,
        before: i64,
        left: u32,
    ) -> Result<(), TestCaseError> {
        let (payment, principal) = (row.payment.fen(), row.principal.fen());
        let equal_principal = loan.repayment == RepaymentMethod::EqualPrincipal;
        let last = row.month == loan.months;
        prop_assert_eq!(principal + row.interest.fen(), payment);
        if last {
            prop_assert_eq!(principal, before);
        } else if equal_principal && !self.kept {
            prop_assert_eq!(principal, half_up(self.balance.into(), self.months.into()));
        }
        let by_table = loan.convention == LoanConvention::CentPayment && !self.kept;
        if equal_principal && by_table {
            // Payment of the table: B ÷ n + balance by the table × i.
            let share = 12_000_000 + i128::from(left) * i128::from(self.rate);
            let by = i128::from(self.months) * 12_000_000;
            prop_assert_eq!(payment, half_up(i128::from(self.balance) * share, by));
        } else if !(last && by_table) {
            prop_assert_eq!(row.interest.fen(), self.interest(before));
        }
        if !equal_principal && !self.kept && (by_table || !last) {
            let off = payment as f64 - self.instalment();
            prop_assert!(off.abs() < 0.51, "{payment} is off by {off}");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Every month is computed again from the balance before it, and the totals from the months.
    #[test]
    fn months_follow_from_each_other(fen in 100_000_000..10_000_000_000_i64,
        rates in (0..=240_000_i64, 0..=240_000_i64), months in 24..=600_u32,
        at in (1..100_u32, 1..100_u32), share in 1..90_i64, repayment in repayment(),
        by_payment: bool, effect in effect()) {
        let convention = match by_payment {
            true => LoanConvention::CentPayment,
            false => LoanConvention::CentSchedule,
        };
        let (changed, repaid) = (2 + (months - 2) * at.0 / 200, months / 2 + months * at.1 / 300);
        let amount = fen / 10_000 * share;
        let changes = vec![rate(changed, rates.1), prepay(repaid, amount, effect)];
        let plain = LoanTerms { repayment, convention, ..terms(fen, rates.0, months) };
        let with_changes = Repaying::new(&[LoanTerms { changes, ..plain }]).sheet();
        // At the end of a loan such an amount may be more than is left.
        prop_assume!(with_changes.is_ok());
        let loan = with_changes.unwrap().loans.remove(0);
        let mut count = Count { balance: fen, months, rate: rates.0, kept: false };
        let (mut before, mut last_payment) = (fen, None);
        for row in &loan.table {
            let left = months - row.month + 1;
            if row.month == changed {
                count = Count { balance: before, months: left, rate: rates.1, kept: false };
                prop_assert_eq!(loan.changes[0].payment, row.payment);
                prop_assert_eq!(loan.changes[0].balance.fen(), before);
            }
            count.check(&loan, row, before, left)?;
            if count.kept && row.month < loan.months && repayment == RepaymentMethod::EqualInstalment {
                prop_assert_eq!(Some(row.payment), last_payment);
            }
            last_payment = Some(row.payment);
            before -= row.principal.fen() + row.prepaid.map_or(0, Money::fen);
            prop_assert_eq!(row.balance.fen(), before);
            if row.month == repaid {
                prop_assert_eq!(row.prepaid, Some(Money::from_fen(amount)));
                let kept = effect == PrepayEffect::ShorterTerm;
                count = match kept {
                    true => Count { kept, ..count },
                    false => Count { balance: before, months: left - 1, ..count },
                };
            }
        }
        prop_assert_eq!(before, 0);
        let interest = sum(loan.table.iter().map(|row| row.interest));
        prop_assert_eq!(interest, loan.total_interest.fen());
        prop_assert_eq!(interest + fen, loan.total_payment.fen());
        prop_assert_eq!(loan.table.last().map(|row| row.payment), Some(loan.last_payment));
        prop_assert_eq!(loan.table.first().map(|row| row.payment), Some(loan.first_payment));
    }

    /// With nothing rounded inside, what is shown of a month follows from what is shown of the one
    /// before to the fen, and the totals from the months to half a fen each.
    #[test]
    fn exact_months_follow_from_each_other(fen in 1..10_000_000_000_i64,
        millionths in 0..=240_000_i64, months in 1..=600_u32, repayment in repayment()) {
        let convention = LoanConvention::Theoretical;
        let loan = one(LoanTerms { repayment, convention, ..terms(fen, millionths, months) });
        let count = Count { balance: fen, months, rate: millionths, kept: false };
        let mut before = fen;
        for row in &loan.table {
            let (interest, principal) = (row.interest.fen(), row.principal.fen());
            prop_assert!((interest - count.interest(before)).abs() <= 1);
            prop_assert!((interest + principal - row.payment.fen()).abs() <= 1);
            prop_assert!((before - principal - row.balance.fen()).abs() <= 1);
            before = row.balance.fen();
        }
        let interest = sum(loan.table.iter().map(|row| row.interest));
        prop_assert!(2 * (interest - loan.total_interest.fen()).abs() <= i64::from(months));
        prop_assert_eq!(fen + loan.total_interest.fen(), loan.total_payment.fen());
    }
}

/// Amounts past the range are refused at the principal, in every convention.
#[test]
fn the_greatest_principal() {
    use LoanConvention::{CentPayment, CentSchedule, Theoretical};
    for convention in [Theoretical, CentPayment, CentSchedule] {
        for repayment in [RepaymentMethod::EqualInstalment, RepaymentMethod::EqualPrincipal] {
            let loan = |fen, months| {
                let terms = LoanTerms { repayment, convention, ..terms(fen, 1_000_000, months) };
                Repaying::new(&[terms]).table(false).sheet()
            };
            for months in [1, 12, 1_200] {
                let error = loan(i64::MAX, months).unwrap_err();
                assert_eq!(error.code(), Code::NumberOverflow);
                assert_eq!(error.path(), "/loans/0/principal", "{convention:?} {repayment:?}");
            }
            assert!(loan(i64::MAX / 110, 1_200).is_ok());
        }
    }
    let interest_free = one(terms(i64::MAX, 0, 1_200));
    assert_eq!(interest_free.total_payment, Money::MAX);
}
