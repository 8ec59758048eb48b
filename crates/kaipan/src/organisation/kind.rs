//! Kinds of nodes of the organisation, and which may stand below which (handbook §22.1).

use kaipan_derive::boundary;

/// What a node of the organisation is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum OrgKind {
    /// 集团总部: the root of the tree.
    Headquarters,
    /// 区域、地区公司.
    Region,
    /// 城市公司.
    CityCompany,
    /// 项目公司: the legal entity that owns projects.
    ProjectCompany,
    /// 项目.
    Project,
    /// 分期.
    Phase,
    /// 楼栋.
    Building,
    /// 部门、团队.
    Department,
    /// 置业顾问: one person's place.
    Agent,
}

impl OrgKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            OrgKind::Headquarters => "集团总部",
            OrgKind::Region => "地区公司",
            OrgKind::CityCompany => "城市公司",
            OrgKind::ProjectCompany => "项目公司",
            OrgKind::Project => "项目",
            OrgKind::Phase => "分期",
            OrgKind::Building => "楼栋",
            OrgKind::Department => "部门",
            OrgKind::Agent => "置业顾问",
        }
    }

    /// Whether a node of this kind may stand directly above one of the other kind. Levels may be
    /// left out, such as the region of a small company; a phase stands in a project, a building in
    /// a project or a phase. Departments and agents stand anywhere; departments hold only these.
    #[must_use]
    pub fn may_hold(self, below: OrgKind) -> bool {
        use OrgKind::{Agent, Building, Department, Headquarters, Phase, Project};
        match (self, below) {
            (_, Headquarters) | (Agent, _) => false,
            (_, Department | Agent) => true,
            (Department, _) => false,
            (_, Phase) => self == Project,
            (_, Building) => matches!(self, Project | Phase),
            _ => self < below,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OrgKind::{self, *};

    #[test]
    fn levels_may_be_left_out_and_never_turned_round() {
        let may: &[(OrgKind, OrgKind)] = &[
            (Headquarters, CityCompany),
            (CityCompany, Project),
            (ProjectCompany, Project),
            (Project, Building),
            (Phase, Building),
            (Phase, Department),
            (Department, Department),
            (Department, Agent),
        ];
        assert!(may.iter().all(|(above, below)| above.may_hold(*below)));
        let never: &[(OrgKind, OrgKind)] = &[
            (Headquarters, Headquarters),
            (Project, CityCompany),
            (Project, Project),
            (CityCompany, Phase),
            (CityCompany, Building),
            (Department, Project),
            (Agent, Agent),
            (Building, Phase),
        ];
        assert!(!never.iter().any(|(above, below)| above.may_hold(*below)));
    }
}
