//! The bills of a project as a list, and one of them in full.

use super::args::BillArgs;
use super::store::{Bills, StoredBill};
use super::{draw, words};
use crate::failure::Failure;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, group};
use crate::load::Loaded;
use crate::price::{View, heading};
use crate::text::{Say, word};
use kaipan::error::Lang;
use kaipan_ops::json;
use std::path::Path;

/// The bills as a JSON list, each as its file holds it.
pub(crate) fn json(bills: &Bills) -> String {
    let all: Vec<String> = bills.stored.iter().map(|one| json::write(&one.file, 4_096)).collect();
    format!("[{}]\n", all.join(","))
}

/// One line a bill.
pub(crate) fn lines(
    view: &View<'_>,
    bills: &Bills,
    project: &Path,
) -> Result<Vec<String>, Failure> {
    let lang = view.lang;
    let mut out = crate::price::title(view);
    if bills.stored.is_empty() {
        let folder = word(project);
        out.push(match lang {
            Lang::Zh => format!(
                "还没有价格单。生成一张：“kaipan adjust {folder} --percent 2 --effective 年-月-日”"
            ),
            Lang::En => format!(
                "There are no price bills yet. Make one: kaipan adjust {folder} --percent 2 \
                 --effective YYYY-MM-DD"
            ),
        });
        return Ok(out);
    }
    let mut grid = Grid::new(vec![
        Column::number(lang.say("编号", "no.")),
        Column::text(lang.say("状态", "state")),
        Column::text(lang.say("生效日", "from")),
        Column::number(lang.say("套数", "homes")),
        Column::text(lang.say("方式", "how")),
        Column::number(lang.say("违规", "violations")).optional(1),
        Column::text(lang.say("最近一步", "last step")).optional(2),
        Column::text(lang.say("原因", "reason")).optional(0),
    ]);
    for one in &bills.stored {
        let bill = &one.file.bill;
        let last = one.file.history.last().map(|entry| {
            let by = entry.by.as_ref().map(|by| format!(" {by}")).unwrap_or_default();
            format!("{}{by}", entry.on)
        });
        grid.row(vec![
            Cell::from(one.number.to_string()),
            Cell::from(words::state(lang, bill.state)),
            Cell::from(bill.effective_date.to_string()),
            Cell::from(group(&bill.lines.len().to_string())),
            Cell::from(words::methods(lang, bill)),
            Cell::from(bill.violations.to_string()),
            Cell::from(last.unwrap_or_default()),
            Cell::from(bill.reason.as_ref().map(|text| clean(text)).unwrap_or_default()),
        ]);
    }
    out.extend(heading(view, lang.say("价格单", "Price bills")));
    out.extend(draw::drawn(view, &grid));
    Ok(out)
}

/// One bill in full: its head, before and after, and what it leaves out.
pub(crate) fn shown(
    view: &View<'_>,
    stored: &StoredBill,
    loaded: &Loaded,
    options: &BillArgs,
) -> Result<Vec<String>, Failure> {
    let bill = &stored.file.bill;
    let mut out = draw::head(view, bill, &stored.file.history);
    let summaries = bill.summaries(&loaded.request.project);
    let summaries = summaries.map_err(|error| super::advance::located(view, stored, &error))?;
    out.extend(draw::summaries(view, &summaries));
    if options.homes {
        out.extend(draw::lines(view, &bill.lines));
    }
    out.extend(draw::skipped(view, &stored.file.skipped));
    if bill.violations > 0 {
        out.push(String::new());
        out.push(match view.lang {
            Lang::Zh => format!("违规 {} 处（“--homes”中标“!”）", bill.violations),
            Lang::En => format!("violations: {} (marked \"!\" with --homes)", bill.violations),
        });
    }
    Ok(out)
}
