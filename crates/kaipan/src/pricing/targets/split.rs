//! Two levels: a target divided among buildings.

use super::linear::area_sum;
use super::model::{BuildingSplit, PriceTarget};
use crate::Text;
use crate::error::{At, Code, Error, Result};
use crate::number::Unrounded;
use crate::pricing::book::Book;

/// A building's part of a target.
pub(super) struct BuildingGoal {
    pub(super) building: Text,
    pub(super) members: Vec<usize>,
    pub(super) goal: Unrounded,
}

/// Two levels: `goal_b = M × β_b × A_b`, scaled by `ΣA ÷ Σ(A_b β_b)` when normalised.
pub(super) fn split_goal(
    book: &Book<'_>,
    target: &PriceTarget,
    split: &BuildingSplit,
    members: &[usize],
    goal: &Unrounded,
) -> Result<Vec<BuildingGoal>> {
    let refuse = |zh: String, en: String| {
        Error::new(Code::PricingSplit).with("detail_zh", zh).with("detail_en", en)
    };
    let mut parts: Vec<(Text, Vec<usize>)> =
        split.buildings.iter().map(|share| (share.building.clone(), Vec::new())).collect();
    let mut errors = Vec::new();
    for member in members {
        let Some(unit) = book.unit(*member) else { continue };
        match parts.iter_mut().find(|(building, _)| *building == unit.building) {
            Some((_, list)) => list.push(*member),
            None => {
                errors.push(refuse(
                    format!("楼栋“{}”没有系数", unit.building),
                    format!("building \"{}\" has no coefficient", unit.building),
                ));
                parts.push((unit.building.clone(), Vec::new()));
            }
        }
    }
    let buildings =
        || members.iter().filter_map(|member| book.unit(*member)).map(|u| u.building.as_str());
    let mut weights = Vec::with_capacity(parts.len());
    let mut weight_sum = Unrounded::ZERO;
    let mut area_sum_all = Unrounded::ZERO;
    for (at, ((building, list), share)) in parts.iter().zip(&split.buildings).enumerate() {
        if list.is_empty() {
            errors.push(
                refuse(
                    format!("楼栋“{building}”在目标范围内没有房间"),
                    format!("building \"{building}\" has no unit in scope"),
                )
                .with_nearest(buildings(), building)
                .at(at)
                .at("buildings"),
            );
        }
        let area = Unrounded::from(area_sum(book, list, target.average_basis)?);
        let weight = Unrounded::from(share.coefficient).mul(&area)?;
        weight_sum = weight_sum.add(&weight)?;
        area_sum_all = area_sum_all.add(&area)?;
        weights.push(weight);
    }
    Error::collect(errors).at("split")?;
    let whole = if split.normalise { weight_sum } else { area_sum_all };
    let mut out = Vec::with_capacity(parts.len());
    for ((building, members), weight) in parts.into_iter().zip(weights) {
        let goal = goal.mul(&weight)?.div(&whole)?.reduced()?;
        out.push(BuildingGoal { building, members, goal });
    }
    Ok(out)
}
