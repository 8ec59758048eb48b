//! The columnar path: a scheme compiled into integer tables, run over columns of units.
//!
//! [`CompiledScheme::compile`] looks every factor up once and gives each unit one small code a
//! factor. Prices of all combinations of codes are then computed ahead, by the same exact
//! arithmetic as the explained path, so that a unit costs a table look-up, a multiplication and a
//! rounding in 64 bits. What does not fit that (too many combinations, gift area, very large
//! numbers, amounts below the rounding place) goes through the exact arithmetic row by row. Either
//! way the fen are those of [`super::table`], and nothing is allocated for a unit.

mod axis;
mod kernel;
mod run;
mod scale;
mod whole;

pub use axis::{Axis, AxisKey};
pub use run::ColumnSums;
pub use whole::{WholeColumns, WholeNumber};

use super::arithmetic::Arithmetic;
use super::floors::FloorIndex;
use super::resolve::resolve;
use super::scheme::{AreaBasis, PricingScheme};
use crate::error::{At, Code, Error, Finding, Input, Result, Severity};
use crate::number::{Fraction, UnitPrice};
use crate::project::{Names, Unit};
use kernel::Kernel;

/// A pricing scheme compiled for columns of units.
///
/// ```
/// use kaipan::pricing::{CompiledScheme, PricedColumns, PricingScheme};
/// use kaipan::project::Unit;
/// let unit = Unit {
///     unit_no: "101".into(), building: "1".into(), floor: 1, line: "01".into(),
///     building_area: "121.50".parse()?, ..Unit::default()
/// };
/// let scheme = PricingScheme {
///     code: "A".into(), base_price: Some("12345".parse()?), ..PricingScheme::default()
/// };
/// let (compiled, columns) = CompiledScheme::compile(&scheme, &[unit])?;
/// let (mut unit_prices, mut totals) = ([0], [0]);
/// let sums = compiled.price(
///     &columns.view(),
///     PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals },
/// )?;
/// assert_eq!((unit_prices[0], totals[0]), (1_234_500, 149_991_800)); // fen
/// assert_eq!(sums.total.to_string(), "1499918.00");
/// assert_eq!(sums.average()?, Some("12345.00".parse()?));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Clone)]
pub struct CompiledScheme {
    scheme: PricingScheme,
    arithmetic: Arithmetic,
    axes: Vec<Axis>,
    /// Spot adjustment of each code of the last axis.
    spots: Vec<UnitPrice>,
    base: Fraction,
    kernel: Option<Kernel>,
    findings: Vec<Finding>,
}

/// Units as columns: one code a unit for every axis, and areas.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// One column an axis, in the order of [`CompiledScheme::axes`].
    pub codes: Vec<Vec<u16>>,
    /// Areas that prices are per, in 0.0001 m².
    pub areas: Vec<i64>,
    /// Gift areas in 0.0001 m²; empty if the scheme does not charge them.
    pub gift_areas: Vec<i64>,
    /// Lump sums in fen; empty if the scheme has none.
    pub lump_sums: Vec<i64>,
}

/// Borrowed columns: what [`CompiledScheme::price`] reads.
#[derive(Debug, Clone, Copy)]
pub struct ColumnsView<'a, C> {
    /// One column an axis.
    pub codes: &'a [C],
    /// Areas in 0.0001 m².
    pub areas: &'a [i64],
    /// Gift areas in 0.0001 m², or empty.
    pub gift_areas: &'a [i64],
    /// Lump sums in fen, or empty.
    pub lump_sums: &'a [i64],
}

/// Where prices are written: one element a unit.
#[derive(Debug)]
pub struct PricedColumns<'a> {
    /// Unit prices in fen per m² of the area basis.
    pub unit_prices: &'a mut [i64],
    /// Totals in fen.
    pub totals: &'a mut [i64],
}

/// Sums over all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnTotals {
    /// Rows priced.
    pub units: u64,
    /// Σ area of the area basis, m².
    pub area: crate::number::Area,
    /// Σ total, yuan.
    pub total: crate::number::Money,
}

impl ColumnTotals {
    /// Σ total ÷ Σ area, half up to 0.01 (handbook §2.6), as the summaries of a price table have it;
    /// `None` without area.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`].
    pub fn average(&self) -> Result<Option<UnitPrice>> {
        let per_area = || super::price::per_area(self.total, self.area);
        self.area.is_positive().then(per_area).transpose()
    }
}

impl Columns {
    /// The columns, borrowed.
    #[must_use]
    pub fn view(&self) -> ColumnsView<'_, Vec<u16>> {
        ColumnsView {
            codes: &self.codes,
            areas: &self.areas,
            gift_areas: &self.gift_areas,
            lump_sums: &self.lump_sums,
        }
    }
}

