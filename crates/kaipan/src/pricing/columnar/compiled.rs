//! Compiling a scheme: every factor looked up once, all combinations priced ahead.

use super::axis::{Axis, axes, refuse};
use super::columns::Columns;
use super::kernel::Kernel;
use crate::error::{At, Code, Error, Finding, Input, Result, Severity};
use crate::number::{UnitPrice, Unrounded};
use crate::pricing::book::{FloorIndex, references, resolve};
use crate::pricing::price::{Arithmetic, Pricer};
use crate::pricing::scheme::{AreaBasis, PricingScheme, check_one};
use crate::project::{Names, Unit};

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
    pub(super) scheme: PricingScheme,
    pub(super) arithmetic: Arithmetic,
    pub(super) axes: Vec<Axis>,
    /// Spot adjustment of each code of the last axis.
    pub(super) spots: Vec<UnitPrice>,
    pub(super) base: Unrounded,
    pub(super) kernel: Option<Kernel>,
    findings: Vec<Finding>,
}

impl CompiledScheme {
    /// Compiles a scheme for these units and turns them into columns, in their order.
    ///
    /// Floors that exist are taken from these units. The units need not be in the scheme's scope:
    /// the caller has chosen them.
    ///
    /// # Errors
    /// Schemes that cannot price (see [`Trial::table`](crate::pricing::Trial::table)); [`Code::PricingColumnScheme`] for schemes
    /// priced per unit or with overrides, whose prices do not come from factors, and for factors
    /// of more than 65,535 values; [`Code::PricingNoBase`] without a base price. Columns have no
    /// place for findings, so what is a violation in a price table is refused here: values of
    /// factors and names in selections that no unit has, or has in another spelling, and shares
    /// that are almost surely in a wrong scale.
    pub fn compile(scheme: &PricingScheme, units: &[Unit]) -> Result<(CompiledScheme, Columns)> {
        check_one(scheme).within(Input::Scheme)?;
        let base = priced_by_factors(scheme).within(Input::Scheme)?;
        let members: Vec<&Unit> = units.iter().collect();
        let mut resolved =
            resolve(scheme, &members, &FloorIndex::new(units)).within(Input::Scheme)?;
        let findings = findings(scheme, units, resolved.findings.drain(..));
        let violations = findings.iter().filter(|f| f.severity == Severity::Violation);
        Error::collect(violations.map(Finding::to_error).collect())?;
        let arithmetic = Arithmetic::new(scheme, &resolved).within(Input::Scheme)?;
        let (axes, spots, codes) = axes(scheme, &resolved, &members).within(Input::Scheme)?;
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
        let base = Unrounded::from(base);
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
    pub fn set_base(&mut self, base: Unrounded) -> Result<()> {
        let base = base.reduced()?;
        if !base.is_positive() {
            return Err(Error::new(Code::PricingNotPositive).with("price", base.to_text()?));
        }
        // Without a kernel rows are priced exactly: no moment at which the two do not agree.
        let kernel = self.kernel.take();
        let old = std::mem::replace(&mut self.base, base);
        let pricer = Pricer::new(&self.scheme, &self.arithmetic, &self.base);
        match pricer.and_then(|pricer| Kernel::fold(&pricer, &self.axes, &self.spots)) {
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
    let told = references::of_parts(scheme, &mut names);
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
