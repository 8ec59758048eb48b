//! `--target-average`: another average for one target of the project.

use super::names::Names;
use crate::failure::{Choose, Failure};
use crate::layout::{clean, clip, group};
use crate::text::{Say, homes};
use crate::values::Aim;
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::number::UnitPrice;
use kaipan::pricing::{AverageBasis, Goal, Levelling, PriceLevel, PriceTarget};
use kaipan::project::{Project, Selection};
use kaipan_ops::pricing::TableRequest;

/// Letters of a list of buildings that a choice shows.
const MOST_LETTERS: usize = 40;

/// Gives the target that is meant this average and leaves its scope and all else as it is; a
/// project without targets gets one over all its units.
///
/// `buildings` are those that the table is restricted to, if any.
///
/// # Errors
/// [`Failure::Choose`] when several targets could be meant, or none is.
pub(crate) fn at(
    request: &mut TableRequest,
    average: UnitPrice,
    aim: Option<Aim>,
    buildings: &[Text],
    names: &Names,
    lang: Lang,
) -> Result<(), Failure> {
    let goal = Goal::Average { average };
    let meant = match aim {
        Some(Aim::All) => None,
        Some(Aim::Number(number)) => {
            let at = number.checked_sub(1).filter(|at| *at < request.targets.len());
            let what = match lang {
                Lang::Zh => format!("项目没有第 {number} 个目标"),
                Lang::En => format!("the project has no target {number}"),
            };
            Some(at.ok_or_else(|| choose(what, request, names, lang))?)
        }
        None if request.targets.is_empty() => None,
        None => {
            let what = lang.say(
                "项目有几个目标，没有说明“--target-average”改的是哪一个",
                "the project has several targets, and it is not said which of them \
                 --target-average is for",
            );
            let only = only(request, buildings);
            Some(only.ok_or_else(|| choose(what.to_owned(), request, names, lang))?)
        }
    };
    match meant.and_then(|at| request.targets.get_mut(at)) {
        Some(target) => target.goal = goal,
        None => request.targets = vec![over_all(goal)],
    }
    Ok(())
}

/// One target over the whole project.
fn over_all(goal: Goal) -> PriceTarget {
    PriceTarget {
        scope: Selection::all(),
        goal,
        average_basis: AverageBasis::Building,
        level: PriceLevel::List,
        split: None,
        base_rounding: None,
        levelling: Levelling::SpreadResidual {},
    }
}

/// The only target there is, or the only one with units in these buildings.
fn only(request: &TableRequest, buildings: &[Text]) -> Option<usize> {
    if let [_] = request.targets.as_slice() {
        return Some(0);
    }
    let project = inherited(request);
    let shown = |building: &Text| !buildings.is_empty() && buildings.contains(building);
    let mut meant = request.targets.iter().enumerate().filter(|(_, target)| {
        let mut units = project.units.iter();
        units.any(|unit| shown(&unit.building) && target.scope.matches(unit))
    });
    let first = meant.next()?;
    if meant.next().is_some() { None } else { Some(first.0) }
}

fn inherited(request: &TableRequest) -> Project {
    let mut project = request.project.clone();
    project.inherit();
    project
}

fn choose(what: String, request: &TableRequest, names: &Names, lang: Lang) -> Failure {
    let project = inherited(request);
    let targets = request.targets.iter().enumerate();
    let mut choices: Vec<(String, String)> = targets
        .map(|(at, target)| {
            (at.saturating_add(1).to_string(), described(target, &project, names, lang))
        })
        .collect();
    let all = lang.say(
        "整个项目一个目标，取代以上各目标",
        "one target over the whole project, in place of these",
    );
    choices.push(("all".to_owned(), all.to_owned()));
    let mend = lang.say("用“--target”说明", "say it with --target").to_owned();
    Failure::Choose(Choose { what, mend, choices })
}

/// A target in a line: how many units, where, and what it asks now.
fn described(target: &PriceTarget, project: &Project, names: &Names, lang: Lang) -> String {
    let units = || project.units.iter().filter(|unit| target.scope.matches(unit));
    let mut buildings: Vec<&str> = Vec::new();
    for unit in units() {
        let name = names.building(&unit.building);
        if !buildings.contains(&name) {
            buildings.push(name);
        }
    }
    let places = clip(&clean(&buildings.join(lang.say("、", ", "))), MOST_LETTERS);
    let goal = match &target.goal {
        Goal::Average { average } => {
            format!("{} {}", lang.say("均价", "average"), group(&average.to_string()))
        }
        Goal::Total { total } => {
            format!("{} {}", lang.say("总价", "total"), group(&total.to_string()))
        }
        other => other.word().to_owned(),
    };
    let mut terms = String::new();
    if target.average_basis == AverageBasis::Inside {
        terms.push_str(lang.say("，按套内面积", ", per inside area"));
    }
    if target.level == PriceLevel::Net {
        terms.push_str(lang.say("，实收", ", net of discount"));
    }
    format!("{} · {places} · {goal}{terms}", homes(lang, units().count()))
}
