use super::definition::{ReportColumn, ReportForm};
use super::listing::Listing;
use super::measured::measured;
use super::reader::{Access, ReportReader};
use super::records::ReportRecords;
use super::scene::{Asked, Scene, held};
use super::spec::{Fill, SPECS, Spec};
use super::table::ReportTable;
use super::wrong::wrong_records;
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, both, finding};
use crate::kpi::{Caliber, FactDimension, PeriodSeries};
use crate::organisation::{OrgKind, OrgTree};
use crate::{Date, Label, Text};

/// Runs a report over what a host has recorded (报表, handbook §8.5).
///
/// A report only arranges: its figures are those of the measures, its lists are what facts, deals, ledger and
/// services say. So the total of a column of measures is the measure. Errors and findings are placed in
/// [`Input::Report`], `Records`, `Periods`, `Node`, `Level`, `By` and `Reader`.
///
/// ```
/// use kaipan::kpi::{Fact, FactKind, PeriodKind, PeriodSeries};
/// use kaipan::report::{ReportCell, ReportRecords, Reporting};
/// let sale = Fact::new("s1", FactKind::Subscription, "2026-03-09".parse()?)
///     .with_node("P1")
///     .with_amount("1550000".parse()?);
/// let records = ReportRecords { facts: vec![sale], ..ReportRecords::default() };
/// let march = PeriodSeries::new(PeriodKind::Month, "2026-03-01".parse()?, "2026-03-31".parse()?);
/// let table = Reporting::new(&records, "sales_summary", &march).run()?;
/// let at = table.columns.iter().position(|column| column.key == "subscribed_amount").unwrap();
/// assert_eq!(table.totals[at], ReportCell::money("1550000".parse()?));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Reporting<'a> {
    records: &'a ReportRecords,
    report: &'a str,
    periods: &'a PeriodSeries,
    as_of: Option<Date>,
    node: Option<&'a Text>,
    level: Option<OrgKind>,
    by: Option<&'a [FactDimension]>,
    caliber: Option<Caliber>,
    reader: Option<&'a ReportReader>,
}

