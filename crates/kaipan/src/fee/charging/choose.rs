//! Which row of a rule fits, and what must be known to say so.

use crate::error::{Input, InputPlace};
use crate::fee::{BuyerKind, FeeBuyer, FeeCondition, FeeRow, FeeRule, FeeUnit};
use crate::number::Area;
use crate::{Text, city};

/// A fact that a rule asks for and a request may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fact {
    City,
    Elevator,
    Storeys,
    InsideArea,
}

impl Fact {
    pub(crate) fn zh(self) -> &'static str {
        match self {
            Fact::City => "城市",
            Fact::Elevator => "有无电梯",
            Fact::Storeys => "总层数",
            Fact::InsideArea => "套内面积",
        }
    }

    /// Name of the field, which is also how English messages call it.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Fact::City => "city",
            Fact::Elevator => "elevator",
            Fact::Storeys => "storeys",
            Fact::InsideArea => "inside_area",
        }
    }

    /// Where it is missing.
    pub(crate) fn place(self, unit: usize) -> InputPlace {
        let facts = InputPlace::of(Input::Facts);
        match self {
            Fact::City => facts.then(self.field()),
            _ => facts.then("units").then(unit).then(self.field()),
        }
    }
}

/// What conditions look at.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) unit: &'a FeeUnit,
    pub(crate) buyer: &'a FeeBuyer,
    pub(crate) city: Option<&'a str>,
    /// The building area that counts.
    pub(crate) area: Area,
}

/// The row of a rule for a subject.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Choice<'a> {
    /// This row.
    Row(&'a FeeRow),
    /// No row fits: no fee.
    None,
    /// It hangs on facts that are not given.
    Unknown(Vec<Fact>),
}

/// A choice, and whether a home was taken for the first for want of a number.
pub(crate) struct Chosen<'a> {
    pub(crate) choice: Choice<'a>,
    pub(crate) home_assumed: bool,
}

/// The first row that fits. Facts that are not given matter only if the rows that may fit differ
/// in value.
pub(crate) fn choose<'a>(rule: &'a FeeRule, subject: &Subject<'_>) -> Chosen<'a> {
    let mut home_assumed = false;
    let mut missing: Vec<Fact> = Vec::new();
    let mut possible: Vec<&FeeRow> = Vec::new();
    let mut certain = None;
    for row in &rule.rows {
        match fits(&row.when, subject, &mut home_assumed) {
            Fit::No => {}
            Fit::Unknown(facts) => {
                missing.extend(facts);
                possible.push(row);
            }
            Fit::Yes => {
                certain = Some(row);
                break;
            }
        }
    }
    missing.sort_unstable();
    missing.dedup();
    let choice = match certain {
        Some(row) if possible.iter().all(|other| other.value == row.value) => Choice::Row(row),
        None if possible.is_empty() => Choice::None,
        _ => Choice::Unknown(missing),
    };
    Chosen { choice, home_assumed }
}

enum Fit {
    Yes,
    No,
    Unknown(Vec<Fact>),
}

fn fits(when: &FeeCondition, subject: &Subject<'_>, home_assumed: &mut bool) -> Fit {
    let Subject { unit, buyer, city, area } = *subject;
    let plain = (when.uses.is_empty() || when.uses.contains(&unit.property_use))
        && (when.buyers.is_empty() || when.buyers.contains(&buyer.buyer))
        && when.area_above.is_none_or(|least| area > least)
        && when.area_to.is_none_or(|most| area <= most);
    if !plain {
        return Fit::No;
    }
    let mut missing = Vec::new();
    if !when.cities.is_empty() || !when.except_cities.is_empty() {
        match city {
            Some(city) if !in_cities(when, city) => return Fit::No,
            Some(_) => {}
            None => missing.push(Fact::City),
        }
    }
    if let Some(wanted) = when.elevator {
        match unit.elevator {
            Some(elevator) if elevator != wanted => return Fit::No,
            Some(_) => {}
            None => missing.push(Fact::Elevator),
        }
    }
    if when.storeys_from.is_some() || when.storeys_to.is_some() {
        match unit.storeys {
            Some(storeys) if !when.storeys().contains(storeys) => {
                return Fit::No;
            }
            Some(_) => {}
            None => missing.push(Fact::Storeys),
        }
    }
    // Last, so that a home is only taken for the first where it makes a difference.
    if when.home_from.is_some() || when.home_to.is_some() {
        if buyer.buyer == BuyerKind::Company {
            return Fit::No;
        }
        *home_assumed |= buyer.home_count.is_none();
        if !when.homes().contains(buyer.home_count.unwrap_or(1)) {
            return Fit::No;
        }
    }
    if missing.is_empty() { Fit::Yes } else { Fit::Unknown(missing) }
}

