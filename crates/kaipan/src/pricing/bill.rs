//! Price bills (定价单 / 调价单): from draft to execution, with before and after (handbook §2.9).

use super::adjust::AverageMove;
use super::price::total_of;
use crate::Date;
use crate::error::{At, Code, Error, Finding, Result, Severity};
use crate::number::{Area, Figure, Money, Rate, Rounding, UnitPrice};
use crate::project::figures::{Figured, differ};
use crate::project::{self, Project, Unit, not_positive};
use crate::{Label, Text};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// What a bill does.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BillKind {
    /// 定价: first prices.
    Set,
    /// 调价: changed prices.
    #[default]
    Adjust,
}

/// How a bill came to its prices (调价方式): the mode of `pricing.adjust` with its figures.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BillMethod {
    /// 每平米加减: ± yuan per m² of building area.
    AmountPerM2 {
        /// The change, yuan per m².
        amount: UnitPrice,
    },
    /// 按百分比.
    Percent {
        /// The change, percent: `-3` is 3 % less.
        percent: Figure,
    },
    /// 每套加减: ± yuan per unit, on the total.
    TotalAmount {
        /// The change, yuan.
        amount: Money,
    },
    /// 调到均价.
    ToAverage {
        /// Yuan per m² of building area.
        average: UnitPrice,
        /// How prices move.
        #[boundary(default)]
        by: AverageMove,
    },
    /// 按定价方案重新定价.
    Reprice {
        /// Codes of the schemes.
        #[boundary(required)]
        schemes: Vec<Text>,
    },
    /// 按价格表.
    Explicit {},
}

/// State of a price bill. Executed bills never change again, except to be superseded.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BillState {
    /// 草稿.
    #[default]
    Draft,
    /// 待审批.
    PendingApproval,
    /// 已审批.
    Approved,
    /// 已执行.
    Executed,
    /// 已被取代.
    Superseded,
    /// 已驳回.
    Rejected,
    /// 已作废.
    Void,
}

/// What can be done with a bill.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BillCommand {
    /// 提交审批.
    Submit,
    /// 撤回 to draft.
    Withdraw,
    /// 批准.
    Approve,
    /// 驳回.
    Reject,
    /// 执行: the new prices take effect.
    Execute,
    /// 取代: a later bill has taken its place.
    Supersede,
    /// 作废.
    Void,
}

/// The transition table; a pair that is not in it is refused.
const TRANSITIONS: &[(BillState, BillCommand, BillState)] = &[
    (BillState::Draft, BillCommand::Submit, BillState::PendingApproval),
    (BillState::Draft, BillCommand::Void, BillState::Void),
    (BillState::PendingApproval, BillCommand::Approve, BillState::Approved),
    (BillState::PendingApproval, BillCommand::Reject, BillState::Rejected),
    (BillState::PendingApproval, BillCommand::Withdraw, BillState::Draft),
    (BillState::PendingApproval, BillCommand::Void, BillState::Void),
    (BillState::Approved, BillCommand::Execute, BillState::Executed),
    (BillState::Approved, BillCommand::Void, BillState::Void),
    (BillState::Executed, BillCommand::Supersede, BillState::Superseded),
];

impl BillState {
    /// The name used in requests.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            BillState::Draft => "draft",
            BillState::PendingApproval => "pending_approval",
            BillState::Approved => "approved",
            BillState::Executed => "executed",
            BillState::Superseded => "superseded",
            BillState::Rejected => "rejected",
            BillState::Void => "void",
        }
    }

    /// The name in Chinese.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            BillState::Draft => "草稿",
            BillState::PendingApproval => "待审批",
            BillState::Approved => "已审批",
            BillState::Executed => "已执行",
            BillState::Superseded => "已被取代",
            BillState::Rejected => "已驳回",
            BillState::Void => "已作废",
        }
    }

    /// The state after a command; `None` if the command is not allowed in this state.
    #[must_use]
    pub fn after(self, command: BillCommand) -> Option<BillState> {
        let row = TRANSITIONS.iter().find(|(from, by, _)| *from == self && *by == command);
        row.map(|(_, _, to)| *to)
    }

    /// The commands allowed in this state.
    #[must_use]
    pub fn commands(self) -> Vec<BillCommand> {
        let rows = TRANSITIONS.iter().filter(|(from, _, _)| *from == self);
        rows.map(|(_, by, _)| *by).collect()
    }
}

