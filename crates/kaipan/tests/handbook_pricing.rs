//! The worked examples of the handbook, §2, to the fen.

use kaipan::error::Input;
use kaipan::number::{Area, Exact, Figure, Mode, Place, Rate, Rounding, UnitPrice};
use kaipan::pricing::*;
use kaipan::project::{Clause, Dimension, FloorRange, Project, Selection, Unit};

fn unit(floor: i32, line: &str, area: &str) -> Unit {
    Unit {
        unit_no: format!("{floor}{line}").into(),
        building: "1".into(),
        floor,
        line: line.into(),
        building_area: area.parse().unwrap(),
        ..Unit::default()
    }
}

fn table_factor(dimension: Dimension, method: Method, rows: &[(&str, &str)]) -> Factor {
    let row = |(key, value): &(&str, &str)| FactorRow {
        key: (*key).into(),
        value: value.parse::<Figure>().unwrap(),
    };
    let values = FactorValues::Table { rows: rows.iter().map(row).collect() };
    Factor::new(dimension, method, values)
}

/// A project of these units.
fn project(units: Vec<Unit>) -> Project {
    Project { name: "手册".into(), units, ..Project::default() }
}

/// The table of one scheme, with all steps.
fn table(project: &Project, scheme: &PricingScheme, targets: &[PriceTarget]) -> PriceTable {
    let trial = Trial::new(project, std::slice::from_ref(scheme)).targets(targets);
    trial.explain(&Explain::All {}).table().unwrap()
}

/// The only row of a unit priced by a scheme.
fn row_of(home: Unit, scheme: &PricingScheme) -> TableRow {
    table(&project(vec![home]), scheme, &[]).rows.remove(0)
}

fn average_target(average: &str) -> PriceTarget {
    PriceTarget::new(Goal::Average { average: average.parse().unwrap() })
}

fn six_units() -> Vec<Unit> {
    let mut units = vec![];
    for floor in 1..=3 {
        for (line, area, orientation, view) in
            [("01", "89.50", "S", "none"), ("02", "120.30", "NS", "garden")]
        {
            let mut one = unit(floor, line, area);
            one.orientation = Some(orientation.into());
            one.view = Some(view.into());
            units.push(one);
        }
    }
    units
}

fn scheme_2a() -> PricingScheme {
    use Dimension::{Building, Floor, Orientation, View};
    use Method::Coefficient;
    PricingScheme {
        code: "2-A".into(),
        base_price: Some("10000".parse().unwrap()),
        factors: vec![
            table_factor(Building, Coefficient, &[("1", "1.02")]),
            table_factor(Floor, Coefficient, &[("1", "0.96"), ("2", "1.00"), ("3", "1.03")]),
            table_factor(Orientation, Coefficient, &[("S", "1.00"), ("NS", "1.05")]),
            table_factor(View, Coefficient, &[("none", "1.00"), ("garden", "1.03")]),
        ],
        ..PricingScheme::default()
    }
}

#[test]
fn example_2a_multiplicative() {
    let table = table(&project(six_units()), &scheme_2a(), &[]);
    let expected = [
        ("101", "0.9792", "9792", "9792.00", "876384.00"),
        ("102", "1.0590048", "10590.048", "10590.00", "1273977.00"),
        ("201", "1.02", "10200", "10200.00", "912900.00"),
        ("202", "1.10313", "11031.3", "11031.00", "1327029.00"),
        ("301", "1.0506", "10506", "10506.00", "940287.00"),
        ("302", "1.1362239", "11362.239", "11362.00", "1366849.00"),
    ];
    for (row, (no, coefficient, raw, unit_price, total)) in table.rows.iter().zip(expected) {
        assert_eq!(row.unit_no, no);
        assert_eq!(row.total_coefficient, Some(coefficient.parse().unwrap()));
        assert_eq!(row.raw_price, Some(raw.parse().unwrap()));
        assert_eq!(row.unit_price.to_string(), unit_price);
        assert_eq!(row.total.to_string(), total);
    }
    let overall = table.summaries.last().unwrap();
    assert_eq!(overall.total.to_string(), "6697426.00");
    assert_eq!(overall.average.to_string(), "10640.97");
    assert_eq!(overall.building_area, "629.40".parse::<Area>().unwrap());
    assert_eq!(overall.highest_unit_price.unit_no, "302");
    assert_eq!(overall.unit_price_spread.to_string(), "1570.00");
    assert!(table.findings.is_empty());
}

