//! Values that a careless consultant types: none is silent.

#![allow(missing_docs)]

mod common;

use common::{Run, SONGFENG, YUNJING, folder, root, run};
use serde_json::{Value, json};
use std::fs;

const DAY: &str = "2026-07-04";

fn quote(args: &[&str]) -> Run {
    run(&[&["quote", YUNJING, "--date", DAY, "--unit", "1-1-1001"], args].concat())
}

/// The run ends well, and this is in what it prints or says beside it.
fn told(args: &[&str], text: &str) {
    let run = quote(args);
    assert_eq!(run.status, 0, "{args:?}: {}", run.err);
    let said = format!("{}{}", run.out, run.err);
    assert!(said.contains(text), "{args:?}: {text}: {said}");
}

#[test]
fn absurd_values_are_told_in_the_language_asked_for() {
    let zh = ["--plan", "ZH", "--lang", "zh", "--width", "200"];
    for (option, value, text) in [
        ("--signing", "2066-07-04", "约定签约日为 2066-07-04，通常在认购后一年以内"),
        ("--signing", "2066-07-04", "交付日 2028-03-31 早于约定签约日 2066-07-04"),
        ("--group", "0", "团购套数为 0，通常为 2 到 1,000"),
        ("--group", "4000000000", "团购套数为 4,000,000,000"),
        ("--home-count", "9", "家庭住房套数为 9，通常不超过 5"),
        ("--loan", "100", "商业贷款取整到 10,000 元后为 0"),
        ("--loan", "12000", "申请的商业贷款为 12,000 元，通常不低于总价的百分之一"),
        ("--fund-loan", "20000", "申请的公积金贷款为 20,000 元"),
        ("--loan", "99999999万", "超过可贷金额"),
        ("--appraisal", "525", "评估价为 525 元，通常为"),
        ("--assessed-price", "525", "核定价格为 525 元，通常为"),
        ("--annual-rate", "0.9", "“--annual-rate”没有作用：只有一种付款方式，不作比较"),
        ("--plan", "ZH", "第 2 个方案与第 1 个相同"),
    ] {
        told(&[&zh[..], &[option, value]].concat(), text);
    }
    let en = ["--plan", "YCX", "--lang", "en", "--width", "200"];
    for (option, value, text) in [
        ("--group", "1", "the count of units that the group buys is 1; usually it is from 2 to"),
        ("--months", "240", "--months has no effect: the plan has no loan"),
        ("--method", "equal-principal", "--method has no effect: the plan has no loan"),
        ("--fund-months", "240", "--fund-months has no effect: the plan has no provident fund"),
        ("--fund-balance", "5万", "--fund-balance has no effect"),
        ("--borrowers", "2", "--borrowers has no effect"),
    ] {
        told(&[&en[..], &[option, value]].concat(), text);
    }
    told(&[&en[..], &["--yes"]].concat(), "--yes has no effect: no discount has to be confirmed");
    let twice = ["--campaign", "SX2026", "--campaign", "SX2026"];
    told(&[&en[..], &twice].concat(), "--campaign \"SX2026\" is given more than once");
    // The machine's day is another one.
    told(&zh, "今天 20");
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let page = folder("careless").join("sales.json");
    for args in [
        &["--plan", ""][..],
        &["--plan", "AJ", "--discount", " "],
        &["--plan", "AJ", "--referrer", "\u{3000}"],
        &["--plan", "AJ", "--member", ""],
        &["--plan", "AJ", "--campaign", ""],
        &["--plan", "AJ", "--with", ""],
        &["--plan", "AJ", "--borrowers", "3"],
        &["--plan", "AJ", "--html", page.to_str().unwrap()],
        &["--plan", "AJ", "--html", ""],
        &["--plan", "AJ", "--plan", "AJ", "--yes", "--yes"],
        &["--plan", "AJ", "--loan", "-1"],
    ] {
        let run = quote(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}: {}", run.err);
    }
    assert!(!page.exists());
    for args in [
        &["--plan", "AJ", "--loan=-1"][..],
        &["--plan", "AJ", "--discount", "QY", "--discount", "按时签约"],
        &["--plan", "AJ", "--with", "P-B1-001", "--with", "P-B1-001"],
        &["--plan", "AJ", "--appraisal", "0"],
    ] {
        let run = quote(args);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{args:?}: {}", run.err);
        assert!(run.err.contains("where: --"), "{args:?}: {}", run.err);
    }
}