impl BillCommand {
    /// The name used in requests.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            BillCommand::Submit => "submit",
            BillCommand::Withdraw => "withdraw",
            BillCommand::Approve => "approve",
            BillCommand::Reject => "reject",
            BillCommand::Execute => "execute",
            BillCommand::Supersede => "supersede",
            BillCommand::Void => "void",
        }
    }

    /// The name in Chinese.
    #[must_use]
    pub const fn chinese(self) -> &'static str {
        match self {
            BillCommand::Submit => "提交审批",
            BillCommand::Withdraw => "撤回",
            BillCommand::Approve => "批准",
            BillCommand::Reject => "驳回",
            BillCommand::Execute => "执行",
            BillCommand::Supersede => "取代",
            BillCommand::Void => "作废",
        }
    }
}

/// A price bill with its lines.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceBill {
    /// Code.
    pub code: Text,
    /// What it does.
    #[boundary(default)]
    pub kind: BillKind,
    /// How its prices were found; filled by `pricing.adjust`.
    pub method: Option<BillMethod>,
    /// Reason, for the work log.
    pub reason: Option<Label>,
    /// First day of the new prices.
    pub effective_date: Date,
    /// State.
    #[boundary(default)]
    pub state: BillState,
    /// Units of the bill are locked against new deals until it is executed or ended.
    #[boundary(written)]
    pub locks_units: bool,
    /// One line a unit.
    #[boundary(required)]
    pub lines: Vec<BillLine>,
    /// Rules that the new prices break; warnings do not count.
    #[boundary(default)]
    pub violations: u32,
}

/// Before and after for one unit. Unit prices are per m² of building area.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillLine {
    /// 房号.
    pub unit_no: Text,
    /// 建筑面积, m².
    pub building_area: Area,
    /// 原表价 (单价).
    pub old_list_price: Option<UnitPrice>,
    /// 原表价 (总价).
    pub old_list_total: Option<Money>,
    /// 新表价 (单价).
    pub new_list_price: UnitPrice,
    /// 新表价 (总价).
    pub new_list_total: Money,
    /// 原底价 (单价).
    pub old_floor_price: Option<UnitPrice>,
    /// 新底价 (单价), if the bill changes it.
    pub new_floor_price: Option<UnitPrice>,
    /// Change of the total, yuan.
    pub change: Option<Money>,
    /// Change of the total, share: 0.0123 is 1.23 %; half up to 4 decimals.
    pub change_rate: Option<Rate>,
    /// Codes of the findings about the new price: of the rules that it breaks, and of warnings.
    pub flags: Vec<Text>,
}

/// A unit that a bill leaves out, and why.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedUnit {
    /// 房号.
    pub unit_no: Text,
    /// Why, as a finding.
    pub reason: Finding,
}

/// A request to move a bill on.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvanceBillRequest {
    /// The bill.
    pub bill: PriceBill,
    /// What to do.
    pub command: BillCommand,
    /// Today.
    pub today: Date,
    /// The project as it is now; needed to execute.
    pub project: Option<Project>,
    /// Submit although prices break rules; the violations stay on the lines.
    #[boundary(written)]
    pub allow_violations: bool,
}

/// A bill after a command.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvancedBill {
    /// The bill in its new state.
    pub bill: PriceBill,
    /// On execution: the prices to store, one entry of price history a unit.
    pub changes: Vec<PriceChange>,
    /// On execution: units that entered a deal meanwhile and keep their price.
    pub skipped: Vec<SkippedUnit>,
    /// Units locked against new deals after this command.
    pub locked_units: Vec<Text>,
    /// What a person should read about the bill submitted or executed.
    pub findings: Vec<Finding>,
}

/// One entry of a unit's price history.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceChange {
    /// 房号.
    pub unit_no: Text,
    /// The bill that set it.
    pub bill: Text,
    /// First day of the price.
    pub effective_date: Date,
    /// 表价 (单价), per m² of building area.
    pub list_price: UnitPrice,
    /// 表价 (总价).
    pub list_total: Money,
    /// 底价 (单价), per m² of building area, if the bill changes it.
    pub floor_price: Option<UnitPrice>,
    /// 底价 (总价) that goes with it; replaces the unit's.
    pub floor_total: Option<Money>,
}

