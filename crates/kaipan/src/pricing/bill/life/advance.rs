//! Moving a price bill on (定价单 / 调价单): from draft to execution (handbook §2.9).

use super::execute::{Executed, execute};
use super::state::{BillCommand, BillState};
use crate::approval::{ApprovalRequest, ApprovalStatus};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, Severity};
use crate::pricing::bill::model::{BillLine, PriceBill, PriceChange, SkippedUnit};
use crate::project::figures::{self, Figured, differ};
use crate::project::{Project, not_positive};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A bill after a command.
#[boundary(answer)]
pub struct AdvancedBill {
    /// The bill in its new state.
    pub bill: PriceBill,
    /// On execution: the prices to store, one entry of price history a unit.
    pub changes: Vec<PriceChange>,
    /// Units that entered a deal meanwhile and keep their price: on execution, and where a project
    /// is given on submission or approval.
    pub skipped: Vec<SkippedUnit>,
    /// Units locked against new deals after this command.
    pub locked_units: Vec<Text>,
    /// What a person should read about the bill submitted or executed.
    pub findings: Vec<Finding>,
}

/// A step in the life of a price bill, for [`PriceBill::advance`]. There is an example at
/// [`Adjusting`](crate::pricing::Adjusting).
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct BillStep<'a> {
    command: BillCommand,
    today: Date,
    project: Option<&'a Project>,
    allow_violations: bool,
    last_step: Option<Date>,
    pub(super) approval: Option<&'a ApprovalRequest>,
    pub(super) needs_approval: bool,
}

impl<'a> BillStep<'a> {
    /// What is to be done with the bill today.
    pub fn new(command: BillCommand, today: Date) -> BillStep<'a> {
        let (project, approval) = (None, None);
        BillStep {
            command,
            today,
            project,
            allow_violations: false,
            last_step: None,
            approval,
            needs_approval: false,
        }
    }

    inputs! {
        /// Submit although prices break rules; the violations stay on the lines.
        allow_violations: bool;
        /// Approve and reject only by a request for approval that was decided so.
        needs_approval: bool;
    }

    optional_inputs! {
        /// The project as it is now; needed to execute. Given on submission or approval, the bill is
        /// held against it too: a bill that could not be executed is refused then.
        project: &'a Project;
        /// The day of the step before, such as the submission: no step is taken on an earlier day.
        last_step: Date;
        /// The request for approval of the bill, as it was decided; to approve or reject it.
        approval: &'a ApprovalRequest;
    }
}

impl BillStep<'_> {
    /// Refuses a step that would be dated before the one that it follows: an approval before the
    /// submission.
    fn not_backwards(&self) -> Result<()> {
        match self.last_step {
            Some(last) if self.today < last => {
                let error = Error::new(Code::PricingBillBackwards);
                Err(error.with("today", self.today).with("last", last).within(Input::Today))
            }
            _ => Ok(()),
        }
    }
}

impl PriceBill {
    /// Moves the bill to its next state; execution yields the prices to store.
    ///
    /// # Errors
    /// [`Code::PricingBillState`] when the state does not allow the command;
    /// [`Code::PricingBillBackwards`] for a day before that of the last step;
    /// [`Code::PricingBillViolations`] when submitting broken prices;
    /// [`Code::PricingBillEarly`], [`Code::PricingBillStale`], [`Code::PricingUnknownUnit`] when
    /// executing too early, on changed prices or unknown units; [`Code::PricingBillArea`] when a
    /// unit has another area than the bill priced. The last three when submitting or approving with
    /// a project, too. [`Code::ApprovalMissing`], [`Code::ApprovalOfAnother`] and
    /// [`Code::ApprovalNotDecided`] when the request for approval is missing, is not of this bill or
    /// was not decided as the command says.
    pub fn advance(mut self, step: &BillStep<'_>) -> Result<AdvancedBill> {
        let Some(next) = self.state.after(step.command) else {
            return Err(not_allowed(self.state, step.command));
        };
        step.not_backwards()?;
        let mut executed = Executed { changes: Vec::new(), skipped: Vec::new() };
        let mut findings = Vec::new();
        match step.command {
            BillCommand::Submit => {
                check_lines(&self)?;
                findings = contradictions(&self);
                executed.skipped = foreseen(&self, step)?;
                flag_new(&mut self);
                let violations = violations(&self);
                if violations > 0 && !step.allow_violations {
                    let error = Error::new(Code::PricingBillViolations).with("count", violations);
                    let mut errors = vec![error.at("lines").within(Input::Bill)];
                    errors.extend(findings.iter().map(Finding::to_error));
                    Error::collect(errors)?;
                }
            }
            BillCommand::Execute => {
                if step.today < self.effective_date {
                    let error = Error::new(Code::PricingBillEarly)
                        .with("date", self.effective_date)
                        .with("today", step.today);
                    return Err(error.within(Input::Today));
                }
                let Some(project) = step.project else {
                    return Err(Error::new(Code::ProjectNeeded).within(Input::Project));
                };
                check_lines(&self)?;
                findings = contradictions(&self);
                findings.extend(figures::of_units(&project.units));
                executed = execute(&self, project)?;
            }
            BillCommand::Approve => {
                step.decided(&self, ApprovalStatus::Approved)?;
                check_lines(&self)?;
                executed.skipped = foreseen(&self, step)?;
            }
            BillCommand::Reject => step.decided(&self, ApprovalStatus::Rejected)?,
            BillCommand::Withdraw | BillCommand::Supersede | BillCommand::Void => {}
        }
        self.state = next;
        let waiting = matches!(next, BillState::PendingApproval | BillState::Approved);
        let locked = self.lines.iter().filter(|_| self.locks_units && waiting);
        Ok(AdvancedBill {
            locked_units: locked.map(|line| line.unit_no.clone()).collect(),
            bill: self,
            changes: executed.changes,
            skipped: executed.skipped,
            findings,
        })
    }
}

