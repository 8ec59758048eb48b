//! The table that another is compared with: of a folder or file, or of a price bill.

use crate::adjust::price_file::{self, PriceFile};
use crate::bill::store::Bills;
use crate::failure::{Failure, Located};
use crate::load::{UnitsFrom, in_whole, load};
use crate::price::in_force::priced;
use crate::price::names::Names;
use crate::spreadsheet;
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::pricing::{PriceChange, PriceList, PriceTable};
use kaipan::project::Project;
use kaipan_ops::pricing::{self, ListPricesRequest, TableRequest};
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
        let table = of_spreadsheet(path, own, names, lang)?;
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

/// The prices that stand in a spreadsheet: those of a price list with their units, else the list
/// prices of the units in it.
fn of_spreadsheet(
    path: &Path,
    own: &TableRequest,
    names: &Names,
    lang: Lang,
) -> Result<PriceTable, Failure> {
    let file = path.display().to_string();
    let book = spreadsheet::read(path).map_err(|error| in_whole(&file, &error))?;
    let units = book.units(None);
    // The prices stand beside the units.
    let sheet = units.as_ref().ok().and_then(|read| read.reading.as_ref()?.sheet.clone());
    let units = units.map(|read| read.units);
    let project = |units| Project { units, ..own.project.clone() };
    let project = match (price_file::read(path, sheet.as_deref()), units) {
        (Ok(PriceFile { list, .. }), units) => {
            // A list may name homes without saying more of them.
            let mut project = project(units.unwrap_or_else(|_| own.project.units.clone()));
            take_prices(&mut project, &list, &file, names, lang)?;
            project
        }
        (Err(_), Ok(units)) => project(units),
        (Err(_), Err(error)) => return Err(in_whole(&file, &error)),
    };
    let place = |error: &Error| Located {
        place: file.clone(),
        error: error.clone(),
        suggestion: (error.code() == Code::PricingNoListPrices).then(|| without_prices(lang)),
    };
    let TableRequest { rules, select, average_basis, .. } = own.clone();
    let request = ListPricesRequest { project, rules, select, average_basis };
    pricing::list_prices(request).map_err(|error| Failure::new(&error, place))
}

/// What to do about a file without prices.
fn without_prices(lang: Lang) -> String {
    lang.say(
        "这个文件里没有价格：加一列“表价”或“总价”，或改用项目文件夹、价格单编号",
        "this file holds no prices: add a column of unit prices or totals, or name the folder of a \
         project or the number of a price bill",
    )
    .to_owned()
}

/// Gives the units the prices of a list, and only those.
fn take_prices(
    project: &mut Project,
    list: &PriceList,
    file: &str,
    names: &Names,
    lang: Lang,
) -> Result<(), Failure> {
    let units = project.units.iter().enumerate();
    let places: HashMap<String, usize> =
        units.map(|(at, unit)| (unit.unit_no.to_string(), at)).collect();
    for unit in &mut project.units {
        (unit.list_price, unit.list_total) = (None, None);
    }
    let mut unknown = Vec::new();
    for (price, row) in list.prices.iter().zip(&list.rows) {
        let unit = places.get(price.unit_no.as_str()).and_then(|at| project.units.get_mut(*at));
        if let Some(unit) = unit {
            (unit.list_price, unit.list_total) = (price.unit_price, price.total);
            continue;
        }
        let error = Error::new(Code::PricingUnknownUnit).with("unit_no", &price.unit_no);
        unknown.push(Located {
            place: match lang {
                Lang::Zh => format!("{file}: 第 {row} 行"),
                Lang::En => format!("{file}: row {row}"),
            },
            suggestion: names.suggestion(&error, lang),
            error,
        });
    }
    if unknown.is_empty() { Ok(()) } else { Err(Failure::Coded(unknown)) }
}

/// The name of the table that is compared, for people.
pub(super) fn own_name(in_force: bool, lang: Lang) -> &'static str {
    if in_force {
        lang.say("现行表价", "the list prices in force")
    } else {
        lang.say("本次试算", "this trial")
    }
}
