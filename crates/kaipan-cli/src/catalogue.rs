//! `kaipan ops`, `kaipan schema` and `kaipan errors`: what the library can do and refuse.

use crate::args::SchemaArgs;
use crate::failure::Failure;
use crate::layout::{left, width};
use crate::text::{Say, severity};
use kaipan::error::{Code, Error, Lang, without_shapes};
use kaipan_ops::OPERATIONS;

/// Lists the operations.
pub(crate) fn operations(lang: Lang) -> Result<u8, Failure> {
    let longest = OPERATIONS.iter().map(|operation| width(operation.name)).max().unwrap_or(0);
    let mut out = String::new();
    for operation in OPERATIONS {
        let about = lang.say(operation.zh, operation.en);
        out.push_str(&format!("{}  {about}\n", left(operation.name, longest)));
    }
    crate::print(&out)?;
    Ok(0)
}

/// Prints the JSON Schema of an operation.
pub(crate) fn schema(options: &SchemaArgs, _lang: Lang) -> Result<u8, Failure> {
    let operation =
        kaipan_ops::operation(&options.operation).map_err(|error| Failure::plain(&error))?;
    let of = if options.response { operation.response_schema } else { operation.request_schema };
    let text = serde_json::to_string_pretty(&of())
        .map_err(|why| Failure::plain(&Error::new(Code::CallPanic).with("detail", why)))?;
    crate::print(&format!("{text}\n"))?;
    Ok(0)
}

/// Lists all codes with their messages; `{name}` stands for a value.
pub(crate) fn errors(lang: Lang) -> Result<u8, Failure> {
    let mut out = String::new();
    for code in Code::ALL {
        let entry = code.entry();
        out.push_str(&format!(
            "{}  {}  {}\n     {}\n     {}{}\n",
            entry.number,
            entry.code,
            severity(lang, entry.severity),
            without_shapes(lang.say(entry.zh, entry.en)),
            lang.say("改正：", "mend: "),
            without_shapes(lang.say(entry.hint_zh, entry.hint_en)),
        ));
    }
    crate::print(&out)?;
    Ok(0)
}
