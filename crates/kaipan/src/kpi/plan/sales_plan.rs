//! 销售总体计划、销售阶段性计划: what is to be sold when, and what marketing may cost.

use crate::check::{Must, Span, blank, with_repeats};
use crate::error::{Code, Error};
use crate::kpi::period::PeriodKind;
use crate::kpi::targets::{FigureOwner, SalesTarget, TargetState};
use crate::number::{Figure, Money};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A sales plan in one of its versions (handbook §8.12).
///
/// ```
/// use kaipan::kpi::{PeriodKind, SalesPlan, SalesPlanKind, SalesPlanLine};
/// let (from, to) = ("2026-01-01".parse()?, "2026-12-31".parse()?);
/// let year = SalesPlanLine::new("signings", PeriodKind::Year, from, to, "1200".parse()?);
/// let plan = SalesPlan::new("SP-1", SalesPlanKind::Overall, "P1", from, to, vec![year]);
/// assert_eq!(plan.subject(), "SP-1/1");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct SalesPlan {
    /// Its id, which all its versions have.
    pub id: Text,
    /// What it is.
    pub kind: SalesPlanKind,
    /// Id of the node of the organisation, mostly a project.
    pub node: Text,
    /// Name of the stage, of a stage plan.
    pub stage: Option<Text>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Its version, counted from 1; 1 if absent.
    #[boundary(default = first_version)]
    pub version: u32,
    /// How far this version has come.
    #[boundary(default)]
    pub state: TargetState,
    /// The day from which this version is in force once it is approved; the day of its approval if
    /// absent.
    pub effective_on: Option<Date>,
    /// What is to be reached.
    #[boundary(required)]
    pub lines: Vec<SalesPlanLine>,
    /// What marketing may cost.
    pub budget: Vec<SalesPlanBudget>,
    /// What became of it, of every version, the oldest first.
    pub changes: Vec<SalesPlanChange>,
}

/// What a sales plan is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum SalesPlanKind {
    /// 项目销售总体计划.
    Overall,
    /// 项目销售阶段性计划.
    Stage,
}

/// What a figure is to be in a period.
#[boundary]
pub struct SalesPlanLine {
    /// The name of a measure or ratio, such as `signed_amount`.
    pub metric: Text,
    /// What the period is.
    pub period: PeriodKind,
    /// First day.
    pub from: Date,
    /// Last day, as of a target.
    pub to: Date,
    /// How much: yuan, units, m², or what the metric counts.
    pub value: Figure,
}

/// What marketing may cost in the days of a plan.
#[boundary]
pub struct SalesPlanBudget {
    /// 媒体大类; of all media if absent.
    pub media: Option<Text>,
    /// 推广活动; of all campaigns if absent.
    pub campaign: Option<Text>,
    /// Yuan.
    pub amount: Money,
}

/// Something that became of a plan.
#[boundary]
pub struct SalesPlanChange {
    /// The version that it made or moved.
    pub version: u32,
    /// The day.
    pub on: Date,
    /// Id of the person.
    pub by: Text,
    /// What.
    pub action: SalesPlanAction,
    /// Why.
    pub reason: Option<Label>,
}

/// What becomes of a plan.
#[boundary]
pub enum SalesPlanAction {
    /// 上报.
    Report,
    /// 审核.
    Review,
    /// 批准.
    Approve,
    /// 退回.
    Return,
    /// 修订: a new version.
    Revise,
    /// 跨期调整: amounts move between periods, and the year stays.
    Rephase,
}

const fn first_version() -> u32 {
    1
}

impl SalesPlan {
    /// What a request for approval of this version is about: the id and the version.
    #[must_use]
    pub fn subject(&self) -> Text {
        format!("{}/{}", self.id, self.version).into()
    }

    /// The lines as targets of the node, in the state of the plan, for
    /// [`Completing`](crate::kpi::Completing).
    #[must_use]
    pub fn targets(&self) -> Vec<SalesTarget> {
        self.lines.iter().map(|line| self.target(line)).collect()
    }

    fn target(&self, line: &SalesPlanLine) -> SalesTarget {
        SalesTarget {
            owner: FigureOwner::Node { node: self.node.clone() },
            metric: line.metric.clone(),
            period: line.period,
            from: line.from,
            to: line.to,
            value: line.value,
            part_of: None,
            version: self.version,
            state: self.state,
        }
    }

    pub(in crate::kpi) fn days(&self) -> Span<Date> {
        Span::new(Some(self.from), Some(self.to))
    }

    /// The first day on which this version is in force, if it is approved.
    pub(super) fn since(&self) -> Option<Date> {
        (self.state == TargetState::Approved).then(|| self.effective_on.unwrap_or(self.from))
    }

