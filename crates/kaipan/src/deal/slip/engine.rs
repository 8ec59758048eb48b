use super::RoomSlip;
use super::wording::{chinese, english};
use crate::Time;
use crate::builder::optional_inputs;
use crate::deal::UnitStock;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::project::Unit;
use crate::project::figures::{self, Figured};

/// Writes the slip of a home that is held for a customer (选房确认, handbook §5.14).
///
/// ```
/// use kaipan::deal::{RoomConfirmation, RoomSlipWriting, UnitStock};
/// let hold = RoomConfirmation::new("K1", "李四", "2026-09-08T10:30:00".parse()?);
/// let stock = UnitStock::new("3-1-1802").with_hold(hold);
/// let now = "2026-09-08T10:00:00".parse()?;
/// let slip = RoomSlipWriting::new(&stock, now).customer_name("张三").slip()?;
/// assert_eq!(slip.minutes_left, Some(30));
/// assert!(slip.text_zh.contains("客户：张三"));
/// assert_eq!(slip.findings.len(), 1, "it has no price");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct RoomSlipWriting<'a> {
    stock: &'a UnitStock,
    now: Time,
    unit: Option<&'a Unit>,
    project: Option<&'a str>,
    customer_name: Option<&'a str>,
    phone: Option<&'a str>,
    agent_name: Option<&'a str>,
    seller: Option<&'a str>,
}

impl<'a> RoomSlipWriting<'a> {
    /// The slip of a unit at a moment.
    pub const fn new(stock: &'a UnitStock, now: Time) -> RoomSlipWriting<'a> {
        let (unit, project, customer_name, phone) = (None, None, None, None);
        let (agent_name, seller) = (None, None);
        RoomSlipWriting { stock, now, unit, project, customer_name, phone, agent_name, seller }
    }

    optional_inputs! {
        /// The home: where it is, areas, list price.
        unit: &'a Unit;
        /// Name of the project.
        project: &'a str;
        /// Name of the customer.
        customer_name: &'a str;
        /// Their phone, as it is to be shown.
        phone: &'a str;
        /// Name of the sales agent.
        agent_name: &'a str;
        /// Who writes.
        seller: &'a str;
    }

    /// The slip. One without a price is told, and so are figures of the home that do not go together.
    ///
    /// # Errors
    /// [`Code::DealSlipNoHold`] of a unit that is held for nobody, [`Code::DealSlipLapsed`] of a hold that
    /// has lapsed, [`Code::DealSlipOtherUnit`] of a home that is another unit.
    pub fn slip(&self) -> Result<RoomSlip> {
        let mut errors = Vec::new();
        let unit_no = &self.stock.unit_no;
        if let Some(unit) = self.unit.filter(|unit| unit.unit_no != *unit_no) {
            let error = Error::new(Code::DealSlipOtherUnit).with("found", &unit.unit_no);
            errors.push(error.with("unit_no", unit_no).at("unit_no").within(Input::Unit));
        }
        let Some(hold) = &self.stock.hold else {
            let error = Error::new(Code::DealSlipNoHold).with("unit_no", unit_no);
            return Err(error.within(Input::Stock).after(errors));
        };
        if self.now >= hold.until {
            let error = Error::new(Code::DealSlipLapsed).with("unit_no", unit_no);
            let error = error.with("until", hold.until.in_words());
            errors.push(error.within(Input::Stock));
        }
        Error::collect(errors)?;
        let left = hold.until.seconds_since(self.now).checked_div(60);
        let unit = self.unit;
        let mut slip = RoomSlip {
            project: self.project.map(Into::into),
            unit_no: unit_no.clone(),
            building: unit.map(|one| one.building.clone()),
            stair: unit.and_then(|one| one.stair.clone()),
            floor: unit.map(|one| one.floor),
            layout: unit.and_then(|one| one.layout.clone()),
            building_area: unit.map(|one| one.building_area),
            inside_area: unit.and_then(|one| one.inside_area),
            list_price: unit.and_then(|one| one.list_price),
            list_total: unit.and_then(|one| one.list_total.or(one.entered_total)),
            customer: hold.customer.clone(),
            customer_name: self.customer_name.map(Into::into),
            phone: self.phone.map(Into::into),
            agent: hold.agent.clone(),
            agent_name: self.agent_name.map(Into::into),
            written_at: self.now,
            until: hold.until,
            minutes_left: left.and_then(|minutes| u32::try_from(minutes).ok()),
            text_zh: String::new(),
            text_en: String::new(),
            findings: Vec::new(),
        };
        if slip.list_price.is_none() && slip.list_total.is_none() {
            slip.findings.push(finding!(Code::DealSlipUnpriced, unit_no).within(Input::Unit));
        }
        slip.findings.extend(unit.into_iter().flat_map(odd_figures));
        slip.text_zh = chinese(&slip, self.seller);
        slip.text_en = english(&slip, self.seller);
        Ok(slip)
    }
}

/// Figures of a home that do not go together, and those that are far from usual.
fn odd_figures(unit: &Unit) -> Vec<Finding> {
    let mut findings = figures::of_unit(unit, Input::Unit);
    // The slip shows the total that was entered where there is no list total.
    let entered = unit.entered_total.filter(|_| unit.list_total.is_none()).zip(unit.list_price);
    let differs = entered.and_then(|(total, price)| {
        figures::differ(Figured::List, price, unit.building_area, total)
    });
    let place = |found: Finding| found.unit(&unit.unit_no).at("entered_total").within(Input::Unit);
    findings.extend(differs.map(place));
    findings
}
