//! The engine of loan schedules and its inputs.

use super::combined::Sums;
use super::compute::{each_month, one_loan, room_for};
use super::kind::LoanPurpose;
use super::rate::RatePreset;
use super::schedule::{LoanSchedule, LoanSheet};
use super::term::{LoanTermPolicy, NATIONAL, Suit};
use super::terms::LoanTerms;
use super::unusual::unusual;
use crate::Date;
use crate::builder::{inputs, optional_inputs};
use crate::error::{At, Code, Error, Input, Result};

/// More loans on one home than anybody has; a bound for the work.
const MOST_LOANS: usize = 8;

/// Makes the schedules of one loan or several, and of all together (handbook §4.4).
///
/// ```
/// use kaipan::payment::loan::{LoanKind, LoanRate, LoanTerms, Repaying};
/// let annual = |share: &str| Ok::<_, kaipan::Error>(LoanRate::Annual { annual: share.parse()? });
/// let commercial = LoanTerms::new("410000".parse()?, 360, annual("0.035")?);
/// let fund = LoanTerms::new("600000".parse()?, 360, annual("0.026")?).with_kind(LoanKind::Fund);
/// let loans = [commercial, fund];
/// let sheet = Repaying::new(&loans).table(false).sheet()?;
/// assert_eq!(sheet.loans[0].first_payment.to_string(), "1841.08");
/// let together = sheet.combined.expect("there are two");
/// assert_eq!(together.first_payment.to_string(), "4243.12");
/// assert_eq!(together.total_interest.to_string(), "517524.37");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Repaying<'a> {
    loans: &'a [LoanTerms],
    table: bool,
    purpose: LoanPurpose,
    as_of: Option<Date>,
    home_count: Option<u32>,
    loan_terms: Option<&'a LoanTermPolicy>,
}

impl<'a> Repaying<'a> {
    /// Schedules of these loans, 1–8, with their month tables. Two loans are a combination
    /// (组合贷款).
    pub fn new(loans: &'a [LoanTerms]) -> Repaying<'a> {
        Repaying {
            loans,
            table: true,
            purpose: LoanPurpose::default(),
            as_of: None,
            home_count: None,
            loan_terms: None,
        }
    }

    inputs! {
        /// Whether the month tables are made too; they are if left out.
        table: bool;
        /// What the loans are for. With the use of the unit, what the law forbids is refused;
        /// without it, it is told.
        purpose: LoanPurpose;
    }

    optional_inputs! {
        /// The day whose rules apply; if left out that of the rate, else that of the first
        /// payment, else the rules as they stand now.
        as_of: Date;
        /// Which home of the household this is (1, 2, 3…).
        home_count: u32;
        /// How long loans may run; the national rules if left out.
        loan_terms: &'a LoanTermPolicy;
    }

    /// The schedules.
    ///
    /// # Errors
    /// Everything that is wrong, each with its place: `loan.*` of the catalogue;
    /// [`Code::NumberOverflow`] for amounts past the range of a [`Money`](crate::number::Money).
    pub fn sheet(&self) -> Result<LoanSheet> {
        let count = self.loans.len();
        if !(1..=MOST_LOANS).contains(&count) {
            let error = Error::new(Code::LoanCount).with("count", count);
            return Err(error.with("limit", MOST_LOANS).within(Input::Loans));
        }
        let mut sums = (count > 1).then(Sums::default);
        let (mut schedules, mut errors) = (Vec::with_capacity(count), self.check());
        let mut findings = Vec::new();
        for (at, terms) in self.loans.iter().enumerate() {
            match self.one(terms, sums.as_mut()).at(at).within(Input::Loans) {
                Ok(schedule) => schedules.push(schedule),
                Err(error) => errors.push(error),
            }
            let placed = |error: Error| error.at(at).within(Input::Loans);
            self.suit(terms).judge(placed, &mut findings, &mut errors);
        }
        Error::collect(errors)?;
        let homes = self.home_count.and_then(crate::unusual::homes);
        findings.extend(homes.map(|finding| finding.within(Input::HomeCount)));
        let combined = sums.map(|sums| sums.combined(&schedules, self.table));
        let combined = combined.transpose().within(Input::Loans)?;
        for ((at, loan), terms) in schedules.iter().enumerate().zip(self.loans) {
            let told = unusual(terms, loan).into_iter();
            findings.extend(told.map(|finding| finding.at(at).within(Input::Loans)));
        }
        Ok(LoanSheet { loans: schedules, combined, findings })
    }

    fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        if self.home_count == Some(0) {
            errors.push(Error::new(Code::PaymentHomeCount).within(Input::HomeCount));
        }
        if let Some(policy) = self.loan_terms {
            errors.extend(policy.check().into_iter().map(|error| error.within(Input::LoanTerms)));
        }
        errors
    }

    /// One of the loans, at the rate of this home if the rate follows the home.
    fn one(&self, terms: &LoanTerms, sums: Option<&mut Sums>) -> Result<LoanSchedule> {
        let of_home = (terms.rate.published_as() == Some(RatePreset::Fund)).then(|| LoanTerms {
            rate: terms.rate.clone().for_home(self.home_count),
            ..terms.clone()
        });
        let terms = of_home.as_ref().unwrap_or(terms);
        match sums {
            None => one_loan(terms, self.table),
            Some(sums) => self.added(terms, sums),
        }
    }

    /// One of several loans, added to the sums.
    fn added(&self, terms: &LoanTerms, sums: &mut Sums) -> Result<LoanSchedule> {
        let mut months = if self.table { room_for(terms) } else { Vec::new() };
        sums.begin(terms);
        let mut schedule = each_month(terms, |month| {
            sums.add(&month);
            if self.table {
                months.push(month);
            }
        })?;
        schedule.table = months;
        Ok(schedule)
    }

    /// A loan, as its use is looked at.
    fn suit(&self, terms: &'a LoanTerms) -> Suit<'a> {
        Suit {
            kind: terms.kind,
            months: Some(terms.months),
            rate: Some(&terms.rate),
            day: self.as_of.or(terms.rate.day()).or(terms.first_payment),
            home_count: self.home_count,
            purpose: self.purpose,
            policy: self.loan_terms.unwrap_or(NATIONAL),
        }
    }
}

impl LoanTerms {
    /// The schedule of this loan by itself, with its month table, whatever it is for.
    ///
    /// ```
    /// use kaipan::payment::loan::{LoanRate, LoanTerms};
    /// let rate = LoanRate::annual("0.049".parse()?);
    /// let loan = LoanTerms::new("1000000".parse()?, 360, rate).schedule()?;
    /// assert_eq!(loan.first_payment.to_string(), "5307.27");
    /// assert_eq!(loan.total_interest.to_string(), "910615.12");
    /// assert_eq!(loan.table[0].balance.to_string(), "998776.06");
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong, at its place in the terms: `loan.*` of the catalogue;
    /// [`Code::NumberOverflow`] for amounts past the range of a [`Money`](crate::number::Money).
    pub fn schedule(&self) -> Result<LoanSchedule> {
        one_loan(self, true)
    }
}