/// Moves a price bill to its next state; execution yields the prices to store.
///
/// # Errors
/// [`Code::PricingBillState`] when the state does not allow the command;
/// [`Code::PricingBillViolations`] when submitting broken prices;
/// [`Code::PricingBillEarly`], [`Code::PricingBillStale`], [`Code::PricingUnknownUnit`] when
/// executing too early, on changed prices or unknown units; [`Code::PricingBillArea`] when a unit
/// has another area than the bill priced. The bill is unchanged.
pub fn advance_bill(request: AdvanceBillRequest) -> Result<AdvancedBill> {
    let AdvanceBillRequest { mut bill, command, today, project, allow_violations } = request;
    let Some(next) = bill.state.after(command) else {
        let names = |name: fn(BillCommand) -> String, between: &str| {
            let allowed: Vec<String> = bill.state.commands().into_iter().map(name).collect();
            if allowed.is_empty() { "—".to_owned() } else { allowed.join(between) }
        };
        let allowed = names(|command| command.as_str().to_owned(), ", ");
        let chinese = |one: BillCommand| format!("{}（“{}”）", one.chinese(), one.as_str());
        return Err(Error::new(Code::PricingBillState)
            .with("state", bill.state.as_str())
            .with("state_zh", bill.state.chinese())
            .with("command", command.as_str())
            .with("command_zh", command.chinese())
            .with_long("allowed", allowed)
            .with_long("allowed_zh", names(chinese, "、"))
            .at("command"));
    };
    let mut changes = Vec::new();
    let mut skipped = Vec::new();
    let mut findings = Vec::new();
    match command {
        BillCommand::Submit => {
            check_lines(&bill)?;
            findings = figures(&bill);
            flag_new(&mut bill);
            let violations = violations(&bill);
            if violations > 0 && !allow_violations {
                let error = Error::new(Code::PricingBillViolations).with("count", violations);
                let mut errors = vec![error.at("lines").at("bill")];
                errors.extend(findings.iter().map(Finding::to_error));
                Error::collect(errors)?;
            }
        }
        BillCommand::Execute => {
            if today < bill.effective_date {
                let error = Error::new(Code::PricingBillEarly)
                    .with("date", bill.effective_date)
                    .with("today", today);
                return Err(error.at("today"));
            }
            let Some(project) = &project else {
                return Err(Error::new(Code::ProjectNeeded).at("project"));
            };
            check_lines(&bill)?;
            findings = figures(&bill);
            findings.extend(project::figures::of_units(&project.units));
            (changes, skipped) = execute(&bill, project)?;
        }
        _ => {}
    }
    bill.state = next;
    let waiting = matches!(bill.state, BillState::PendingApproval | BillState::Approved);
    let locked_units = if bill.locks_units && waiting {
        bill.lines.iter().map(|line| line.unit_no.clone()).collect()
    } else {
        Vec::new()
    };
    Ok(AdvancedBill { bill, changes, skipped, locked_units, findings })
}

/// Totals of lines that are not unit price × area.
fn figures(bill: &PriceBill) -> Vec<Finding> {
    let lines = bill.lines.iter().enumerate();
    let found = lines.flat_map(|(at, line)| {
        let place = |field| format!("/bill/lines/{at}/{field}");
        let old = line.old_list_price.zip(line.old_list_total).and_then(|(price, total)| {
            let found = differ(Figured::Old, price, line.building_area, total)?;
            Some(found.path(place("old_list_total")))
        });
        let new = new_differs(line).map(|found| found.path(place("new_list_total")));
        [old, new].into_iter().flatten().map(|found| found.unit(&line.unit_no))
    });
    found.collect()
}

fn new_differs(line: &BillLine) -> Option<Finding> {
    differ(Figured::New, line.new_list_price, line.building_area, line.new_list_total)
}

/// Flags the lines whose new prices contradict themselves, as `pricing.adjust` does.
fn flag_new(bill: &mut PriceBill) {
    let mut more = 0_u32;
    for line in &mut bill.lines {
        let Some(found) = new_differs(line) else { continue };
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
        return Err(Error::new(Code::ProjectNoUnits).at("lines").at("bill"));
    }
    let mut errors = Vec::new();
    let mut first = HashMap::new();
    for (at, line) in bill.lines.iter().enumerate() {
        let floor = line.new_floor_price.filter(|floor| !floor.is_positive());
        let refused = [
            (!line.new_list_price.is_positive())
                .then(|| not_positive("new_list_price", line.new_list_price)),
            (!line.new_list_total.is_positive())
                .then(|| not_positive("new_list_total", line.new_list_total)),
            floor.map(|floor| not_positive("new_floor_price", floor)),
        ];
        let refused = refused.into_iter().flatten();
        errors.extend(refused.map(|error| error.at(at).at("lines").at("bill")));
        if let Some(earlier) = first.insert(line.unit_no.as_str(), at.saturating_add(1)) {
            let error = Error::new(Code::ProjectUnitTwice)
                .with("unit_no", &line.unit_no)
                .with("first", earlier);
            errors.push(error.at("unit_no").at(at).at("lines").at("bill"));
        }
    }
    Error::collect(errors)
}

