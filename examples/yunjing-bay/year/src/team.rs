//! The organisation above the project, and the people who work for it.

use crate::failure::Outcome;
use crate::site::Site;
use kaipan::organisation::{
    Assignment, OrgKind, OrgMembership, OrgNode, Organisation, ProjectCompany,
};
use kaipan::{Label, Text};

/// 公司总部, 区域, 城市公司.
const HEADQUARTERS: &str = "YC";
const REGION: &str = "YC-HD";
const CITY: &str = "YC-HZ";
const COMPANY: &str = "YC-YJW";

/// Roles with the person who has each, and whether it is one of the project.
const STAFF: &[(&str, &str, &str)] = &[
    ("stock_controller", "周敏", "project"),
    ("sales_manager", "林峰", "project"),
    ("marketing_officer", "许静", "project"),
    ("cashier", "陈洁", "project"),
    ("finance_officer", "赵宁", CITY),
    ("service_officer", "何萍", "project"),
    ("data_clerk", "邓颖", "project"),
    ("project_gm", "沈毅", "project"),
    ("regional_gm", "顾涛", REGION),
    ("senior_sales_manager", "蒋波", REGION),
    ("city_marketing_head", "韩雪", CITY),
    ("city_gm", "冯刚", CITY),
    ("planner", "曹悦", CITY),
];

const AGENTS: [&str; 16] = [
    "李娜", "王磊", "张敏", "刘洋", "陈晨", "杨帆", "黄婷", "吴迪", "徐丽", "孙浩", "马超", "朱琳",
    "胡军", "郭蕊", "高翔", "罗莹",
];

/// Who works for a project.
#[derive(Debug)]
pub(crate) struct Team {
    pub(crate) organisation: Organisation,
    pub(crate) assignments: Vec<Assignment>,
    /// 置业顾问.
    pub(crate) agents: Vec<Text>,
}

/// Somebody who does something, in a role.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    pub(crate) person: Text,
    pub(crate) role: &'static str,
}

impl Team {
    /// The team of a project: one agent for 125 homes, three at the least.
    pub(crate) fn new(site: &Site<'_>) -> Team {
        let project = &site.node;
        let below = |parent: &Text| vec![OrgMembership::new(parent.clone())];
        let node = |id: &str, kind, name: Label| OrgNode::new(id, kind, name);
        let [headquarters, region, city] = [HEADQUARTERS, REGION, CITY].map(Text::from);
        let name = match project.as_str().split_once('-') {
            None => site.source.name.clone(),
            Some((_, number)) => format!("{} {number}", site.source.name),
        };
        let mut nodes = vec![
            node(HEADQUARTERS, OrgKind::Headquarters, "云城集团（虚构）".into()),
            node(REGION, OrgKind::Region, "华东区域".into()).with_parents(below(&headquarters)),
            node(CITY, OrgKind::CityCompany, "杭州公司".into()).with_parents(below(&region)),
            node(project, OrgKind::Project, Label::of(name))
                .with_parents(below(&city))
                .with_company(COMPANY),
        ];
        for building in &site.buildings {
            let id = format!("{project}/{}", building.code);
            let name = Label::of(format_args!("{}幢", building.code));
            nodes.push(node(&id, OrgKind::Building, name).with_parents(below(project)));
        }
        let company = ProjectCompany::new(COMPANY, "杭州云璟湾置业有限公司（虚构）");
        let organisation = Organisation::new(nodes).with_companies(vec![company]);
        let count = (site.units.len() / 125).clamp(3, AGENTS.len());
        let agents: Vec<Text> = AGENTS.iter().take(count).map(|name| Text::from(*name)).collect();
        let mut assignments: Vec<Assignment> = Vec::new();
        for (role, person, place) in STAFF {
            let place = if *place == "project" { project.clone() } else { Text::from(*place) };
            assignments.push(Assignment::new(*person, *role, place));
        }
        for agent in &agents {
            assignments.push(Assignment::new(agent.clone(), "sales_agent", project.clone()));
        }
        Team { organisation, assignments, agents }
    }

    /// The one who has a role of the project.
    pub(crate) fn worker(role: &'static str) -> Outcome<Worker> {
        let found = STAFF.iter().find(|(known, ..)| *known == role);
        let (_, person, _) = found.ok_or_else(|| crate::failure::Failure::missing(role))?;
        Ok(Worker { person: Text::from(*person), role })
    }

    /// The one who may sign for a role.
    pub(crate) fn signer(&self, role: &str) -> Option<Text> {
        let found = self.assignments.iter().find(|one| *one.role == *role);
        found.map(|one| one.person.clone())
    }

    /// An agent at work.
    pub(crate) fn agent(person: &Text) -> Worker {
        Worker { person: person.clone(), role: "sales_agent" }
    }
}
