//! `kaipan deal area`, as a person runs it.

#![allow(missing_docs)]

mod common;

use common::{arg, folder, run};
use std::fs;

const SETTLEMENT: &str = "examples/areas/settlement.json";

#[test]
fn a_settlement_is_shown_step_by_step_in_chinese() {
    let done = run(&["deal", "area", SETTLEMENT, "--lang", "zh", "--width", "120"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    let expected = "\
面积补差  房间“3-1-1802”，交易“D1”
建筑面积：合同 100.00 ㎡，登记 96.99 ㎡，面积误差比 -3.01%
买受人有权退房，选择不退

计算
  登记面积：96.99
  − 合同面积 100 ㎡：96.99 → -3.01
  + 补差 -3 ㎡ × 1 × 12,000 元/㎡：0 → -36,000
  + 补差 -0.01 ㎡ × 2 × 12,000 元/㎡：-36,000 → -36,240
  取整 四舍五入到分：-36,240 → -36,240

结果
  出卖人退款 36,240 元
  应退 36,240 元，最迟 2026-10-01
  合同总价 1,200,000 → 1,163,760 元

税费
";
    assert!(done.out.starts_with(expected), "{}", done.out);
    assert!(done.out.contains("专项维修资金"), "{}", done.out);
}

#[test]
fn the_same_in_english_and_as_json() {
    let done = run(&["deal", "area", SETTLEMENT, "--lang", "en", "--width", "120"]);
    assert!(done.out.contains("  to be refunded: 36,240 yuan, by 2026-10-01\n"), "{}", done.out);
    assert!(done.out.contains("the buyer may quit, and keeps the home\n"), "{}", done.out);
    let done = run(&["deal", "area", SETTLEMENT, "--format", "json"]);
    assert!(done.out.contains("\"amount\":\"-36240.00\""), "{}", done.out);
}

#[test]
fn what_must_not_be_signed_ends_with_three_and_what_is_wrong_says_where() {
    let file = folder("deal-area").join("settlement.json");
    let request = |area: &str| {
        let contract =
            r#"{"deal":"D1","unit_no":"1","building_area":"100","deal_total":"1200000"}"#;
        let survey = format!(r#"{{"unit_no":"1","building_area":"{area}"}}"#);
        fs::write(&file, format!("{{\"contract\":{contract},\n\"survey\":{survey}}}")).unwrap();
        run(&["deal", "area", arg(&file), "--lang", "en"])
    };
    let far = request("60");
    assert_eq!(far.status, 3, "{}", far.out);
    assert!(far.out.contains("almost surely a mistake"), "{}", far.out);
    let wrong = request("0");
    assert_eq!((wrong.status, wrong.out.as_str()), (1, ""));
    assert!(
        wrong.err.contains("settlement.json") && wrong.err.contains("above 0"),
        "{}",
        wrong.err
    );
}

#[test]
fn neither_a_script_nor_a_part_is_told() {
    assert_eq!(run(&["deal"]).status, 2);
    assert_eq!(run(&["deal", "area"]).status, 2);
}