fn execute(bill: &PriceBill, project: &Project) -> Result<(Vec<PriceChange>, Vec<SkippedUnit>)> {
    project::validate(project).at("project")?;
    let units: HashMap<&str, &Unit> =
        project.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
    let mut changes = Vec::with_capacity(bill.lines.len());
    let mut skipped = Vec::new();
    let mut errors = Vec::new();
    for (at, line) in bill.lines.iter().enumerate() {
        let place = |error: Error| error.at("unit_no").at(at).at("lines").at("bill");
        let Some(unit) = units.get(line.unit_no.as_str()) else {
            let error = project::unknown_unit(&project.units, &line.unit_no, errors.len());
            errors.push(place(error));
            continue;
        };
        if unit.building_area != line.building_area {
            let error = Error::new(Code::PricingBillArea)
                .with("unit_no", &line.unit_no)
                .with("found", unit.building_area)
                .with("expected", line.building_area);
            errors.push(error.at("building_area").at(at).at("lines").at("bill"));
            continue;
        }
        if unit.state.in_active_deal() {
            skipped.push(SkippedUnit { unit_no: line.unit_no.clone(), reason: kept(unit) });
            continue;
        }
        // A price given in one form only must not look changed; one that is gone must.
        let gone = unit.list_price.is_none() && unit.list_total.is_none();
        let same_price = (unit.list_price.is_none() && !(gone && line.old_list_price.is_some()))
            || unit.list_price == line.old_list_price;
        let same_total = unit.list_total.is_none() || unit.list_total == line.old_list_total;
        let same_floor = line.new_floor_price.is_none() || unit.floor_price == line.old_floor_price;
        if !same_floor {
            let shown = |floor: Option<UnitPrice>| {
                floor.map_or("—".to_owned(), |floor| floor.to_string())
            };
            let error = Error::new(Code::PricingBillStale)
                .with("unit_no", &line.unit_no)
                .with("found", shown(unit.floor_price))
                .with("expected", shown(line.old_floor_price));
            errors.push(place(error));
            continue;
        }
        if !same_price || !same_total {
            let shown = |price: Option<UnitPrice>, total: Option<Money>| match (price, total) {
                (Some(price), _) if !same_price => price.to_string(),
                (_, Some(total)) if same_price => total.to_string(),
                _ => "—".to_owned(),
            };
            let error = Error::new(Code::PricingBillStale)
                .with("unit_no", &line.unit_no)
                .with("found", shown(unit.list_price, unit.list_total))
                .with("expected", shown(line.old_list_price, line.old_list_total));
            errors.push(place(error));
            continue;
        }
        changes.push(PriceChange {
            unit_no: line.unit_no.clone(),
            bill: bill.code.clone(),
            effective_date: bill.effective_date,
            list_price: line.new_list_price,
            list_total: line.new_list_total,
            floor_price: line.new_floor_price,
            floor_total: line
                .new_floor_price
                .map(|floor| total_of(floor, unit.building_area, &Rounding::FEN))
                .transpose()?,
        });
    }
    Error::collect(errors)?;
    Ok((changes, skipped))
}

