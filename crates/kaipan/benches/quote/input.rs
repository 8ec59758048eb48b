//! The one input of both: requests for `quote.make`, and the same in the peer's own types.

use super::plain;
use chrono::NaiveDate;
use kaipan::discount::{Discount, DiscountKind, DiscountReason};
use kaipan::fee::{BuyerKind, FeeBasis, FeeCategory, FeeRow, FeeRule, PropertyUse};
use kaipan::number::{Area, Mode, Money, Rate};
use kaipan::payment::loan::{LoanConvention, LoanRate, RepaymentMethod};
use kaipan::payment::{Anchor, DownPaymentPolicy, LineAmount, LoanRule, PaymentPlan, PlanLine};
use kaipan::quote::{LoanOffer, Quote, QuoteCase, QuoteChoice, Quoting, SalesPolicies};
use kaipan::{Date, Text};
use rust_decimal::Decimal;
use std::fmt::Display;

type Failure = Box<dyn std::error::Error>;

/// What a quote is made from.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct Request {
    pub(crate) policies: SalesPolicies,
    pub(crate) case: QuoteCase,
    choice: QuoteChoice,
}

impl Request {
    pub(crate) fn quote(&self) -> kaipan::Result<Quote> {
        Quoting::new(&self.policies, &self.case).quote(&self.choice)
    }
}

/// So many requests under the same policies: homes, dates and buyers differ. With terms for the
/// loan its months are computed, too.
pub(crate) fn requests(count: usize, loan: bool) -> Result<Vec<Request>, Failure> {
    let mut first: Request = serde_json::from_str(include_str!("request.json"))?;
    if loan {
        first.policies.commercial_loan = Some(LoanOffer {
            rate: LoanRate::Annual { annual: Rate::from_millionths(35_000) },
            repayment: RepaymentMethod::EqualInstalment,
            convention: LoanConvention::CentSchedule,
            months: None,
        });
    }
    (0..count).map(|at| varied(&first, at)).collect()
}

fn varied(first: &Request, at: usize) -> Result<Request, Failure> {
    let mut request = first.clone();
    // The first one stays as it is: example 3-A of the handbook.
    if at == 0 {
        return Ok(request);
    }
    let draw = |prime: usize, limit: usize| i64::try_from(at * prime % limit).unwrap_or(0);
    let case = &mut request.case;
    let area = 8_900 + draw(37, 6_600);
    case.unit.unit_no = Text::of(format_args!("3-{}-{:04}", at % 4 + 1, at));
    case.unit.building_area = Area::from_ten_thousandths(area * 100);
    case.unit.inside_area = Some(Area::from_ten_thousandths(area * 80));
    // From 11,800.00 to 12,499.99 a m².
    let price = 1_180_000 + draw(7_919, 70_000);
    case.unit.list_price = format!("{}.{:02}", price / 100, price % 100).parse().ok();
    case.unit.list_total = Some(Money::from_fen((price * area + 50) / 100));
    let day: Date = format!("2026-11-{:02}", at % 24 + 1).parse()?;
    case.as_of = day;
    case.facts.subscription_date = day;
    case.facts.agreed_signing_date = day.add_days(7);
    for buyer in &mut case.buyers {
        buyer.home_count = u32::try_from(at % 3 + 1).ok();
    }
    Ok(request)
}

/// The request in the peer's types.
pub(crate) fn plain(request: &Request) -> Result<plain::Request, Failure> {
    Ok(plain::Request {
        policies: policies(&request.policies)?,
        case: case(&request.case)?,
        choice: plain::Choice {
            plan: request.choice.plan.to_string(),
            discounts: request.choice.discounts.iter().map(|one| one.code.to_string()).collect(),
        },
    })
}

pub(crate) fn decimal(value: impl Display) -> Result<Decimal, Failure> {
    Ok(value.to_string().parse()?)
}

fn date(date: Date) -> Result<NaiveDate, Failure> {
    date.to_string().parse().map_err(|error: chrono::ParseError| error.to_string().into())
}

fn some<T, U>(
    value: Option<T>,
    into: impl Fn(T) -> Result<U, Failure>,
) -> Result<Option<U>, Failure> {
    value.map(into).transpose()
}

fn all<T, U>(list: &[T], into: impl Fn(&T) -> Result<U, Failure>) -> Result<Vec<U>, Failure> {
    list.iter().map(into).collect()
}

fn texts(list: &[Text]) -> Vec<String> {
    list.iter().map(Text::to_string).collect()
}