#[test]
fn example_2a_steps_lead_from_base_to_total() {
    let table = table(&project(six_units()), &scheme_2a(), &[]);
    let text = |number: &Option<Exact>| number.as_ref().map(Exact::to_string).unwrap_or_default();
    let steps: Vec<_> = table.rows[1]
        .steps
        .iter()
        .map(|s| (s.rule, text(&s.value), text(&s.before), s.after.to_string()))
        .collect();
    let expected = [
        (StepRule::Base, "", "", "10000"),
        (StepRule::Coefficient, "1.02", "10000", "10200"),
        (StepRule::Coefficient, "0.96", "10200", "9792"),
        (StepRule::Coefficient, "1.05", "9792", "10281.6"),
        (StepRule::Coefficient, "1.03", "10281.6", "10590.048"),
        (StepRule::UnitRounding, "1", "10590.048", "10590"),
        (StepRule::Area, "120.3", "10590", "1273977"),
        (StepRule::TotalRounding, "1", "1273977", "1273977"),
    ];
    let expected = expected.map(|(r, v, b, a)| (r, v.to_owned(), b.to_owned(), a.to_owned()));
    assert_eq!(steps, expected);
    assert_eq!(table.rows[1].steps[5].mode, Some(Mode::HalfUp));
}

#[test]
fn example_2a_target_average() {
    let (project, scheme) = (project(six_units()), scheme_2a());
    let targets = [average_target("10800")];
    let priced = table(&project, &scheme, &targets);
    let target = &priced.targets[0];
    // 10,149.344585…: the exact base is a fraction.
    assert_eq!(target.bases[0].base_price.to_string(), "10149.344585");
    assert_eq!(target.target_total.to_string(), "6797520.00");
    assert_eq!(target.total.to_string(), "6797457.00");
    assert_eq!(target.deviation.to_string(), "-63.00");
    assert_eq!(target.average.to_string(), "10799.899905");

    let solved = Trial::new(&project, &[scheme]).targets(&targets).bases().unwrap();
    assert_eq!(solved.targets[0].bases, target.bases);
}

#[test]
fn what_a_table_shows_changes_no_base_and_must_be_right() {
    let (project, schemes) = (project(six_units()), [scheme_2a()]);
    let targets = [average_target("10800")];
    let trial = Trial::new(&project, &schemes).targets(&targets);
    let all = trial.bases().unwrap();
    let named = |unit_no: &str| {
        Selection::of(Clause { unit_no: vec![unit_no.into()], ..Clause::default() })
    };
    let one = trial.select(&named("101")).explain(&Explain::ALL).bases().unwrap();
    assert_eq!(one, all);
    // A selection that matches nothing is told, an explanation of nobody is refused.
    let none = trial.select(&named("1010")).bases().unwrap();
    assert!(!none.findings.is_empty());
    assert!(
        none.findings
            .iter()
            .all(|told| told.path.as_ref().is_some_and(|at| at.input() == Some(Input::Select)))
    );
    let error = trial.explain(&Explain::units(vec!["1010".into()])).bases().unwrap_err();
    assert_eq!(error.path(), "/explain/unit_nos/0");
}

#[test]
fn example_2b_additive() {
    use Dimension::{Building, Floor, Orientation, View};
    use Method::Percent;
    let scheme = PricingScheme {
        code: "2-B".into(),
        combine: CoefCombine::Additive,
        base_price: Some("10000".parse().unwrap()),
        factors: vec![
            table_factor(Building, Percent, &[("1", "2")]),
            table_factor(Floor, Percent, &[("1", "-4"), ("2", "0"), ("3", "3")]),
            table_factor(Orientation, Percent, &[("S", "0"), ("NS", "5")]),
            table_factor(View, Percent, &[("none", "0"), ("garden", "3")]),
        ],
        ..PricingScheme::default()
    };
    let project = project(six_units());
    let priced = table(&project, &scheme, &[]);
    let units: Vec<String> = priced.rows.iter().map(|row| row.unit_price.to_string()).collect();
    assert_eq!(units, ["9800.00", "10600.00", "10200.00", "11000.00", "10500.00", "11300.00"]);
    let coefficients: Vec<String> =
        priced.rows.iter().map(|row| row.total_coefficient.as_ref().unwrap().to_string()).collect();
    assert_eq!(coefficients, ["0.98", "1.06", "1.02", "1.1", "1.05", "1.13"]);
    let overall = priced.summaries.last().unwrap();
    assert_eq!(
        (overall.total.to_string(), overall.average.to_string()),
        ("6687620.00".into(), "10625.39".into())
    );

    let solved = table(&project, &scheme, &[average_target("10800")]);
    assert_eq!(solved.targets[0].bases[0].base_price.to_string(), "10164.3335");
}