/// The finding that a unit keeps the price of its deal.
pub(super) fn kept(unit: &Unit) -> Finding {
    let state = unit.state.as_str();
    let state_zh = unit.state.chinese().first().copied().unwrap_or_default();
    let params: [(&str, &dyn std::fmt::Display); 2] = [("state", &state), ("state_zh", &state_zh)];
    Finding::new(Code::PricingKept, &params).unit(&unit.unit_no)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::UnitState;

    const STATES: [BillState; 7] = [
        BillState::Draft,
        BillState::PendingApproval,
        BillState::Approved,
        BillState::Executed,
        BillState::Superseded,
        BillState::Rejected,
        BillState::Void,
    ];
    const COMMANDS: [BillCommand; 7] = [
        BillCommand::Submit,
        BillCommand::Withdraw,
        BillCommand::Approve,
        BillCommand::Reject,
        BillCommand::Execute,
        BillCommand::Supersede,
        BillCommand::Void,
    ];

    fn request(state: BillState, command: BillCommand) -> AdvanceBillRequest {
        let line = |no: &str| BillLine {
            unit_no: no.into(),
            building_area: "100".parse().unwrap(),
            old_list_price: Some("10000".parse().unwrap()),
            old_list_total: Some("1000000".parse().unwrap()),
            new_list_price: "10100".parse().unwrap(),
            new_list_total: "1010000".parse().unwrap(),
            old_floor_price: None,
            new_floor_price: None,
            change: None,
            change_rate: None,
            flags: vec![],
        };
        let unit = |no: &str, state| Unit {
            unit_no: no.into(),
            building: "1".into(),
            line: "01".into(),
            building_area: "100".parse().unwrap(),
            state,
            list_price: Some("10000".parse().unwrap()),
            ..Unit::default()
        };
        AdvanceBillRequest {
            bill: PriceBill {
                code: "B1".into(),
                kind: BillKind::Adjust,
                method: None,
                reason: None,
                effective_date: "2026-03-01".parse().unwrap(),
                state,
                locks_units: true,
                lines: vec![line("101"), line("102")],
                violations: 0,
            },
            command,
            today: "2026-03-01".parse().unwrap(),
            project: Some(Project {
                units: vec![unit("101", UnitState::OnSale), unit("102", UnitState::Booked)],
                ..Project::default()
            }),
            allow_violations: false,
        }
    }

    #[test]
    fn every_pair_is_in_the_table_or_refused() {
        let mut allowed = 0;
        for state in STATES {
            for command in COMMANDS {
                match advance_bill(request(state, command)) {
                    Ok(response) => {
                        allowed += 1;
                        assert_eq!(Some(response.bill.state), state.after(command));
                    }
                    Err(error) => {
                        assert_eq!(error.code(), Code::PricingBillState);
                        assert_eq!(state.after(command), None);
                    }
                }
            }
        }
        assert_eq!(allowed, TRANSITIONS.len());
    }

    #[test]
    fn execution_leaves_out_units_in_a_deal_and_refuses_changed_prices() {
        let done = advance_bill(request(BillState::Approved, BillCommand::Execute)).unwrap();
        assert_eq!(done.changes.len(), 1);
        assert_eq!(done.changes[0].list_price.to_string(), "10100.00");
        assert_eq!(done.skipped[0].unit_no, "102");
        assert!(done.locked_units.is_empty());

        let mut early = request(BillState::Approved, BillCommand::Execute);
        early.today = "2026-02-28".parse().unwrap();
        assert_eq!(advance_bill(early).unwrap_err().code(), Code::PricingBillEarly);

        let mut stale = request(BillState::Approved, BillCommand::Execute);
        stale.project.as_mut().unwrap().units[0].list_price = Some("10001".parse().unwrap());
        let error = advance_bill(stale).unwrap_err();
        assert_eq!(
            (error.code(), error.path().as_str()),
            (Code::PricingBillStale, "/bill/lines/0/unit_no")
        );
    }

    #[test]
    fn broken_prices_are_submitted_only_on_purpose_and_waiting_bills_lock() {
        let mut request = request(BillState::Draft, BillCommand::Submit);
        request.bill.lines[0].flags.push("pricing.above_filed".into());
        let error = advance_bill(request.clone()).unwrap_err();
        assert_eq!(error.code(), Code::PricingBillViolations);
        request.bill.lines[0].flags = vec!["pricing.filed_differs".into()];
        let warned = advance_bill(request.clone()).unwrap();
        assert_eq!(warned.bill.state, BillState::PendingApproval, "a warning stops nothing");
        request.bill.lines[0].flags.push("pricing.above_filed".into());
        request.bill.lines[0].flags.push("pricing.too_soon".into());
        let error = advance_bill(request.clone()).unwrap_err();
        assert_eq!(error.params()[0].value, "2", "violations are counted, not lines or warnings");
        request.allow_violations = true;
        assert_eq!(advance_bill(request).unwrap().locked_units, ["101", "102"]);
    }
}
