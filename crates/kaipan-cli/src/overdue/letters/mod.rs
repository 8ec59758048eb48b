//! Letters to print and messages to send: what is to be done about what is owed, and about contracts that
//! are to be signed.

mod messages;
mod sheet;

use super::args::{LettersArgs, OverdueFormat};
use super::arrears::Arrears;
use super::policies::{Policies, Used};
use super::{View, findings, refused, title, words, write, written};
use crate::failure::{Choose, Failure};
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, heading};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::error::{Code, Lang, Severity};
use kaipan::overdue::{
    Dunning, DunningChannel, DunningList, DunningNotice, DunningPlan, LateFeePolicy,
};

/// Runs the command.
///
/// # Errors
/// As [`Arrears::load`]; whatever the core refuses; a step that the plan does not have; files that cannot
/// be written.
pub(super) fn run(options: &LettersArgs, lang: Lang) -> Result<u8, Failure> {
    let policies = Policies::load(options.day.policy.as_deref())?;
    let arrears = Arrears::load(&options.file, &options.day, &policies, false, lang)?;
    let plan = policies.dunning.clone().unwrap_or_default();
    known_steps(&plan, options, lang)?;
    let list = list(&arrears, &policies, &plan).map_err(|error| Failure::plain(&error))?;
    let view = View::new(&options.shown, lang);
    // A step that a later one takes over is not taken.
    let taken: Vec<&DunningNotice> = list
        .notices
        .iter()
        .filter(|one| !one.superseded && one.held_until.is_none())
        .filter(|one| options.step.is_empty() || options.step.contains(&one.step))
        .collect();
    let letters: Vec<&DunningNotice> = taken.iter().copied().filter(|one| is_letter(one)).collect();
    let signing: &[_] = if options.step.is_empty() { &list.signing } else { &[] };
    std::fs::create_dir_all(&options.folder)
        .map_err(|error| Failure::File(options.folder.display().to_string(), error))?;
    let [to_print, to_send] =
        ["letters.html", "messages.csv"].map(|name| options.folder.join(name));
    write(&to_print, &sheet::page(&view, &arrears, &policies, &letters, signing))?;
    write(&to_send, &messages::csv(&view, &taken)?)?;
    let shown = match options.shown.format {
        OverdueFormat::Json => kaipan_ops::json::write(&list, 65_536) + "\n",
        OverdueFormat::Table => {
            let mut lines =
                vec![title(&view, lang.say("催款与催签", "Letters and messages"), &arrears)];
            let policy = options.day.policy.as_deref();
            let used = [Used::Dunning, Used::LateFee];
            lines.extend(policies.told(policy, &used, lang, view.width));
            lines.extend(refused(&view, &arrears, &options.file));
            lines.extend(drawn(&view, &taken, signing.len()));
            // Items of which nothing is owed that day are no mistake.
            lines.extend(findings(&view, &list.findings, &[Code::OverdueItemOfNone]));
            lines.push(String::new());
            lines.extend([written(&view, &to_print), written(&view, &to_send)]);
            lines.join("\n") + "\n"
        }
    };
    crate::print(&shown)?;
    Ok(0)
}

/// It is printed; a message is sent and a call is made.
fn is_letter(notice: &DunningNotice) -> bool {
    !matches!(notice.channel, DunningChannel::Sms | DunningChannel::Call)
}

/// # Errors
/// A step that is asked for and that the plan does not have.
fn known_steps(plan: &DunningPlan, options: &LettersArgs, lang: Lang) -> Result<(), Failure> {
    let is_known = |code: &&kaipan::Text| plan.steps.iter().any(|step| step.code == **code);
    let Some(unknown) = options.step.iter().find(|code| !is_known(code)) else { return Ok(()) };
    let what = match lang {
        Lang::Zh => format!("催款计划里没有步骤“{unknown}”"),
        Lang::En => format!("the plan has no step \"{unknown}\""),
    };
    let choices = plan
        .steps
        .iter()
        .map(|step| (step.code.to_string(), lang.say(&step.zh, &step.en).to_owned()));
    let mend = lang.say("可用的步骤：", "the steps are:").to_owned();
    Err(Failure::Choose(Choose { what, mend, choices: choices.collect() }))
}

fn list(
    arrears: &Arrears,
    policies: &Policies,
    plan: &DunningPlan,
) -> kaipan::error::Result<DunningList> {
    let late_fee: Option<&LateFeePolicy> = policies.late_fee.as_ref();
    Dunning::new(&arrears.owed.claims, arrears.day)
        .plan(plan)
        .items(&policies.items)
        .claim_deals(&arrears.owed.deals)
        .prepayments(&arrears.owed.prepayments)
        .records(&policies.records)
        .deals(&arrears.deals)
        .deadlines(policies.deadlines.as_ref())
        .policy(late_fee)
        .waivers(&policies.waivers)
        .posted(&policies.posted)
        .seller(policies.seller.as_deref())
        .list()
}

/// How many there are of each step, and each notice in a line.
fn drawn(view: &View, taken: &[&DunningNotice], signing: usize) -> Vec<String> {
    let lang = view.lang;
    let count = u32::try_from(taken.len()).unwrap_or(u32::MAX);
    let reminders = u32::try_from(signing).unwrap_or(u32::MAX);
    let title = match lang {
        Lang::Zh => format!("应发通知 {count} 份，催签函 {signing} 份"),
        Lang::En => format!(
            "{}, {} to sign",
            words::counted(count, "notice"),
            words::counted(reminders, "reminder")
        ),
    };
    let mut lines = heading(&title, view.width, view.paint);
    if taken.is_empty() {
        return lines;
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("房号", "unit")),
        Column::text(lang.say("业主", "buyer")),
        Column::text(lang.say("步骤", "step")),
        Column::text(lang.say("方式", "how")).optional(2),
        Column::text(lang.say("计划日", "planned")).optional(3),
        Column::number(lang.say("晚几天", "days late")).optional(2),
        Column::number(lang.say("应付", "to be paid")).shortened(1),
    ]);
    for notice in taken {
        let of = |text: Option<String>| text.unwrap_or_default();
        let unit = notice.unit_no.as_ref().unwrap_or(&notice.deal);
        let late = Style::Of(Severity::Warning);
        grid.row(vec![
            unit.to_string().into(),
            of(notice.owner.as_ref().map(ToString::to_string)).into(),
            lang.say(&notice.zh, &notice.en).into(),
            words::channel(lang, notice.channel).into(),
            notice.planned.to_string().into(),
            Cell::new(
                notice.late_days.to_string(),
                if notice.late_days > 0 { late } else { Style::Plain },
            ),
            Cell::from(amount(notice.net)).short(short(lang, notice.net)),
        ]);
    }
    lines.extend(grid.told(view.lang, 2, view.width, view.paint));
    lines
}
