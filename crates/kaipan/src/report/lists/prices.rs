//! 一房一价公示, 降价比较, 可售资源统计: homes with their prices.

use super::shared::lost_finding;
use crate::Text as Name;
use crate::deal::{Deal, DocumentKind};
use crate::error::Result;
use crate::number::{Money as Yuan, Rounding, UnitPrice as Price, Unrounded, less};
use crate::project::{Unit, UnitState};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Area, Count, Date, Money, Text, UnitPrice};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};
use std::collections::BTreeMap;

/// The price of every home, as it is shown to buyers.
pub(in crate::report) const PRICE_PUBLICATION: Spec = Spec {
    name: "price_publication",
    zh: "一房一价公示表",
    en: "One price a home",
    periods: ANY,
    due_after: &[],
    records: &["homes", "units"],
    columns: SHOWN,
    fill: Fill::List(shown),
};

const SHOWN: &[Col] = &[
    col("project", "项目", "project", Text),
    col("building", "楼栋", "building", Text),
    col("unit", "房号", "unit", Text),
    col("layout", "户型", "layout", Text),
    col("area", "建筑面积", "building area", Area).sum(),
    col("inside_area", "套内面积", "inside area", Area).sum(),
    col("unit_price", "建筑面积单价", "price of building area", UnitPrice),
    col("inside_price", "套内面积单价", "price of inside area", UnitPrice),
    col("total", "总价（含税）", "total with VAT", Money).sum(),
    col("filed_price", "备案单价", "filed price", UnitPrice),
    col("filed_total", "备案总价", "filed total", Money).sum(),
    col("state", "销售状态", "state", Text),
    col("permit", "预售许可证", "presale permit", Text),
    col("valid_until", "有效期至", "valid until", Date),
];

/// Who bought dearer than the same home, or one like it, costs today.
pub(in crate::report) const PRICE_CUTS: Spec = Spec {
    name: "price_cuts",
    zh: "降价比较表",
    en: "Buyers and today's prices",
    periods: ANY,
    due_after: &[],
    records: &["homes", "events", "units", "customers"],
    columns: CUTS,
    fill: Fill::List(cuts),
};

const CUTS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("customer", "客户", "customer", Text).personal(),
    col("subscribed_on", "认购日期", "subscribed on", Date),
    col("area", "面积", "area", Area).sum(),
    col("deal_price", "成交单价", "deal price", UnitPrice).personal(),
    col("deal_total", "成交总价", "deal total", Money).sum().personal(),
    col("compared_unit", "比较房号", "compared with", Text),
    col("today_price", "今日单价", "price today", UnitPrice),
    col("today_total", "按今日单价总价", "total by the price today", Money).sum().personal(),
    col("difference", "差额", "difference", Money).sum().personal(),
    col("dearer_by", "买贵金额", "bought dearer by", Money).sum().personal(),
    col("agent", "置业顾问", "agent", Text),
];

/// What may be sold under every presale permit.
pub(in crate::report) const SALEABLE_BY_PERMIT: Spec = Spec {
    name: "saleable_by_permit",
    zh: "可售资源统计表",
    en: "What may be sold, by permit",
    periods: ANY,
    due_after: &[],
    records: &["homes", "permits", "units"],
    columns: PERMITS,
    fill: Fill::Own(permits),
};

const PERMITS: &[Col] = &[
    col("project", "项目", "project", Text),
    col("permit", "预售许可证", "presale permit", Text),
    col("issued_on", "发证日期", "issued on", Date),
    col("units", "总套数", "units", Count).sum(),
    col("area", "总面积", "area", Area).sum(),
    col("value", "总货值", "list value", Money).sum(),
    col("saleable", "可售套数", "units to be sold", Count).sum(),
    col("saleable_area", "可售面积", "area to be sold", Area).sum(),
    col("saleable_value", "可售货值", "list value to be sold", Money).sum(),
    col("taken", "已售套数", "units sold", Count).sum(),
    col("taken_area", "已售面积", "area sold", Area).sum(),
    col("taken_value", "已售货值", "list value sold", Money).sum(),
];

const FEN: Rounding = Rounding::FEN;

