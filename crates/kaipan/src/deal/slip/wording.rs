//! The text of a slip, a line a fact.

use super::RoomSlip;
use crate::error::{Lang, shown};

/// The slip in Chinese.
pub(super) fn chinese(slip: &RoomSlip, seller: Option<&str>) -> String {
    let lang = Lang::Zh;
    let place = [
        slip.building.as_ref().map(|one| name(one, lang)).map(|one| format!("楼栋：{one}")),
        slip.stair.as_ref().map(|one| name(one, lang)).map(|one| format!("单元：{one}")),
        slip.floor.map(|one| format!("楼层：{one}")),
        slip.layout.as_ref().map(|one| name(one, lang)).map(|one| format!("户型：{one}")),
    ];
    let areas = [
        slip.building_area.map(|one| format!("建筑面积：{}", said(&one, "area", lang))),
        slip.inside_area.map(|one| format!("套内面积：{}", said(&one, "area", lang))),
    ];
    let prices = [
        slip.list_price.map(|one| format!("表价单价：{}", said(&one, "price", lang))),
        slip.list_total.map(|one| format!("表价总价：{}", said(&one, "yuan", lang))),
    ];
    let customer = name(slip.customer_name.as_deref().unwrap_or(&slip.customer), lang);
    let phone =
        slip.phone.as_ref().map(|phone| name(phone, lang)).map(|phone| format!("，电话：{phone}"));
    let agent = name(slip.agent_name.as_deref().unwrap_or(&slip.agent), lang);
    let lines = [
        slip.project.as_ref().map(|one| name(one, lang)).map(|one| format!("项目：{one}")),
        Some(format!("房号：{}", name(&slip.unit_no, lang))),
        joined(&place, "，"),
        joined(&areas, "，"),
        joined(&prices, "，"),
        Some(format!("客户：{customer}{}", phone.unwrap_or_default())),
        Some(format!("置业顾问：{agent}")),
        Some(format!("保留至：{}", slip.until.in_words())),
        Some("请在此时间之前到财务交款，逾期自动失效。".to_owned()),
    ];
    let signs = "客户签名：　　　　　　　　置业顾问签名：";
    page("房号确认单", &lines, signs, seller.map(|one| name(one, lang)), slip)
}

/// The slip in English.
pub(super) fn english(slip: &RoomSlip, seller: Option<&str>) -> String {
    let lang = Lang::En;
    let place = [
        slip.building.as_ref().map(|one| name(one, lang)).map(|one| format!("building: {one}")),
        slip.stair.as_ref().map(|one| name(one, lang)).map(|one| format!("entrance: {one}")),
        slip.floor.map(|one| format!("floor: {one}")),
        slip.layout.as_ref().map(|one| name(one, lang)).map(|one| format!("layout: {one}")),
    ];
    let areas = [
        slip.building_area.map(|one| format!("building area: {}", said(&one, "area", lang))),
        slip.inside_area.map(|one| format!("inside area: {}", said(&one, "area", lang))),
    ];
    let prices = [
        slip.list_price.map(|one| format!("list price: {}", said(&one, "price", lang))),
        slip.list_total.map(|one| format!("list total: {}", said(&one, "yuan", lang))),
    ];
    let customer = name(slip.customer_name.as_deref().unwrap_or(&slip.customer), lang);
    let phone =
        slip.phone.as_ref().map(|phone| name(phone, lang)).map(|phone| format!(", phone: {phone}"));
    let agent = name(slip.agent_name.as_deref().unwrap_or(&slip.agent), lang);
    let lines = [
        slip.project.as_ref().map(|one| name(one, lang)).map(|one| format!("Project: {one}")),
        Some(format!("Unit: {}", name(&slip.unit_no, lang))),
        joined(&place, ", "),
        joined(&areas, ", "),
        joined(&prices, ", "),
        Some(format!("Customer: {customer}{}", phone.unwrap_or_default())),
        Some(format!("Sales agent: {agent}")),
        Some(format!("Held until: {}", slip.until.in_words())),
        Some("Please pay at the cashier before that time; after it the hold lapses.".to_owned()),
    ];
    let signs = "Customer: ________  Sales agent: ________";
    page("Confirmation of the room", &lines, signs, seller.map(|one| name(one, lang)), slip)
}

/// Title, lines, signatures, and who writes when.
fn page(
    title: &str,
    lines: &[Option<String>],
    signs: &str,
    seller: Option<String>,
    slip: &RoomSlip,
) -> String {
    let lines: Vec<&str> = lines.iter().flatten().map(String::as_str).collect();
    let seller = seller.map_or(String::new(), |seller| format!("{seller}\n"));
    let written = slip.written_at.in_words();
    format!("{title}\n\n{}\n\n{signs}\n\n{seller}{written}", lines.join("\n"))
}

/// What is known of a line; no line of nothing.
fn joined(parts: &[Option<String>], between: &str) -> Option<String> {
    let known: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    (!known.is_empty()).then(|| known.join(between))
}

fn said(value: &impl ToString, shape: &str, lang: Lang) -> String {
    shown(&value.to_string(), shape, lang)
}

/// A name of the host's, in quotes where it is in another language.
fn name(name: &str, lang: Lang) -> String {
    shown(name, "source", lang)
}
