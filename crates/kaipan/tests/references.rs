//! Names that point nowhere: in columns, which have no place for findings, and by the thousand.

#![allow(missing_docs)]

use kaipan::Text;
use kaipan::error::{Code, Finding};
use kaipan::pricing::{
    CompiledScheme, Factor, FactorRow, FactorValues, Method, PricingScheme, SpotAdjustment, Trial,
};
use kaipan::project::{Clause, Dimension, Project, Selection, Unit};

fn unit(building: &str, floor: i32, line: &str) -> Unit {
    Unit {
        unit_no: Text::of(format_args!("{building}-{floor}-{line}")),
        building: building.into(),
        floor,
        line: line.into(),
        building_area: "100".parse().unwrap(),
        ..Unit::default()
    }
}

fn factor(dimension: &str, keys: &[&str]) -> Factor {
    let rows = keys.iter().zip(0_i64..).map(|(key, at)| FactorRow {
        key: (*key).into(),
        value: format!("{}", at * 10).parse().unwrap(),
    });
    let values = FactorValues::Table { rows: rows.collect() };
    Factor::new(dimension.parse().unwrap(), Method::Difference, values)
}

fn scheme(factors: Vec<Factor>) -> PricingScheme {
    PricingScheme {
        code: "P".into(),
        base_price: Some("10000".parse().unwrap()),
        factors,
        ..PricingScheme::default()
    }
}

/// What the table of one scheme tells.
fn told(scheme: PricingScheme, units: Vec<Unit>) -> Vec<Finding> {
    let project = Project { name: "P".into(), units, ..Project::default() };
    Trial::new(&project, &[scheme]).table().unwrap().findings
}

fn codes(findings: &[Finding]) -> Vec<Code> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn columns_refuse_what_a_table_calls_a_violation() {
    let units: Vec<Unit> = (1..4).map(|floor| unit("1", floor, "1")).collect();
    let refused = |scheme: &PricingScheme| CompiledScheme::compile(scheme, &units).err().unwrap();
    let error = refused(&scheme(vec![factor("line", &["01"])]));
    assert_eq!(
        (error.code(), error.path().as_str()),
        (Code::PricingFactorSpelling, "/scheme/factors/0")
    );
    assert!(error.message(kaipan::error::Lang::En).contains("has \"01\", units have \"1\""));
    let clause = Clause { unit_no: vec!["1-01-1".into()], ..Clause::default() };
    let spot = SpotAdjustment::new(Selection::of(clause), "1".parse().unwrap());
    let error = refused(&scheme(vec![factor("line", &["1"])]).with_spots(vec![spot]));
    let place = "/scheme/spots/0/select/any/0/unit_no/0";
    assert_eq!((error.code(), error.path().as_str()), (Code::ProjectNameSpelling, place));
    // What only may be a mistake is told beside the columns.
    let told = scheme(vec![factor("line", &["1", "7"])]);
    let (compiled, _) = CompiledScheme::compile(&told, &units).unwrap();
    assert_eq!(codes(compiled.findings()), [Code::PricingFactorValueUnused]);
    assert_eq!(compiled.findings()[0].path.as_ref().unwrap(), &"/scheme/factors/0");
}

#[test]
fn thousands_of_names_make_a_handful_of_findings() {
    let units: Vec<Unit> = (0..3_000)
        .map(|at| {
            let mut unit = unit(&format!("B{}", at % 30), at / 300 + 1, &format!("L{}", at % 300));
            unit.view = Some(Text::of(format_args!("view {at}")));
            unit
        })
        .collect();
    let names = |what: &str, count: usize| -> Vec<String> {
        (0..count).map(|at| format!("{what}{at}")).collect()
    };
    let views = names("prospect ", 2_000);
    let views: Vec<&str> = views.iter().map(String::as_str).collect();
    let factors =
        vec![factor("view", &views), factor("unit", &["B0-1-L0"]), factor("noise", &["a"])];
    let unit_no = names("none ", 4_000).iter().map(Text::from).collect();
    let nobody = Selection::of(Clause { unit_no, ..Clause::default() });
    let spot = SpotAdjustment::new(nobody, "1".parse().unwrap());
    let findings = told(scheme(factors).with_spots(vec![spot]), units);
    assert_eq!(
        codes(&findings),
        [
            // Each view is missing once, and no value of the table meets any.
            Code::PricingFactorMissing,
            Code::PricingFactorMismatch,
            // One unit has a value of its own; that is what such a table is for.
            Code::PricingFactorMissing,
            // Nobody has a noise.
            Code::PricingFactorMissing,
            Code::PricingFactorMismatch,
            Code::PricingFactorUnused,
            Code::ProjectNameUnmatched,
        ]
    );
    let param = |name: &str| {
        let params = &findings[0].params;
        params.iter().find(|param| param.name == name).unwrap().value.as_str()
    };
    assert_eq!(param("value"), "view 0, view 1, view 2, view 3, view 4 … (3000)");
    assert_eq!(param("count"), "3000");
}

#[test]
fn a_unit_with_a_custom_attribute_is_met_by_its_name() {
    let dimension: Dimension = "custom:电梯厅".parse().unwrap();
    let hall = scheme(vec![factor("custom:电梯厅", &["独立"])]);
    let findings = told(hall, vec![unit("1", 1, "1")]);
    assert_eq!(codes(&findings), [Code::PricingFactorMissing, Code::PricingFactorUnused]);
    assert_eq!(findings[0].params[0].value, dimension.to_string());
}
