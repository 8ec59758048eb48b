//! Where an error or a finding about a bill is, in the user's files and options.

use super::args::AdjustArgs;
use crate::bill::store::Bills;
use crate::failure::{Failure, Located};
use crate::price::names::Names;
use crate::text::Say;
use kaipan::error::{Error, Lang};

/// What places are told with.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) names: &'a Names,
    pub(super) options: &'a AdjustArgs,
    pub(super) bills: &'a Bills,
    /// The rows of the prices of a table.
    pub(super) price_rows: &'a [usize],
    pub(super) lang: Lang,
}

impl Places<'_> {
    /// An error as a failure.
    pub(super) fn failure(self, error: &Error) -> Failure {
        Failure::new(error, |error| Located {
            place: self.place(&error.path()),
            error: error.clone(),
            suggestion: self.names.suggestion(error, self.lang),
        })
    }

    /// A JSON Pointer into the request, in the user's terms.
    pub(super) fn place(self, path: &str) -> String {
        if let Some(rest) = path.strip_prefix("/mode") {
            return self.mode(rest);
        }
        if path.starts_with("/select") {
            return self.selection(path);
        }
        if let Some(rest) = path.strip_prefix("/parts/") {
            let at = rest.split('/').next().and_then(|at| at.parse::<usize>().ok());
            let part = at.and_then(|at| self.options.also.get(at));
            return part.map_or_else(|| "--also".to_owned(), |part| format!("--also {part}"));
        }
        if path.starts_with("/floor_rate") {
            return "--floor-rate".to_owned();
        }
        if let Some(rest) = path.strip_prefix("/other_bills/") {
            let at = rest.split('/').next().and_then(|at| at.parse::<usize>().ok());
            let bill = at.and_then(|at| self.bills.stored.get(at));
            let name = bill.and_then(|bill| bill.path.file_name());
            let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            return format!("bills/{name}");
        }
        self.names.place(path, self.lang)
    }

    fn mode(self, rest: &str) -> String {
        let options = self.options;
        if let Some(file) = &options.prices {
            let file = file.display();
            let at = rest.strip_prefix("/prices/").and_then(|rest| rest.split('/').next());
            let row = at.and_then(|at| self.price_rows.get(at.parse::<usize>().ok()?));
            return match (row, self.lang) {
                (Some(row), Lang::Zh) => format!("{file}: 第 {row} 行"),
                (Some(row), Lang::En) => format!("{file}: row {row}"),
                (None, _) => file.to_string(),
            };
        }
        let given = [
            (options.percent.is_some(), "--percent"),
            (options.amount.is_some(), "--amount"),
            (options.total_amount.is_some(), "--total-amount"),
            (options.average.is_some(), "--average"),
            (options.scheme.is_some(), "--scheme"),
        ];
        let option = given.into_iter().find(|(given, _)| *given);
        let option = option.map_or("", |(_, option)| option);
        if rest.is_empty() || options.scheme.is_none() {
            return option.to_owned();
        }
        match &options.scheme {
            Some(file) if file.ends_with(".json") => format!("{file}: {rest}"),
            _ => self.names.in_file(rest),
        }
    }

    fn selection(self, path: &str) -> String {
        let options = self.options;
        if let Some(file) = &options.select {
            let rest = path.strip_prefix("/select").unwrap_or_default();
            return format!("{}: {rest}", file.display());
        }
        let layouts = !options.layout.is_empty();
        let parts = [
            ("/unit_no", "--unit"),
            ("/building", "--building"),
            ("/floor", "--floor"),
            ("/attributes/0", if layouts { "--layout" } else { "--product-type" }),
            ("/attributes/1", "--product-type"),
        ];
        let part = parts.into_iter().find(|(part, _)| path.contains(part));
        let whole = || self.lang.say("所选范围", "the homes chosen");
        part.map_or_else(whole, |(_, option)| option).to_owned()
    }
}