#[test]
fn options_of_prices_without_effect_are_told() {
    let unit = "3栋-1单元-1502";
    let price = |args: &[&str]| run(&[&["price", SONGFENG, "--lang", "zh"], args].concat());
    let twice = price(&["--explain", unit, "--explain", unit]);
    assert!(twice.err.contains("给了不止一次，按一次计"), "{}", twice.err);
    assert_eq!(twice.out.matches("3栋-1单元-1502").count(), 1, "{}", twice.out);
    let csv = price(&["--explain", unit, "--format", "csv"]);
    assert!(csv.err.contains("“--explain”没有作用"), "{}", csv.err);
    let other = price(&["--explain", unit, "--building", "6栋"]);
    assert!(other.err.contains("“--building”没有作用"), "{}", other.err);
    let buildings = price(&["--building", "3栋", "--building", "3栋"]);
    assert!(buildings.err.contains("“--building 3栋”给了不止一次"), "{}", buildings.err);
}

#[test]
fn every_cap_of_a_loan_is_named_and_the_least_marked() {
    let (from, to) = (root().join(YUNJING), folder("caps"));
    for file in ["project.json", "units.csv", "case.json"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    let sales = fs::read_to_string(from.join("sales.json")).unwrap();
    let mut sales: Value = serde_json::from_str(&sales).unwrap();
    let plans = sales["plans"].as_array_mut().unwrap();
    let plan = plans.iter_mut().find(|plan| plan["code"] == "GJJ").unwrap();
    plan["fund"] = json!({
        "ratio": "0.7", "place": "10000", "months": 360,
        "caps": [
            {
                "code": "BASE", "name": "基本额度", "name_en": "base amount",
                "limit": {
                    "kind": "borrowers", "single": "900000", "couple": "1800000",
                    "uplifts": [{ "code": "DZ", "rate": "0.2" }]
                }
            },
            {
                "code": "BAL", "name": "余额倍数", "name_en": "multiple of the balance",
                "limit": { "kind": "balance", "multiple": "20" }
            }
        ]
    });
    fs::write(to.join("sales.json"), sales.to_string()).unwrap();
    let args =
        ["quote", to.to_str().unwrap(), "--date", DAY, "--unit", "1-1-1001", "--plan", "GJJ"];
    let line = |out: &str, name: &str| {
        let found = out.lines().find(|line| line.contains(name) && line.contains("公积金贷款"));
        found.unwrap_or_else(|| panic!("{name}: {out}")).to_owned()
    };
    let open = run(&[&args[..], &["--lang", "zh"]].concat());
    assert!(line(&open.out, "基本额度").contains("900,000  最低，以此为限"), "{}", open.out);
    assert!(line(&open.out, "余额倍数").contains("待定"), "{}", open.out);
    assert!(open.out.contains("用“--fund-balance”给出余额后重算"), "{}", open.out);
    assert!(open.out.contains("核实后用“--borrowers”给出借款人数"), "{}", open.out);
    let more = ["--borrowers", "2", "--uplift", "DZ", "--fund-balance", "10万", "--lang", "zh"];
    let known = run(&[&args[..], &more].concat());
    // 1,800,000 × 1.2, and 100,000 × 20.
    assert!(line(&known.out, "基本额度").contains("2,160,000"), "{}", known.out);
    assert!(line(&known.out, "余额倍数").contains("2,000,000  最低"), "{}", known.out);
}

#[test]
fn a_comparison_says_what_is_a_discount_and_what_an_approval() {
    let zh = quote(&["--compare", "--lang", "zh"]);
    assert!(zh.out.contains("一次性付款\n  优惠：一次性付款\n  审批：无需审批"), "{}", zh.out);
    let en = quote(&["--compare", "--lang", "en"]);
    let text = "Lump sum\n  discounts: lump sum\n  approval: none is needed";
    assert!(en.out.contains(text), "{}", en.out);
}

#[test]
fn plans_go_by_their_names() {
    let args = ["--plan", "YCX", "--discount", "FK-DK", "--lang"];
    let zh = quote(&[&args[..], &["zh"]].concat());
    let text = "只用于付款方式“商业按揭七成”、“公积金贷款”、“组合贷款”，本单是“一次性付款”";
    assert!(zh.err.contains(text), "{}", zh.err);
    let en = quote(&[&args[..], &["en"]].concat());
    assert!(en.err.contains("not with \"Lump sum\""), "{}", en.err);
    let used = quote(&["--plan", "AJ", "--lang", "zh", "--width", "300"]);
    assert!(used.out.contains("付款方式 商业按揭七成 版本 2026-03"), "{}", used.out);
    assert!(used.out.contains("折扣方案 云璟湾折扣方案 版本 2026-07"), "{}", used.out);
}
