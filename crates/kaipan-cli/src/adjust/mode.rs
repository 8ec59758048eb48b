//! How prices change, from the options.

use super::args::AdjustArgs;
use super::price_file::{self, PriceFile};
use crate::failure::{Failure, Located};
use crate::input;
use crate::price::names::{Names, did_you_mean};
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::json::Read;
use kaipan::pricing::{AdjustMode, AverageMove, Levelling, PricingScheme};
use kaipan::project::{Clause, Selection};
use kaipan_ops::json;
use kaipan_ops::pricing::TableRequest;
use std::path::{Path, PathBuf};

/// What the options mean.
pub(super) struct Meant {
    pub(super) mode: AdjustMode,
    /// The homes, within the scope of a scheme if one is asked for.
    pub(super) select: Selection,
    /// The rows of the prices of a table, for messages.
    pub(super) price_rows: Vec<usize>,
    /// What of a table its prices are taken from, in words.
    pub(super) taken: Vec<String>,
}

/// The mode that the options ask for.
///
/// # Errors
/// Files that cannot be read, schemes that do not exist.
pub(super) fn meant(
    options: &AdjustArgs,
    select: Selection,
    request: &TableRequest,
    names: &Names,
    lang: Lang,
) -> Result<Meant, Failure> {
    let plain = |mode: AdjustMode| Meant {
        mode,
        select: select.clone(),
        price_rows: Vec::new(),
        taken: Vec::new(),
    };
    if let Some(percent) = options.percent {
        return Ok(plain(AdjustMode::Percent { percent }));
    }
    if let Some(amount) = options.amount {
        return Ok(plain(AdjustMode::AmountPerM2 { amount }));
    }
    if let Some(amount) = options.total_amount {
        return Ok(plain(AdjustMode::TotalAmount { amount }));
    }
    if let Some(average) = options.average {
        let by = if options.shift { AverageMove::Shift } else { AverageMove::Scale };
        let levelling = Levelling::default();
        return Ok(plain(AdjustMode::ToAverage { average, by, levelling }));
    }
    if let Some(path) = &options.prices {
        let PriceFile { list, sheets } = price_file::read(path, options.sheet.as_deref())?;
        let mode = AdjustMode::Explicit { prices: list.prices };
        let mut taken = vec![taken_from(&list.taken, sheets.as_ref(), lang)];
        taken.extend(list.misspelt.iter().map(|(title, near)| match lang {
            Lang::Zh => format!("没有读取“{title}”列：是否指“{near}”？"),
            Lang::En => format!("Column \"{title}\" is not read: did you mean \"{near}\"?"),
        }));
        return Ok(Meant { mode, select, price_rows: list.rows, taken });
    }
    let asked = options.scheme.clone().unwrap_or_default();
    let (schemes, targets) = (request.schemes.clone(), request.targets.clone());
    let path = PathBuf::from(asked.as_str());
    if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json")) {
        return Ok(plain(from_file(&path)?));
    }
    let mode = AdjustMode::Reprice { schemes, targets };
    if asked == "all" {
        return Ok(plain(mode));
    }
    let known = |scheme: &&PricingScheme| scheme.code == asked;
    let named =
        |scheme: &&PricingScheme| scheme.name.as_deref().is_some_and(|name| asked.is_same_as(name));
    let schemes = &request.schemes;
    let Some(scheme) = schemes.iter().find(known).or_else(|| schemes.iter().find(named)) else {
        return Err(unknown(request, &asked, lang));
    };
    // The first scheme whose scope holds a home prices it.
    let project = request.project.inherited();
    let of_scheme = project.units.iter().filter(|unit| {
        let prices = schemes.iter().find(|one| one.scope.matches(unit));
        select.matches(unit) && prices.is_some_and(|one| one.code == scheme.code)
    });
    let unit_no: Vec<kaipan::Text> = of_scheme.map(|unit| unit.unit_no.clone()).collect();
    if unit_no.is_empty() {
        let error = Error::new(Code::ProjectNoUnits);
        return Err(Failure::Coded(vec![Located {
            place: "--scheme".to_owned(),
            error,
            suggestion: Some(outside(names.scheme(&scheme.code, lang), lang)),
        }]));
    }
    let select = Selection::of(Clause { unit_no, ..Clause::default() });
    Ok(Meant { mode, select, price_rows: Vec::new(), taken: Vec::new() })
}

