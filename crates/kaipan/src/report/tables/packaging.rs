//! 包装效果分析: what packaging costs, and what the visitors do who say that it has impressed them.

use super::analyses::MEDIA;
use super::visitors::share;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::kpi::{Fact, FactKind, ListedFigure, MeasureCell, Ranking};
use crate::number::Figure;
use crate::questionnaire::AnswerValue;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::Text;
use crate::report::listing::{Draft, Listing};
use crate::report::measured::{Part, is_zero, measure_part};
use crate::report::packaging::{PackagingAnswer, PackagingItem};
use crate::report::persons::Persons;
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Source, Spec, WEEK_AND_MONTH, col};
use crate::{Label, Text as Name};
use std::collections::{BTreeMap, BTreeSet};

/// What packaging items bring, and what they cost, with the columns of [`MEDIA_EFFECT`](super::MEDIA_EFFECT).
pub(in crate::report) const PACKAGING_EFFECT: Spec = Spec {
    name: "packaging_effect",
    zh: "包装效果分析",
    en: "Effect of packaging",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: &["packaging", "sheets", "spend", "follow_ups", "events", "facts", "merges"],
    columns: super::analyses::PACKAGING,
    fill: Fill::Own(rows),
};

/// The columns before those of media.
pub(super) const PACKAGING_ITEM: Col = col("packaging", "包装项目", "packaging", Text);
pub(super) const PERIOD: Col = col("period", "期间", "period", Text);

/// Which packaging items customers have named, at a project or anywhere.
struct Named<'s> {
    scene: &'s Scene<'s>,
    persons: Persons,
    items: BTreeMap<(Name, Option<Name>), BTreeSet<usize>>,
}

impl<'s> Named<'s> {
    /// By all sheets that were answered up to the day looked at.
    fn new(scene: &'s Scene<'s>) -> Result<Named<'s>> {
        let persons = scene.persons()?;
        let packaging = scene.records.packaging.iter().enumerate();
        let places = packaging
            .flat_map(|(at, item)| item.answers.iter().map(move |answer| (answer.clone(), at)));
        let places: BTreeMap<PackagingAnswer, usize> = places.collect();
        let mut items: BTreeMap<(Name, Option<Name>), BTreeSet<usize>> = BTreeMap::new();
        let sheets = scene.records.sheets.iter();
        for sheet in sheets.filter(|sheet| sheet.answered_on <= scene.as_of) {
            for given in &sheet.answers {
                let AnswerValue::Choices { choices, .. } = &given.value else { continue };
                for choice in choices {
                    let answer = PackagingAnswer {
                        questionnaire: sheet.questionnaire.clone(),
                        question: given.question.clone(),
                        choice: choice.clone(),
                    };
                    let Some(at) = places.get(&answer) else { continue };
                    let project = sheet.project.as_ref();
                    let project = project.map(|node| scene.project_id(node, sheet.answered_on));
                    let key = (persons.one(&sheet.customer).clone(), project.cloned());
                    items.entry(key).or_default().insert(*at);
                }
            }
        }
        Ok(Named { scene, persons, items })
    }

    /// Whether the customer of a fact has named an item, or any where none is asked for.
    fn has(&self, fact: &Fact, item: Option<usize>) -> bool {
        let Some(customer) = &fact.customer else { return false };
        let customer = self.persons.one(customer);
        let project = fact.node.as_ref().map(|node| self.scene.project_id(node, fact.date));
        let of = |project: Option<&Name>| {
            let own = self.items.get(&(customer.clone(), project.cloned()));
            own.is_some_and(|own| item.is_none_or(|item| own.contains(&item)))
        };
        of(None) || project.is_some_and(|project| of(Some(project)))
    }
}