fn in_cities(when: &FeeCondition, city: &str) -> bool {
    let among = |cities: &[Text]| cities.iter().any(|other| city::same(other, city));
    (when.cities.is_empty() || among(&when.cities)) && !among(&when.except_cities)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fee::{FeeBasis, FeeCategory, Payer, PropertyUse};
    use crate::number::{Figure, Fraction, Money};

    fn rule(rows: Vec<(FeeCondition, i64)>) -> FeeRule {
        let row =
            |(when, value)| FeeRow { when, value: Figure::from_millionths(value), note: None };
        let (category, basis) = (FeeCategory::Charge, FeeBasis::PerUnit {});
        let rows = rows.into_iter().map(row).collect();
        FeeRule::new("x", "x", category, basis, rows, Payer::Buyer)
    }

    fn unit() -> FeeUnit {
        let area = Area::from_ten_thousandths(1_400_000);
        FeeUnit::new(PropertyUse::Residential, Money::from_fen(100), area)
    }

    fn buyer(home_count: Option<u32>) -> FeeBuyer {
        FeeBuyer { home_count, ..FeeBuyer::new(Fraction::ONE) }
    }

    /// The value chosen, or the facts that are missing.
    fn value(rule: &FeeRule, subject: &Subject<'_>) -> Result<Option<i64>, Vec<Fact>> {
        match choose(rule, subject).choice {
            Choice::Row(row) => Ok(Some(row.value.millionths())),
            Choice::None => Ok(None),
            Choice::Unknown(facts) => Err(facts),
        }
    }

    #[test]
    fn every_condition_has_its_borders() {
        let base = FeeCondition::default;
        let area = |text: &str| Some(text.parse().unwrap());
        let known = FeeUnit { elevator: Some(true), storeys: Some(8), ..unit() };
        for (when, expected) in [
            (base(), true),
            (FeeCondition { uses: vec![PropertyUse::Residential], ..base() }, true),
            (FeeCondition { uses: vec![PropertyUse::Parking], ..base() }, false),
            (FeeCondition { buyers: vec![BuyerKind::Person], ..base() }, true),
            (FeeCondition { buyers: vec![BuyerKind::Company], ..base() }, false),
            (FeeCondition { area_to: area("140"), ..base() }, true),
            (FeeCondition { area_to: area("139.9999"), ..base() }, false),
            (FeeCondition { area_above: area("140"), ..base() }, false),
            (FeeCondition { area_above: area("139.9999"), ..base() }, true),
            (FeeCondition { home_from: Some(2), ..base() }, true),
            (FeeCondition { home_from: Some(3), ..base() }, false),
            (FeeCondition { home_to: Some(1), ..base() }, false),
            (FeeCondition { home_to: Some(2), ..base() }, true),
            (FeeCondition { elevator: Some(true), ..base() }, true),
            (FeeCondition { elevator: Some(false), ..base() }, false),
            (FeeCondition { storeys_from: Some(8), ..base() }, true),
            (FeeCondition { storeys_from: Some(9), ..base() }, false),
            (FeeCondition { storeys_to: Some(8), ..base() }, true),
            (FeeCondition { storeys_to: Some(7), ..base() }, false),
            (FeeCondition { cities: vec!["北京市".into()], ..base() }, true),
            (FeeCondition { cities: vec!["上海".into()], ..base() }, false),
            (FeeCondition { except_cities: vec!["北京市".into()], ..base() }, false),
            (FeeCondition { except_cities: vec!["上海".into()], ..base() }, true),
        ] {
            let rule = rule(vec![(when.clone(), 1)]);
            let buyer = buyer(Some(2));
            let area = known.building_area;
            let subject = Subject { unit: &known, buyer: &buyer, city: Some("北京"), area };
            assert_eq!(value(&rule, &subject), Ok(expected.then_some(1)), "{when:?}");
        }
    }

    #[test]
    fn a_missing_fact_counts_only_where_it_matters() {
        let stairs = FeeCondition { elevator: Some(false), ..FeeCondition::default() };
        let high = FeeCondition { storeys_from: Some(7), ..FeeCondition::default() };
        let always = FeeCondition::default;
        let (unit, buyer) = (unit(), buyer(None));
        let area = unit.building_area;
        let subject = Subject { unit: &unit, buyer: &buyer, city: None, area };
        let open = rule(vec![(stairs.clone(), 1), (high.clone(), 2), (always(), 1)]);
        assert_eq!(value(&open, &subject), Err(vec![Fact::Elevator, Fact::Storeys]));
        let same = rule(vec![(stairs.clone(), 1), (always(), 1)]);
        assert_eq!(value(&same, &subject), Ok(Some(1)));
        // Whether there is a fee at all hangs on the fact.
        assert_eq!(value(&rule(vec![(stairs, 1)]), &subject), Err(vec![Fact::Elevator]));
        let city = FeeCondition { except_cities: vec!["北京".into()], ..always() };
        assert_eq!(value(&rule(vec![(city, 1)]), &subject), Err(vec![Fact::City]));
        // What is after a row that fits is not asked.
        assert_eq!(value(&rule(vec![(always(), 3), (high, 2)]), &subject), Ok(Some(3)));
    }

    #[test]
    fn homes_are_assumed_only_where_asked_and_never_for_companies() {
        let first = FeeCondition { home_to: Some(1), ..FeeCondition::default() };
        let parking =
            FeeCondition { uses: vec![PropertyUse::Parking], home_to: Some(1), ..first.clone() };
        let unit = unit();
        let check = |when: &FeeCondition, buyer: &FeeBuyer| {
            let rule = rule(vec![(when.clone(), 1)]);
            let area = unit.building_area;
            let chosen = choose(&rule, &Subject { unit: &unit, buyer, city: None, area });
            (chosen.choice != Choice::None, chosen.home_assumed)
        };
        assert_eq!(check(&first, &buyer(None)), (true, true));
        assert_eq!(check(&first, &buyer(Some(1))), (true, false));
        assert_eq!(check(&parking, &buyer(None)), (false, false));
        let company = FeeBuyer { buyer: BuyerKind::Company, ..buyer(None) };
        assert_eq!(check(&first, &company), (false, false));
    }
}
