//! Loans from terms to schedules.

use super::cents::Cents;
use super::check::{Act, Loan, MOST_MONTHS, check};
use super::course::{Course, Row, Start, millionths, overflow, run};
use super::fixed::YEAR;
use super::instalment::instalment;
use super::rate::RatePreset;
use super::schedule::{
    CombinedLoans, CombinedMonth, LoanMonth, LoanRequest, LoanSchedule, LoanSheet,
};
use super::suit::{NATIONAL, Suit};
use super::terms::{LoanConvention, LoanTerms, RepaymentMethod};
use super::theory::Theory;
use super::unusual::unusual;
use crate::error::{At, Code, Error, Result};
use crate::number::{Exact, Mode, Money, Rate, Saturating, divide};
use crate::unusual;

/// More loans on one home than anybody has; a bound for the work.
const MOST_LOANS: usize = 8;

/// Schedules of one loan or several, and of all together (handbook §4.4).
///
/// # Errors
/// Everything that is wrong, each with its place: `loan.*` of the catalogue;
/// [`Code::NumberOverflow`] for amounts past the range of a [`Money`].
pub fn loans(request: &LoanRequest) -> Result<LoanSheet> {
    let count = request.loans.len();
    if !(1..=MOST_LOANS).contains(&count) {
        let error = Error::new(Code::LoanCount).with("count", count);
        return Err(error.with("limit", MOST_LOANS).at("loans"));
    }
    let mut sums = (count > 1).then(Sums::default);
    let (mut schedules, mut errors) = (Vec::with_capacity(count), Vec::new());
    let mut findings = Vec::new();
    check_request(request, &mut errors);
    for (at, terms) in request.loans.iter().enumerate() {
        let by_home = by_home(terms, request.home_count);
        let terms = by_home.as_ref().unwrap_or(terms);
        let schedule = match &mut sums {
            None => schedule(terms, request.table),
            Some(sums) => added(terms, request.table, sums),
        };
        match schedule.at(at).at("loans") {
            Ok(schedule) => schedules.push(schedule),
            Err(error) => {
                errors.push(error);
                continue;
            }
        }
        let loan = request.loans.get(at).map_or(terms, |loan| loan);
        suit(request, loan).judge(|error| error.at(at).at("loans"), &mut findings, &mut errors);
    }
    Error::collect(errors)?;
    let homes = request.home_count.and_then(unusual::homes);
    findings.extend(homes.map(|finding| finding.path("/home_count")));
    let combined = sums.map(|sums| sums.combined(&schedules, request.table)).transpose()?;
    for ((at, loan), terms) in schedules.iter().enumerate().zip(&request.loans) {
        findings.extend(unusual(terms, loan, &format!("/loans/{at}")));
    }
    Ok(LoanSheet { loans: schedules, combined, findings })
}

fn check_request(request: &LoanRequest, errors: &mut Vec<Error>) {
    if request.home_count == Some(0) {
        errors.push(Error::new(Code::PaymentHomeCount).at("home_count"));
    }
    if let Some(policy) = &request.loan_terms {
        errors.extend(policy.check().into_iter().map(|error| error.at("loan_terms")));
    }
}

/// The terms with the rate of this home, if the rate follows the home.
fn by_home(terms: &LoanTerms, home_count: Option<u32>) -> Option<LoanTerms> {
    let follows = terms.rate.preset() == Some(RatePreset::Fund);
    follows.then(|| LoanTerms { rate: terms.rate.clone().for_home(home_count), ..terms.clone() })
}

/// A loan of the request, as its use is looked at.
fn suit<'a>(request: &'a LoanRequest, terms: &'a LoanTerms) -> Suit<'a> {
    Suit {
        kind: terms.kind,
        months: Some(terms.months),
        rate: Some(&terms.rate),
        day: request.as_of.or(terms.rate.day()).or(terms.first_payment),
        home_count: request.home_count,
        purpose: request.purpose,
        policy: request.loan_terms.as_ref().unwrap_or(NATIONAL),
    }
}

/// One loan, with its month table if asked for; places of errors are those in the terms.
pub(crate) fn schedule(terms: &LoanTerms, table: bool) -> Result<LoanSchedule> {
    if !table {
        return compute(terms, |_| {});
    }
    let mut months = room_for(terms);
    let mut schedule = compute(terms, |row| months.push(month(terms, row)))?;
    schedule.table = months;
    Ok(schedule)
}