impl CompiledScheme {
    /// Compiles a scheme for these units and turns them into columns, in their order.
    ///
    /// Floors that exist are taken from these units. The units need not be in the scheme's scope:
    /// the caller has chosen them.
    ///
    /// # Errors
    /// Schemes that cannot price (see [`super::table`]); [`Code::PricingColumnScheme`] for schemes
    /// priced per unit or with overrides, whose prices do not come from factors, and for factors
    /// of more than 65,535 values; [`Code::PricingNoBase`] without a base price. Columns have no
    /// place for findings, so what is a violation in a price table is refused here: values of
    /// factors and names in selections that no unit has, or has in another spelling, and shares
    /// that are almost surely in a wrong scale.
    pub fn compile(scheme: &PricingScheme, units: &[Unit]) -> Result<(CompiledScheme, Columns)> {
        super::validate::one_scheme(scheme).within(Input::Scheme)?;
        let base = priced_by_factors(scheme).within(Input::Scheme)?;
        let members: Vec<&Unit> = units.iter().collect();
        let mut resolved =
            resolve(scheme, &members, &FloorIndex::new(units)).within(Input::Scheme)?;
        let findings = findings(scheme, units, resolved.findings.drain(..));
        let violations = findings.iter().filter(|f| f.severity == Severity::Violation);
        Error::collect(violations.map(Finding::to_error).collect())?;
        let arithmetic = Arithmetic::new(scheme, &resolved).within(Input::Scheme)?;
        let (axes, spots, codes) = axis::axes(scheme, &resolved, &members).within(Input::Scheme)?;
        let mut columns = Columns { codes, ..Columns::default() };
        for (at, unit) in units.iter().enumerate() {
            let area = arithmetic.area(unit).at(at).within(Input::Units)?;
            columns.areas.push(area.ten_thousandths());
        }
        if scheme.gift.is_some() {
            let gift = |unit: &Unit| unit.gift_area.unwrap_or_default().ten_thousandths();
            columns.gift_areas = units.iter().map(gift).collect();
        }
        if !scheme.lump_sums.is_empty() {
            columns.lump_sums = resolved.lump_sums.iter().map(|sum| sum.fen()).collect();
        }
        let scheme = scheme.clone();
        let base = Fraction::from(base);
        let mut compiled = CompiledScheme {
            scheme,
            arithmetic,
            axes,
            spots,
            base: base.clone(),
            kernel: None,
            findings,
        };
        compiled.set_base(base)?;
        Ok((compiled, columns))
    }

    /// Changes the base price, such as to one that a target was solved to; codes stay the same.
    ///
    /// # Errors
    /// [`Code::PricingNotPositive`] for a base that is not above zero, [`Code::NumberTooWide`] for a
    /// fraction that cannot be carried; the old base stays then.
    pub fn set_base(&mut self, base: Fraction) -> Result<()> {
        let base = base.reduced()?;
        if !base.is_positive() {
            return Err(Error::new(Code::PricingNotPositive).with("price", base.to_text()?));
        }
        // Without a kernel rows are priced exactly: no moment at which the two do not agree.
        let kernel = self.kernel.take();
        let old = std::mem::replace(&mut self.base, base);
        match Kernel::fold(self) {
            Ok(folded) => {
                self.kernel = folded;
                Ok(())
            }
            Err(error) => {
                self.base = old;
                self.kernel = kernel;
                Err(error)
            }
        }
    }

    /// What a person should read about the scheme and the units it was compiled for.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The axes: one for every factor, and a last one for spot adjustments.
    #[must_use]
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }

    /// Whether all combinations of codes were priced ahead, so that rows cost a look-up.
    #[must_use]
    pub fn is_folded(&self) -> bool {
        self.kernel.is_some()
    }
}

/// Findings about a scheme and its units.
fn findings(
    scheme: &PricingScheme,
    units: &[Unit],
    resolved: impl Iterator<Item = Finding>,
) -> Vec<Finding> {
    let mut names = Names::new(units);
    let told = super::references::of_parts(scheme, &mut names);
    let told = resolved.chain(told).map(|finding| finding.within(Input::Scheme));
    let mut all: Vec<Finding> = told.collect();
    // The units are an input of their own here.
    let units = |mut finding: Finding| {
        finding.path = Some(Input::Units.into());
        finding
    };
    all.extend(names.take_alike().into_iter().map(units));
    all
}

/// The base price of a scheme whose prices come from factors alone.
fn priced_by_factors(scheme: &PricingScheme) -> Result<UnitPrice> {
    if scheme.area_basis == AreaBasis::PerUnit {
        return Err(refuse("按套计价的总价是录入的", "totals of a per-unit scheme are entered")
            .at("area_basis"));
    }
    if !scheme.overrides.is_empty() {
        return Err(refuse("有手工改价", "it has prices set by hand").at("overrides"));
    }
    scheme.base_price.ok_or_else(|| scheme.error(Code::PricingNoBase).at("base_price"))
}

fn refuse(zh: &str, en: &str) -> Error {
    Error::new(Code::PricingColumnScheme).with("detail_zh", zh).with("detail_en", en)
}