/// The columns that new prices are taken from, and the sheet where there are several.
fn taken_from(
    titles: &[kaipan::Label],
    sheets: Option<&(String, Vec<String>)>,
    lang: Lang,
) -> String {
    let titles: Vec<&str> = titles.iter().map(|title| &**title).collect();
    match (lang, sheets) {
        (Lang::Zh, None) => format!("新价格取自“{}”列", titles.join("”、“")),
        (Lang::En, None) => {
            format!("The new prices are those of the columns: {}", titles.join(", "))
        }
        (Lang::Zh, Some((sheet, others))) => format!(
            "新价格取自工作表“{sheet}”的“{}”列；“{}”也像价格表，要用它就加“--sheet”",
            titles.join("”、“"),
            others.join("”、“")
        ),
        (Lang::En, Some((sheet, others))) => format!(
            "The new prices are those of the columns of sheet {sheet}: {}; --sheet takes another \
             one: {}",
            titles.join(", "),
            others.join(", ")
        ),
    }
}

fn outside(scheme: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("方案“{scheme}”不给所选房间定价"),
        Lang::En => format!("scheme \"{scheme}\" prices none of the homes chosen"),
    }
}

fn unknown(request: &TableRequest, asked: &kaipan::Text, lang: Lang) -> Failure {
    let schemes = &request.schemes;
    let names = schemes.iter().filter_map(|one| one.name.as_deref().map(kaipan::Text::from));
    let known: Vec<kaipan::Text> =
        schemes.iter().map(|one| one.code.clone()).chain(names).collect();
    let error = Error::new(Code::ProjectUnknownReference)
        .with("kind", "pricing scheme")
        .with("kind_zh", "定价方案")
        .with("name", asked);
    let codes = schemes.iter().map(|one| one.code.to_string()).collect::<Vec<_>>();
    let codes = codes.join(lang.say("、", ", "));
    let those = match lang {
        Lang::Zh => format!("项目的方案：{codes}"),
        Lang::En => format!("the schemes of the project are {codes}"),
    };
    let suggestion = did_you_mean(&known, asked, lang).unwrap_or(those);
    Failure::Coded(vec![Located {
        place: "--scheme".to_owned(),
        error,
        suggestion: Some(suggestion),
    }])
}

/// A file with one scheme, a list of schemes, or a whole project.json, whose targets hold too.
fn from_file(path: &Path) -> Result<AdjustMode, Failure> {
    let file = path.display().to_string();
    let bytes = input::read(path).map_err(|error| Failure::plain(&error))?;
    let refuse = |error: &Error| Failure::in_file(&file, error);
    let text = json::utf8(&bytes).map_err(|error| refuse(&error))?;
    let start = text.trim_start();
    if start.starts_with('[') {
        let schemes = parsed(text).map_err(|error| refuse(&error))?;
        return Ok(AdjustMode::Reprice { schemes, targets: Vec::new() });
    }
    if is_request(text) {
        let request: TableRequest = parsed(text).map_err(|error| refuse(&error))?;
        return Ok(AdjustMode::Reprice { schemes: request.schemes, targets: request.targets });
    }
    let scheme: PricingScheme = parsed(text).map_err(|error| refuse(&error))?;
    Ok(AdjustMode::Reprice { schemes: vec![scheme], targets: Vec::new() })
}

fn parsed<T: Read>(text: &str) -> Result<T, Error> {
    json::read(text)
}

/// A project.json has a field for its schemes, and a scheme has none.
fn is_request(text: &str) -> bool {
    let fields = serde_json::from_str::<serde_json::Value>(text);
    fields.is_ok_and(|fields| fields.get("schemes").is_some())
}
