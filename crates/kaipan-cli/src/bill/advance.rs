//! Moving a bill on, and what its execution changes in the project.

use super::approval::Approval;
use super::args::BillArgs;
use super::replacing::Replacing;
use super::store::{BillFile, Bills, HistoryEntry, StoredBill, text_of};
use super::units_file::{UnitsFile, Written};
use super::{draw, words};
use crate::args::BillFormat;
use crate::failure::{Failure, Located, join};
use crate::layout::{clean, group};
use crate::load::Loaded;
use crate::price::{View, findings};
use crate::quote::today::today;
use crate::remarks::Remarks;
use crate::text::{Say, homes, word};
use kaipan::error::{Code, Error, Lang, Severity};
use kaipan::pricing::{AdvancedBill, BillCommand, BillState, BillStep};
use kaipan::{Date, Label};
use kaipan_ops::json;

/// A step of a bill that is asked for.
pub(super) struct Moving<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) options: &'a BillArgs,
    pub(super) bills: &'a Bills,
    pub(super) stored: &'a StoredBill,
}

impl Moving<'_> {
    /// Takes the step, stores what comes of it, and says so.
    pub(super) fn run(
        &self,
        command: BillCommand,
        loaded: &Loaded,
        remarks: &mut Remarks,
    ) -> Result<u8, Failure> {
        let lang = self.view.lang;
        let on = day(self.options.on, lang)?;
        let project = loaded.request.project.inherited();
        let approval = Approval::of(self.options, self.bills, self.stored.number)?;
        // The day of the draft counts for no step: that it is later is told.
        let mut done = self.stored.file.history.iter().rev();
        let last = done.find(|entry| entry.command.is_some()).map(|entry| entry.on);
        let step = BillStep::new(command, on)
            .allow_violations(self.options.allow_violations)
            .last_step(last)
            .approval(approval.as_ref().map(|one| &one.request))
            .project(&*project);
        let bill = self.stored.file.bill.clone();
        let advanced = bill.advance(&step).map_err(|error| {
            let file = approval.as_ref().map(|one| one.path.display().to_string());
            in_steps(self.view, self.stored, file.as_deref(), &error)
        })?;
        let mut file = self.stored.file.clone();
        file.bill = advanced.bill.clone();
        file.history.push(self.entry(command, advanced.bill.state, on));
        let mut told = Vec::new();
        let mut replacing = Replacing::default();
        if command == BillCommand::Execute {
            file.changes.clone_from(&advanced.changes);
            file.skipped.extend(advanced.skipped.iter().cloned());
            let written = self.execute(&advanced, loaded, &mut replacing)?;
            told.extend(self.told(&written, advanced.changes.len()));
            if written.was_workbook && self.options.format() == BillFormat::Json {
                // The answer does not say where the units stand now.
                remarks.extend(told.iter().cloned());
            }
            told.extend(self.supersede(&advanced, on, &mut replacing)?);
        }
        replacing.write(&self.stored.path, text_of(&file)?.as_bytes())?;
        replacing.finish()?;
        self.print(&file, &advanced, told)?;
        let broken = advanced.findings.iter().any(|one| one.severity >= Severity::Violation);
        Ok(if broken { crate::price::VIOLATIONS } else { 0 })
    }

    /// What is unlikely to be meant: a day before that of the draft, and one person on both sides of
    /// an approval.
    pub(super) fn unlikely(&self, command: BillCommand, remarks: &mut Remarks) {
        let lang = self.view.lang;
        let history = &self.stored.file.history;
        let on = self.options.on.or_else(today);
        if let (Some(made), Some(on)) = (history.last(), on)
            && on < made.on
        {
            let made = made.on;
            remarks.told(match lang {
                Lang::Zh => format!("日期 {on} 早于这张价格单的上一步 {made}"),
                Lang::En => format!("{on} is before the last step of the bill, {made}"),
            });
        }
        let submitted = history.iter().rfind(|entry| entry.command == Some(BillCommand::Submit));
        let by = submitted.and_then(|entry| entry.by.as_deref());
        let same = by.is_some() && by == self.options.by.as_deref();
        if command == BillCommand::Approve && same {
            let by = by.unwrap_or_default();
            remarks.told(match lang {
                Lang::Zh => format!("提交人和审批人都是“{by}”"),
                Lang::En => format!("{by} both submitted and approved the bill"),
            });
        }
    }

    fn entry(&self, command: BillCommand, state: BillState, on: Date) -> HistoryEntry {
        HistoryEntry {
            command: Some(command),
            state,
            on,
            by: self.options.by.as_ref().map(|by| Label::from(by.as_str())),
            reason: self.options.reason.as_ref().map(|reason| Label::from(reason.as_str())),
        }
    }

    /// Puts the new prices into the file of the units.
    fn execute(
        &self,
        advanced: &AdvancedBill,
        loaded: &Loaded,
        replacing: &mut Replacing,
    ) -> Result<Written, Failure> {
        let units_file = UnitsFile::of(&loaded.file, loaded.units_file.as_deref())?;
        units_file.write(&loaded.request, advanced, self.stored.number, replacing)
    }

    /// Where the new prices of some homes stand now.
    fn told(&self, written: &Written, count: usize) -> Vec<String> {
        let lang = self.view.lang;
        let count = homes(lang, count);
        let quoted = |file: &String| match lang {
            Lang::Zh => format!("“{}”", clean(file)),
            Lang::En => clean(file),
        };
        let files: Vec<String> = written.files.iter().map(quoted).collect();
        let files = files.join(lang.say("和", " and "));
        let kept = written.kept.as_ref().map(quoted);
        if let (Some(kept), true) = (&kept, written.was_workbook) {
            return vec![match lang {
                Lang::Zh => {
                    format!("{count}的现行表价已写入{files}，今后以此为准；原工作簿保留为{kept}")
                }
                Lang::En => format!(
                    "{files}, with the new list prices of {count}, takes the place of the \
                     workbook, which is kept as {kept}"
                ),
            }];
        }
        let updated = match lang {
            Lang::Zh => format!("已更新{files}：{count}的现行表价"),
            Lang::En => format!("{files} has the new list prices of {count}"),
        };
        let kept = kept.map(|kept| match lang {
            Lang::Zh => format!("原文件有不能写回的内容（如计算列、注释、版式），保留为{kept}"),
            Lang::En => format!(
                "the old file, which held what cannot be written back (computed columns, comments, \
                 layout), is kept as {kept}"
            ),
        });
        std::iter::once(updated).chain(kept).collect()
    }

    /// Earlier bills whose homes all have their price from this one are superseded.
    fn supersede(
        &self,
        executed: &AdvancedBill,
        on: Date,
        replacing: &mut Replacing,
    ) -> Result<Vec<String>, Failure> {
        let mut told = Vec::new();
        for earlier in &self.bills.stored {
            let old = &earlier.file.bill;
            let replaced = earlier.number != self.stored.number
                && old.state == BillState::Executed
                && executed.bill.replaces(old)
                && executed.skipped.is_empty();
            if !replaced {
                continue;
            }
            let step = BillStep::new(BillCommand::Supersede, on);
            let advanced = old.clone().advance(&step);
            let advanced = advanced.map_err(|error| located(self.view, earlier, &error))?;
            let mut file = earlier.file.clone();
            file.bill = advanced.bill;
            let mut entry = self.entry(BillCommand::Supersede, file.bill.state, on);
            entry.reason = Some(executed.bill.code.as_str().into());
            file.history.push(entry);
            replacing.write(&earlier.path, text_of(&file)?.as_bytes())?;
            let number = earlier.number;
            told.push(match self.view.lang {
                Lang::Zh => format!("第 {number} 号价格单已被取代"),
                Lang::En => format!("price bill {number} is superseded"),
            });
        }
        Ok(told)
    }

    fn print(
        &self,
        file: &BillFile,
        advanced: &AdvancedBill,
        told: Vec<String>,
    ) -> Result<(), Failure> {
        let (view, lang) = (self.view, self.view.lang);
        if self.options.format() == BillFormat::Json {
            return crate::print(&(json::write(advanced, 4_096) + "\n"));
        }
        let mut out = draw::head(view, &file.bill, &file.history);
        if self.options.homes {
            out.extend(draw::lines(view, &file.bill.lines));
        }
        out.extend(draw::skipped(view, &advanced.skipped));
        let place = |path: &str| Some(self.place(path));
        out.extend(findings::listed(view, &advanced.findings, &place));
        out.push(String::new());
        out.extend(told);
        if !advanced.locked_units.is_empty() {
            let count = group(&advanced.locked_units.len().to_string());
            out.push(match lang {
                Lang::Zh => format!("已锁定 {count} 套，不得新成交"),
                Lang::En => format!("homes locked against new deals: {count}"),
            });
        }
        out.extend(self.next_step(file.bill.state));
        crate::print(&(out.join("\n") + "\n"))
    }

    /// What comes after this state.
    fn next_step(&self, state: BillState) -> Option<String> {
        let action = match state {
            BillState::Draft => "submit",
            BillState::PendingApproval => "approve",
            BillState::Approved => "execute",
            _ => return None,
        };
        let (project, number) = (word(&self.options.project), self.stored.number);
        let label = self.view.lang.say("下一步：", "Next: ");
        Some(format!("{label}kaipan bill {action} {project} {number}"))
    }

    fn place(&self, path: &str) -> String {
        place(self.view, self.stored, path)
    }
}

