//! Options of the command line that change the request.

use super::names::{Names, did_you_mean};
use crate::args::PriceArgs;
use crate::failure::{Failure, Located};
use kaipan::Text;
use kaipan::error::{Code, Error, Lang};
use kaipan::pricing::{Explain, FloorPriceRule};
use kaipan::project::{Clause, Selection};
use kaipan_ops::pricing::TableRequest;

/// Applies the options to the request.
pub(crate) fn apply(
    request: &mut TableRequest,
    options: &PriceArgs,
    names: &Names,
    lang: Lang,
) -> Result<(), Failure> {
    let codes = building_codes(&options.building, names, lang)?;
    if let Some(average) = options.target_average {
        super::aim::at(request, average, options.target, &codes, names, lang)?;
    }
    if let Some(rate) = options.floor_rate {
        match &mut request.floor_price {
            Some(rule) => rule.rate = rate,
            None => request.floor_price = Some(FloorPriceRule::new(rate)),
        }
    }
    if !codes.is_empty() {
        restrict(&mut request.select, &codes);
    }
    if !options.explain.is_empty() {
        request.explain = Explain::Units { unit_nos: options.explain.clone() };
        if options.prints_table() {
            let unit_no = options.explain.clone();
            request.select = Selection::of(Clause { unit_no, ..Clause::default() });
        }
    }
    Ok(())
}

/// Buildings by code or name.
pub(crate) fn building_codes(
    asked: &[Text],
    names: &Names,
    lang: Lang,
) -> Result<Vec<Text>, Failure> {
    let mut codes = Vec::with_capacity(asked.len());
    let mut unknown = Vec::new();
    for name in asked {
        let known = names.buildings.iter().find(|code| *code == name);
        let known = known
            .or_else(|| names.buildings.iter().find(|code| name.is_same_as(names.building(code))));
        match known {
            Some(code) => codes.push(code.clone()),
            None => unknown.push(Located {
                place: "--building".to_owned(),
                error: Error::new(Code::ProjectUnknownReference)
                    .with("kind", "building")
                    .with("kind_zh", "楼栋")
                    .with("name", name),
                suggestion: did_you_mean(&names.building_names(), name, lang),
            }),
        }
    }
    if unknown.is_empty() { Ok(codes) } else { Err(Failure::Coded(unknown)) }
}

/// Keeps of a selection what lies in these buildings.
fn restrict(select: &mut Selection, codes: &[Text]) {
    if select.any.is_empty() {
        select.any.push(Clause { building: codes.to_vec(), ..Clause::default() });
        return;
    }
    select.any.retain_mut(|clause| {
        if clause.building.is_empty() {
            clause.building = codes.to_vec();
        } else {
            clause.building.retain(|code| codes.contains(code));
        }
        !clause.building.is_empty()
    });
    if select.any.is_empty() {
        // Nothing is in both: no unit, rather than every unit.
        let nothing = Clause { building: codes.to_vec(), ..Clause::default() };
        select.any.push(nothing.clone());
        select.except.push(nothing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restricting_never_widens() {
        let of = |building: &[&str]| Clause {
            building: building.iter().map(|&code| code.into()).collect(),
            ..Clause::default()
        };
        let codes = [Text::from("1")];
        let mut all = Selection::all();
        restrict(&mut all, &codes);
        assert_eq!(all, Selection::of(of(&["1"])));
        let mut two = Selection { any: vec![of(&["1", "2"]), of(&["3"])], except: vec![] };
        restrict(&mut two, &codes);
        assert_eq!(two, Selection::of(of(&["1"])));
        let mut other = Selection::of(of(&["2"]));
        restrict(&mut other, &codes);
        assert_eq!(other.any, other.except);
    }
}
