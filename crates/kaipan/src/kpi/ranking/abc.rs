use super::listed::{ListedFigure, wrong_list};
use crate::Text;
use crate::builder::inputs;
use crate::check::Must;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::rounded::{divided, rate, whole};
use crate::number::{Figure, Mode, Rate, Unrounded, divide, overflow};
use kaipan_derive::boundary;

/// Puts figures into classes by value: the few that hold most of it are class A (ABC 分类, handbook
/// §8.6).
///
/// ```
/// use kaipan::kpi::{AbcClass, Classing, ListedFigure};
/// let values = ["500", "320", "260", "180", "120", "90", "60", "40", "20", "10"];
/// let customers: Vec<ListedFigure> = values
///     .iter()
///     .enumerate()
///     .map(|(at, value)| Ok(ListedFigure::new(format!("C{at}")).with_value(value.parse()?)))
///     .collect::<kaipan::Result<_>>()?;
/// let sheet = Classing::new(&customers).sheet()?;
/// let a = sheet.lines.iter().filter(|line| line.class == AbcClass::ClassA).count();
/// assert_eq!((a, sheet.top.count), (5, 2));
/// assert_eq!(sheet.top.share.unwrap().to_string(), "0.5125");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Classing<'a> {
    items: &'a [ListedFigure],
    a_share: Rate,
    b_share: Rate,
    top_share: Rate,
}

/// A class.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum AbcClass {
    /// A 类: the fewest that hold most.
    ClassA,
    /// B 类: the next.
    ClassB,
    /// C 类: the rest.
    ClassC,
}

/// Figures by class.
#[boundary(answer)]
pub struct AbcSheet {
    /// Every figure, the greatest first; equal ones by id.
    #[boundary(required)]
    pub lines: Vec<AbcLine>,
    /// Σ of the figures.
    pub total: Figure,
    /// How many are of class A.
    pub a_count: u32,
    /// How many are of class B.
    pub b_count: u32,
    /// How many are of class C.
    pub c_count: u32,
    /// What the greatest of them hold: 80/20.
    pub top: TopShare,
}

/// A figure with its class.
#[boundary(answer)]
pub struct AbcLine {
    /// Whose.
    pub id: Text,
    /// The figure.
    pub value: Figure,
    /// Σ up to this one.
    pub cumulative: Figure,
    /// Σ up to this one as a share of the total: 0.3125 is 31.25 %. 4 decimals, half up; absent of a total of 0.
    pub cumulative_share: Option<Rate>,
    /// Its class.
    pub class: AbcClass,
}

/// What the greatest figures hold.
#[boundary(answer)]
pub struct TopShare {
    /// How many they are: the share of the list, rounded up.
    pub count: u32,
    /// Σ of theirs.
    pub value: Figure,
    /// As a share of the total: 0.5125 is 51.25 %. 4 decimals, half up; absent of a total of 0.
    pub share: Option<Rate>,
}

impl<'a> Classing<'a> {
    /// Of figures in any order: up to 80 % of the value is class A, up to 95 % class B; the top is 20 %
    /// of the list.
    pub const fn new(items: &'a [ListedFigure]) -> Classing<'a> {
        Classing {
            items,
            a_share: Rate::from_millionths(800_000),
            b_share: Rate::from_millionths(950_000),
            top_share: Rate::from_millionths(200_000),
        }
    }

    inputs! {
        /// Class A is the fewest that hold this share; 0.8 if not given.
        a_share: Rate;
        /// Classes A and B together hold this share; 0.95 if not given.
        b_share: Rate;
        /// The top is this share of the list; 0.2 if not given.
        top_share: Rate;
    }

    /// The classes.
    ///
    /// # Errors
    /// [`Code::KpiBlank`], [`Code::KpiIdTwice`], [`Code::KpiNoValue`]; [`Code::KpiNumber`] of figures
    /// below zero and shares that are none; [`Code::KpiSharesTurned`].
    pub fn sheet(&self) -> Result<AbcSheet> {
        let mut order = self.checked()?;
        order.sort_by(|(a, one), (b, two)| two.cmp(one).then(a.cmp(b)));
        let sum = order.iter().try_fold(Figure::ZERO, |sum, (_, value)| sum.checked_add(*value));
        let total = sum.ok_or_else(overflow)?;
        let share_of = |value: Figure| divided(&value.into(), &total.into());
        let top = whole(i128::try_from(order.len()).map_err(|_| overflow())?)?
            .mul(&self.top_share.into())?;
        let top = divide(top.numerator(), top.denominator(), Mode::Up)?.to_i64();
        let top = top.and_then(|count| u32::try_from(count).ok()).ok_or_else(overflow)?;
        let mut sheet = AbcSheet {
            lines: Vec::with_capacity(order.len()),
            total,
            a_count: 0,
            b_count: 0,
            c_count: 0,
            top: TopShare { count: top, value: Figure::ZERO, share: None },
        };
        let mut cumulative = Figure::ZERO;
        for (at, (id, value)) in order.into_iter().enumerate() {
            // The one that crosses a bound belongs to the class before it.
            let before = share_of(cumulative)?.unwrap_or(Unrounded::ZERO);
            let below = |bound: Rate| before.compare(&bound.into()).map(std::cmp::Ordering::is_lt);
            let class = match (below(self.a_share)?, below(self.b_share)?) {
                (true, _) => AbcClass::ClassA,
                (false, true) => AbcClass::ClassB,
                (false, false) => AbcClass::ClassC,
            };
            cumulative = cumulative.checked_add(value).ok_or_else(overflow)?;
            let count = match class {
                AbcClass::ClassA => &mut sheet.a_count,
                AbcClass::ClassB => &mut sheet.b_count,
                AbcClass::ClassC => &mut sheet.c_count,
            };
            *count = count.saturating_add(1);
            if u32::try_from(at).is_ok_and(|at| at < top) {
                sheet.top.value = cumulative;
            }
            let cumulative_share = share_of(cumulative)?.as_ref().map(rate).transpose()?;
            sheet.lines.push(AbcLine {
                id: id.clone(),
                value,
                cumulative,
                cumulative_share,
                class,
            });
        }
        sheet.top.share = share_of(sheet.top.value)?.as_ref().map(rate).transpose()?;
        Ok(sheet)
    }

    /// The figures, if every one is there and can be.
    fn checked(&self) -> Result<Vec<(&'a Text, Figure)>> {
        let mut errors = wrong_list(self.items);
        let shares = [
            ("a_share", self.a_share, Input::AShare),
            ("b_share", self.b_share, Input::BShare),
            ("top_share", self.top_share, Input::TopShare),
        ];
        for (field, share, input) in shares {
            let wrong = Must::BePart.refused(Code::KpiNumber, field, share);
            errors.extend(wrong.map(|error| error.placed(input)));
        }
        if self.a_share > self.b_share {
            let error = Error::new(Code::KpiSharesTurned).with("low", self.a_share);
            errors.push(error.with("high", self.b_share).within(Input::BShare));
        }
        let mut figures = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.iter().enumerate() {
            let wrong = match item.value {
                Some(value) => {
                    figures.push((&item.id, value));
                    Must::NotBeNegative.refused(Code::KpiNumber, "value", value)
                }
                None => Some(Error::new(Code::KpiNoValue).with("id", &item.id).at("value")),
            };
            errors.extend(wrong.map(|error| error.at(at).within(Input::Items)));
        }
        Error::collect(errors)?;
        Ok(figures)
    }
}
