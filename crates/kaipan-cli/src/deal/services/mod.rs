//! `kaipan deal services`: the sheet of the services after signing (客户事务流程表), and what is due.

pub(crate) mod args;
mod drawn;
mod due;

use super::words::Roles;
use crate::commented;
use crate::failure::Failure;
use crate::layout::columns;
use crate::paint::Paint;
use args::{ServicesArgs, ServicesFormat};
use kaipan::error::{Code, Lang};
use kaipan_ops::service::ServiceDueRequest;

/// Runs the command. What is overdue is told, and is no failure.
///
/// # Errors
/// A file that cannot be read or holds no such request, and whatever the core refuses, at its place.
pub(crate) fn run(options: &ServicesArgs, lang: Lang) -> Result<u8, Failure> {
    let file = options.file.display().to_string();
    let in_file = |error: kaipan::Error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        _ => Failure::in_file(&file, &error),
    };
    let mut request = commented::read::<ServiceDueRequest>(&options.file).map_err(in_file)?;
    request.today = options.on.unwrap_or(request.today);
    let list = kaipan_ops::service::due(&request).map_err(in_file)?;
    let text = match options.format {
        ServicesFormat::Json => kaipan_ops::json::write(&list, 16_384) + "\n",
        ServicesFormat::Table => {
            let roles = Roles::preset();
            let view = super::View {
                lang,
                paint: Paint::new(options.color),
                width: columns(options.width),
                roles: &roles,
            };
            let mut lines = drawn::sheet(&view, &list, request.today);
            lines.extend(due::drawn(&view, &list));
            lines.join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    Ok(0)
}