/// One loan without a table, giving every month that has a payment to `each`.
///
/// After an error the months that were given mean nothing.
pub(crate) fn each_month(
    terms: &LoanTerms,
    mut each: impl FnMut(LoanMonth),
) -> Result<LoanSchedule> {
    compute(terms, |row| each(month(terms, row)))
}

/// As [`each_month`], without due dates: these cost more than the rest of a month.
pub(crate) fn each_undated_month(
    terms: &LoanTerms,
    mut each: impl FnMut(LoanMonth),
) -> Result<LoanSchedule> {
    compute(terms, |row| each(undated(row)))
}

/// One of several loans, added to the sums.
fn added(terms: &LoanTerms, table: bool, sums: &mut Sums) -> Result<LoanSchedule> {
    let mut months = if table { room_for(terms) } else { Vec::new() };
    sums.begin(terms);
    let mut schedule = each_month(terms, |month| {
        sums.add(&month);
        if table {
            months.push(month);
        }
    })?;
    schedule.table = months;
    Ok(schedule)
}

/// Room for every month, so that the table is allocated once.
fn room_for(terms: &LoanTerms) -> Vec<LoanMonth> {
    // Terms are not checked yet.
    Vec::with_capacity(usize::try_from(terms.months.min(MOST_MONTHS)).unwrap_or(0))
}

#[inline(always)]
fn month(terms: &LoanTerms, row: Row) -> LoanMonth {
    // A bullet loan has one payment: the first.
    let paid = if terms.repayment == RepaymentMethod::Bullet { 1 } else { row.month };
    LoanMonth { due: terms.due(paid), ..undated(row) }
}

#[inline(always)]
fn undated(row: Row) -> LoanMonth {
    LoanMonth {
        month: row.month,
        due: None,
        payment: Money::from_fen(row.payment),
        principal: Money::from_fen(row.principal),
        interest: Money::from_fen(row.interest),
        prepaid: row.prepaid.map(Money::from_fen),
        balance: Money::from_fen(row.balance),
    }
}

fn compute(terms: &LoanTerms, each: impl FnMut(Row)) -> Result<LoanSchedule> {
    let loan = check(terms)?;
    let start = Start {
        principal: terms.principal.fen(),
        months: terms.months,
        rate: millionths(loan.annual),
        repayment: terms.repayment,
        convention: terms.convention,
    };
    match (terms.repayment, terms.convention) {
        (RepaymentMethod::Bullet, _) => bullet(&loan, each),
        (_, LoanConvention::Theoretical) => amortised::<Theory>(&loan, &start, each),
        _ => amortised::<Cents>(&loan, &start, each),
    }
}

fn amortised<C: Course>(
    loan: &Loan<'_>,
    start: &Start,
    each: impl FnMut(Row),
) -> Result<LoanSchedule> {
    let end = run::<C>(loan, start, each)?;
    let interest = end.course.interest().ok_or_else(overflow)?;
    let mut schedule = summary(loan, end.months, (end.first, end.last), interest)?;
    match start.repayment {
        RepaymentMethod::EqualPrincipal => {
            schedule.monthly_decrease = Some(monthly_decrease(start)?);
        }
        _ => schedule.per_ten_thousand = Some(per_ten_thousand(start).ok_or_else(overflow)?),
    }
    if loan.events.iter().any(|event| !event.act.is_rate()) {
        let events = loan.events.iter().filter(|event| matches!(event.act, Act::Rate(_)));
        let plain = Loan { events: events.copied().collect(), ..*loan };
        let unseen: &mut dyn FnMut(Row) = &mut |_| {};
        let plain = run::<C>(&plain, start, unseen)?;
        let saved = end.course.saved_against(&plain.course).ok_or_else(overflow)?;
        schedule.interest_saved = Some(Money::from_fen(saved));
    }
    schedule.changes = end.changes;
    Ok(schedule)
}

/// A schedule without what only some loans have; the first and last payment and Σ interest in fen.
fn summary(
    loan: &Loan<'_>,
    months: u32,
    (first, last): (i64, i64),
    interest: i64,
) -> Result<LoanSchedule> {
    let terms = loan.terms;
    let interest = Money::from_fen(interest);
    Ok(LoanSchedule {
        name: terms.name.clone(),
        principal: terms.principal,
        months,
        annual_rate: loan.annual,
        repayment: terms.repayment,
        convention: terms.convention,
        first_payment: Money::from_fen(first),
        last_payment: Money::from_fen(last),
        monthly_decrease: None,
        per_ten_thousand: None,
        total_payment: terms.principal.checked_add(interest).ok_or_else(overflow)?,
        total_interest: interest,
        interest_saved: None,
        changes: Vec::new(),
        table: Vec::new(),
    })
}