fn scheme_2c() -> PricingScheme {
    let rule = FloorRule {
        reference: 6,
        start: None,
        step: "50".parse().unwrap(),
        axis: FloorAxis::Ordinal,
        segments: vec![],
        jumps: [(11, "120"), (18, "-200")]
            .map(|(onto, step)| FloorJump {
                onto,
                step: step.parse().unwrap(),
                mode: JumpMode::Replace,
            })
            .to_vec(),
        top: None,
        lines: vec![],
    };
    let floors = Factor {
        values: FactorValues::Floors { rule },
        ..table_factor(Dimension::Floor, Method::Difference, &[])
    };
    let high_line_01 = Selection::of(Clause {
        line: vec!["01".into()],
        floor: vec![FloorRange { from: Some(10), to: None }],
        ..Clause::default()
    });
    PricingScheme {
        code: "2-C".into(),
        base_price: Some("10000".parse().unwrap()),
        factors: vec![
            floors,
            table_factor(
                Dimension::Line,
                Method::Difference,
                &[("01", "0"), ("02", "300"), ("03", "-150")],
            ),
        ],
        spots: vec![SpotAdjustment {
            name: Some("景观".into()),
            select: high_line_01,
            amount: "400".parse().unwrap(),
        }],
        ..PricingScheme::default()
    }
}

fn units_2c() -> Vec<Unit> {
    let lines = [("01", "89.50"), ("02", "120.30"), ("03", "75.20")];
    (1..=18).flat_map(|floor| lines.map(|(line, area)| unit(floor, line, area))).collect()
}

#[test]
fn example_2c_differential() {
    let (project, scheme) = (project(units_2c()), scheme_2c());
    let priced = table(&project, &scheme, &[]);
    assert_eq!(priced.rows.len(), 54);
    for (no, unit_price, total) in [
        ("103", "9600.00", "721920.00"),
        ("601", "10000.00", "895000.00"),
        ("1001", "10600.00", "948700.00"),
        ("1102", "10620.00", "1277586.00"),
        ("1801", "10820.00", "968390.00"),
    ] {
        let row = priced.rows.iter().find(|row| row.unit_no == no).unwrap();
        assert_eq!(
            (row.unit_price.to_string(), row.total.to_string()),
            (unit_price.into(), total.into())
        );
    }
    let overall = priced.summaries.last().unwrap();
    assert_eq!(overall.building_area.to_string(), "5130.00");
    assert_eq!(overall.total.to_string(), "53054880.00");
    assert_eq!(overall.average.to_string(), "10342.08");

    let target = average_target("10500");
    let solved = table(&project, &scheme, std::slice::from_ref(&target));
    assert_eq!(solved.targets[0].bases[0].base_price.to_string(), "10157.918129");
    let rounded = table(&project, &scheme, &[target.with_base_rounding(Rounding::YUAN)]);
    let target = &rounded.targets[0];
    assert_eq!(target.bases[0].base_price.to_string(), "10158.00");
    assert_eq!(target.total.to_string(), "53865420.00");
    assert_eq!(target.average.to_string(), "10500.081871");
}

#[test]
fn example_2d_agency_formula() {
    let mut home = unit(8, "01", "100");
    home.gift_area = Some("6".parse().unwrap());
    let mut scheme = PricingScheme {
        code: "2-D".into(),
        combine: CoefCombine::Additive,
        base_price: Some("8000".parse().unwrap()),
        factors: vec![
            table_factor(Dimension::Line, Method::Percent, &[("01", "2")]),
            table_factor(Dimension::Floor, Method::Difference, &[("8", "150")]),
        ],
        spots: vec![SpotAdjustment {
            name: Some("干扰".into()),
            select: Selection::all(),
            amount: "-80".parse().unwrap(),
        }],
        gift: Some(GiftRule::Price { price: "4000".parse().unwrap() }),
        ..PricingScheme::default()
    };
    let row = row_of(home.clone(), &scheme);
    assert_eq!(
        (row.unit_price.to_string(), row.total.to_string()),
        ("8470.00".into(), "847000.00".into())
    );
    // 4,000 is half of 8,000: but the conversion rate counts on the unit's own price, 8,230.
    scheme.gift = Some(GiftRule::Conversion { rate: "0.5".parse().unwrap() });
    let row = row_of(home.clone(), &scheme);
    assert_eq!(row.raw_price, Some("8476.9".parse().unwrap()));
    // List = deal ÷ composite discount.
    scheme.gift = Some(GiftRule::Price { price: "4000".parse().unwrap() });
    let everybody = DiscountShare::new(Rate::ONE, "0.97".parse().unwrap());
    scheme.composite_discount = Some(CompositeDiscount::new(vec![everybody]));
    let row = row_of(home, &scheme);
    assert_eq!(row.raw_price, Some("8731.958762886598".parse().unwrap()));
    assert_eq!(row.total.to_string(), "873200.00");
}

