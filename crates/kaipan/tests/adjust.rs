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

fn request(mode: AdjustMode) -> AdjustRequest {
    AdjustRequest {
        project: Project { name: "调价".into(), units: stock(), ..Project::default() },
        select: Selection::all(),
        mode,
        code: "T-1".into(),
        kind: BillKind::Adjust,
        reason: None,
        effective_date: day("2026-03-01"),
        locks_units: false,
        price_basis: PriceBasis::UnitFirst,
        unit_rounding: Rounding::YUAN,
        total_rounding: Rounding::YUAN,
        floor_rate: None,
        rules: PriceRules::default(),
        last_changes: vec![],
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn percent(change: &str) -> AdjustMode {
    AdjustMode::Percent { percent: change.parse().unwrap() }
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

fn refused(request: AdjustRequest) -> (Code, String) {
    let error: Error = adjust(request).unwrap_err();
    (error.code(), error.path().to_owned())
}

#[test]
fn an_amount_per_square_metre() {
    let response =
        adjust(request(AdjustMode::AmountPerM2 { amount: "150".parse().unwrap() })).unwrap();
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
    let mut request = request(percent("3"));
    // 10,590 × 1.03 = 10,907.7 → 10,908; × 120.30 = 1,312,232.4 → 1,312,232.
    assert_eq!(
        prices(&adjust(request.clone()).unwrap()),
        lines(&[("101", "10300.00", "921850.00"), ("102", "10908.00", "1312232.00")])
    );
    request.mode = percent("-2.5");
    request.price_basis = PriceBasis::TotalFirst;
    request.total_rounding = Rounding::new(Mode::Down, Place::Hundred);
    // 895,000 × 0.975 = 872,625 and 1,273,977 × 0.975 = 1,242,127.575, cut to the hundred.
    assert_eq!(
        prices(&adjust(request.clone()).unwrap()),
        lines(&[("101", "9749.72", "872600.00"), ("102", "10325.02", "1242100.00")])
    );
    // Each rounding point counts: 10,000.4 × 1.03 = 10,300.412 → 10,300.4.
    request.price_basis = PriceBasis::UnitFirst;
    request.mode = percent("3");
    request.unit_rounding = Rounding::half_up(Place::Jiao);
    request.project.units[0].list_price = Some("10000.4".parse().unwrap());
    request.select = chosen(&["101"]);
    assert_eq!(prices(&adjust(request).unwrap()), lines(&[("101", "10300.40", "921800.00")]));
}

#[test]
fn an_amount_on_the_total_moves_the_total_whatever_is_rounded_first() {
    for price_basis in [PriceBasis::UnitFirst, PriceBasis::TotalFirst] {
        let mut request = request(AdjustMode::TotalAmount { amount: "-20000".parse().unwrap() });
        request.price_basis = price_basis;
        // 875,000 ÷ 89.50 = 9,776.536… and 1,253,977 ÷ 120.30 = 10,423.749…
        assert_eq!(
            prices(&adjust(request).unwrap()),
            lines(&[("101", "9776.54", "875000.00"), ("102", "10423.75", "1253977.00")])
        );
    }
}

#[test]
fn to_an_average_by_scale_counts_the_units_in_a_deal() {
    let mut request = request(to_average("10500", AverageMove::Scale, Levelling::None {}));
    request.price_basis = PriceBasis::TotalFirst;
    let response = adjust(request.clone()).unwrap();
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
    request.select = chosen(&["101", "102"]);
    assert_eq!(adjust(request).unwrap().new_total.to_string(), "2202900.00");
}

#[test]
fn to_an_average_by_shift_and_levelled() {
    let mut request = request(to_average("10500", AverageMove::Shift, Levelling::None {}));
    // 60,773 ÷ 209.80 = 289.671… more per m²: 10,289.67… → 10,290 and 10,879.67… → 10,880.
    assert_eq!(
        prices(&adjust(request.clone()).unwrap()),
        lines(&[("101", "10290.00", "920955.00"), ("102", "10880.00", "1308864.00")])
    );
    // 69 yuan too much: one yuan off the smaller unit leaves −20.5 (by totals: 920,866).
    request.mode = to_average("10500", AverageMove::Shift, Levelling::SpreadResidual {});
    let response = adjust(request.clone()).unwrap();
    assert_eq!(
        prices(&response),
        lines(&[("101", "10289.00", "920866.00"), ("102", "10880.00", "1308864.00")])
    );
    assert_eq!(codes(&response), [(None, Code::PricingResidual)]);
    // With the total first the average is met to the yuan.
    request.price_basis = PriceBasis::TotalFirst;
    let response = adjust(request).unwrap();
    assert_eq!(response.new_total.to_string(), "2229750.00");
    assert_eq!(codes(&response), []);
}

#[test]
fn an_average_that_cannot_be_met_is_refused() {
    // What the signed unit brings in is more than the whole may come to.
    let little = request(to_average("1", AverageMove::Scale, Levelling::None {}));
    assert_eq!(refused(little), (Code::PricingNotPositive, "/project/units/0".into()));
    let nothing = request(to_average("0", AverageMove::Shift, Levelling::None {}));
    assert_eq!(refused(nothing), (Code::NumberNotPositive, "/mode/average".into()));
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
        factors: vec![Factor {
            name: None,
            dimension: Dimension::Line,
            method: Method::Percent,
            values: FactorValues::Table {
                rows: vec![row("102", "0"), row("103", "0"), row("104", "1")],
            },
            reference: None,
            scope: Selection::all(),
            weight: None,
        }],
        unit_rounding: Rounding::half_up(Place::Ten),
        ..PricingScheme::default()
    }
}

#[test]
fn repricing_uses_the_roundings_of_the_schemes_and_prices_new_units() {
    let mode = AdjustMode::Reprice { schemes: vec![floor_scheme()], targets: vec![] };
    let mut request = request(mode);
    // The request's own roundings are of no account: 10,300 × 1.01 = 10,403 → 10,400.
    request.unit_rounding = Rounding::half_up(Place::Thousand);
    let response = adjust(request).unwrap();
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
    let mut request = request(mode(vec![
        price("104", None, Some("1250000.50")),
        price("101", Some("10100.5"), None),
        price("103", Some("1"), None),
    ]));
    request.kind = BillKind::Set;
    let response = adjust(request.clone()).unwrap();
    // 10,100.5 × 89.50 = 903,994.75 → 903,995; 1,250,000.50 ÷ 120.30 = 10,390.694…
    assert_eq!(
        prices(&response),
        lines(&[("101", "10100.50", "903995.00"), ("104", "10390.69", "1250000.50")])
    );
    assert_eq!(skipped(&response), [("103", Code::PricingKept)]);
    assert_eq!(response.bill.lines[0].new_floor_price, Some("9600".parse().unwrap()));

    request.mode = mode(vec![
        price("999", Some("1"), None),
        price("101", None, None),
        price("101", Some("1"), Some("1")),
    ]);
    let error = adjust(request).unwrap_err();
    let all: Vec<(Code, &str)> =
        std::iter::once(&error).chain(error.others()).map(|e| (e.code(), e.path())).collect();
    assert_eq!(
        all,
        [
            (Code::PricingUnknownUnit, "/mode/prices/0/unit_no"),
            (Code::PricingMissingPrice, "/mode/prices/1/unit_price"),
            (Code::ProjectUnitTwice, "/mode/prices/2/unit_no"),
        ]
    );
}

#[test]
fn floor_prices_follow_the_new_list_prices() {
    let mut request = request(percent("1"));
    request.floor_rate = Some("0.95".parse().unwrap());
    let response = adjust(request.clone()).unwrap();
    let floors: Vec<(Option<UnitPrice>, Option<UnitPrice>)> =
        response.bill.lines.iter().map(|l| (l.old_floor_price, l.new_floor_price)).collect();
    let price = |text: &str| Some(text.parse().unwrap());
    // 10,100 × 0.95 = 9,595; 10,590 × 1.01 = 10,695.9 → 10,696; × 0.95 = 10,161.2 → 10,161.
    assert_eq!(floors, [(price("9500"), price("9595")), (None, price("10161"))]);
    request.floor_rate = Some(Rate::ZERO);
    assert_eq!(refused(request), (Code::NumberPart, "/floor_rate".into()));
}

fn zhongshan() -> PriceRules {
    PriceRules { filed: Some(FiledPriceRule::zhongshan_2022()), ..PriceRules::default() }
}

#[test]
fn rules_on_time_and_cuts_hold_to_the_day_and_the_fen() {
    let mut request = request(percent("-5"));
    request.rules = zhongshan();
    request.select = chosen(&["101"]);
    let changed = |on: &str| vec![LastChange { unit_no: "101".into(), on: day(on) }];
    // Three months before 2026-03-01 is 2025-12-01; 5 % is allowed.
    request.last_changes = changed("2025-12-01");
    let response = adjust(request.clone()).unwrap();
    assert_eq!((codes(&response), response.bill.violations), (vec![], 0));
    request.last_changes = changed("2025-12-02");
    request.unit_rounding = Rounding::FEN;
    request.mode = AdjustMode::AmountPerM2 { amount: "-500.01".parse().unwrap() };
    let response = adjust(request.clone()).unwrap();
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
    // A price that does not change is no change.
    request.mode = percent("0");
    assert_eq!(codes(&adjust(request).unwrap()), []);
}

#[test]
fn a_price_above_the_filed_one_is_listed_and_flagged() {
    let mut request = request(percent("10"));
    assert_eq!(codes(&adjust(request.clone()).unwrap()), [], "11,000 is the filed price");
    request.unit_rounding = Rounding::FEN;
    request.mode = AdjustMode::AmountPerM2 { amount: "1000.01".parse().unwrap() };
    let response = adjust(request.clone()).unwrap();
    assert_eq!(codes(&response), [(Some("101"), Code::PricingAboveFiled)]);
    assert_eq!(response.bill.lines[0].new_list_price.to_string(), "11000.01");
    request.rules = zhongshan();
    assert_eq!(codes(&adjust(request).unwrap()), [], "15 % above is allowed there");
}

#[test]
fn a_bill_without_lines_is_refused_and_places_point_into_the_request() {
    let mut nothing = request(percent("1"));
    nothing.select = chosen(&["103"]);
    assert_eq!(refused(nothing), (Code::ProjectNoUnits, "/select".into()));
    let gone = request(AdjustMode::TotalAmount { amount: "-895000".parse().unwrap() });
    assert_eq!(refused(gone), (Code::PricingNotPositive, "/project/units/0".into()));
    let gone = request(percent("-100"));
    assert_eq!(refused(gone), (Code::PricingNotPositive, "/project/units/0".into()));
    let mut scheme = floor_scheme();
    scheme.base_price = Some("0.1".parse().unwrap());
    scheme.unit_rounding = Rounding { guard: false, ..Rounding::YUAN };
    let bad = AdjustMode::Reprice { schemes: vec![scheme.clone()], targets: vec![] };
    assert_eq!(refused(request(bad)), (Code::PricingNotPositive, "/project/units/1".into()));
    scheme.base_price = None;
    let bad = AdjustMode::Reprice { schemes: vec![scheme], targets: vec![] };
    assert_eq!(refused(request(bad)), (Code::PricingNoBase, "/mode/schemes/0/base_price".into()));
}

fn advance(
    bill: &PriceBill,
    command: BillCommand,
    project: Option<&Project>,
) -> Result<AdvancedBill, Error> {
    advance_bill(AdvanceBillRequest {
        bill: bill.clone(),
        command,
        today: bill.effective_date,
        project: project.cloned(),
        allow_violations: false,
    })
}

#[test]
fn the_life_of_a_bill_leaves_one_entry_of_history_a_unit() {
    let mut request = request(percent("3"));
    request.locks_units = true;
    request.floor_rate = Some("0.9".parse().unwrap());
    request.kind = BillKind::Set;
    let project = request.project.clone();
    let draft = adjust(request).unwrap().bill;

    let submitted = advance(&draft, BillCommand::Submit, None).unwrap();
    assert_eq!(submitted.bill.state, BillState::PendingApproval);
    assert_eq!(submitted.locked_units, ["101", "102"]);
    let approved = advance(&submitted.bill, BillCommand::Approve, None).unwrap();
    assert_eq!(approved.locked_units, ["101", "102"]);
    let executed = advance(&approved.bill, BillCommand::Execute, Some(&project)).unwrap();
    assert_eq!(executed.bill.state, BillState::Executed);
    assert!(executed.locked_units.is_empty() && executed.skipped.is_empty());
    let history: Vec<PriceChange> = executed.changes.clone();
    let expected = PriceChange {
        unit_no: "101".into(),
        bill: "T-1".into(),
        effective_date: day("2026-03-01"),
        list_price: "10300".parse().unwrap(),
        list_total: "921850".parse().unwrap(),
        floor_price: Some("9270".parse().unwrap()),
        floor_total: Some("829665".parse().unwrap()),
    };
    assert_eq!((history.len(), &history[0]), (2, &expected));
    // Only the state has changed on the way; the figures are the draft's.
    assert_eq!(PriceBill { state: BillState::Draft, ..executed.bill.clone() }, draft);

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
    let mut next = self::request(percent("1"));
    next.project = stored;
    let next = adjust(next).unwrap();
    assert_eq!(next.bill.lines[0].old_list_total, Some("921850".parse().unwrap()));
    assert_eq!(next.bill.lines[0].new_list_price.to_string(), "10403.00");
}

#[test]
fn a_refused_command_names_its_reason_and_leaves_the_bill_alone() {
    let mut request = request(percent("20"));
    request.project.units[1].filed_price = Some("10590".parse().unwrap());
    let project = request.project.clone();
    let draft = adjust(request).unwrap().bill;
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
    let approved = PriceBill { state: BillState::Approved, ..draft };
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
