//! `organisation.check`, `organisation.scope`, `organisation.variant`, `organisation.may` and
//! `organisation.roles_preset`.

use kaipan::error::{Finding, Result};
use kaipan::organisation::{
    Act, Assignment, GeoPlace, OrgKind, OrgNode, OrgTree, Organisation, Permission, ProcessVariant,
    Rights, RoleTable, command,
};
use kaipan::{Date, Label, Text};
use kaipan_derive::boundary;

/// A request to check an organisation, and the roles and assignments in it.
#[boundary]
pub struct OrganisationCheckRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// Roles and what they may do; those of the preset if absent.
    pub roles: Option<RoleTable>,
    /// Who has which role where.
    pub assignments: Vec<Assignment>,
}

/// An organisation without errors.
#[boundary(answer)]
pub struct OrganisationCheck {
    /// How many nodes it has.
    pub nodes: u32,
    /// What a person should read about it.
    pub findings: Vec<Finding>,
}

/// `organisation.check`: everything wrong with an organisation, and what should be read about it.
///
/// # Errors
/// As [`OrgTree::new`] and [`Rights::new`].
pub fn check(request: &OrganisationCheckRequest) -> Result<OrganisationCheck> {
    let tree = OrgTree::new(&request.organisation)?;
    let preset = request.roles.is_none().then(RoleTable::preset);
    let mut findings = tree.findings().to_vec();
    if let Some(roles) = request.roles.as_ref().or(preset.as_ref()) {
        let rights = Rights::new(&tree, roles, &request.assignments)?;
        findings.extend_from_slice(rights.findings());
    }
    let nodes = u32::try_from(request.organisation.nodes.len()).unwrap_or(u32::MAX);
    Ok(OrganisationCheck { nodes, findings })
}

/// A question about a node of an organisation on a day.
#[boundary]
pub struct OrganisationScopeRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// Id of the node.
    pub node: Text,
    /// The day.
    pub day: Date,
    /// Id of another node: does the first one hold it?
    pub inner: Option<Text>,
}

/// A node by what names it.
#[boundary(answer)]
pub struct NamedNode {
    /// Its id.
    pub id: Text,
    /// What it is.
    pub kind: OrgKind,
    /// Its name.
    pub name: Label,
    /// 地理信息: where it is.
    pub place: Option<GeoPlace>,
}

/// What stands above and below a node on a day.
#[boundary(answer)]
pub struct OrganisationScope {
    /// Whether it is the other node or holds it, if that was asked.
    pub holds: Option<bool>,
    /// From the root to the node, both included.
    #[boundary(required)]
    pub path: Vec<NamedNode>,
    /// The node and all that it holds, in the order of the organisation.
    #[boundary(required)]
    pub under: Vec<NamedNode>,
    /// Code of the project company: its own, or that of the node above.
    pub company: Option<Text>,
    /// What a person should read about the organisation.
    pub findings: Vec<Finding>,
}

/// `organisation.scope`: whether a node holds another on a day, its path, and what it holds.
///
/// # Errors
/// As [`OrgTree::new`] and [`OrgTree::holds`].
pub fn scope(request: &OrganisationScopeRequest) -> Result<OrganisationScope> {
    let tree = OrgTree::new(&request.organisation)?;
    let (node, day) = (&request.node, request.day);
    let path = tree.path(node, day)?;
    let holds = request.inner.as_ref().map(|inner| tree.holds(node, inner, day)).transpose()?;
    let under = tree.under(node, day)?;
    let company = tree.company(node, day)?;
    Ok(OrganisationScope {
        holds,
        path: path.into_iter().map(named).collect(),
        under: under.into_iter().map(named).collect(),
        company: company.map(|company| company.code.clone()),
        findings: tree.findings().to_vec(),
    })
}

fn named(node: &OrgNode) -> NamedNode {
    let place = node.place.clone();
    NamedNode { id: node.id.clone(), kind: node.kind, name: node.name.clone(), place }
}

