//! Cells that choose: states, yes or no.

use super::{Detail, refuse_error};
use crate::error::{Code, Error, Lang};
use crate::fold::fold;
use crate::project::UnitState;
use crate::project::import::header::{compact, snake_case};
use crate::project::import::source::Seen;

pub(in crate::project::import) fn state(seen: &Seen<'_>) -> Result<UnitState, Detail> {
    refuse_error(seen)?;
    let cell = &*seen.text;
    let (name, written) = (snake_case(cell), compact(cell));
    UnitState::ALL
        .into_iter()
        .find(|state| state.word() == name || state.chinese().contains(&&*written))
        .ok_or_else(|| {
            let zh: Vec<&str> =
                UnitState::ALL.iter().filter_map(|s| s.chinese().first().copied()).collect();
            let en: Vec<&str> = UnitState::ALL.iter().map(UnitState::word).collect();
            let all = UnitState::ALL.iter().flat_map(|state| state.chinese());
            let all = all.copied().chain(en.iter().copied());
            let error = Error::new(Code::ProjectState).with("text", cell);
            let error = error.with_long("known_zh", zh.join(", "));
            let error = error.with_long("known", en.join(", "));
            match crate::nearest(all, cell) {
                None => Detail::of(&error),
                Some(near) => Detail::new(
                    format!("{}；是否指“{near}”？", error.message(Lang::Zh)),
                    format!("{}; did you mean \"{near}\"?", error.message(Lang::En)),
                ),
            }
        })
}

/// Yes or no, in Chinese or English.
pub(in crate::project::import) fn flag(seen: &Seen<'_>) -> Result<bool, Detail> {
    refuse_error(seen)?;
    match fold(&seen.text).to_lowercase().as_str() {
        "是" | "有" | "√" | "✓" | "y" | "yes" | "true" => Ok(true),
        "否" | "无" | "×" | "n" | "no" | "false" => Ok(false),
        _ => {
            let error = Error::new(Code::JsonChoice).with("text", &seen.text);
            Err(Detail {
                zh: format!("{}，应为：是、否", error.message(Lang::Zh)),
                en: format!("{}: yes, no", error.message(Lang::En)),
            })
        }
    }
}