impl<'a> Reporting<'a> {
    /// A report by its name, over records, in periods.
    pub fn new(
        records: &'a ReportRecords,
        report: &'a str,
        periods: &'a PeriodSeries,
    ) -> Reporting<'a> {
        Reporting {
            records,
            report,
            periods,
            as_of: None,
            node: None,
            level: None,
            by: None,
            caliber: None,
            reader: None,
        }
    }

    optional_inputs! {
        /// The day whose end is looked at; the last day of the periods if it is not given.
        as_of: Date;
        /// The node of the organisation that it is about, with all below it.
        node: &'a Text;
        /// The level to which nodes are added up, in the place of that of the report.
        level: OrgKind;
        /// What measures are grouped by, in the place of what the report groups by.
        by: &'a [FactDimension];
        /// Whose reading measures have, in the place of that of the report.
        caliber: Caliber;
        /// Who reads it; nothing is hidden without one.
        reader: &'a ReportReader;
    }

    /// The table.
    ///
    /// # Errors
    /// [`Code::ReportUnknown`], [`Code::ReportPeriodKind`], [`Code::ReportNotGrouped`],
    /// [`Code::ReportBeforeNode`], [`Code::ReportNotAllowed`], [`Code::ReportNowhere`],
    /// [`Code::ReportReaderAlone`]; [`Code::ReportBlank`] and [`Code::ReportDates`] of records;
    /// [`Code::OrganisationUnknownNode`]; as the engines that a report is made by:
    /// [`FactDeriving`](crate::kpi::FactDeriving), [`Measuring`](crate::kpi::Measuring),
    /// [`Aging`](crate::overdue::Aging), [`ServiceFollowing`](crate::service::ServiceFollowing).
    pub fn run(&self) -> Result<ReportTable> {
        let spec = self.spec()?;
        let (scene, ()) = both(self.scene(spec), self.wrong(spec))?;
        let by = match spec.fill {
            Fill::Measures(how) => self.by.unwrap_or(how.by),
            Fill::List(_) | Fill::Own(_) => &[],
        };
        let mut columns: Vec<ReportColumn> = spec.made_columns(by);
        let (form, listing) = match spec.fill {
            Fill::List(fill) => (ReportForm::List, fill(&scene)),
            Fill::Own(fill) => (ReportForm::Measures, fill(&scene)),
            Fill::Measures(how) => {
                let made = measured(&scene, spec.columns, by, self.level.or(how.level));
                (ReportForm::Measures, made)
            }
        };
        let mut listing: Listing =
            listing.map_err(|error| error.each_place(&place_metric).moved(&held))?;
        columns.append(&mut listing.columns);
        let mut findings = scene.findings.clone();
        listing.findings.iter_mut().for_each(|finding| finding.move_to(&held));
        findings.append(&mut listing.findings);
        findings.extend(self.lacking(spec));
        let mut told: Vec<Finding> = Vec::with_capacity(findings.len());
        for finding in findings {
            if !told.contains(&finding) {
                told.push(finding);
            }
        }
        let (rows, totals) = listing.shown(&scene, &columns, spec.fill)?;
        let on = |note: &&super::records::ReportNote| {
            note.report == spec.name && scene.from <= note.on && note.on <= scene.to
        };
        let notes = self.records.notes.iter().filter(on);
        let notes = notes.filter(|note| {
            let seen = scene.sight(note.node.as_ref(), None);
            let inside = note.node.is_none() || scene.is_inside(note.node.as_ref(), note.on);
            inside && (note.node.is_none() || seen.reports)
        });
        Ok(ReportTable {
            report: Text::constant(spec.name),
            title_zh: Label::constant(spec.zh),
            title_en: Label::constant(spec.en),
            form,
            from: scene.from,
            to: scene.to,
            as_of: scene.as_of,
            caliber: scene.caliber,
            node: self.node.cloned(),
            notes: notes.cloned().collect(),
            columns,
            rows,
            totals,
            findings: told,
        })
    }

    fn spec(&self) -> Result<&'static Spec> {
        SPECS.iter().copied().find(|spec| spec.name == self.report).ok_or_else(|| {
            let names = SPECS.iter().map(|spec| spec.name);
            let error = Error::new(Code::ReportUnknown).with("name", self.report);
            error.with_nearest(names, self.report).within(Input::Report)
        })
    }

    /// What is wrong with what is asked of this report, and with the records.
    fn wrong(&self, spec: &Spec) -> Result<()> {
        let mut errors = wrong_records(self.records);
        if !spec.periods.contains(&self.periods.kind) {
            let kind = self.periods.kind;
            let error = Error::new(Code::ReportPeriodKind).with("kind", kind.word());
            let error = error.with("kind_zh", kind.chinese()).with("name", spec.name);
            errors.push(error.with("title_zh", spec.zh).at("kind").within(Input::Periods));
        }
        let is_measured = matches!(spec.fill, Fill::Measures(_));
        let told = |input| Error::new(Code::ReportNotGrouped).with("name", spec.name).within(input);
        let told = |input| told(input).with("title_zh", spec.zh);
        errors.extend((self.by.is_some() && !is_measured).then(|| told(Input::By)));
        errors.extend((self.level.is_some() && !is_measured).then(|| told(Input::Level)));
        if self.level.is_some() && self.records.organisation.is_none() && is_measured {
            errors.push(Error::new(Code::KpiLevelAlone).within(Input::Level));
        }
        Error::collect(errors)
    }

    fn scene(&self, spec: &'static Spec) -> Result<Scene<'a>> {
        let periods = self.periods.periods()?;
        let (from, to) = (self.periods.from, self.periods.to);
        let as_of = self.as_of.unwrap_or(to);
        let tree = self.records.tree()?;
        if let (Some(tree), Some(node)) = (&tree, self.node) {
            self.there(tree, node)?;
        }
        let is_list = matches!(spec.fill, Fill::List(_));
        let access = Access::of(tree.as_ref(), self.reader, as_of)?;
        if let Some(access) = &access {
            access.refuse(self.node, is_list)?;
        }
        let caliber = self.caliber.unwrap_or(match spec.fill {
            Fill::Measures(how) => how.caliber,
            _ => Caliber::Marketing,
        });
        let asked = Asked {
            kind: self.periods.kind,
            periods,
            stages: &self.periods.stages,
            from,
            to,
            as_of,
            caliber,
            tree,
            access,
            node: self.node,
        };
        Scene::new(self.records, asked)
    }

    /// The node is there in the period.
    fn there(&self, tree: &OrgTree<'_>, node: &Text) -> Result<()> {
        let (from, to) = (self.periods.from, self.periods.to);
        let Some(found) = tree.node(node) else {
            let error = Error::new(Code::OrganisationUnknownNode).with("node", node);
            return Err(error.with_nearest(tree.ids(), node).within(Input::Node));
        };
        let outside = found.valid_from.is_some_and(|first| to < first)
            || found.valid_to.is_some_and(|last| last < from);
        if outside {
            let error = Error::new(Code::ReportBeforeNode).with("node", node);
            return Err(found.days().named_in(error).at("to").within(Input::Periods));
        }
        Ok(())
    }

    /// Records that the report is made of and that are not there: nothing that it says is of them.
    fn lacking(&self, spec: &Spec) -> Option<Finding> {
        let has = |name: &&&str| self.records.has(name);
        let is_empty = spec.records.iter().find(has).is_none();
        let lists = || spec.records.join(", ");
        is_empty.then(|| {
            let lists = lists();
            finding!(Code::ReportNothingRecorded, lists).within(Input::Records)
        })
    }
}

/// The report names its metrics: only the caliber can be wrong about them.
fn place_metric(place: &mut InputPlace) {
    if place.input() == Some(Input::Metrics) {
        *place = InputPlace::of(Input::Caliber);
    }
}
