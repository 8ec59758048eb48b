//! What is known of every part of a project, and so of a unit.

use super::SaleFacts;
use crate::Text;
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::project::Unit;
use kaipan_derive::boundary;
use std::borrow::Cow;

/// What is known of a project and its parts.
///
/// A unit has what its building says, else its phase, else the project: each fact by itself.
#[boundary]
#[derive(Default)]
pub struct SaleStatus {
    /// Of the whole project.
    #[boundary(empty)]
    pub project: SaleFacts,
    /// Of phases.
    pub phases: Vec<PhaseFacts>,
    /// Of buildings.
    pub buildings: Vec<BuildingFacts>,
}

/// What is known of a phase (分期).
#[boundary]
pub struct PhaseFacts {
    /// Its code.
    pub phase: Text,
    /// What is known.
    pub facts: SaleFacts,
}

/// What is known of a building (楼栋).
#[boundary]
pub struct BuildingFacts {
    /// Its code.
    pub building: Text,
    /// What is known.
    pub facts: SaleFacts,
}

impl SaleStatus {
    /// What is known of a unit.
    ///
    /// ```
    /// use kaipan::deal::{BuildingFacts, SaleFacts, SaleStatus};
    /// use kaipan::project::Unit;
    /// let permit = SaleFacts { planning_permit: Some("2026-03-01".parse()?), ..SaleFacts::default() };
    /// let roof = SaleFacts { topped_out: Some("2026-11-02".parse()?), ..SaleFacts::default() };
    /// let status = SaleStatus {
    ///     project: permit,
    ///     buildings: vec![BuildingFacts::new("3", roof)],
    ///     ..SaleStatus::default()
    /// };
    /// let unit = |building: &str| Unit { building: building.into(), ..Unit::default() };
    /// assert!(status.of(&unit("3")).topped_out.is_some() && status.of(&unit("3")).planning_permit.is_some());
    /// assert!(status.of(&unit("4")).topped_out.is_none());
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn of(&self, unit: &Unit) -> SaleFacts {
        self.known_of(unit).into_owned()
    }

    /// What is known of a unit: the facts of the project themselves where no part of it says more.
    pub(in crate::deal) fn known_of(&self, unit: &Unit) -> Cow<'_, SaleFacts> {
        let building = self.buildings.iter().find(|one| one.building == unit.building);
        let phase = self.phases.iter().find(|one| Some(&one.phase) == unit.phase.as_ref());
        let parts = building.map(|one| &one.facts).into_iter().chain(phase.map(|one| &one.facts));
        let own = parts.cloned().reduce(|near, wider| near.or(&wider));
        match own {
            Some(own) => Cow::Owned(own.or(&self.project)),
            None => Cow::Borrowed(&self.project),
        }
    }

    /// The building of a unit is not among those that are described, and one is that is written much
    /// like it: `1幢` for `1`.
    pub(super) fn building_like(&self, unit: &Unit) -> Option<Finding> {
        let own = unit.building.as_str();
        if self.buildings.iter().any(|one| one.building == *own) {
            return None;
        }
        let bare = |name: &str| -> String {
            let kinds = ["号楼", "幢", "栋", "座", "楼", "#"];
            let bare = kinds.iter().find_map(|kind| name.trim().strip_suffix(kind));
            bare.unwrap_or(name).trim().to_lowercase()
        };
        let same = |one: &&BuildingFacts| bare(&one.building) == bare(own);
        let like = self.buildings.iter().position(|one| same(&one))?;
        let known = self.buildings.get(like)?;
        let found = finding!(Code::DealBuildingLike, building = own, like = known.building);
        Some(found.at("building").at(like).at("buildings").within(Input::Status))
    }

    /// # Errors
    /// [`Code::DealFactsTwice`] for every phase and building that is named a second time.
    pub(crate) fn check(&self) -> Result<()> {
        let twice = |name: &Text| Error::new(Code::DealFactsTwice).with("name", name);
        let mut errors = Vec::new();
        for (at, one, again) in with_repeats(&self.phases, |one| one.phase.as_str()) {
            if again.is_some() {
                errors.push(twice(&one.phase).at("phase").at(at).at("phases"));
            }
        }
        for (at, one, again) in with_repeats(&self.buildings, |one| one.building.as_str()) {
            if again.is_some() {
                errors.push(twice(&one.building).at("building").at(at).at("buildings"));
            }
        }
        Error::collect(errors)
    }
}
