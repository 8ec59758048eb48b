//! Which group a fact belongs to.

use crate::check::Span;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::fact::{DimensionValue, Fact, FactDimension};
use crate::kpi::period::{KpiPeriod, PeriodSeries};
use crate::organisation::{OrgKind, OrgNode, OrgTree, Organisation};
use crate::{Date, Text};
use std::collections::{BTreeMap, HashMap};

/// What facts are grouped by, with the organisation if there is one.
pub(super) struct Grouping<'a> {
    by: &'a [FactDimension],
    level: Option<OrgKind>,
    nodes: HashMap<&'a str, &'a OrgNode>,
    tree: Option<OrgTree<'a>>,
    /// The node of the level above a node on a day.
    above: HashMap<(&'a Text, Date), Option<Text>>,
}

/// The values of a group, in the order of the dimensions. Those without a value come last.
pub(super) type Values = Vec<(bool, Option<Text>)>;

impl<'a> Grouping<'a> {
    pub(super) fn new(
        by: &'a [FactDimension],
        level: Option<OrgKind>,
        organisation: Option<&'a Organisation>,
    ) -> Result<Grouping<'a>> {
        let mut errors = Vec::new();
        for (at, dimension) in by.iter().enumerate() {
            if by.iter().take(at).any(|earlier| earlier == dimension) {
                let error = Error::new(Code::KpiDimensionTwice).with("name", dimension.word());
                errors.push(error.at(at).within(Input::By));
            }
        }
        if level.is_some() && (organisation.is_none() || !by.contains(&FactDimension::Node)) {
            errors.push(Error::new(Code::KpiLevelAlone).within(Input::Level));
        }
        Error::collect(errors)?;
        let tree = organisation.map(OrgTree::new).transpose()?;
        let nodes = organisation.map(|all| all.nodes.as_slice()).unwrap_or_default();
        let nodes = nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        Ok(Grouping { by, level, nodes, tree, above: HashMap::new() })
    }

    /// Stages of nodes that there are not.
    pub(super) fn wrong_stages(&self, periods: &PeriodSeries) -> Vec<Error> {
        self.tree.as_ref().map_or_else(Vec::new, |tree| periods.unknown_nodes(tree))
    }

    /// What is wrong with the node of a fact: unknown, or not there on the day.
    pub(super) fn wrong_node(&self, fact: &Fact) -> Option<Error> {
        let (_, node) = (self.tree.as_ref()?, fact.node.as_ref()?);
        let Some(found) = self.nodes.get(node.as_str()) else {
            let mut known: Vec<&str> = self.nodes.keys().copied().collect();
            known.sort_unstable();
            let error = Error::new(Code::KpiNodeUnknown).with("node", node);
            return Some(error.with_nearest(known, node).at("node"));
        };
        let error = || {
            let error = Error::new(Code::KpiFactOutside).with("key", &fact.key).with("node", node);
            found.days().named_in(error.with("day", fact.date)).at("date")
        };
        (!found.days().contains(fact.date)).then(error)
    }

    /// The group of a fact.
    pub(super) fn of(&mut self, fact: &'a Fact) -> Result<Values> {
        let mut values = Vec::with_capacity(self.by.len());
        for dimension in self.by {
            let value = match (dimension, self.level) {
                (FactDimension::Node, Some(level)) => self.node_at(fact, level)?,
                _ => dimension.of(fact).cloned(),
            };
            values.push((value.is_none(), value));
        }
        Ok(values)
    }

    fn node_at(&mut self, fact: &'a Fact, level: OrgKind) -> Result<Option<Text>> {
        let (Some(tree), Some(node)) = (&self.tree, &fact.node) else { return Ok(None) };
        if let Some(known) = self.above.get(&(node, fact.date)) {
            return Ok(known.clone());
        }
        let path = tree.path(node, fact.date)?;
        let found = path.iter().find(|above| above.kind == level).map(|above| above.id.clone());
        self.above.insert((node, fact.date), found.clone());
        Ok(found)
    }

    /// Groups that stand in the table also without facts: every node of the level that was there.
    pub(super) fn dense(&self, periods: &[KpiPeriod]) -> Vec<Values> {
        if *self.by != [FactDimension::Node] {
            return Vec::new();
        }
        let Some((first, last)) = periods.first().zip(periods.last()) else { return Vec::new() };
        let days = Span::new(Some(first.from), Some(last.to));
        let stand = self.nodes.values().filter(|node| {
            self.level.is_some_and(|level| level == node.kind) && node.days().meets(days)
        });
        stand.map(|node| vec![(false, Some(node.id.clone()))]).collect()
    }

    /// A fact belongs to a node or to what is below it, as the tree is on the day of the fact.
    pub(super) fn is_below(&self, fact: &Fact, node: &Text) -> bool {
        fact.node.as_ref().is_some_and(|own| self.is_under(own, node, fact.date))
    }

    fn is_under(&self, own: &Text, node: &Text, day: Date) -> bool {
        self.tree.as_ref().map_or(own == node, |tree| tree.is_below(own, node, day))
    }

    /// The node of a group was not there in a period, or has nothing to do with the node whose stage it is.
    pub(super) fn is_absent(&self, values: &Values, period: &KpiPeriod) -> bool {
        let place = self.by.iter().position(|dimension| *dimension == FactDimension::Node);
        let Some((_, value)) = place.and_then(|at| values.get(at)) else { return false };
        if let Some(stage) = &period.node {
            let meets = |own: &Text| {
                let mut ends = [period.from, period.to].into_iter();
                ends.any(|day| self.is_under(own, stage, day) || self.is_under(stage, own, day))
            };
            if !value.as_ref().is_some_and(meets) {
                return true;
            }
        }
        let node = value.as_ref().and_then(|node| self.nodes.get(node.as_str()));
        node.is_some_and(|node| !node.days().meets(Span::new(Some(period.from), Some(period.to))))
    }

    /// The values as they are answered.
    pub(super) fn answered(&self, values: &Values) -> Vec<DimensionValue> {
        let values = self.by.iter().zip(values);
        values
            .map(|(dimension, (_, value))| DimensionValue {
                dimension: *dimension,
                value: value.clone(),
            })
            .collect()
    }
}

/// The place of every group, in the order of its values.
pub(super) type Groups = BTreeMap<Values, usize>;