/// `P ÷ n × i`, half up to 6 decimals of a yuan.
fn monthly_decrease(start: &Start) -> Result<Exact> {
    let product = i128::from(start.principal).by(start.rate.into());
    // Of fen and twelfths.
    let micros = divide(product, i128::from(start.months).by(1_200), Mode::HalfUp)?;
    Ok(Exact::counted(micros, 6))
}

/// The payment of 10,000 yuan, which is 10^10 millionths.
fn per_ten_thousand(start: &Start) -> Option<Exact> {
    let payment = instalment(10_000_000_000, start.rate, start.months)?;
    Some(Exact::from(Rate::from_millionths(payment)))
}

/// One payment at maturity: `P × (1 + annual × months ÷ 12)`, the same in every convention.
fn bullet(loan: &Loan<'_>, mut each: impl FnMut(Row)) -> Result<LoanSchedule> {
    let terms = loan.terms;
    let principal = terms.principal.fen();
    let product = i128::from(principal).by(loan.annual.millionths().into());
    let interest = divide(product.by(terms.months.into()), YEAR.into(), Mode::HalfUp)?;
    let interest = i64::try_from(interest).map_err(|_| overflow())?;
    let payment = principal.checked_add(interest).ok_or_else(overflow)?;
    each(Row { month: terms.months, payment, principal, interest, prepaid: None, balance: 0 });
    summary(loan, terms.months, (payment, payment), interest)
}

/// Loans added month by month, in fen.
#[derive(Default)]
struct Sums {
    months: Vec<[i128; 4]>,
    prepaid: Vec<Option<i128>>,
    /// Of the loan being added: its next month, and what it owes before that.
    next: u32,
    owed: i64,
}

impl Sums {
    fn begin(&mut self, terms: &LoanTerms) {
        (self.next, self.owed) = (1, terms.principal.fen());
    }

    fn add(&mut self, row: &LoanMonth) {
        // Months without a payment, of a bullet loan, only owe.
        while self.next < row.month {
            self.count([0, 0, 0, self.owed], None);
        }
        let amounts = [row.payment, row.principal, row.interest, row.balance];
        self.count(amounts.map(Money::fen), row.prepaid.map(Money::fen));
        self.owed = row.balance.fen();
    }

    fn count(&mut self, amounts: [i64; 4], prepaid: Option<i64>) {
        let at = usize::try_from(self.next.saturating_sub(1)).unwrap_or(usize::MAX);
        self.next = self.next.saturating_add(1);
        if self.months.len() <= at {
            self.months.push([0; 4]);
            self.prepaid.push(None);
        }
        if let Some(sums) = self.months.get_mut(at) {
            for (sum, amount) in sums.iter_mut().zip(amounts) {
                *sum = sum.saturating_add(amount.into());
            }
        }
        if let (Some(sum), Some(more)) = (self.prepaid.get_mut(at), prepaid) {
            *sum = Some(sum.unwrap_or(0).saturating_add(more.into()));
        }
    }

    fn combined(&self, loans: &[LoanSchedule], table: bool) -> Result<CombinedLoans> {
        let money = |fen: i128| {
            let fen = i64::try_from(fen).map_err(|_| Error::new(Code::NumberOverflow));
            fen.map(Money::from_fen).at("loans")
        };
        let payments = || self.months.iter().map(|[payment, ..]| *payment);
        let total = |of: fn(&LoanSchedule) -> Money| Money::sum(loans.iter().map(of)).at("loans");
        let mut rows = Vec::new();
        if table {
            rows.reserve_exact(self.months.len());
            for (month, (sums, prepaid)) in (1..).zip(self.months.iter().zip(&self.prepaid)) {
                let [payment, principal, interest, balance] = *sums;
                rows.push(CombinedMonth {
                    month,
                    payment: money(payment)?,
                    principal: money(principal)?,
                    interest: money(interest)?,
                    prepaid: prepaid.map(money).transpose()?,
                    balance: money(balance)?,
                });
            }
        }
        Ok(CombinedLoans {
            principal: total(|loan| loan.principal)?,
            first_payment: money(payments().next().unwrap_or(0))?,
            highest_payment: money(payments().max().unwrap_or(0))?,
            months: u32::try_from(self.months.len()).unwrap_or(u32::MAX),
            total_payment: total(|loan| loan.total_payment)?,
            total_interest: total(|loan| loan.total_interest)?,
            table: rows,
        })
    }
}
