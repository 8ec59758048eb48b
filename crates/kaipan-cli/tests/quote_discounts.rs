//! `kaipan quote`: values of discounts as a consultant types them, on the sample project.

#![allow(missing_docs)]

mod common;

use common::{Run, YUNJING, folder, root, run};
use serde_json::{Value, json};
use std::fs;

const UNIT: [&str; 7] = ["--unit", "1-1-1001", "--plan", "AJ", "--date", "2026-07-04", "--lang"];

/// A copy of the sample project whose negotiable discount TP is of another kind, without a limit
/// of points.
fn of_kind(name: &str, value: &Value) -> String {
    let (from, to) = (root().join(YUNJING), folder(&format!("kind-{name}")));
    let sales = fs::read_to_string(from.join("sales.json")).unwrap();
    let mut sales: Value = serde_json::from_str(&sales).unwrap();
    let scheme = &mut sales["discounts"];
    scheme["limits"] = json!({});
    let all = scheme["discounts"].as_array_mut().unwrap();
    let special = all.iter_mut().find(|one| one["code"] == "TP").unwrap();
    special["value"] = value.clone();
    special["combinable"] = true.into();
    fs::write(to.join("sales.json"), sales.to_string()).unwrap();
    for file in ["project.json", "units.csv", "case.json"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    to.display().to_string()
}

fn quote(project: &str, value: &str, more: &[&str]) -> Run {
    let discount = format!("TP={value}");
    run(&[&["quote", project], &UNIT[..], &["zh", "--discount", &discount], more].concat())
}

#[test]
fn each_kind_has_one_reading() {
    for (name, value, read) in [
        (
            "rate",
            json!({"kind": "rate", "rate": "1"}),
            &[
                ("98折", "经理特批98折"),
                ("9.8折", "经理特批98折"),
                ("98%", "经理特批98折"),
                ("0.98", "经理特批98折"),
                ("减2点", "经理特批98折"),
                ("5% off", "经理特批95折"),
                ("优惠5%", "经理特批95折"),
            ][..],
        ),
        (
            "points",
            json!({"kind": "points", "off": "0"}),
            &[
                ("1", "经理特批减1点"),
                ("1.5", "经理特批减1.5点"),
                ("2%", "经理特批减2点"),
                ("98折", "经理特批减2点"),
                ("优惠2个点", "经理特批减2点"),
            ],
        ),
        (
            "amount",
            json!({"kind": "total_off", "amount": "0"}),
            &[
                ("20000", "经理特批优惠20000元"),
                ("2万", "经理特批优惠20000元"),
                ("２０，０００元", "经理特批优惠20000元"),
                ("¥20,000", "经理特批优惠20000元"),
            ],
        ),
        (
            "unit-off",
            json!({"kind": "unit_off", "amount": "0"}),
            &[("200", "经理特批优惠200元/㎡"), ("200元/㎡", "经理特批优惠200元/㎡")],
        ),
        (
            "fixed",
            json!({"kind": "fixed_price", "total": "1"}),
            &[("500万", "经理特批一口价5000000元")],
        ),
    ] {
        let project = of_kind(name, &value);
        for (typed, said) in read {
            let run = quote(&project, typed, &[]);
            assert_eq!((run.status, run.err.as_str()), (0, ""), "{name} {typed}");
            assert!(run.out.contains(said), "{name} {typed}: {}", run.out);
        }
    }
}

#[test]
fn what_can_be_read_two_ways_is_refused_with_both() {
    let rate = of_kind("rate-refused", &json!({"kind": "rate", "rate": "1"}));
    let amount = of_kind("amount-refused", &json!({"kind": "total_off", "amount": "0"}));
    for (project, typed, texts) in [
        (&*rate, "5%", &["[number.two_readings]", "付 5%", "优惠 5%（写成 5点）"][..]),
        (&rate, "0.02", &["付 2%", "优惠 2%（写成 2点）"]),
        (&rate, "0.5折", &["付 5%（写成 减95点）", "付 50%", "优惠 5%"]),
        (&rate, "0.98折", &["付 9.8%", "付 98%（写成 98折）"]),
        (&rate, "20000", &["[discount.written_as_amount]", "类型是打折", "98折"]),
        (&rate, "2万", &["[discount.written_as_amount]"]),
        (&amount, "98折", &["[discount.written_as_share]", "类型是总价优惠", "2万"]),
        (&amount, "1.2345678万", &["[number.amount_too_precise]", "12,345.678 元"]),
        (YUNJING, "0.02", &["优惠 0.02%（写成 0.02点）", "优惠 2%（写成 2点）"]),
        (YUNJING, "98%", &["付 98%（写成 98折）", "优惠 98%"]),
        (YUNJING, "20000", &["[discount.written_as_amount]", "类型是减点", "1.5点"]),
    ] {
        let run = quote(project, typed, &[]);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{typed}");
        for text in [&["--discount TP"], texts].concat() {
            assert!(run.err.contains(text), "{typed} {text}: {}", run.err);
        }
    }
}

#[test]
fn what_takes_much_off_is_a_draft_until_it_is_confirmed() {
    let project = of_kind("large", &json!({"kind": "rate", "rate": "1"}));
    let file = folder("large-sheet").join("q.html");
    let html = file.display().to_string();
    let run = quote(&project, "减50点", &["--html", &html]);
    assert_eq!(run.status, 0);
    // 5306888 × 99 % × 50 %.
    let text = "折扣“经理特批”减去 2,626,909.56 元，占表价的 49.5%，超过 30% [discount.large]";
    for text in [text, "违规", "加“--yes”确认"] {
        assert!(run.out.contains(text), "{text}: {}", run.out);
    }
    assert!(fs::read_to_string(&file).unwrap().contains("草稿"));
    let run = quote(&project, "6折", &["--yes"]);
    assert!(run.out.contains("已确认"), "{}", run.out);
    assert!(run.out.contains("[discount.large_confirmed]"), "{}", run.out);
    assert!(!run.out.contains("[discount.large]"), "{}", run.out);
    let compared = quote(&project, "6折", &["--compare"]);
    assert!(compared.out.contains("[discount.large]"), "{}", compared.out);
}

#[test]
fn what_takes_nothing_off_is_said() {
    let run = quote(YUNJING, "0点", &[]);
    assert!(run.out.contains("折扣“经理特批”没有减少价格 [discount.takes_nothing]"), "{}", run.out);
}

#[test]
fn amounts_are_read_alike_wherever_they_are_typed() {
    let loan = |amount: &str| {
        let more = ["zh", "--loan", amount, "--format", "json"];
        let run = run(&[&["quote", YUNJING], &UNIT[..], &more].concat());
        assert_eq!(run.status, 0, "{amount}: {}", run.err);
        let quote: Value = serde_json::from_str(&run.out).unwrap();
        quote["schedule"]["loan_total"].as_str().unwrap().to_owned()
    };
    for amount in ["2000000", "200万", "200万元", "2,000,000元", "¥2000000", "２００万"] {
        assert_eq!(loan(amount), "2000000.00", "{amount}");
    }
    let refused = |amount: &str| {
        run(&[&["quote", YUNJING], &UNIT[..], &["zh", "--fund-loan", amount]].concat())
    };
    for amount in ["1.2345678万", "1,23万", "200元/㎡", "80折"] {
        let run = refused(amount);
        assert_eq!(run.status, 2, "{amount}");
        assert!(run.err.contains("“--fund-loan <金额>”不能是"), "{}", run.err);
    }
    let price = |average: &str| {
        let run = run(&["price", common::SONGFENG, "--target-average", average, "--format", "csv"]);
        // The average lies above the filed prices.
        assert_eq!(run.status, 3, "{average}: {}", run.err);
        run.out
    };
    assert_eq!(price("5.1万"), price("51000"));
    assert_eq!(price("51,000元/㎡"), price("51000"));
}

#[test]
fn units_that_a_discount_names_and_the_project_lacks_are_told() {
    let (from, to) = (root().join(YUNJING), folder("units-nowhere"));
    let sales = fs::read_to_string(from.join("sales.json")).unwrap();
    let mut sales: Value = serde_json::from_str(&sales).unwrap();
    let units = json!({"any": [{"building": ["1", "一百栋"], "unit_no": ["１-１-01002"]}]});
    sales["discounts"]["discounts"][0]["conditions"]["units"] = units;
    fs::write(to.join("sales.json"), sales.to_string()).unwrap();
    for file in ["project.json", "units.csv", "case.json"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    let project = to.display().to_string();
    let of =
        |more: &[&str]| run(&[&["quote", project.as_str()], &UNIT[..], &["en"], more].concat());
    let told = of(&[]);
    assert_eq!(told.status, 0, "{}", told.err);
    assert!(told.out.contains("no unit has the building \"一百栋\""), "{}", told.out);
    let json = of(&["--format", "json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let place = "/policies/discounts/discounts/0/conditions/units/any/0";
    let found = json["findings"].as_array().unwrap().iter();
    let found: Vec<(&str, &str)> = found
        .filter(|one| one["path"].as_str().is_some_and(|path| path.starts_with(place)))
        .map(|one| (one["code"].as_str().unwrap(), one["path"].as_str().unwrap()))
        .collect();
    let named = format!("{place}/building/1");
    let spelt = format!("{place}/unit_no/0");
    let expected =
        [("project.name_spelling", spelt.as_str()), ("project.name_unmatched", named.as_str())];
    assert_eq!(found, expected);
    let compared =
        run(&["quote", &project, "--unit", "1-1-1001", "--date", "2026-07-04", "--compare"]);
    assert!(compared.out.contains("no unit has the building"), "{}", compared.out);
}
