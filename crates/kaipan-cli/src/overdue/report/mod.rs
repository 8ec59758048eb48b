//! What is owed on a day: aging, what is overdue, and rights to end contracts.

mod aging;
mod list;
mod sheet;

pub(super) use aging::left_out;

use super::args::{OverdueArgs, OverdueFormat};
use super::arrears::Arrears;
use super::policies::{Policies, Used};
use super::{View, findings, refused, title, write, written};
use crate::failure::Failure;
use crate::text::Say;
use kaipan::error::{Code, Finding, Lang};
use kaipan::overdue::{Aging, AgingDimension, AgingReport, OverdueAssessing, OverdueAssessment};
use kaipan_derive::boundary;
use std::path::Path;

/// What the report has as JSON.
#[boundary(write)]
struct OverdueReport {
    /// The answer of overdue.aging.
    aging: AgingReport,
    /// The answer of overdue.assess.
    assessment: OverdueAssessment,
}

/// Tables that there are without asking for others.
const STANDARD: [AgingDimension; 3] =
    [AgingDimension::Item, AgingDimension::Loan, AgingDimension::Agent];

/// Runs the command.
///
/// # Errors
/// As [`Arrears::load`]; whatever the core refuses; a file that cannot be written.
pub(super) fn run(file: &Path, options: &OverdueArgs, lang: Lang) -> Result<u8, Failure> {
    let policies = Policies::load(options.day.policy.as_deref())?;
    let arrears = Arrears::load(file, &options.day, &policies, false, lang)?;
    let by: Vec<AgingDimension> = options.by.iter().map(|by| (*by).into()).collect();
    let by = if by.is_empty() { STANDARD.to_vec() } else { by };
    let report = drawn_up(&arrears, &policies, &by).map_err(|error| Failure::plain(&error))?;
    let view = View::new(&options.shown, lang);
    let mut notes = Vec::new();
    if let Some(to) = &options.csv {
        write(to, &list::csv(&view, &arrears, &report.assessment)?)?;
        notes.push(written(&view, to));
    }
    if let Some(to) = &options.html {
        let policy = options.day.policy.as_deref();
        write(to, &sheet::page(&view, &arrears, &report, &policies, policy))?;
        notes.push(written(&view, to));
    }
    let text = match options.shown.format {
        OverdueFormat::Json => kaipan_ops::json::write(&report, 65_536) + "\n",
        OverdueFormat::Table => {
            let mut lines = vec![title(&view, lang.say("账龄与逾期", "What is owed"), &arrears)];
            let used = [Used::LateFee, Used::Termination, Used::Buckets];
            let policy = options.day.policy.as_deref();
            lines.extend(policies.told(policy, &used, lang, view.width));
            lines.extend(refused(&view, &arrears, file));
            lines.extend(aging::drawn(&view, &report.aging));
            lines.extend(list::drawn(&view, &arrears, &report.assessment));
            lines.extend(list::rights(&view, &arrears, &report.assessment));
            // Which policies were used was said.
            let told =
                [&arrears.owed.findings, &report.aging.findings, &report.assessment.findings];
            let told: Vec<Finding> = told.into_iter().flatten().cloned().collect();
            lines.extend(findings(&view, &told, &[Code::OverdueNoRates]));
            lines.extend(notes);
            lines.join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    Ok(0)
}

fn drawn_up(
    arrears: &Arrears,
    policies: &Policies,
    by: &[AgingDimension],
) -> kaipan::error::Result<OverdueReport> {
    let (owed, late_fee) = (&arrears.owed, policies.late_fee());
    let aging = Aging::new(&owed.claims, arrears.day)
        .deals(&owed.deals)
        .prepayments(&owed.prepayments)
        .buckets(policies.buckets.as_deref())
        .by(by)
        .policy(&late_fee)
        .report()?;
    let termination = policies.termination();
    let assessment = OverdueAssessing::new(&late_fee, &owed.claims, arrears.day)
        .deals(&owed.deals)
        .waivers(&policies.waivers)
        .posted(&policies.posted)
        .demands(&policies.demands)
        .termination(&termination)
        .assess()?;
    Ok(OverdueReport { aging, assessment })
}
