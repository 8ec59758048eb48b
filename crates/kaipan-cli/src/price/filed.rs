//! The comparison with filed prices (备案核对): what the project's rules ask of them, one sentence.

use super::View;
use super::summary::{percent, percent_of};
use crate::layout::{amount, clean, group, signed, wrap};
use crate::paint::Style;
use kaipan::error::Lang;
use kaipan::pricing::{FiledComparison, FiledPriceRule, PriceRules, PriceTable};

/// The sentence; none for a project without filed prices.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable, rules: &PriceRules) -> Vec<String> {
    let Some(filed) = &response.filed else { return Vec::new() };
    let (mut text, good) = match &rules.filed {
        _ if rules.filed_exact => equal(view.lang, filed),
        Some(rule) => within(view.lang, filed, rule),
        None => compared(view.lang, filed),
    };
    match &filed.worst {
        Some(worst) if rules.filed_exact => {
            let (most, unit_no) = (amount(worst.unit_price), clean(&worst.unit_no));
            text.push_str(&match view.lang {
                Lang::Zh => format!("，相差最多 {most} 元/㎡（{unit_no}）"),
                Lang::En => format!(", by at most {most} yuan/m² ({unit_no})"),
            });
        }
        _ => text.push_str(&farthest(view.lang, filed)),
    }
    let style = if good { Style::Good } else { Style::Plain };
    let mut out = vec![String::new()];
    out.extend(wrap(&text, view.width).iter().map(|line| view.paint.on(style, line)));
    out
}

fn counted(count: u32) -> String {
    group(&count.to_string())
}

/// Every home is sold at what was filed (一房一价).
fn equal(lang: Lang, filed: &FiledComparison) -> (String, bool) {
    let (all, same) = (counted(filed.compared), counted(filed.equal));
    let rest = filed.compared.saturating_sub(filed.equal);
    let mut text = match lang {
        Lang::Zh => format!("备案核对：{all} 套中 {same} 套与备案单价一分不差"),
        Lang::En => format!("{same} of {all} homes equal the filed price to the fen"),
    };
    if rest > 0 {
        let rest = counted(rest);
        text.push_str(&match lang {
            Lang::Zh => format!("；{rest} 套不同"),
            Lang::En => format!("; {rest} differ"),
        });
    }
    (text, rest == 0)
}

/// Prices may float around what was filed.
fn within(lang: Lang, filed: &FiledComparison, rule: &FiledPriceRule) -> (String, bool) {
    let (all, inside) = (counted(filed.compared), counted(filed.within));
    let up = percent_of(lang, rule.up);
    let band = match (lang, rule.down.map(|down| percent_of(lang, down))) {
        (Lang::Zh, Some(down)) => format!("上浮 {up}、下浮 {down}"),
        (Lang::Zh, None) => format!("上浮 {up}、下浮不限"),
        (Lang::En, Some(down)) => format!("up {up}, down {down}"),
        (Lang::En, None) => format!("up {up}, down without limit"),
    };
    let mut text = match lang {
        Lang::Zh => format!("备案核对：{all} 套中 {inside} 套在备案价浮动范围内（{band}）"),
        Lang::En => format!("{inside} of {all} homes are in the band of the filed price ({band})"),
    };
    let parts = [(filed.above, "高于上限", "above"), (filed.below, "低于下限", "below")];
    for (count, zh, en) in parts.into_iter().filter(|(count, ..)| *count > 0) {
        let count = counted(count);
        text.push_str(&match lang {
            Lang::Zh => format!("，{count} 套{zh}"),
            Lang::En => format!(", {count} {en}"),
        });
    }
    (text, filed.within == filed.compared)
}

/// How far the prices are from what was filed, on both sides.
fn farthest(lang: Lang, filed: &FiledComparison) -> String {
    let mut text = String::new();
    for found in [&filed.farthest_above, &filed.farthest_below].into_iter().flatten() {
        let between = match (lang, text.is_empty()) {
            (Lang::Zh, true) => "；离备案价最远的 ",
            (Lang::Zh, false) => "、",
            (Lang::En, true) => "; farthest from the filed price ",
            (Lang::En, false) => ", ",
        };
        let rate = percent(found.rate);
        let (off, unit_no) = (signed(&amount(found.unit_price)), clean(&found.unit_no));
        text.push_str(between);
        text.push_str(&match lang {
            Lang::Zh => format!("{rate}（{unit_no}，{off} 元/㎡）"),
            Lang::En => format!("{rate} ({unit_no}, {off} yuan/m²)"),
        });
    }
    text
}

/// No rule asks anything.
fn compared(lang: Lang, filed: &FiledComparison) -> (String, bool) {
    let all = counted(filed.compared);
    let text = match lang {
        Lang::Zh => format!("备案核对：{all} 套有备案价，方案未限制浮动"),
        Lang::En => format!("{all} homes have a filed price; no rule limits how far prices float"),
    };
    (text, false)
}
