//! Changing list prices and the life of a price bill (handbook §2.9), figures computed by hand.

use kaipan::Text;
use kaipan::error::Code;
use kaipan::number::{Mode, Place, Rate, Rounding, UnitPrice};
use kaipan::pricing::*;
use kaipan::project::{Clause, Dimension, Project, Selection, Unit, UnitState};
use kaipan::{Date, Error};

fn unit(no: &str, area: &str, state: UnitState, list: Option<&str>) -> Unit {
    Unit {
        unit_no: no.into(),
        building: "1".into(),
        floor: 1,
        line: no.into(),
        building_area: area.parse().unwrap(),
        state,
        list_price: list.map(|price| price.parse().unwrap()),
        ..Unit::default()
    }
}

/// 89.50 m² at 10,000; 120.30 m² at 10,590; one signed at 10,200; one that has no price.
fn stock() -> Vec<Unit> {
    let mut units = vec![
        unit("101", "89.50", UnitState::OnSale, Some("10000")),
        unit("102", "120.30", UnitState::OnSale, Some("10590")),
        unit("103", "89.50", UnitState::Signed, Some("10200")),
        unit("104", "120.30", UnitState::NotReleased, None),
    ];
    units[0].floor_price = Some("9500".parse().unwrap());
    units[0].filed_price = Some("11000".parse().unwrap());
    units
}

/// A bill of this mode, which the test sets up further.
fn adjusting<'a>(project: &'a Project, mode: &'a AdjustMode) -> Adjusting<'a> {
    Adjusting::new(project, mode, "T-1", day("2026-03-01"))
}

