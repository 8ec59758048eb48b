//! Who reads a report, and what of it he may see (handbook §22.4).

use crate::error::{Code, Error, Input, InputPlace, Result};
use crate::organisation::{Act, Assignment, OrgTree, Rights, RoleTable, command};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// Who reads a report. Without one nothing is hidden: the host has asked for itself.
#[boundary]
pub struct ReportReader {
    /// Id of the person.
    pub person: Text,
    /// Who has which role where.
    #[boundary(required)]
    pub assignments: Vec<Assignment>,
    /// Roles and what they may do; the preset if absent.
    pub roles: Option<RoleTable>,
}

/// What a reader may see at a node.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sight {
    /// He may read reports there.
    pub(super) reports: bool,
    /// He may read all deals there.
    pub(super) deals: bool,
    /// He may read his own deals there.
    pub(super) own: bool,
}

/// What a reader may see at every node.
#[derive(Debug, Clone)]
pub(super) struct Access<'a> {
    pub(super) person: &'a Text,
    nodes: HashMap<Text, Sight>,
}

impl Sight {
    const ALL: Sight = Sight { reports: true, deals: true, own: true };

    pub(super) const fn any(self) -> bool {
        self.reports || self.deals || self.own
    }
}

impl<'a> Access<'a> {
    /// What the reader may see on a day; nothing is hidden without one.
    pub(super) fn of(
        tree: Option<&OrgTree<'_>>,
        reader: Option<&'a ReportReader>,
        day: Date,
    ) -> Result<Option<Access<'a>>> {
        let Some(reader) = reader else { return Ok(None) };
        let Some(tree) = tree else {
            return Err(Error::new(Code::ReportReaderAlone).within(Input::Reader));
        };
        let inside = |input| match input {
            Input::Assignments | Input::Roles => {
                Some(InputPlace::of(Input::Reader).then(input.name()))
            }
            _ => None,
        };
        Access::new(tree, reader, day).map(Some).map_err(|error| error.moved(&inside))
    }

    fn new(tree: &OrgTree<'_>, reader: &'a ReportReader, day: Date) -> Result<Access<'a>> {
        let preset = RoleTable::preset();
        let table = reader.roles.as_ref().unwrap_or(&preset);
        let rights = Rights::new(tree, table, &reader.assignments)?;
        let asked = |what: &str| Act::new(reader.person.clone(), what, "", day);
        let mut nodes: HashMap<Text, Sight> = HashMap::new();
        for node in rights.nodes(&asked(command::REPORT_READ)) {
            let act = Act { node: node.id.clone(), ..asked(command::REPORT_READ) };
            nodes.entry(node.id.clone()).or_default().reports = rights.may(&act)?.allowed;
        }
        for node in rights.nodes(&asked(command::DEAL_READ)) {
            let act = Act { node: node.id.clone(), ..asked(command::DEAL_READ) };
            let sight = nodes.entry(node.id.clone()).or_default();
            sight.own = true;
            sight.deals = rights.may(&act)?.allowed;
        }
        Ok(Access { person: &reader.person, nodes })
    }

    /// What he may see at a node.
    pub(super) fn at(&self, node: &str) -> Sight {
        self.nodes.get(node).copied().unwrap_or_default()
    }

    /// Refuses a reader who may see nothing of what he asks for.
    pub(super) fn refuse(&self, node: Option<&Text>, is_list: bool) -> Result<()> {
        let sees = |sight: Sight| if is_list { sight.any() } else { sight.reports };
        let error = match node {
            Some(node) if sees(self.at(node)) => return Ok(()),
            None if self.nodes.values().any(|sight| sees(*sight)) => return Ok(()),
            Some(node) => Error::new(Code::ReportNotAllowed).with("node", node).within(Input::Node),
            None => Error::new(Code::ReportNowhere).at("person").within(Input::Reader),
        };
        Err(error.with("person", self.person))
    }
}

/// What a reader may see of a row at a node that belongs to an agent. Without a reader: all.
pub(super) fn sight(
    access: Option<&Access<'_>>,
    node: Option<&Text>,
    agent: Option<&Text>,
) -> Sight {
    let Some(access) = access else { return Sight::ALL };
    let Some(node) = node else { return Sight::default() };
    let sight = access.at(node);
    let own = sight.own && agent == Some(access.person);
    Sight { own, deals: sight.deals || own, ..sight }
}
