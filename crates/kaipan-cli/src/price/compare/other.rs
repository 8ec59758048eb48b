//! The table that another is compared with: of a folder or file, or of a price bill.

use crate::bill::store::Bills;
use crate::failure::{Failure, Located};
use crate::load::{UnitsFrom, load};
use crate::price::in_force::priced;
use crate::price::names::Names;
use crate::spreadsheet;
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::pricing::{PriceChange, PriceTable};
use kaipan::project::Project;
use kaipan_ops::pricing::TableRequest;
use std::collections::HashMap;
use std::path::Path;

/// The other table and what it is, in words.
pub(super) struct Other {
    pub(super) name: String,
    pub(super) table: PriceTable,
}

/// The table that is meant: the number of a bill of this project, else a folder or a file.
///
/// # Errors
/// Bills and files that do not exist or have no prices, with their names.
pub(super) fn table(
    asked: &str,
    own: &TableRequest,
    names: &Names,
    in_force: bool,
    lang: Lang,
) -> Result<Other, Failure> {
    if let Ok(number) = asked.parse::<u32>()
        && !Path::new(asked).exists()
    {
        return of_bill(number, own, names, lang);
    }
    let path = Path::new(asked);
    let is_json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if path.exists() && !path.is_dir() && !is_json {
        let project = Project { units: units(path)?, ..own.project.clone() };
        let request = TableRequest { project, ..own.clone() };
        let table = priced(request, true, names, lang)?;
        return Ok(Other { name: asked.to_owned(), table });
    }
    let mut loaded = load(path, UnitsFrom::default(), lang)?;
    let names = Names::new(&loaded);
    loaded.request.select = own.select.clone();
    let in_force = in_force || loaded.request.schemes.is_empty();
    let table = priced(loaded.request, in_force, &names, lang)?;
    Ok(Other { name: asked.to_owned(), table })
}

/// The new prices of a bill, for its homes.
fn of_bill(number: u32, own: &TableRequest, names: &Names, lang: Lang) -> Result<Other, Failure> {
    let bills = Bills::of(names.file())?;
    let stored = bills.find(number, lang)?;
    let bill = &stored.file.bill;
    let changes: Result<Vec<PriceChange>, Error> =
        bill.lines.iter().map(|line| bill.change_of(line)).collect();
    let changes = changes.map_err(|error| Failure::plain(&error))?;
    let by_number: HashMap<&str, &PriceChange> =
        changes.iter().map(|change| (change.unit_no.as_str(), change)).collect();
    let mut project = own.project.clone();
    project.units.retain_mut(|unit| {
        let change = by_number.get(unit.unit_no.as_str());
        change.map(|change| change.apply_to(unit)).is_some()
    });
    let request = TableRequest { project, ..own.clone() };
    let table = priced(request, true, names, lang)?;
    let name = match lang {
        Lang::Zh => format!("第 {number} 号价格单"),
        Lang::En => format!("price bill {number}"),
    };
    Ok(Other { name, table })
}

/// The units of a spreadsheet.
fn units(path: &Path) -> Result<Vec<kaipan::project::Unit>, Failure> {
    let file = path.display().to_string();
    let read = spreadsheet::read(path).and_then(|book| book.units(None));
    let read = read.map_err(|error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        _ => Failure::new(&error, |error| Located {
            place: file.clone(),
            error: error.clone(),
            suggestion: None,
        }),
    })?;
    Ok(read.units)
}

/// The name of the table that is compared, for people.
pub(super) fn own_name(in_force: bool, lang: Lang) -> &'static str {
    if in_force {
        lang.say("现行表价", "the list prices in force")
    } else {
        lang.say("本次试算", "this trial")
    }
}