/// The list total of a home: as it is given, or price × area.
fn total(home: &Unit) -> Result<Option<Yuan>> {
    if let Some(total) = home.list_total.or(home.entered_total) {
        return Ok(Some(total));
    }
    home.list_price.map(|price| times(price, home.building_area)).transpose()
}

fn times(price: Price, area: crate::number::Area) -> Result<Yuan> {
    FEN.round(&Unrounded::from(price).mul(&Unrounded::from(area))?)
}

/// A price per m² with 2 decimals.
fn per(total: Yuan, area: Option<crate::number::Area>) -> Result<Option<Price>> {
    let Some(area) = area.filter(|area| area.is_positive()) else { return Ok(None) };
    let price = Unrounded::from(total).div(&Unrounded::from(area))?;
    crate::kpi::number(&price, 2)?.to_string().parse().map(Some)
}

/// The homes in scope with the nodes where they stand, and how many stand nowhere.
fn in_scope<'s>(scene: &'s Scene<'_>) -> (Vec<(&'s Unit, Option<&'s Name>)>, u32) {
    let (mut lost, mut all) = (0, Vec::new());
    for home in &scene.records.homes {
        let node = scene.unit(Some(&home.unit_no)).map(|unit| &unit.node);
        if scene.counts(node, scene.as_of, &mut lost) {
            all.push((home, node));
        }
    }
    (all, lost)
}

fn state(state: UnitState) -> ReportCell {
    let zh = state.chinese().first().copied().unwrap_or_default();
    ReportCell::said(zh, state.word().replace('_', " "))
}

fn shown(scene: &Scene<'_>) -> Result<Listing> {
    let (homes, lost) = in_scope(scene);
    let mut drafts = Vec::with_capacity(homes.len());
    for (home, node) in homes {
        let total = total(home)?;
        let price = match (home.list_price, total) {
            (Some(price), _) => Some(price),
            (None, Some(total)) => per(total, Some(home.building_area))?,
            (None, None) => None,
        };
        let inside = total.map(|total| per(total, home.inside_area)).transpose()?.flatten();
        let filed = match (home.filed_total, home.filed_price) {
            (Some(total), _) => Some(total),
            (None, Some(price)) => Some(times(price, home.building_area)?),
            (None, None) => None,
        };
        let cells = vec![
            ReportCell::shown(scene.project_name(node, scene.as_of)),
            ReportCell::shown(Some(&home.building)),
            ReportCell::shown(Some(&home.unit_no)),
            ReportCell::shown(home.layout.as_ref()),
            ReportCell::square(Some(home.building_area)),
            ReportCell::square(home.inside_area),
            ReportCell::priced(price),
            ReportCell::priced(inside),
            ReportCell::yuan(total),
            ReportCell::priced(home.filed_price),
            ReportCell::yuan(filed),
            state(home.state),
            ReportCell::shown(home.permit.as_ref()),
            ReportCell::day(scene.records.prices_until),
        ];
        drafts.push(Draft::new(cells).of(node, None));
    }
    Ok(Listing { drafts, findings: lost_finding(lost), ..Listing::default() })
}

/// The home that a deal is compared with: its own, else the nearest of the same layout and product.
fn compared<'s>(scene: &'s Scene<'_>, deal: &Deal) -> Option<&'s Unit> {
    let own = scene.home(deal.unit_no.as_ref())?;
    let has_price = |home: &Unit| home.list_price.is_some() || home.list_total.is_some();
    if has_price(own) {
        return Some(own);
    }
    let alike = scene.records.homes.iter().filter(|home| {
        let same = home.layout == own.layout && home.product_type == own.product_type;
        same && has_price(home)
    });
    alike.min_by_key(|home| {
        let far = home.building != own.building;
        let area = home.building_area.ten_thousandths();
        let area = area.saturating_sub(own.building_area.ten_thousandths()).saturating_abs();
        (far, home.floor.saturating_sub(own.floor).saturating_abs(), area, &home.unit_no)
    })
}