/// The units that the bill would leave out if it were executed on the project given; none without
/// a project.
fn foreseen(bill: &PriceBill, step: &BillStep<'_>) -> Result<Vec<SkippedUnit>> {
    let executed = step.project.map(|project| execute(bill, project)).transpose()?;
    Ok(executed.map(|executed| executed.skipped).unwrap_or_default())
}

/// The command is not in the table for this state; the error says what is possible.
fn not_allowed(state: BillState, command: BillCommand) -> Error {
    let names = |name: fn(BillCommand) -> String, between: &str| {
        state.commands().into_iter().map(name).collect::<Vec<_>>().join(between)
    };
    let chinese = |one: BillCommand| format!("{}（“{}”）", one.chinese(), one.word());
    let (zh, en) = match state {
        BillState::Superseded | BillState::Rejected | BillState::Void => (
            "已经结束，什么也不能再做；要改价就另做一张".to_owned(),
            "nothing more can be done with it: make another bill to change prices".to_owned(),
        ),
        BillState::Executed => (
            "价格已经生效；要改价就另做一张，它执行后取代（“supersede”）这一张".to_owned(),
            "its prices are in force: make another bill to change them, which then takes its place \
             (supersede)"
                .to_owned(),
        ),
        _ => (
            format!("可以{}", names(chinese, "、")),
            format!("one can {} it", names(|command| command.word().to_owned(), ", ")),
        ),
    };
    let error = Error::new(Code::PricingBillState)
        .with("state", state.word())
        .with("state_zh", state.chinese())
        .with("command", command.word())
        .with("command_zh", command.chinese())
        .with_long("possible", en)
        .with_long("possible_zh", zh);
    error.within(Input::Command)
}

/// Totals of lines that are not unit price × area.
fn contradictions(bill: &PriceBill) -> Vec<Finding> {
    let lines = bill.lines.iter().enumerate();
    let found = lines.flat_map(|(at, line)| {
        let place = |found: Finding, field: &'static str| {
            found.unit(&line.unit_no).at(field).at(at).at("lines").within(Input::Bill)
        };
        let old = line.old_list_price.zip(line.old_list_total).and_then(|(price, total)| {
            let found = differ(Figured::Old, price, line.building_area, total)?;
            Some(place(found, "old_list_total"))
        });
        let new = new_differs(line).map(|found| place(found, "new_list_total"));
        let floor = floor_differs(line).map(|found| place(found, "new_floor_total"));
        [old, new, floor].into_iter().flatten()
    });
    found.collect()
}

fn new_differs(line: &BillLine) -> Option<Finding> {
    differ(Figured::New, line.new_list_price, line.building_area, line.new_list_total)
}

fn floor_differs(line: &BillLine) -> Option<Finding> {
    let (price, total) = line.new_floor_price.zip(line.new_floor_total)?;
    differ(Figured::NewFloor, price, line.building_area, total)
}

/// Flags the lines whose new prices contradict themselves, as `pricing.adjust` does.
fn flag_new(bill: &mut PriceBill) {
    let mut more = 0_u32;
    for line in &mut bill.lines {
        let Some(found) = new_differs(line).or_else(|| floor_differs(line)) else { continue };
        if !line.flags.iter().any(|flag| flag == found.code.as_str()) {
            line.flags.push(found.code.as_str().into());
            more = more.saturating_add(1);
        }
    }
    bill.violations = bill.violations.saturating_add(more);
}

/// How many violations a bill has: warnings on its lines do not stop it. A flag that is no code of
/// this version counts, and so does a number of violations above that of the flags.
fn violations(bill: &PriceBill) -> usize {
    let flags = bill.lines.iter().flat_map(|line| &line.flags);
    let flagged = flags.filter(|flag| {
        let code = Code::from_text(flag);
        code.is_none_or(|code| code.entry().severity == Severity::Violation)
    });
    flagged.count().max(usize::try_from(bill.violations).unwrap_or(usize::MAX))
}

/// A bill has lines, and one for each of its units.
fn check_lines(bill: &PriceBill) -> Result<()> {
    if bill.lines.is_empty() {
        return Err(Error::new(Code::ProjectNoUnits).at("lines").within(Input::Bill));
    }
    let mut errors = Vec::new();
    for (at, line, again) in with_repeats(&bill.lines, |line| line.unit_no.as_str()) {
        let floor = line.new_floor_price.filter(|floor| !floor.is_positive());
        let floor_total = line.new_floor_total.filter(|floor| !floor.is_positive());
        let lacks_floor_price = line.new_floor_total.is_some() && line.new_floor_price.is_none();
        let refused = [
            (!line.new_list_price.is_positive())
                .then(|| not_positive("new_list_price", line.new_list_price)),
            (!line.new_list_total.is_positive())
                .then(|| not_positive("new_list_total", line.new_list_total)),
            floor.map(|floor| not_positive("new_floor_price", floor)),
            floor_total.map(|floor| not_positive("new_floor_total", floor)),
            lacks_floor_price.then(|| {
                let error = Error::new(Code::PricingMissingPrice).with("unit_no", &line.unit_no);
                error.at("new_floor_price")
            }),
        ];
        let refused = refused.into_iter().flatten();
        errors.extend(refused.map(|error| error.at(at).at("lines").within(Input::Bill)));
        if let Some(first) = again {
            let error = Error::new(Code::ProjectUnitTwice).with("unit_no", &line.unit_no);
            errors.push(
                error.with("first", first).at("unit_no").at(at).at("lines").within(Input::Bill),
            );
        }
    }
    Error::collect(errors)
}