fn policies(from: &SalesPolicies) -> Result<plain::Policies, Failure> {
    let scheme = &from.discounts;
    let authority = from.authority.as_ref().ok_or("no authority table")?;
    let filed = from.rules.filed.as_ref().ok_or("no filed-price rule")?;
    let fees = from.fees.as_ref().ok_or("no fees")?;
    let Some(DownPaymentPolicy::Table { rows }) = &from.min_down_payment else {
        return Err("no table of down payments".into());
    };
    Ok(plain::Policies {
        code: from.code.to_string(),
        version: from.version.clone().map(String::from),
        valid_from: some(from.valid_from, date)?,
        valid_to: some(from.valid_to, date)?,
        scheme: plain::Scheme {
            code: scheme.code.to_string(),
            version: scheme.version.clone().map(String::from),
            valid_from: some(scheme.valid_from, date)?,
            valid_to: some(scheme.valid_to, date)?,
            discounts: all(&scheme.discounts, discount)?,
        },
        plans: all(&from.plans, plan)?,
        authority: all(&authority.rules, |rule| {
            Ok(plain::Role {
                role: rule.role.to_string(),
                role_en: rule.role_en.clone().ok_or("a role without English")?.to_string(),
                min_effective: decimal(rule.min_effective.ok_or("a role without limit")?)?,
                may_break_floor: rule.may_break_floor,
            })
        })?,
        authority_version: authority.version.clone().map(String::from),
        filed_up: decimal(filed.up)?,
        filed_down: decimal(filed.down.ok_or("no lower end of the band")?)?,
        down_payment: all(rows, |row| {
            let (from, ratio) = (date(row.from)?, decimal(row.ratio)?);
            Ok(plain::DownPaymentRow { from, ratio, source: row.source.clone().map(String::from) })
        })?,
        loan: some(from.commercial_loan.as_ref(), |offer| match offer.rate {
            LoanRate::Annual { annual } => Ok(plain::LoanOffer { annual: decimal(annual)? }),
            _ => Err("a rate that is not given".into()),
        })?,
        fees: all(&fees.rules, fee_rule)?,
        fees_version: fees.version.clone().map(String::from),
        quote_days: from.quote_days.map(u64::from),
    })
}

fn discount(from: &Discount) -> Result<plain::Discount, Failure> {
    Ok(plain::Discount {
        code: from.code.to_string(),
        name: from.name.to_string(),
        name_en: from.name_en.clone().ok_or("a discount without English")?.to_string(),
        kind: match from.value {
            DiscountKind::Rate { rate } => plain::Kind::Rate(decimal(rate)?),
            DiscountKind::Points { off } => plain::Kind::Points(decimal(off)?),
            DiscountKind::TotalOff { amount } => plain::Kind::TotalOff(decimal(amount)?),
            DiscountKind::DepositMultiplier { paid, counts_as } => {
                let (paid, counts_as) = (decimal(paid)?, decimal(counts_as)?);
                plain::Kind::DepositMultiplier { paid, counts_as }
            }
            _ => return Err("a kind of discount that the peer does not have".into()),
        },
        reason: match from.reason {
            DiscountReason::PaymentMethod => plain::Reason::PaymentMethod,
            DiscountReason::OnTimeSigning => plain::Reason::OnTimeSigning,
            DiscountReason::Opening => plain::Reason::Opening,
            DiscountReason::LumpSum => plain::Reason::LumpSum,
            DiscountReason::DepositMultiplier => plain::Reason::DepositMultiplier,
            DiscountReason::Employee => plain::Reason::Employee,
            _ => return Err("a reason that the peer does not have".into()),
        },
        from: some(from.conditions.from, date)?,
        to: some(from.conditions.to, date)?,
        plans: texts(&from.conditions.plans),
        employee: from.conditions.employee,
        enabled: from.enabled,
    })
}

fn plan(from: &PaymentPlan) -> Result<plain::Plan, Failure> {
    let loan = |rule: &LoanRule| -> Result<plain::LoanRule, Failure> {
        Ok(plain::LoanRule {
            ratio: decimal(rule.ratio.ok_or("a loan without ratio")?)?,
            place: decimal(rule.place)?,
            months: rule.months.ok_or("a loan without months")?,
        })
    };
    Ok(plain::Plan {
        code: from.code.to_string(),
        name: from.name.to_string(),
        name_en: from.name_en.clone().ok_or("a plan without English")?.to_string(),
        version: from.version.clone().map(String::from),
        enabled: from.enabled,
        valid_from: some(from.valid_from, date)?,
        valid_to: some(from.valid_to, date)?,
        discounts: texts(&from.discounts),
        deposit: decimal(from.deposit.as_ref().ok_or("a plan without deposit")?.amount)?,
        loan: some(from.commercial.as_ref(), loan)?,
        lines: all(&from.lines, plan_line)?,
    })
}

fn plan_line(from: &PlanLine) -> Result<plain::PlanLine, Failure> {
    let rounding = from.rounding.unwrap_or(kaipan::number::Rounding::YUAN);
    Ok(plain::PlanLine {
        name: from.name.to_string(),
        name_en: from.name_en.clone().ok_or("a line without English")?.to_string(),
        amount: match from.amount {
            LineAmount::Ratio { ratio } => plain::LineAmount::Ratio(decimal(ratio)?),
            LineAmount::Remainder {} => plain::LineAmount::Remainder,
            LineAmount::CommercialLoan {} => plain::LineAmount::Loan,
            _ => return Err("a line that the peer does not have".into()),
        },
        anchor: anchor(&from.anchor)?,
        months: from.months,
        days: from.days,
        deduct_deposit: from.deduct_deposit,
        place: decimal(rounding.place)?,
        mode: if rounding.mode == Mode::Down { plain::Mode::Down } else { plain::Mode::HalfUp },
    })
}