/// The day on which something is done: as given, else today.
pub(crate) fn day(given: Option<Date>, lang: Lang) -> Result<Date, Failure> {
    given.or_else(today).ok_or_else(|| {
        Failure::Choose(crate::failure::Choose {
            what: lang.say("取不到今天的日期", "the clock does not say what day it is").to_owned(),
            mend: lang.say("用“--on”给出日期", "give the day with --on").to_owned(),
            choices: Vec::new(),
        })
    })
}

/// An error about a step of a bill, with its places in the user's files and options, that of the
/// request for its approval too.
fn in_steps(
    view: &View<'_>,
    stored: &StoredBill,
    approval: Option<&str>,
    error: &Error,
) -> Failure {
    Failure::new(error, |error| {
        let path = error.path();
        let place = match (path.strip_prefix("/approval"), approval) {
            (Some(rest), Some(file)) => join(file, rest),
            _ => place(view, stored, &path),
        };
        let error = match error.code() {
            Code::PricingBillState => words::refused(stored.file.bill.state, error),
            _ => error.clone(),
        };
        let suggestion = suggestion(view.lang, &error);
        Located { place, error, suggestion }
    })
}

/// An error about a bill, with its places in the user's files and options.
pub(super) fn located(view: &View<'_>, stored: &StoredBill, error: &Error) -> Failure {
    Failure::new(error, |error| Located {
        place: place(view, stored, &error.path()),
        error: error.clone(),
        suggestion: suggestion(view.lang, error),
    })
}