    /// What is wrong with it, each at its field.
    pub(in crate::kpi) fn errors(&self) -> Vec<Error> {
        let mut errors: Vec<Error> = [("id", &self.id), ("node", &self.node)]
            .into_iter()
            .filter_map(|(field, text)| blank(Code::KpiBlank, field, text))
            .collect();
        match (self.kind, &self.stage) {
            (SalesPlanKind::Stage, None) => {
                errors.push(Error::new(Code::KpiBlank).with("field", "stage").at("stage"));
            }
            (SalesPlanKind::Overall, Some(stage)) => {
                let error = Error::new(Code::KpiPlanStageUnused).with("stage", stage);
                errors.push(error.at("stage"));
            }
            _ => {}
        }
        let turned = self.days().turned().is_some();
        if turned {
            errors.push(self.days().named_in(Error::new(Code::KpiDatesTurned)).at("to"));
        }
        if self.lines.is_empty() {
            errors.push(Error::new(Code::KpiPlanNoLines).with("plan", &self.id).at("lines"));
        }
        if self.version == 0 {
            let error = Must::BeOneOrMore.refused(Code::KpiNumber, "version", self.version);
            errors.extend(error);
        }
        for (at, line) in self.lines.iter().enumerate() {
            let mut own = self.target(line).errors();
            own.retain(|error| error.path() != "/owner/node");
            let lies_in = turned || self.days().covers(line.days());
            if own.is_empty() && !lies_in {
                let error = line.days().named_in(Error::new(Code::KpiPlanLineOutside));
                own.push(error.with("metric", &line.metric).at("from"));
            }
            errors.extend(own.into_iter().map(|error| error.at(at).at("lines")));
        }
        errors.extend(self.overlaps().into_iter().map(|error| error.at("lines")));
        errors.extend(self.wrong_budget().into_iter().map(|error| error.at("budget")));
        errors
    }

    /// Lines of one metric and kind of period that share days, each at the later one.
    fn overlaps(&self) -> Vec<Error> {
        let mut order: Vec<(usize, &SalesPlanLine)> = self.lines.iter().enumerate().collect();
        order.sort_by_key(|(at, line)| (&line.metric, line.period, line.from, *at));
        let pairs = order.iter().zip(order.iter().skip(1));
        let wrong = pairs.filter(|((_, one), (_, two))| {
            one.series() == two.series() && one.days().meets(two.days())
        });
        let error =
            |((first, one), (at, two)): (&(usize, &SalesPlanLine), &(usize, &SalesPlanLine))| {
                let error = Error::new(Code::KpiTargetsOverlap).with("owner", &self.node);
                let error =
                    error.with("metric", &two.metric).with("first", first.saturating_add(1));
                one.days().inside(two.days()).named_in(error).at("from").at(*at)
            };
        wrong.map(error).collect()
    }

    fn wrong_budget(&self) -> Vec<Error> {
        let key = |line: &SalesPlanBudget| (line.media.clone(), line.campaign.clone());
        let firsts = crate::check::firsts(&self.budget, |line| (&line.media, &line.campaign));
        let mut errors = Vec::new();
        for (at, line) in self.budget.iter().enumerate() {
            let wrong = Must::NotBeNegative.refused(Code::KpiNumber, "amount", line.amount);
            let first = firsts.get(at).copied().unwrap_or(at);
            let twice = (first != at).then(|| {
                let (media, campaign) = key(line);
                let name = campaign.or(media).unwrap_or_else(|| self.id.clone());
                let error = Error::new(Code::KpiIdTwice).with("id", name);
                error.with("first", first.saturating_add(1)).at("campaign")
            });
            errors.extend(wrong.into_iter().chain(twice).map(|error| error.at(at)));
        }
        errors
    }

    pub(in crate::kpi) fn log(
        &mut self,
        on: Date,
        by: &Text,
        action: SalesPlanAction,
        reason: Option<&Label>,
    ) {
        self.changes.push(SalesPlanChange {
            version: self.version,
            on,
            by: by.clone(),
            action,
            reason: reason.cloned(),
        });
    }
}

impl SalesPlanLine {
    pub(in crate::kpi) fn days(&self) -> Span<Date> {
        Span::new(Some(self.from), Some(self.to))
    }

    /// The figure and what its periods are.
    pub(super) fn series(&self) -> (&Text, PeriodKind) {
        (&self.metric, self.period)
    }
}

/// Plans whose id and version are given twice.
pub(super) fn twice(plans: &[SalesPlan]) -> Vec<Error> {
    let again = with_repeats(plans, |plan| (&plan.id, plan.version));
    let again = again.filter_map(|(at, plan, first)| {
        let error = Error::new(Code::KpiIdTwice).with("id", plan.subject());
        Some(error.with("first", first?).at("version").at(at))
    });
    again.collect()
}
