//! The comparison with filed prices (备案核对): what the project's rules ask of them, one sentence.

use super::View;
use super::summary::percent_of;
use crate::layout::{amount, clean, group, wrap};
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
    if let Some(worst) = &filed.worst {
        let (most, unit_no) = (amount(worst.unit_price), clean(&worst.unit_no));
        text.push_str(&match (view.lang, rules.filed_exact) {
            (Lang::Zh, true) => format!("，相差最多 {most} 元/㎡（{unit_no}）"),
            (Lang::Zh, false) => format!("；与备案单价相差最多 {most} 元/㎡（{unit_no}）"),
            (Lang::En, true) => format!(", by at most {most} yuan/m² ({unit_no})"),
            (Lang::En, false) => {
                format!("; at most {most} yuan/m² from the filed price ({unit_no})")
            }
        });
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
    let outside = filed.above.saturating_add(filed.below);
    let all = counted(filed.compared);
    let inside = counted(filed.compared.saturating_sub(outside));
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
    (text, outside == 0)
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
