//! The engine.

use super::answer::{CashForecast, CashForecastPeriod, ForecastRelease, ForecastTotals};
use super::expected::{ExpectedMoney, cash_day, early_promise, expected};
use super::kind::CollectionKind;
use super::period::{ForecastUnit, Period, periods};
use super::policy::{ForecastPolicy, PlannedSales};
use super::releases::{ForecastAccount, collecting, odd_accounts, wrong_accounts};
use super::sums::Figures;
use crate::Date;
use crate::builder::{inputs, optional_inputs};
use crate::check::Index;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Money, Rounding, Unrounded, Wide, overflow};
use crate::overdue::balance::Running;
use crate::overdue::claim::{
    ClaimDeal, ClaimsOfDay, MoneyClaim, wrong_claims, wrong_deals, wrong_horizon,
};
use crate::overdue::late_fee::{DailyRates, LateFeePolicy};
use crate::overdue::sums::of_sums;

/// Forecasts what comes in, by period and kind (回款预测, handbook §6.10): what is due by contract, and what
/// is expected of it.
///
/// What is not expected to come in stays in the arrears. Errors and findings are placed in
/// [`Input::Claims`], `Deals`, `ForecastPolicy`, `Sales`, `Accounts`, `Policy`, `To` and `ActualUntil`.
///
/// ```
/// use kaipan::overdue::{CashForecasting, CollectionKind, CollectionRate, ForecastPolicy, MoneyClaim};
/// let claim = |id: &str, amount: &str, due: &str| -> kaipan::Result<_> {
///     Ok(MoneyClaim::new(id, "D1", "house_payment", amount.parse()?).with_due(due.parse()?))
/// };
/// let claims = [claim("C1", "395206", "2026-05-10")?, claim("C2", "80000", "2026-04-01")?];
/// let rate = |probability: &str| -> kaipan::Result<_> {
///     Ok(CollectionRate::new(CollectionKind::NonLoan, probability.parse()?))
/// };
/// let rates = vec![rate("0.95")?, rate("0.5")?.with_from_days(1)];
/// let policy = ForecastPolicy { rates, ..ForecastPolicy::default() };
/// let forecast = CashForecasting::new(&claims, "2026-04-30".parse()?, "2026-05-31".parse()?)
///     .forecast_policy(&policy)
///     .forecast()?;
/// assert_eq!(forecast.periods[0].total.expected.to_string(), "415445.70");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct CashForecasting<'a> {
    claims: &'a [MoneyClaim],
    as_of: Date,
    to: Date,
    horizon: Option<u32>,
    unit: ForecastUnit,
    deals: &'a [ClaimDeal],
    forecast_policy: Option<&'a ForecastPolicy>,
    policy: Option<&'a LateFeePolicy>,
    sales: &'a [PlannedSales],
    accounts: &'a [ForecastAccount],
    actual_until: Option<Date>,
}