fn anchor(from: &Anchor) -> Result<plain::Anchor, Failure> {
    Ok(match from {
        Anchor::SubscriptionDate {} => plain::Anchor::Subscription,
        Anchor::SigningDate {} => plain::Anchor::Signing,
        Anchor::ConstructionNode { node } => plain::Anchor::Node(node.to_string()),
        Anchor::HandoverDate {} => plain::Anchor::Handover,
        Anchor::TitleDate {} => plain::Anchor::Title,
        _ => return Err("an anchor that the peer does not have".into()),
    })
}

fn fee_rule(from: &FeeRule) -> Result<plain::FeeRule, Failure> {
    Ok(plain::FeeRule {
        code: from.code.to_string(),
        name: from.name.to_string(),
        name_en: from.name_en.clone().ok_or("a fee without English")?.to_string(),
        source: from.source.clone().map(String::from),
        category: match from.category {
            FeeCategory::Tax => plain::Category::Tax,
            _ => plain::Category::Collected,
        },
        basis: match from.basis {
            FeeBasis::PriceExVat {} => plain::Basis::PriceExVat,
            FeeBasis::ContractPrice {} => plain::Basis::ContractPrice,
            FeeBasis::SurveyedArea {} => plain::Basis::SurveyedArea,
            FeeBasis::PerUnit {} => plain::Basis::PerUnit,
            _ => return Err("a basis that the peer does not have".into()),
        },
        rows: all(&from.rows, fee_row)?,
        per_buyer: from.per_buyer,
        anchor: anchor(from.anchor.as_ref().ok_or("a fee without anchor")?)?,
        days: from.days,
        from: some(from.effective_from, date)?,
        to: some(from.effective_to, date)?,
    })
}

fn fee_row(from: &FeeRow) -> Result<plain::FeeRow, Failure> {
    let when = &from.when;
    Ok(plain::FeeRow {
        uses: when.uses.iter().copied().map(property_use).collect(),
        persons_only: when.buyers == [BuyerKind::Person],
        home: when.home_from,
        area_above: some(when.area_above, decimal)?,
        area_to: some(when.area_to, decimal)?,
        elevator: when.elevator,
        value: decimal(from.value)?,
        note: from.note.clone().map(String::from),
    })
}

fn property_use(from: PropertyUse) -> plain::PropertyUse {
    match from {
        PropertyUse::Residential => plain::PropertyUse::Residential,
        PropertyUse::NonResidential => plain::PropertyUse::NonResidential,
        PropertyUse::Parking => plain::PropertyUse::Parking,
        other => unreachable!("{other}"),
    }
}

fn case(from: &QuoteCase) -> Result<plain::Case, Failure> {
    let (unit, facts, dates) = (&from.unit, &from.facts, &from.dates);
    let buyer = from.buyers.first().ok_or("no buyer")?;
    Ok(plain::Case {
        as_of: date(from.as_of)?,
        project: from.project.clone().map(String::from),
        unit: plain::Unit {
            unit_no: unit.unit_no.to_string(),
            building: unit.building.to_string(),
            floor: unit.floor,
            layout: unit.layout.clone().map(String::from),
            orientation: unit.orientation.clone().map(String::from),
            fitout: unit.fitout.clone().map(String::from),
            building_area: decimal(unit.building_area)?,
            inside_area: some(unit.inside_area, decimal)?,
        },
        property_use: property_use(from.property_use),
        surveyed_area: some(unit.surveyed_area, decimal)?,
        list_total: decimal(unit.list_total.ok_or("no list total")?)?,
        list_unit_price: decimal(unit.list_price.ok_or("no list price")?)?,
        floor_price: some(unit.floor_price, decimal)?,
        filed_price: some(unit.filed_price, decimal)?,
        subscription: date(facts.subscription_date)?,
        agreed_signing: some(facts.agreed_signing_date, date)?,
        signing: some(facts.signing_date, date)?,
        handover: some(dates.handover, date)?,
        title: some(dates.title, date)?,
        nodes: all(&dates.nodes, |node| {
            Ok(plain::Node {
                name: node.node.to_string(),
                planned: some(node.planned, date)?,
                real: some(node.real, date)?,
            })
        })?,
        employee: facts.employee,
        sincerity_money: some(facts.sincerity_money, decimal)?,
        buyer: plain::Buyer {
            name: buyer.name.clone().map(String::from),
            person: buyer.buyer == BuyerKind::Person,
            home_count: buyer.home_count.ok_or("a buyer without count of homes")?,
        },
        vat_rate: decimal(from.vat_rate.unwrap_or(Rate::from_millionths(90_000)))?,
        elevator: from.elevator.ok_or("lift or not?")?,
    })
}
