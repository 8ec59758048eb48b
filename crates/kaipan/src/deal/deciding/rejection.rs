//! Why a command is refused: three classes that a host can tell apart.

use crate::deal::{DealAction, DocumentKind, UnmetDealGuard};
use crate::error::Lang;
use crate::project::UnitState;
use crate::{StreamKind, Text};
use kaipan_derive::boundary;

/// Why a command is refused.
#[boundary]
pub enum DealRejection {
    /// The table has no row for it in this state.
    NotInTable {
        /// What was asked.
        action: DealAction,
        /// The state of the unit.
        unit: Option<UnitState>,
        /// The active document of the deal.
        document: Option<DocumentKind>,
        /// What the table has for this state.
        #[boundary(required)]
        allowed: Vec<DealAction>,
    },
    /// Guards are not met: all of them.
    GuardsNotMet {
        /// The row of the table: `T12`.
        row: Text,
        /// The guards, each with what is lacking.
        #[boundary(required)]
        guards: Vec<UnmetDealGuard>,
    },
    /// Somebody has changed a stream since it was read.
    Stale {
        /// The streams.
        #[boundary(required)]
        streams: Vec<StaleStream>,
    },
}

/// A stream that has another version than was expected.
#[boundary]
pub struct StaleStream {
    /// What it is about.
    pub kind: StreamKind,
    /// Its id.
    pub id: Text,
    /// The version that was expected.
    pub expected: u32,
    /// The version that it has.
    pub found: u32,
}

impl DealRejection {
    /// Why, in a sentence; the guards say what each of them lacks.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (DealRejection::NotInTable { action, unit, document, .. }, Lang::Zh) => {
                let unit = unit.and_then(|unit| unit.chinese().first().copied());
                let unit = unit.map_or("没有房间".to_owned(), |unit| format!("房间“{unit}”"));
                let document = document.map(DocumentKind::chinese);
                let document =
                    document.map_or("没有单据".to_owned(), |kind| format!("单据“{kind}”"));
                format!("{unit}、{document}时不能办理“{}”", action.chinese())
            }
            (DealRejection::NotInTable { action, unit, document, .. }, Lang::En) => {
                let unit = unit.map_or("no unit".to_owned(), |unit| unit.word().replace('_', " "));
                let document = document.map_or("none", DocumentKind::english);
                format!(
                    "it is not possible to {} (unit: {unit}, document: {document})",
                    action.english()
                )
            }
            (DealRejection::GuardsNotMet { guards, .. }, Lang::Zh) => {
                format!("有 {} 个条件未满足", guards.len())
            }
            (DealRejection::GuardsNotMet { guards, .. }, Lang::En) => match guards.len() {
                1 => "1 condition is not met".to_owned(),
                count => format!("{count} conditions are not met"),
            },
            (DealRejection::Stale { .. }, Lang::Zh) => "数据已被他人更改，请刷新后重试".to_owned(),
            (DealRejection::Stale { .. }, Lang::En) => {
                "somebody has changed it meanwhile: read it again and retry".to_owned()
            }
        }
    }
}