/// What was spent on an item, or on any.
fn is_spent_on<'i>(fact: &Fact, mut items: impl Iterator<Item = &'i PackagingItem>) -> bool {
    let detail = fact.detail.as_ref();
    detail.is_some_and(|detail| items.any(|item| item.spend_items.contains(detail)))
}

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let items = &scene.records.packaging;
    let named = Named::new(scene)?;
    let metrics = MEDIA.iter().filter_map(|column| match column.source {
        Source::Metric(name, _) => Some(Name::constant(name)),
        _ => None,
    });
    let metrics: Vec<Name> = metrics.collect();
    let mut parts = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let part = measure_part(scene, &metrics, |fact| match fact.kind {
            FactKind::Spend => is_spent_on(fact, std::iter::once(item)),
            _ => named.has(fact, Some(at)),
        })?;
        parts.push(part);
    }
    let others = measure_part(scene, &metrics, |fact| {
        fact.kind != FactKind::Spend && !named.has(fact, None)
    })?;
    let all = measure_part(scene, &metrics, |fact| {
        fact.kind != FactKind::Spend || is_spent_on(fact, items.iter())
    })?;
    let visits = metrics.iter().position(|metric| *metric == "visits").unwrap_or(0);
    let mut drafts = Vec::new();
    for (at, period) in scene.periods.iter().enumerate() {
        let whole = count(all.cell(at, visits));
        let ranks = ranks(&parts, at, visits)?;
        let unnamed = ReportCell::said("未提及", "not named");
        let shown = items.iter().map(|item| ReportCell::shown(Some(&item.name)));
        let shown = shown.zip(&parts).zip(ranks);
        let shown = shown.map(|((name, part), rank)| (name, part, rank));
        let rest = (unnamed, &others, ReportCell::Absent {});
        let rest = (!is_nothing(&others, at)).then_some(rest);
        for (name, part, rank) in shown.chain(rest) {
            let mut cells = vec![name, ReportCell::shown(Some(&period.name))];
            let of_visits = share(count(part.cell(at, visits)), whole)?;
            cells.extend(values(&metrics, |metric| part.cell(at, metric), &of_visits, &rank)?);
            let mut draft = Draft::new(cells).of(scene.node, None);
            (draft.deals, draft.facts) = part.behind.get(at).cloned().unwrap_or_default();
            draft.period = Some(period.name.clone());
            drafts.push(draft);
        }
    }
    let none = ReportCell::Absent {};
    let mut totals = vec![none.clone(), none.clone()];
    totals.extend(values(&metrics, |metric| all.whole.get(metric), &none, &none)?);
    let mut findings = all.findings;
    findings.extend(told(items));
    Ok(Listing { drafts, totals: Some(totals), findings, ..Listing::default() })
}

/// The values of the columns of media.
fn values<'m>(
    metrics: &[Name],
    cell: impl Fn(usize) -> Option<&'m MeasureCell>,
    share: &ReportCell,
    rank: &ReportCell,
) -> Result<Vec<ReportCell>> {
    let columns = MEDIA.iter().map(|column| match column.source {
        Source::Metric(name, _) => {
            let at = metrics.iter().position(|metric| *metric == name);
            let cell = at.and_then(&cell);
            cell.map_or(Ok(ReportCell::Absent {}), |cell| ReportCell::measured(cell, column.kind))
        }
        Source::ShareOf(_) => Ok(share.clone()),
        Source::Rank(_) => Ok(rank.clone()),
        _ => Ok(ReportCell::Absent {}),
    });
    columns.collect()
}

/// The ranks of the items by their visits in a period.
fn ranks(parts: &[Part], at: usize, visits: usize) -> Result<Vec<ReportCell>> {
    let mut listed = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        let value = part.cell(at, visits).and_then(|cell| cell.value.as_ref());
        let mut one = ListedFigure::new(Name::of(place));
        one.value = value.map(|value| value.to_string().parse::<Figure>()).transpose()?;
        listed.push(one);
    }
    if listed.is_empty() {
        return Ok(Vec::new());
    }
    let sheet = Ranking::new(&listed).sheet()?;
    let rank = |one: &ListedFigure| {
        let line = sheet.lines.iter().find(|line| line.id == one.id);
        let rank = line.and_then(|line| line.rank).and_then(|rank| i32::try_from(rank).ok());
        rank.map_or(ReportCell::Absent {}, |count| ReportCell::Count { count })
    };
    Ok(listed.iter().map(rank).collect())
}

fn count(cell: Option<&MeasureCell>) -> usize {
    let value = cell.and_then(|cell| cell.value.as_ref());
    value.and_then(|value| value.to_string().parse().ok()).unwrap_or(0)
}

/// Nothing was counted of a part in a period.
fn is_nothing(part: &Part, at: usize) -> bool {
    let is_behind = part.behind.get(at).is_some_and(|(_, facts)| !facts.is_empty());
    !is_behind && part.cells(at).iter().all(is_zero)
}

/// Items for which nothing can be counted.
fn told(items: &[PackagingItem]) -> Vec<Finding> {
    if items.is_empty() {
        let none = finding!(Code::ReportPackagingNone);
        return vec![none.at("packaging").within(Input::Records)];
    }
    let bare = items.iter().enumerate();
    let bare = bare.filter(|(_, item)| item.spend_items.is_empty() && item.answers.is_empty());
    let bare = bare.map(|(at, item)| {
        let name: Label = Label::from(&item.name);
        finding!(Code::ReportPackagingBare, name).at(at).at("packaging").within(Input::Records)
    });
    bare.collect()
}
