//! Words about reports.

use crate::text::Say;
use kaipan::error::Lang;
use kaipan::kpi::{Caliber, PeriodKind};
use kaipan::report::{ReportForm, ReportTable};

/// Days, node and reading of a report, in a line.
pub(crate) fn about(table: &ReportTable, lang: Lang) -> String {
    let days = match lang {
        Lang::Zh if table.from == table.to => table.from.to_string(),
        Lang::Zh => format!("{} 至 {}", table.from, table.to),
        Lang::En if table.from == table.to => table.from.to_string(),
        Lang::En => format!("{} to {}", table.from, table.to),
    };
    let mut parts = vec![days];
    if table.as_of != table.to {
        parts.push(match lang {
            Lang::Zh => format!("统计至 {}", table.as_of),
            Lang::En => format!("as of {}", table.as_of),
        });
    }
    parts.extend(table.node.as_ref().map(ToString::to_string));
    if table.form == ReportForm::Measures {
        parts.push(caliber(table.caliber, lang).to_owned());
    }
    parts.join(" · ")
}

/// Whose reading figures have.
pub(super) fn caliber(caliber: Caliber, lang: Lang) -> &'static str {
    match caliber {
        Caliber::Finance => lang.say("财务口径", "as finance reads it"),
        _ => lang.say("营销口径", "as marketing reads it"),
    }
}

/// A kind of period.
pub(super) fn period(kind: PeriodKind, lang: Lang) -> String {
    match lang {
        Lang::Zh => kind.chinese().to_owned(),
        Lang::En => kind.word().replace('_', "-"),
    }
}