/// A request for the process variant of a command.
#[boundary]
pub struct ProcessVariantRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// The command, such as `stock.edit`.
    pub command: Text,
    /// Id of the node.
    pub node: Text,
    /// The day.
    pub day: Date,
}

/// The process variant that counts.
#[boundary(answer)]
pub struct ProcessVariantAnswer {
    /// It; absent where everything is done as usual.
    pub variant: Option<ProcessVariant>,
    /// What a person should read about the organisation.
    pub findings: Vec<Finding>,
}

/// `organisation.variant`: the process variant of a command at a node on a day.
///
/// # Errors
/// As [`OrgTree::new`] and [`OrgTree::variant`].
pub fn variant(request: &ProcessVariantRequest) -> Result<ProcessVariantAnswer> {
    let tree = OrgTree::new(&request.organisation)?;
    let variant = tree.variant(&request.command, &request.node, request.day)?;
    Ok(ProcessVariantAnswer { variant: variant.cloned(), findings: tree.findings().to_vec() })
}

/// A question about the rights of a person.
#[boundary]
pub struct RightsRequest {
    /// The organisation.
    pub organisation: Organisation,
    /// Roles and what they may do; those of the preset if absent.
    pub roles: Option<RoleTable>,
    /// Who has which role where.
    pub assignments: Vec<Assignment>,
    /// What somebody wants to do.
    pub act: Act,
    /// Name every node where the person may do it on that day too: what reports and lists are
    /// limited to.
    pub list_nodes: bool,
}

/// Whether a person may do something, and where else.
#[boundary(answer)]
pub struct RightsAnswer {
    /// Whether they may, why, and who may.
    pub permission: Permission,
    /// Ids of all nodes where the person may do it, if they were asked for; none means nowhere.
    pub nodes: Vec<Text>,
}

/// `organisation.may`: whether a person may do something; if not, what is lacking and who may.
///
/// # Errors
/// As [`OrgTree::new`], [`Rights::new`] and [`Rights::may`].
pub fn may(request: &RightsRequest) -> Result<RightsAnswer> {
    let tree = OrgTree::new(&request.organisation)?;
    let preset = RoleTable::preset();
    let roles = request.roles.as_ref().unwrap_or(&preset);
    let rights = Rights::new(&tree, roles, &request.assignments)?;
    let mut permission = rights.may(&request.act)?;
    let before = tree.findings().iter().chain(rights.findings()).cloned();
    permission.findings.splice(0..0, before);
    let nodes = if request.list_nodes { rights.nodes(&request.act) } else { Vec::new() };
    Ok(RightsAnswer { permission, nodes: nodes.into_iter().map(|node| node.id.clone()).collect() })
}

/// A request for the preset roles.
#[boundary]
#[derive(Default)]
pub struct RolesPresetRequest {
    /// Codes of roles: only these with what they may do; all if empty.
    pub roles: Vec<Text>,
}

/// The preset roles, and every command that the library knows.
#[boundary(answer)]
pub struct RolesPreset {
    /// Roles and what they may do.
    pub roles: RoleTable,
    /// The commands.
    #[boundary(required)]
    pub commands: Vec<NamedCommand>,
}

/// A command by its name, and what it is.
#[boundary(answer)]
pub struct NamedCommand {
    /// Its name.
    pub name: Text,
    /// What it is, in Chinese.
    pub zh: Label,
    /// What it is, in English.
    pub en: Label,
}

/// `organisation.roles_preset`: the preset roles, what they may do, and all commands.
///
/// # Errors
/// As [`RoleTable::only`].
pub fn roles_preset(request: &RolesPresetRequest) -> Result<RolesPreset> {
    let mut roles = RoleTable::preset();
    if !request.roles.is_empty() {
        roles = roles.only(&request.roles)?;
    }
    let commands = command::ALL.iter().map(|command| NamedCommand {
        name: command.name.into(),
        zh: command.chinese.into(),
        en: command.english.into(),
    });
    Ok(RolesPreset { roles, commands: commands.collect() })
}
