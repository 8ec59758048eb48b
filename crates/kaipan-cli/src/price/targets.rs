//! How targets were met.

use super::summary::{percent_off, to_fen};
use super::{View, heading};
use crate::grid::{Column, Grid};
use crate::layout::{clean, group, signed};
use crate::text::{Say, homes};
use kaipan::error::Lang;
use kaipan::pricing::{PriceTable, TargetResult};

/// Every target: asked, reached, deviation, base prices.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable) -> Vec<String> {
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
        group(&to_fen(target.target_average)),
    );
    row(
        lang.say("实际", "reached"),
        group(&target.total.to_string()),
        group(&to_fen(target.average)),
    );
    let rate = percent_off(target.deviation_rate, !target.deviation.is_zero());
    row(lang.say("偏差", "deviation"), signed(&group(&target.deviation.to_string())), rate);
    if let Some(net) = target.net_total {
        row(lang.say("预计实收", "net of discount"), group(&net.to_string()), String::new());
    }
    let mut out = grid.told(view.lang, 2, view.width, view.paint);
    if target.levelled_units > 0 {
        let moved = homes(lang, target.levelled_units);
        out.push(match lang {
            Lang::Zh => format!("  调平涉及 {moved}"),
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
            group(&to_fen(base.target_average)).into(),
        ]);
    }
    let mut out = vec![String::new()];
    out.extend(grid.told(view.lang, 2, view.width, view.paint));
    out
}