/// What to do about an error in the terms of the program.
fn suggestion(lang: Lang, error: &Error) -> Option<String> {
    let text = match error.code() {
        Code::PricingBillViolations => lang.say(
            "确要带违规提交，加“--allow-violations”",
            "add --allow-violations to submit it all the same",
        ),
        Code::PricingBillStale => lang.say(
            "作废这张价格单（“kaipan bill void”），再用“kaipan adjust”按现价生成",
            "void this bill (kaipan bill void) and make another from the present prices (kaipan adjust)",
        ),
        _ => return None,
    };
    Some(text.to_owned())
}

fn place(view: &View<'_>, stored: &StoredBill, path: &str) -> String {
    let file = stored.path.display().to_string();
    if let Some(rest) = path.strip_prefix("/bill") {
        let line = rest.strip_prefix("/lines/").and_then(|rest| {
            let (at, field) = rest.split_once('/').unwrap_or((rest, ""));
            Some((stored.file.bill.lines.get(at.parse::<usize>().ok()?)?, field))
        });
        return match line {
            Some((line, _)) => {
                let unit_no = clean(&line.unit_no);
                format!("{file}: {} {unit_no}", view.lang.say("房号", "unit"))
            }
            None => join(&file, rest),
        };
    }
    match path {
        "/command" => format!("{file} ({})", words::state(view.lang, stored.file.bill.state)),
        "/today" => "--on".to_owned(),
        _ => view.names.place(path, view.lang),
    }
}