/// The bill for the stock.
fn adjusted(mode: &AdjustMode, set: impl Fn(Adjusting<'_>) -> Adjusting<'_>) -> AdjustedPrices {
    set(adjusting(&project(), mode)).bill().unwrap()
}

fn project() -> Project {
    Project { name: "调价".into(), units: stock(), ..Project::default() }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn percent(change: &str) -> AdjustMode {
    AdjustMode::Percent { percent: change.parse().unwrap() }
}

fn amount_per_m2(amount: &str) -> AdjustMode {
    AdjustMode::AmountPerM2 { amount: amount.parse().unwrap() }
}

fn to_average(average: &str, by: AverageMove, levelling: Levelling) -> AdjustMode {
    AdjustMode::ToAverage { average: average.parse().unwrap(), by, levelling }
}

fn chosen(unit_nos: &[&str]) -> Selection {
    let unit_no = unit_nos.iter().map(|no| Text::from(*no)).collect();
    Selection::of(Clause { unit_no, ..Clause::default() })
}

/// Unit number, new unit price and new total of every line.
fn prices(response: &AdjustedPrices) -> Vec<(String, String, String)> {
    let lines = response.bill.lines.iter();
    lines
        .map(|line| {
            let (price, total) = (line.new_list_price, line.new_list_total);
            (line.unit_no.to_string(), price.to_string(), total.to_string())
        })
        .collect()
}

fn lines(expected: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    expected.iter().map(|(a, b, c)| ((*a).into(), (*b).into(), (*c).into())).collect()
}

fn skipped(response: &AdjustedPrices) -> Vec<(&str, Code)> {
    response.skipped.iter().map(|s| (s.unit_no.as_str(), s.reason.code)).collect()
}

fn codes(response: &AdjustedPrices) -> Vec<(Option<&str>, Code)> {
    response.findings.iter().map(|f| (f.unit_no.as_deref(), f.code)).collect()
}

fn refused(mode: &AdjustMode, set: impl Fn(Adjusting<'_>) -> Adjusting<'_>) -> (Code, String) {
    let error: Error = set(adjusting(&project(), mode)).bill().unwrap_err();
    (error.code(), error.path())
}

#[test]
fn an_amount_per_square_metre() {
    let response = adjusted(&amount_per_m2("150"), |bill| bill);
    // 10,150 × 89.50 and 10,740 × 120.30.
    assert_eq!(
        prices(&response),
        lines(&[("101", "10150.00", "908425.00"), ("102", "10740.00", "1292022.00")])
    );
    assert_eq!(skipped(&response), [("103", Code::PricingKept), ("104", Code::PricingNoListPrice)]);
    let first = &response.bill.lines[0];
    assert_eq!(first.old_list_price, Some("10000".parse().unwrap()));
    assert_eq!(first.old_list_total, Some("895000".parse().unwrap()));
    assert_eq!(first.change, Some("13425".parse().unwrap()));
    // 13,425 ÷ 895,000 = 1.5 %.
    assert_eq!(first.change_rate, Some("0.015".parse().unwrap()));
    assert_eq!(first.new_floor_price, None, "the floor price stays");
    assert_eq!(response.old_total.to_string(), "2168977.00");
    assert_eq!(response.new_total.to_string(), "2200447.00");
    assert_eq!(response.area.to_string(), "209.80");
    // 2,200,447 ÷ 209.80 = 10,488.3079…
    assert_eq!(response.new_average.to_string(), "10488.31");
    assert_eq!((response.bill.state, response.bill.violations), (BillState::Draft, 0));
}

#[test]
fn a_percentage_with_either_number_first() {
    // 10,590 × 1.03 = 10,907.7 → 10,908; × 120.30 = 1,312,232.4 → 1,312,232.
    assert_eq!(
        prices(&adjusted(&percent("3"), |bill| bill)),
        lines(&[("101", "10300.00", "921850.00"), ("102", "10908.00", "1312232.00")])
    );
    let hundred = Rounding::new(Mode::Down, Place::Hundred);
    // 895,000 × 0.975 = 872,625 and 1,273,977 × 0.975 = 1,242,127.575, cut to the hundred.
    let total_first = adjusted(&percent("-2.5"), |bill| {
        bill.price_basis(PriceBasis::TotalFirst).total_rounding(hundred)
    });
    assert_eq!(
        prices(&total_first),
        lines(&[("101", "9749.72", "872600.00"), ("102", "10325.02", "1242100.00")])
    );
    // Each rounding point counts: 10,000.4 × 1.03 = 10,300.412 → 10,300.4.
    let mut project = project();
    project.units[0].list_price = Some("10000.4".parse().unwrap());
    let (mode, first) = (percent("3"), chosen(&["101"]));
    let bill = adjusting(&project, &mode).select(&first).total_rounding(hundred);
    let bill = bill.unit_rounding(Rounding::half_up(Place::Jiao)).bill().unwrap();
    assert_eq!(prices(&bill), lines(&[("101", "10300.40", "921800.00")]));
}

#[test]
fn an_amount_on_the_total_moves_the_total_whatever_is_rounded_first() {
    for price_basis in [PriceBasis::UnitFirst, PriceBasis::TotalFirst] {
        let mode = AdjustMode::TotalAmount { amount: "-20000".parse().unwrap() };
        let bill = adjusted(&mode, |bill| bill.price_basis(price_basis));
        // 875,000 ÷ 89.50 = 9,776.536… and 1,253,977 ÷ 120.30 = 10,423.749…
        assert_eq!(
            prices(&bill),
            lines(&[("101", "9776.54", "875000.00"), ("102", "10423.75", "1253977.00")])
        );
    }
}

#[test]
fn to_an_average_by_scale_counts_the_units_in_a_deal() {
    let mode = to_average("10500", AverageMove::Scale, Levelling::None {});
    let response = adjusted(&mode, |bill| bill.price_basis(PriceBasis::TotalFirst));
    // 10,500 × 299.30 − 912,900 = 2,229,750 for what was 2,168,977: both totals by that factor.
    assert_eq!(
        prices(&response),
        lines(&[("101", "10280.19", "920077.00"), ("102", "10886.72", "1309673.00")])
    );
    assert_eq!(response.new_total.to_string(), "2229750.00");
    let mut left_out = skipped(&response);
    left_out.sort();
    assert_eq!(left_out, [("103", Code::PricingKept), ("104", Code::PricingNoListPrice)]);
    // Without the signed unit: 10,500 × 209.80 = 2,202,900.
    let two = chosen(&["101", "102"]);
    let project = project();
    let bill = adjusting(&project, &mode).price_basis(PriceBasis::TotalFirst).select(&two).bill();
    assert_eq!(bill.unwrap().new_total.to_string(), "2202900.00");
}

#[test]
fn to_an_average_by_shift_and_levelled() {
    let mode = to_average("10500", AverageMove::Shift, Levelling::None {});
    // 60,773 ÷ 209.80 = 289.671… more per m²: 10,289.67… → 10,290 and 10,879.67… → 10,880.
    assert_eq!(
        prices(&adjusted(&mode, |bill| bill)),
        lines(&[("101", "10290.00", "920955.00"), ("102", "10880.00", "1308864.00")])
    );
    // 69 yuan too much: one yuan off the smaller unit leaves −20.5 (by totals: 920,866).
    let mode = to_average("10500", AverageMove::Shift, Levelling::SpreadResidual {});
    let response = adjusted(&mode, |bill| bill);
    assert_eq!(
        prices(&response),
        lines(&[("101", "10289.00", "920866.00"), ("102", "10880.00", "1308864.00")])
    );
    let kept = (None, Code::PricingTargetKeeps);
    assert_eq!(codes(&response), [kept, (None, Code::PricingResidual)]);
    // With the total first the average is met to the yuan.
    let response = adjusted(&mode, |bill| bill.price_basis(PriceBasis::TotalFirst));
    assert_eq!(response.new_total.to_string(), "2229750.00");
    assert_eq!(codes(&response), [kept]);
}

#[test]
fn an_average_that_cannot_be_met_is_refused() {
    // What the signed unit brings in is more than the whole may come to.
    let little = to_average("1", AverageMove::Scale, Levelling::None {});
    assert_eq!(
        refused(&little, |bill| bill),
        (Code::PricingNotPositive, "/project/units/0".into())
    );
    let nothing = to_average("0", AverageMove::Shift, Levelling::None {});
    assert_eq!(refused(&nothing, |bill| bill), (Code::NumberNotPositive, "/mode/average".into()));
}

fn floor_scheme() -> PricingScheme {
    let row = |key: &str, value: &str| FactorRow { key: key.into(), value: value.parse().unwrap() };
    PricingScheme {
        code: "新方案".into(),
        scope: Selection::of(Clause {
            line: vec!["102".into(), "103".into(), "104".into()],
            ..Clause::default()
        }),
        base_price: Some("10300".parse().unwrap()),
        factors: vec![Factor::new(
            Dimension::Line,
            Method::Percent,
            FactorValues::Table { rows: vec![row("102", "0"), row("103", "0"), row("104", "1")] },
        )],
        unit_rounding: Rounding::half_up(Place::Ten),
        ..PricingScheme::default()
    }
}

#[test]
fn repricing_uses_the_roundings_of_the_schemes_and_prices_new_units() {
    let mode = AdjustMode::Reprice { schemes: vec![floor_scheme()], targets: vec![] };
    // The bill's own roundings are of no account: 10,300 × 1.01 = 10,403 → 10,400.
    let thousand = Rounding::half_up(Place::Thousand);
    let response = adjusted(&mode, |bill| bill.unit_rounding(thousand));
    assert_eq!(
        prices(&response),
        lines(&[("102", "10300.00", "1239090.00"), ("104", "10400.00", "1251120.00")])
    );
    let new = &response.bill.lines[1];
    assert_eq!((new.old_list_price, new.change, new.change_rate), (None, None, None));
    assert_eq!(response.old_total.to_string(), "1273977.00");
    let mut left_out = skipped(&response);
    left_out.sort();
    assert_eq!(left_out, [("101", Code::PricingNoScheme), ("103", Code::PricingKept)]);
}

#[test]
fn an_explicit_table_keeps_the_number_it_gives() {
    let price = |unit_no: &str, unit_price: Option<&str>, total: Option<&str>| ExplicitPrice {
        unit_no: unit_no.into(),
        unit_price: unit_price.map(|p| p.parse().unwrap()),
        total: total.map(|t| t.parse().unwrap()),
        floor_price: unit_price.map(|_| "9600".parse().unwrap()),
    };
    let mode = |prices: Vec<ExplicitPrice>| AdjustMode::Explicit { prices };
    let given = mode(vec![
        price("104", None, Some("1250000.50")),
        price("101", Some("10100.5"), None),
        price("103", Some("1"), None),
    ]);
    let response = adjusted(&given, |bill| bill.kind(BillKind::Set));
    // 10,100.5 × 89.50 = 903,994.75 → 903,995; 1,250,000.50 ÷ 120.30 = 10,390.694…
    assert_eq!(
        prices(&response),
        lines(&[("101", "10100.50", "903995.00"), ("104", "10390.69", "1250000.50")])
    );
    assert_eq!(skipped(&response), [("103", Code::PricingKept)]);
    assert_eq!(response.bill.lines[0].new_floor_price, Some("9600".parse().unwrap()));

    let wrong = mode(vec![
        price("999", Some("1"), None),
        price("101", None, None),
        price("101", Some("1"), Some("1")),
    ]);
    let error = adjusting(&project(), &wrong).bill().unwrap_err();
    let all: Vec<(Code, String)> =
        std::iter::once(&error).chain(error.others()).map(|e| (e.code(), e.path())).collect();
    assert_eq!(
        all,
        [
            (Code::PricingUnknownUnit, "/mode/prices/0/unit_no".to_owned()),
            (Code::PricingMissingPrice, "/mode/prices/1/unit_price".to_owned()),
            (Code::ProjectUnitTwice, "/mode/prices/2/unit_no".to_owned()),
        ]
    );
}

#[test]
fn floor_prices_follow_the_new_list_prices() {
    let share = |rate: &str| -> Rate { rate.parse().unwrap() };
    let response = adjusted(&percent("1"), |bill| bill.floor_rate(share("0.95")));
    let floors: Vec<(Option<UnitPrice>, Option<UnitPrice>)> =
        response.bill.lines.iter().map(|l| (l.old_floor_price, l.new_floor_price)).collect();
    let price = |text: &str| Some(text.parse().unwrap());
    // 10,100 × 0.95 = 9,595; 10,590 × 1.01 = 10,695.9 → 10,696; × 0.95 = 10,161.2 → 10,161.
    assert_eq!(floors, [(price("9500"), price("9595")), (None, price("10161"))]);
    let none = refused(&percent("1"), |bill| bill.floor_rate(Rate::ZERO));
    assert_eq!(none, (Code::NumberPart, "/floor_rate".into()));
}

fn zhongshan() -> PriceRules {
    PriceRules { filed: Some(FiledPriceRule::zhongshan_2022()), ..PriceRules::default() }
}

#[test]
fn rules_on_time_and_cuts_hold_to_the_day_and_the_fen() {
    let (rules, first, project) = (zhongshan(), chosen(&["101"]), project());
    let bill = |mode: &AdjustMode, changed: &str| {
        let changes = [LastChange::new("101", day(changed))];
        let bill = adjusting(&project, mode).rules(&rules).select(&first);
        bill.unit_rounding(Rounding::FEN).last_changes(&changes).bill().unwrap()
    };
    // Three months before 2026-03-01 is 2025-12-01; 5 % is allowed.
    let response = bill(&percent("-5"), "2025-12-01");
    assert_eq!((codes(&response), response.bill.violations), (vec![], 0));
    let response = bill(&amount_per_m2("-500.01"), "2025-12-02");
    let one = |code| (Some("101"), code);
    assert_eq!(
        codes(&response),
        [
            one(Code::PricingBelowFloor),
            one(Code::PricingTooSoonMonths),
            one(Code::PricingCutTooDeep),
        ]
    );
    assert_eq!(response.bill.violations, 3);
    assert_eq!(
        response.bill.lines[0].flags,
        ["pricing.below_floor", "pricing.too_soon_months", "pricing.cut_too_deep"]
    );
    // A price that does not change is told as that, and breaks no rule on change.
    assert_eq!(codes(&bill(&percent("0"), "2025-12-02")), [(None, Code::PricingUnchanged)]);
}

#[test]
fn a_price_above_the_filed_one_is_listed_and_flagged() {
    let filed = adjusted(&percent("10"), |bill| bill);
    assert_eq!(codes(&filed), [], "11,000 is the filed price");
    let above = amount_per_m2("1000.01");
    let response = adjusted(&above, |bill| bill.unit_rounding(Rounding::FEN));
    assert_eq!(codes(&response), [(Some("101"), Code::PricingAboveFiled)]);
    assert_eq!(response.bill.lines[0].new_list_price.to_string(), "11000.01");
    let (rules, project) = (zhongshan(), project());
    let bill = adjusting(&project, &above).unit_rounding(Rounding::FEN).rules(&rules).bill();
    assert_eq!(codes(&bill.unwrap()), [], "15 % above is allowed there");
}

#[test]
fn a_bill_without_lines_is_refused_and_places_point_into_the_inputs() {
    let (signed, project, mode) = (chosen(&["103"]), project(), percent("1"));
    let nothing = adjusting(&project, &mode).select(&signed).bill().unwrap_err();
    assert_eq!(
        (nothing.code(), nothing.path().as_str()),
        (Code::PricingNothingToChange, "/select")
    );
    let refused = |mode: &AdjustMode| refused(mode, |bill| bill);
    let gone = AdjustMode::TotalAmount { amount: "-895000".parse().unwrap() };
    assert_eq!(refused(&gone), (Code::PricingNotPositive, "/project/units/0".into()));
    assert_eq!(refused(&percent("-100")), (Code::PricingNotPositive, "/project/units/0".into()));
    let mut scheme = floor_scheme();
    scheme.base_price = Some("0.1".parse().unwrap());
    scheme.unit_rounding = Rounding { guard: false, ..Rounding::YUAN };
    let bad = AdjustMode::Reprice { schemes: vec![scheme.clone()], targets: vec![] };
    assert_eq!(refused(&bad), (Code::PricingNotPositive, "/project/units/1".into()));
    scheme.base_price = None;
    let bad = AdjustMode::Reprice { schemes: vec![scheme], targets: vec![] };
    assert_eq!(refused(&bad), (Code::PricingNoBase, "/mode/schemes/0/base_price".into()));
}

fn advance(
    bill: &PriceBill,
    command: BillCommand,
    project: Option<&Project>,
) -> Result<AdvancedBill, Error> {
    let step = BillStep::new(command, bill.effective_date);
    bill.clone().advance(&project.map_or(step, |project| step.project(project)))
}

#[test]
fn the_life_of_a_bill_leaves_one_entry_of_history_a_unit() {
    let (project, mode) = (project(), percent("3"));
    let rate: Rate = "0.9".parse().unwrap();
    let bill = adjusting(&project, &mode).locks_units(true).floor_rate(rate);
    let draft = bill.kind(BillKind::Set).bill().unwrap().bill;

    let submitted = advance(&draft, BillCommand::Submit, None).unwrap();
    assert_eq!(submitted.bill.state, BillState::PendingApproval);
    assert_eq!(submitted.locked_units, ["101", "102"]);
    let approved = advance(&submitted.bill, BillCommand::Approve, None).unwrap();
    assert_eq!(approved.locked_units, ["101", "102"]);
    let executed = advance(&approved.bill, BillCommand::Execute, Some(&project)).unwrap();
    assert_eq!(executed.bill.state, BillState::Executed);
    assert!(executed.locked_units.is_empty() && executed.skipped.is_empty());
    let history: Vec<PriceChange> = executed.changes.clone();
    let first = &history[0];
    assert_eq!((history.len(), first.unit_no.as_str(), first.bill.as_str()), (2, "101", "T-1"));
    assert_eq!(first.effective_date, day("2026-03-01"));
    assert_eq!(first.list_price.to_string(), "10300.00");
    assert_eq!(first.list_total.to_string(), "921850.00");
    assert_eq!(first.floor_price, Some("9270".parse().unwrap()));
    assert_eq!(first.floor_total, Some("829665".parse().unwrap()));
    // Only the state has changed on the way; the figures are the draft's.
    let mut as_drafted = executed.bill.clone();
    as_drafted.state = BillState::Draft;
    assert_eq!(as_drafted, draft);

    // Stored, the same bill cannot be executed again, and a second one starts from these prices.
    let mut stored = project.clone();
    for change in &history {
        let unit = stored.units.iter_mut().find(|unit| unit.unit_no == change.unit_no).unwrap();
        unit.list_price = Some(change.list_price);
        unit.list_total = Some(change.list_total);
        unit.floor_price = change.floor_price.or(unit.floor_price);
    }
    let again = advance(&executed.bill, BillCommand::Execute, Some(&stored)).unwrap_err();
    assert_eq!(again.code(), Code::PricingBillState);
    let stale = advance(&approved.bill, BillCommand::Execute, Some(&stored)).unwrap_err();
    assert_eq!((stale.code(), stale.others().len()), (Code::PricingBillStale, 1));
    let next = adjusting(&stored, &percent("1")).bill().unwrap();
    assert_eq!(next.bill.lines[0].old_list_total, Some("921850".parse().unwrap()));
    assert_eq!(next.bill.lines[0].new_list_price.to_string(), "10403.00");
}

#[test]
fn a_refused_command_names_its_reason_and_leaves_the_bill_alone() {
    let mut project = project();
    project.units[1].filed_price = Some("10590".parse().unwrap());
    let draft = adjusting(&project, &percent("20")).bill().unwrap().bill;
    assert_eq!(draft.violations, 2);
    let before = draft.clone();
    for (command, code) in [
        (BillCommand::Submit, Code::PricingBillViolations),
        (BillCommand::Approve, Code::PricingBillState),
        (BillCommand::Execute, Code::PricingBillState),
        (BillCommand::Supersede, Code::PricingBillState),
    ] {
        assert_eq!(advance(&draft, command, Some(&project)).unwrap_err().code(), code);
        assert_eq!(draft, before);
    }
    let mut approved = draft;
    approved.state = BillState::Approved;
    let without = advance(&approved, BillCommand::Execute, None).unwrap_err();
    assert_eq!((without.code(), without.path().as_str()), (Code::ProjectNeeded, "/project"));
    let mut sold = project.clone();
    sold.units[0].state = UnitState::Booked;
    sold.units.remove(1);
    let gone = advance(&approved, BillCommand::Execute, Some(&sold)).unwrap_err();
    assert_eq!(
        (gone.code(), gone.path().as_str()),
        (Code::PricingUnknownUnit, "/bill/lines/1/unit_no")
    );
    // A total that has changed alone is as stale as a unit price, and is what the message names.
    let mut moved = project;
    moved.units[0].list_total = Some("895000.01".parse().unwrap());
    let stale = advance(&approved, BillCommand::Execute, Some(&moved)).unwrap_err();
    assert_eq!(
        stale.to_string(),
        "[pricing.bill_stale] /bill/lines/0/unit_no: the price of unit 101 is 895,000.01, \
         not 895,000 as the bill recorded"
    );
}
