//! The bills of a project: `bills/0001.json` and so on, beside project.json. Each file holds the
//! bill as it is, what was done with it, and the prices that it has set.

use crate::failure::Failure;
use crate::input;
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::pricing::{BillCommand, BillState, PriceBill, PriceChange, SkippedUnit};
use kaipan::{Date, Label};
use kaipan_derive::boundary;
use kaipan_ops::json;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What a file of a bill holds.
#[boundary(read, write)]
#[derive(Debug, Clone)]
pub(crate) struct BillFile {
    /// The bill as it is now.
    pub(crate) bill: PriceBill,
    /// What was done with it, in order.
    #[boundary(required)]
    pub(crate) history: Vec<HistoryEntry>,
    /// The prices that its execution has set: its part of the price history.
    pub(crate) changes: Vec<PriceChange>,
    /// Units that it leaves out, and those that entered a deal before it was executed.
    pub(crate) skipped: Vec<SkippedUnit>,
}

/// One step in the life of a bill.
#[boundary(read, write)]
#[derive(Debug, Clone)]
pub(crate) struct HistoryEntry {
    /// What was done; absent when the bill was made.
    pub(crate) command: Option<BillCommand>,
    /// The state after it.
    pub(crate) state: BillState,
    /// The day.
    pub(crate) on: Date,
    /// Who did it.
    pub(crate) by: Option<Label>,
    /// Why.
    pub(crate) reason: Option<Label>,
}

/// A bill with its number and its file.
#[derive(Debug)]
pub(crate) struct StoredBill {
    pub(crate) number: u32,
    pub(crate) path: PathBuf,
    pub(crate) file: BillFile,
}

/// The folder of the bills of a project.
#[derive(Debug)]
pub(crate) struct Bills {
    folder: PathBuf,
    /// In the order of their numbers.
    pub(crate) stored: Vec<StoredBill>,
}

impl Bills {
    /// Reads the bills of the project with this file; there need not be any.
    ///
    /// # Errors
    /// Files that cannot be read, or hold no bill, with their names.
    pub(crate) fn of(project_file: &str) -> Result<Bills, Failure> {
        let folder = Path::new(project_file).with_file_name("bills");
        let mut stored = Vec::new();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Bills { folder, stored });
            }
            Err(error) => return Err(unreadable(&folder, &error)),
        };
        for entry in entries {
            let path = entry.map_err(|error| unreadable(&folder, &error))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let number = name.strip_suffix(".json").and_then(|digits| digits.parse().ok());
            if let Some(number) = number {
                let file = read(&path)?;
                stored.push(StoredBill { number, path, file });
            }
        }
        stored.sort_by_key(|one| one.number);
        Ok(Bills { folder, stored })
    }

    /// The bill with this number.
    ///
    /// # Errors
    /// There is no such bill: those that there are.
    pub(crate) fn find(&self, number: u32, lang: Lang) -> Result<&StoredBill, Failure> {
        let found = self.stored.iter().find(|one| one.number == number);
        found.ok_or_else(|| {
            let what = match lang {
                Lang::Zh => format!("没有第 {number} 号价格单"),
                Lang::En => format!("there is no price bill {number}"),
            };
            let mend = match self.stored.is_empty() {
                true => lang.say(
                    "项目还没有价格单，先用“kaipan adjust”生成",
                    "the project has none yet: kaipan adjust makes one",
                ),
                false => lang.say("项目的价格单：", "the bills of the project are:"),
            };
            let choice = |one: &StoredBill| {
                let bill = &one.file.bill;
                let state = lang.say(bill.state.chinese(), bill.state.word()).replace('_', " ");
                (one.number.to_string(), format!("{state} {}", bill.effective_date))
            };
            Failure::Choose(crate::failure::Choose {
                what,
                mend: mend.to_owned(),
                choices: self.stored.iter().map(choice).collect(),
            })
        })
    }

    /// Where the request for approval of a bill stands, if the project keeps one:
    /// `approvals/0001.json` beside the folder of the bills.
    pub(crate) fn approval(&self, number: u32) -> PathBuf {
        self.folder.with_file_name("approvals").join(format!("{number:04}.json"))
    }

    /// The number of the next bill.
    pub(crate) fn next(&self) -> u32 {
        self.stored.last().map_or(1, |last| last.number.saturating_add(1))
    }

    /// Writes a new bill under a number that is not taken, and gives the name of its file.
    ///
    /// # Errors
    /// [`Failure::File`], also if the file has come into being meanwhile.
    pub(crate) fn add(&self, number: u32, file: &BillFile) -> Result<String, Failure> {
        let path = self.folder.join(format!("{number:04}.json"));
        let name = path.display().to_string();
        let failed = |error: io::Error| Failure::File(name.clone(), error);
        let text = text_of(file)?;
        fs::create_dir_all(&self.folder).map_err(failed)?;
        let mut out =
            OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
        let written = out.write_all(text.as_bytes()).and_then(|()| out.sync_all());
        written.map_err(|error| {
            // Half a bill is none.
            let _ = fs::remove_file(&path);
            failed(error)
        })?;
        Ok(name)
    }
}

/// The text of a file for a bill, laid out for people.
pub(crate) fn text_of(file: &BillFile) -> Result<String, Failure> {
    laid_out(&json::write(file, 4_096))
}

/// JSON with a line for every value.
pub(crate) fn laid_out(compact: &str) -> Result<String, Failure> {
    let mut reader = serde_json::Deserializer::from_str(compact);
    let mut out = Vec::with_capacity(compact.len().saturating_mul(2));
    let mut writer = serde_json::Serializer::pretty(&mut out);
    serde_transcode::transcode(&mut reader, &mut writer)
        .map_err(|error| Failure::Output(io::Error::other(error)))?;
    out.push(b'\n');
    String::from_utf8(out).map_err(|error| Failure::Output(io::Error::other(error)))
}

fn read(path: &Path) -> Result<BillFile, Failure> {
    let name = path.display().to_string();
    let parsed = input::read(path).and_then(|bytes| json::read(json::utf8(&bytes)?));
    parsed.map_err(|error: Error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        _ => Failure::in_file(&name, &error),
    })
}

fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    Failure::plain(&input::unreadable(&folder.display().to_string(), error))
}
