//! The head of the table: what project this is.

use super::View;
use super::names::Names;
use super::summary::to_fen;
use crate::layout::{amount, clean, group};
use crate::paint::Style;
use crate::text::{Say, aside, homes};
use kaipan::error::Lang;
use kaipan::pricing::{PriceTable, SummaryGroup};

/// Name, company, city, units and permits of the project.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable) -> Vec<String> {
    let lang = view.lang;
    let mut facts = registered(lang, view.names);
    facts.push((lang.say("房源", "Homes"), stock(view, response)));
    facts.extend(worth(view, response).map(|text| (lang.say("价格", "Prices"), text)));
    facts.extend(permits(lang, view.names));
    let mut lines = title(view);
    lines.extend(crate::layout::facts(&facts, view.width));
    lines
}

/// What is known of the project besides its homes.
pub(crate) fn about(lang: Lang, names: &Names) -> Vec<(&'static str, String)> {
    let mut facts = registered(lang, names);
    facts.extend(permits(lang, names));
    facts
}

fn registered(lang: Lang, names: &Names) -> Vec<(&'static str, String)> {
    let project = &names.project;
    let facts = [
        (lang.say("备案名", "Registered"), project.registered_name.as_deref()),
        (lang.say("项目公司", "Company"), project.project_company.as_deref()),
        (lang.say("城市", "City"), project.city.as_deref()),
    ];
    let given = facts.into_iter().filter_map(|(label, text)| Some((label, text?.to_owned())));
    given.collect()
}

fn permits(lang: Lang, names: &Names) -> Option<(&'static str, String)> {
    let project = &names.project;
    let permits = project.permits.iter().map(|permit| {
        let until = permit.valid_until.map(|day| match lang {
            Lang::Zh => format!("，至 {day}"),
            Lang::En => format!(", until {day}"),
        });
        let days = format!("{}{}", permit.issued_on, until.unwrap_or_default());
        format!("{}{}", permit.number, aside(lang, &days))
    });
    let permits: Vec<String> = permits.collect();
    let text = permits.join(lang.say("、", "; "));
    (!permits.is_empty()).then(|| (lang.say("预售许可证", "Permits"), text))
}

fn stock(view: &View<'_>, response: &PriceTable) -> String {
    let lang = view.lang;
    let buildings = view.names.buildings.len();
    let all = view.names.units.len();
    let mut text = match (lang, buildings) {
        (Lang::Zh, _) => format!("{} · {buildings} 栋", homes(lang, all)),
        (Lang::En, 1) => format!("{} · 1 building", homes(lang, all)),
        (Lang::En, _) => format!("{} · {buildings} buildings", homes(lang, all)),
    };
    let overall = response.summaries.iter().find(|one| one.group == SummaryGroup::Overall);
    let Some(overall) = overall else { return text };
    if usize::try_from(overall.units).is_ok_and(|shown| shown < all) {
        let shown = homes(lang, overall.units);
        text.push_str(&match lang {
            Lang::Zh => format!("，本表 {shown}"),
            Lang::En => format!(", {shown} shown"),
        });
    }
    let area = group(&overall.building_area.to_string());
    text.push_str(&format!(" · {area} {}", lang.say("㎡", "m²")));
    text
}

/// Average and total.
fn worth(view: &View<'_>, response: &PriceTable) -> Option<String> {
    let overall = response.summaries.iter().find(|one| one.group == SummaryGroup::Overall)?;
    let (average, total) = (amount(to_fen(overall.average)), amount(overall.total));
    Some(match view.lang {
        Lang::Zh => format!("均价 {average} 元/㎡ · 总价 {total} 元"),
        Lang::En => format!("average {average} yuan/m² · total {total} yuan"),
    })
}

/// The name of the project.
pub(crate) fn title(view: &View<'_>) -> Vec<String> {
    let lines = crate::layout::wrap(&clean(&view.names.project.name), view.width);
    lines.iter().map(|line| view.paint.on(Style::Bold, line)).collect()
}