#[test]
fn example_2e_two_levels() {
    let unit_of = |building: &str, area: &str| {
        let mut one = unit(1, "01", area);
        one.building = building.into();
        one.unit_no = building.into();
        one
    };
    let units = vec![unit_of("A", "8000"), unit_of("B", "12000"), unit_of("C", "10000")];
    let scheme = PricingScheme { code: "2-E".into(), ..PricingScheme::default() };
    let project = project(units);
    let share = |(building, coefficient): (&str, &str)| BuildingShare {
        building: building.into(),
        coefficient: coefficient.parse().unwrap(),
    };
    let mut target = average_target("9000");
    target.split = Some(BuildingSplit {
        buildings: [("A", "0.95"), ("B", "1.00"), ("C", "1.08")].map(share).to_vec(),
        normalise: true,
    });
    let solved = |target: &PriceTarget| {
        table(&project, &scheme, std::slice::from_ref(target)).targets.remove(0)
    };
    let averages = |target: &PriceTarget| -> Vec<String> {
        solved(target).bases.iter().map(|base| base.target_average.to_string()).collect()
    };
    assert_eq!(averages(&target), ["8437.50", "8881.578947", "9592.105263"]);
    target.split.as_mut().unwrap().normalise = false;
    assert_eq!(averages(&target), ["8550.00", "9000.00", "9720.00"]);
    assert_eq!(solved(&target).target_average.to_string(), "9120.00");
}

#[test]
fn example_3b_list_side() {
    // list 12,345/m², 121.50 m²: 1,499,917.50 → 1,499,918
    let scheme = PricingScheme::default().with_base_price("12345".parse().unwrap());
    let total = |rounding: Rounding| {
        let scheme = scheme.clone().with_total_rounding(rounding);
        row_of(unit(1, "01", "121.50"), &scheme).total.to_string()
    };
    assert_eq!(total(Rounding::YUAN), "1499918.00");
    assert_eq!(total(Rounding::new(Mode::Down, Place::Yuan)), "1499917.00");
    assert_eq!(total(Rounding::FEN), "1499917.50");
}

#[test]
fn both_unit_prices_are_derived_and_the_authoritative_number_is_kept() {
    let mut home = unit(1, "01", "125.53");
    home.inside_area = Some("100.05".parse().unwrap());
    let mut scheme = PricingScheme {
        code: "basis".into(),
        base_price: Some("12345".parse().unwrap()),
        ..PricingScheme::default()
    };
    let row = |home: &Unit, scheme: &PricingScheme| {
        let row = row_of(home.clone(), scheme);
        [
            row.building_unit_price.to_string(),
            row.inside_unit_price.map(|p| p.to_string()).unwrap_or_default(),
            row.total.to_string(),
        ]
    };
    assert_eq!(row(&home, &scheme), ["12345.00", "15488.94", "1549668.00"].map(String::from));
    scheme.area_basis = AreaBasis::Inside;
    assert_eq!(row(&home, &scheme), ["9839.22", "12345.00", "1235117.00"].map(String::from));
    scheme.price_basis = PriceBasis::TotalFirst;
    assert_eq!(row(&home, &scheme), ["9839.22", "12345.00", "1235117.00"].map(String::from));
    scheme.area_basis = AreaBasis::PerUnit;
    home.entered_total = Some("1500000".parse().unwrap());
    assert_eq!(row(&home, &scheme), ["11949.33", "14992.50", "1500000.00"].map(String::from));
}

#[test]
fn six_six_digit_coefficients_are_priced_exactly() {
    let mut home = unit(1, "01", "100");
    let dimensions = [
        Dimension::View,
        Dimension::Layout,
        Dimension::Noise,
        Dimension::Daylight,
        Dimension::Fitout,
    ];
    home.view = Some("x".into());
    home.layout = Some("x".into());
    home.noise = Some("x".into());
    home.daylight = Some("x".into());
    home.fitout = Some("x".into());
    let values = ["1.012347", "0.987653", "1.003001", "1.049999", "0.963007"];
    let mut factors: Vec<Factor> = dimensions
        .into_iter()
        .zip(values)
        .map(|(dimension, value)| table_factor(dimension, Method::Coefficient, &[("x", value)]))
        .collect();
    factors.push(table_factor(Dimension::Line, Method::Coefficient, &[("01", "1.020003")]));
    let scheme = PricingScheme {
        code: "six".into(),
        base_price: Some("12345.67".parse::<UnitPrice>().unwrap()),
        factors,
        ..PricingScheme::default()
    };
    let row = row_of(home, &scheme);
    // Python: Decimal("12345.67") × the six, with precision 60
    assert_eq!(
        row.raw_price,
        Some("12769.37367520860019739511929963134005957963".parse().unwrap())
    );
}
