//! `kaipan customer match`: who is in a customer list more than once.

pub(crate) mod args;
mod columns;
mod groups;
mod rows;
mod sheet;

use crate::failure::Failure;
use crate::layout::columns as width_of;
use crate::paint::Paint;
use args::{CustomerArgs, CustomerCommand, CustomerFormat, CustomerMatchArgs};
use kaipan::customer::{Duplicates, MatchLevel};
use kaipan::error::{Error, Lang};
use sheet::Sheet;

/// Runs a command about customers.
///
/// # Errors
/// Whatever the command refuses.
pub(crate) fn run(args: &CustomerArgs, lang: Lang) -> Result<u8, Failure> {
    match &args.command {
        CustomerCommand::Match(options) => find(options, lang),
    }
}

fn find(options: &CustomerMatchArgs, lang: Lang) -> Result<u8, Failure> {
    let sheet = sheet::load(&options.file, options.sheet.as_deref())
        .map_err(|error| Failure::plain(&error))?;
    let found = Duplicates::new(&sheet.customers).groups();
    let found = found.map_err(|error| in_rows(&error, &sheet, options, lang))?;
    let text = match options.format {
        CustomerFormat::Json => {
            let mut text = kaipan_ops::json::write(&found, 4096);
            text.push('\n');
            text
        }
        CustomerFormat::Table => {
            let view = groups::View {
                lang,
                paint: Paint::new(options.color),
                width: width_of(options.width),
                is_full: options.show_full,
            };
            groups::drawn(&view, &sheet, &found).join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    let is_sure = found.groups.iter().any(|group| group.level == MatchLevel::Same);
    Ok(if is_sure { 3 } else { 0 })
}

/// A refusal, with the rows of the list in place of pointers.
fn in_rows(error: &Error, sheet: &Sheet, options: &CustomerMatchArgs, lang: Lang) -> Failure {
    let file = options.file.display().to_string();
    Failure::new(error, |error| crate::failure::Located {
        place: match groups::row_of(&error.path(), sheet) {
            Some(row) => format!("{file}: {}", groups::row_name(row, lang)),
            None => file.clone(),
        },
        error: error.clone(),
        suggestion: None,
    })
}
