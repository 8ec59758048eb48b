//! How targets were met, and how prices compare with those filed.

use super::summary::percent;
use super::{View, heading};
use crate::grid::{Column, Grid};
use crate::layout::{amount, clean, group, signed, wrap};
use crate::paint::Style;
use crate::text::{Say, homes};
use kaipan::error::Lang;
use kaipan::pricing::{TableResponse, TargetResult};

/// Every target: asked, reached, deviation, base prices.
pub(crate) fn lines(view: &View<'_>, response: &TableResponse) -> Vec<String> {
    let mut out = Vec::new();
    for (at, target) in response.targets.iter().enumerate() {
        let number = at.saturating_add(1);
        let lang = view.lang;
        let title = match lang {
            Lang::Zh => format!(
                "目标 {number} · {} · {} ㎡",
                homes(lang, target.units),
                group(&target.area.to_string())
            ),
            Lang::En => format!(
                "Target {number} · {} · {} m²",
                homes(lang, target.units),
                group(&target.area.to_string())
            ),
        };
        out.extend(heading(view, &title));
        out.extend(met(view, target));
        out.extend(bases(view, target));
    }
    out
}

fn met(view: &View<'_>, target: &TargetResult) -> Vec<String> {
    let lang = view.lang;
    let mut grid = Grid::new(vec![
        Column::text(""),
        Column::number(lang.say("总价（元）", "total")),
        Column::number(lang.say("均价（元/㎡）", "average/m²")),
    ]);
    let mut row = |label: &str, total: String, average: String| {
        grid.row(vec![label.into(), total.into(), average.into()]);
    };
    row(
        lang.say("目标", "asked"),
        group(&target.target_total.to_string()),
        group(&target.target_average.to_string()),
    );
    row(
        lang.say("达到", "reached"),
        group(&target.total.to_string()),
        group(&target.average.to_string()),
    );
    let rate = match percent(target.deviation_rate) {
        Some(_) if target.deviation_rate.is_zero() && !target.deviation.is_zero() => {
            "≈0%".to_owned()
        }
        rate => rate.unwrap_or_default(),
    };
    row(lang.say("偏差", "deviation"), signed(&group(&target.deviation.to_string())), rate);
    if let Some(net) = target.net_total {
        row(lang.say("预计实收", "net of discount"), group(&net.to_string()), String::new());
    }
    let mut out = grid.draw(2, view.width, view.paint).lines;
    if target.levelled_units > 0 {
        let moved = homes(lang, target.levelled_units);
        out.push(match lang {
            Lang::Zh => format!("  调平移动 {moved}"),
            Lang::En => format!("  {moved} moved by levelling"),
        });
    }
    out
}

fn bases(view: &View<'_>, target: &TargetResult) -> Vec<String> {
    let lang = view.lang;
    if let [only] = target.bases.as_slice()
        && only.building.is_none()
    {
        let label = lang.say("反推基准价", "base price");
        return vec![format!("  {label} {}", group(&only.base_price.to_string()))];
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("楼栋", "building")),
        Column::number(lang.say("反推基准价", "base price")),
        Column::number(lang.say("目标均价", "target")),
    ]);
    for base in &target.bases {
        let building = base.building.as_deref().unwrap_or("");
        grid.row(vec![
            clean(view.names.building(building)).into(),
            group(&base.base_price.to_string()).into(),
            group(&base.target_average.to_string()).into(),
        ]);
    }
    let mut out = vec![String::new()];
    out.extend(grid.draw(2, view.width, view.paint).lines);
    out
}

/// The comparison with filed prices (备案核对), one sentence.
pub(crate) fn filed(view: &View<'_>, response: &TableResponse) -> Vec<String> {
    let Some(filed) = &response.filed else { return Vec::new() };
    let (compared, equal) = (filed.compared, filed.equal);
    let (compared_text, equal_text) = (group(&compared.to_string()), group(&equal.to_string()));
    let mut text = match view.lang {
        Lang::Zh => format!("备案核对：{compared_text} 套中 {equal_text} 套与备案单价一分不差"),
        Lang::En => {
            format!("{equal_text} of {compared_text} homes equal the filed price to the fen")
        }
    };
    if let Some(worst) = &filed.worst {
        let most = amount(worst.unit_price);
        let rest = group(&compared.saturating_sub(equal).to_string());
        let unit_no = clean(&worst.unit_no);
        text.push_str(&match view.lang {
            Lang::Zh => format!("；{rest} 套不同，相差最多 {most} 元/㎡（{unit_no}）"),
            Lang::En => format!("; {rest} differ, by at most {most} yuan/m² ({unit_no})"),
        });
    }
    let style = if compared == equal { Style::Good } else { Style::Plain };
    let mut out = vec![String::new()];
    out.extend(wrap(&text, view.width).iter().map(|line| view.paint.on(style, line)));
    out
}