fn cuts(scene: &Scene<'_>) -> Result<Listing> {
    let mut drafts = Vec::new();
    for deal in scene.deals_inside().filter(|deal| deal.active().is_some()) {
        let bought = Scene::opened(deal, DocumentKind::Subscription)
            .or_else(|| Scene::opened(deal, DocumentKind::Contract));
        let (Some(price), Some(bought)) = (&deal.price, bought) else { continue };
        let node = scene.node_of(deal);
        let home = compared(scene, deal);
        let today = match home {
            Some(home) => match (home.list_price, total(home)?) {
                (Some(price), _) => Some(price),
                (None, Some(total)) => per(total, Some(home.building_area))?,
                (None, None) => None,
            },
            None => None,
        };
        // The same home costs its list total; another is taken by its price.
        let own = home.filter(|home| deal.unit_no.as_ref() == Some(&home.unit_no));
        let today_total = match (own, today) {
            (Some(home), _) => total(home)?,
            (None, Some(today)) => Some(times(today, price.area)?),
            (None, None) => None,
        };
        let difference = today_total.map(|today| less(price.deal_total, today)).transpose()?;
        let dearer = difference.map(|by| if by.is_negative() { Yuan::ZERO } else { by });
        let cells = vec![
            ReportCell::shown(scene.project_name(node, scene.as_of)),
            ReportCell::shown(deal.unit_no.as_ref()),
            ReportCell::shown(scene.customer_name(deal.first_buyer())),
            ReportCell::day(Some(bought)),
            ReportCell::square(Some(price.area)),
            ReportCell::priced(Some(price.deal_price)),
            ReportCell::yuan(Some(price.deal_total)),
            ReportCell::shown(home.map(|home| &home.unit_no)),
            ReportCell::priced(today),
            ReportCell::yuan(today_total),
            ReportCell::yuan(difference),
            ReportCell::yuan(dearer),
            ReportCell::shown(deal.agent.as_ref()),
        ];
        drafts.push(Draft::new(cells).of(node, deal.agent.as_ref()).deal(Some(&deal.id)));
    }
    Ok(drafts.into())
}

/// Units, area and list value.
#[derive(Default, Clone, Copy)]
struct Stock {
    units: usize,
    area: crate::number::Area,
    value: Yuan,
}

impl Stock {
    fn add(&mut self, home: &Unit, value: Option<Yuan>) -> Result<()> {
        self.units = self.units.saturating_add(1);
        let area = self.area.checked_add(home.building_area);
        self.area = area.ok_or_else(crate::number::overflow)?;
        self.value = crate::number::plus(self.value, value.unwrap_or(Yuan::ZERO))?;
        Ok(())
    }

    fn cells(self) -> [ReportCell; 3] {
        let (area, money) = (self.area, self.value);
        [ReportCell::counted(self.units), ReportCell::Area { area }, ReportCell::Money { money }]
    }
}

/// Node and permit; what has none comes last.
type OfPermit<'s> = (Option<&'s Name>, bool, Option<&'s Name>);

fn permits(scene: &Scene<'_>) -> Result<Listing> {
    let (homes, lost) = in_scope(scene);
    let mut groups: BTreeMap<OfPermit<'_>, [Stock; 3]> = BTreeMap::new();
    for (home, node) in homes {
        if !scene.sight(node, None).reports {
            continue;
        }
        let permit = home.permit.as_ref();
        let in_force = permit.is_some_and(|number| {
            let mut known = scene.records.permits.iter();
            known.find(|one| one.number == *number).is_none_or(|one| one.in_force(scene.as_of))
        });
        let [all, saleable, taken] = groups.entry((node, permit.is_none(), permit)).or_default();
        let value = total(home)?;
        all.add(home, value)?;
        if home.state.in_active_deal() {
            taken.add(home, value)?;
        } else if in_force {
            saleable.add(home, value)?;
        }
    }
    let drafts = groups.into_iter().map(|((node, _, permit), stocks)| {
        let mut known = scene.records.permits.iter();
        let known = known.find(|one| Some(&one.number) == permit);
        let mut cells = vec![
            ReportCell::shown(scene.project_name(node, scene.as_of)),
            permit.map_or(ReportCell::said("无许可证", "no permit"), |permit| {
                ReportCell::shown(Some(permit))
            }),
            ReportCell::day(known.map(|one| one.issued_on)),
        ];
        cells.extend(stocks.into_iter().flat_map(Stock::cells));
        Draft::new(cells).of(node, None)
    });
    let drafts = drafts.collect();
    Ok(Listing { drafts, findings: lost_finding(lost), ..Listing::default() })
}