impl<'a> CashForecasting<'a> {
    /// What these claims bring after a day, until another.
    pub fn new(claims: &'a [MoneyClaim], as_of: Date, to: Date) -> CashForecasting<'a> {
        CashForecasting {
            claims,
            as_of,
            to,
            horizon: None,
            unit: ForecastUnit::Month,
            deals: &[],
            forecast_policy: None,
            policy: None,
            sales: &[],
            accounts: &[],
            actual_until: None,
        }
    }

    inputs! {
        /// What it is divided by; months if it is not said.
        unit: ForecastUnit;
        /// The deals, for the signing days that loans are counted from.
        deals: &'a [ClaimDeal];
        /// Sales that are planned.
        sales: &'a [PlannedSales];
        /// Supervised accounts with their nodes.
        accounts: &'a [ForecastAccount];
    }

    optional_inputs! {
        /// The last recorded number that counts; all if absent.
        horizon: u32;
        /// How likely and how late money comes in; in full on its day if absent.
        forecast_policy: &'a ForecastPolicy;
        /// What contracts agree about late payment, where payments pay late fees too.
        policy: &'a LateFeePolicy;
        /// The day up to which it is known what came in, to compare the forecast with that.
        actual_until: Date;
    }

    /// The forecast.
    ///
    /// # Errors
    /// A last day that is not after the day it is made on ([`Code::OverdueForecastEnd`]), more than 10,000
    /// periods ([`Code::OverdueManyPeriods`]), what is known to have come in before that day
    /// ([`Code::OverdueActualEarly`]); rates that overlap
    /// or are missing for a claim ([`Code::OverdueRatesOverlap`], [`Code::OverdueRateMissing`]); nodes out of
    /// order ([`Code::OverdueNodesOrder`]); claims that cannot be, as for
    /// [`OverdueAssessing`](crate::overdue::OverdueAssessing).
    pub fn forecast(&self) -> Result<CashForecast> {
        self.forecasted().map_err(of_sums)
    }

    fn forecasted(&self) -> Result<CashForecast> {
        Error::collect(self.wrong())?;
        let mut findings = self.odd();
        let from = self.as_of.add_days(1).ok_or_else(overflow)?;
        let (money, undated) = self.money(from, &mut findings)?;
        let mut releases = Vec::new();
        let into = collecting(self.accounts);
        for (at, account) in self.accounts.iter().enumerate() {
            releases.extend(account.releases(&money, into == Some(at), [from, self.to])?);
        }
        releases.sort_by(|one, other| (one.on, &one.account).cmp(&(other.on, &other.account)));
        let opening = |kind: CollectionKind| {
            let own = money.iter().filter(|one| one.kind == kind && one.due < from);
            Money::sum(own.map(|one| one.owed))
        };
        let mut arrears =
            CollectionKind::ALL.map(opening).into_iter().collect::<Result<Vec<_>>>()?;
        let mut answered = Vec::new();
        for period in periods(from, self.to, self.unit)? {
            answered.push(self.period(period, &money, &releases, &mut arrears)?);
        }
        let later = money.iter().filter(|one| one.on > self.to).map(|one| one.amount);
        let later = Money::sum(later)?;
        let totals = totals(&answered)?;
        let (as_of, horizon) = (self.as_of, self.horizon);
        Ok(CashForecast {
            as_of,
            horizon,
            periods: answered,
            totals,
            later,
            undated,
            releases,
            findings,
        })
    }

    fn wrong(&self) -> Vec<Error> {
        let mut errors = wrong_claims(self.claims);
        errors.extend(wrong_horizon(self.claims, self.horizon));
        errors.extend(wrong_deals(self.deals, Input::Deals));
        if self.to <= self.as_of {
            let error = Error::new(Code::OverdueForecastEnd).with("to", self.to);
            errors.push(error.with("from", self.as_of).within(Input::To));
        }
        let from = self.as_of.add_days(1).unwrap_or(self.as_of);
        let many = periods(from, self.to, self.unit).err();
        errors.extend(many.map(|error| error.within(Input::To)));
        if let Some(until) = self.actual_until.filter(|until| *until < self.as_of) {
            let error = Error::new(Code::OverdueActualEarly).with("until", until);
            errors.push(error.with("from", self.as_of).within(Input::ActualUntil));
        }
        let policy = self.policy.map(LateFeePolicy::wrong).unwrap_or_default();
        errors.extend(policy.into_iter().map(|error| error.within(Input::Policy)));
        let forecast = self.forecast_policy.map(ForecastPolicy::wrong).unwrap_or_default();
        errors.extend(forecast.into_iter().map(|error| error.within(Input::ForecastPolicy)));
        for (at, sales) in self.sales.iter().enumerate() {
            let own = sales.wrong().into_iter();
            errors.extend(own.map(|error| error.at(at).within(Input::Sales)));
        }
        errors.extend(wrong_accounts(self.accounts));
        errors
    }

    fn odd(&self) -> Vec<Finding> {
        let claims = self.claims.iter().enumerate();
        let each = claims.flat_map(|(at, claim)| {
            claim.odd().into_iter().map(move |told| told.at(at).within(Input::Claims))
        });
        let forecast = self.forecast_policy.map(ForecastPolicy::odd).unwrap_or_default();
        let forecast = forecast.into_iter().map(|told| told.within(Input::ForecastPolicy));
        let outside = self
            .sales
            .iter()
            .enumerate()
            .filter(|(_, sales)| sales.on <= self.as_of || sales.on > self.to);
        let outside = outside.map(|(at, sales)| {
            let told = finding!(Code::OverdueSalesOutside, day = sales.on);
            told.at("on").at(at).within(Input::Sales)
        });
        let nothing = self.sales.iter().enumerate().filter_map(|(at, sales)| {
            let told = sales.nothing()?;
            Some(told.at(at).within(Input::Sales))
        });
        let accounts = odd_accounts(self.accounts);
        each.chain(forecast).chain(outside).chain(nothing).chain(accounts).collect()
    }

    /// What is owed and expected, and what has no day.
    fn money(
        &self,
        from: Date,
        findings: &mut Vec<Finding>,
    ) -> Result<(Vec<ExpectedMoney>, Money)> {
        let none = ForecastPolicy::default();
        let forecast_policy = self.forecast_policy.unwrap_or(&none);
        let default = LateFeePolicy::default();
        let policy = self.policy.unwrap_or(&default);
        let rates = DailyRates::new(policy);
        let as_of = self.as_of;
        let running = Running { policy, rates: &rates, as_of, contract_total: None, waived: &[] };
        let deals = Index::new(self.deals, |deal: &ClaimDeal| &deal.id);
        let day = ClaimsOfDay { as_of, horizon: self.horizon };
        let (mut money, mut undated) = (Vec::new(), Money::ZERO);
        for of_day in day.of(self.claims) {
            let claim = of_day.claim;
            let at_claim = |error: Error| error.at(of_day.at).within(Input::Claims);
            let place = |error: Error| error.unless_placed(at_claim);
            let owed = running.run(&of_day).and_then(|balance| balance.accrual.outstanding());
            let owed = Money::from_fen(owed.map_err(place)?);
            if !owed.is_positive() {
                continue;
            }
            findings
                .extend(early_promise(claim).map(|told| told.at(of_day.at).within(Input::Claims)));
            let cash = cash_day(claim, deals.get(&&claim.deal), forecast_policy).map_err(place)?;
            let Some(cash) = cash else {
                undated = undated.checked_add(owed).ok_or_else(overflow)?;
                let told = finding!(Code::OverdueNoDay, claim = claim.id, owed);
                findings.push(told.at("due").at(of_day.at).within(Input::Claims));
                continue;
            };
            let one = expected(claim, owed, cash, forecast_policy, [as_of, from]);
            money.push(one.map_err(place)?);
        }
        Ok((money, undated))
    }

    /// A period; what is left at its end is the arrears of the next.
    fn period(
        &self,
        period: Period,
        money: &[ExpectedMoney],
        releases: &[ForecastRelease],
        arrears: &mut [Money],
    ) -> Result<CashForecastPeriod> {
        let mut figures = Vec::new();
        for (kind, opening) in CollectionKind::ALL.into_iter().zip(arrears.iter_mut()) {
            let own = || money.iter().filter(move |one| one.kind == kind);
            let due = own().filter(|one| period.has(one.due)).map(|one| one.owed);
            let comes = own().filter(|one| period.has(one.on)).map(|one| one.amount);
            let row = Figures {
                opening: *opening,
                due: Money::sum(due)?,
                expected: Money::sum(comes)?,
                actual: self.actual(kind, period, false)?,
                known: self.actual(kind, period, true)?,
            };
            *opening = row.closing()?;
            figures.push(row);
        }
        let rows = figures.iter().zip(CollectionKind::ALL).map(|(row, kind)| row.row(Some(kind)));
        let sales = self.sales.iter().filter(|sales| period.has(sales.on)).map(first_payments);
        let sales = sales.collect::<Result<Vec<_>>>()?;
        let released = releases.iter().filter(|release| period.has(release.on));
        Ok(CashForecastPeriod {
            from: period.from,
            to: period.to,
            rows: rows.collect::<Result<_>>()?,
            total: Figures::sum(&figures)?.row(None)?,
            sales: Money::sum(sales)?,
            released: Money::sum(released.map(|release| release.amount))?,
        })
    }

    /// What came in of a kind in a period that has passed: for all claims, or for those that there were on
    /// the day.
    fn actual(
        &self,
        kind: CollectionKind,
        period: Period,
        is_known_alone: bool,
    ) -> Result<Option<Money>> {
        let Some(until) = self.actual_until.filter(|until| period.to <= *until) else {
            return Ok(None);
        };
        let day = ClaimsOfDay { as_of: self.as_of, horizon: self.horizon };
        let claims = self.claims.iter().filter(|claim| {
            CollectionKind::of(claim.category()) == kind && (!is_known_alone || day.has(claim))
        });
        let payments = claims.flat_map(|claim| &claim.payments).filter(|payment| {
            let reversed = payment.reversed.as_ref().is_some_and(|one| one.on <= until);
            period.has(payment.on) && !payment.credit && !reversed
        });
        Money::sum(payments.map(|payment| payment.amount)).map(Some)
    }
}

/// What planned sales bring first, half up to the fen.
fn first_payments(sales: &PlannedSales) -> Result<Money> {
    let units = Unrounded::new(Wide::from(i64::from(sales.units)), Wide::ONE)?;
    let total = Unrounded::from(sales.average_total).mul(&units)?;
    Rounding::FEN.round(&total.mul(&Unrounded::from(sales.first_payment_share))?)
}

fn totals(periods: &[CashForecastPeriod]) -> Result<ForecastTotals> {
    let sum = |of: fn(&CashForecastPeriod) -> Money| Money::sum(periods.iter().map(of));
    let known = || periods.iter().filter_map(|period| Some((period.total.actual?, period)));
    let has_actual = known().next().is_some();
    let actual = Money::sum(known().map(|(actual, _)| actual))?;
    let actual_known = Money::sum(known().filter_map(|(_, period)| period.total.actual_known))?;
    let deviation = Money::sum(known().filter_map(|(_, period)| period.total.deviation))?;
    Ok(ForecastTotals {
        opening: periods.first().map_or(Money::ZERO, |period| period.total.opening),
        due: sum(|period| period.total.due)?,
        expected: sum(|period| period.total.expected)?,
        closing: periods.last().map_or(Money::ZERO, |period| period.total.closing),
        sales: sum(|period| period.sales)?,
        released: sum(|period| period.released)?,
        actual: has_actual.then_some(actual),
        actual_known: has_actual.then_some(actual_known),
        deviation: has_actual.then_some(deviation),
    })
}
