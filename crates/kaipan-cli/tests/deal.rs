//! `kaipan deal`, as a person runs it: the scripts of both sale modes, in both languages.

#![allow(missing_docs)]

mod common;

use common::{Run, arg, folder, run};
use std::fs;

const PRESALE: &str = "examples/deals/presale.json";
const COMPLETED: &str = "examples/deals/completed.json";

/// Every part is there, in this order.
fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part}\nnot in\n{rest}"));
        rest = &rest[at + part.len()..];
    }
}

fn scripted(name: &str, script: &str, args: &[&str]) -> Run {
    let file = folder(name).join("script.json");
    fs::write(&file, script).unwrap();
    run(&[&["deal", arg(&file)], args].concat())
}

#[test]
fn a_presale_is_walked_from_release_to_contract_in_chinese() {
    let run = run(&["deal", PRESALE, "--lang", "zh", "--width", "400"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    in_order(
        &run.out,
        &[
            "10 步，都办成了",
            "2026-09-01 09:00  王强（现场销控）  T1 放盘",
            "未放盘 → 在售：放盘，批次“首开”",
            "收款    诚意金 20,000 元（监管户）",
            "为“张伟”选房确认，到 2026-09-02 10:00",
            "T9 预定",
            "认筹关闭（转下一步）；预定生效，编号 YD-0007，有效期到 2026-09-09",
            "T12 认购",
            "预定 → 认购：归交易“D1”",
            "定金 50,000、首期款 244,000、余款 686,000",
            "诚意金 -20,000（售前款）；定金 +20,000（售前款）；预定金 -10,000（售前款）",
            "楼款 +5,000（预收款）",
            "T35 财务审核",
            "T16 打印合同",
            "合同生效，编号 HT-0007",
            "现状 2026-09-12 10:00",
            "已收 定金 50,000 元（监管户）",
            "下一步可以办什么",
            "✓ T13 审核锁定（销售经理）",
            "✗ 须没有收款",
            "需填写：原因 reason",
        ],
    );
}

#[test]
fn a_step_that_comes_too_early_is_refused_with_all_that_is_lacking() {
    let run = run(&["deal", COMPLETED, "--lang", "en", "--width", "400"]);
    assert_eq!((run.status, run.err.as_str()), (3, ""), "{}", run.out);
    in_order(
        &run.out,
        &[
            "5 steps, 1 refused",
            "T23 sign a deposit contract",
            "not released → promised: deal \"D1\" has it",
            "T25 subscribe",
            "refused   3 conditions are not met",
            "promised → subscribed",
            "deposit contract closed (converted)",
            "subscribed → signed",
            "What may come next",
            "✓ T13 approve and lock (sales manager)",
        ],
    );
    for part in [
        "the sale of completed homes is filed: there is none before 2027-06-01 (nobody may waive it; 建房规〔2026〕3号)",
        "the deposit is received: 50,000 yuan needed, 30,000 yuan there (may waive it: sales manager, ",
        "general manager of the regional company)",
        "what the deposit contract promised: at most 1,296,000 yuan, 1,320,000 yuan given",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
}

#[test]
fn each_language_stands_alone() {
    for script in [PRESALE, COMPLETED] {
        let english = run(&["deal", script, "--lang", "en"]).out;
        // What the script itself says in Chinese: people, accounts, numbers of permits, law.
        for word in
            ["房源", "单据", "资金", "收款", "下一步", "现状", "拒绝", "豁免", "，", "。", "（"]
        {
            assert!(!english.contains(word), "{script}: {word}\n{english}");
        }
        let chinese = run(&["deal", script, "--lang", "zh"]).out;
        // How a waiver is written, as a script has it.
        let chinese = match chinese.split_once("  → 豁免写在") {
            Some((before, hint)) => format!("{before}{}", hint.split_once("}]}").unwrap().1),
            None => chinese,
        };
        for word in ["unit", "document", "money", "received", "refused", "waive", "sales", "("] {
            let said = chinese.lines().filter(|line| !line.contains("需填写"));
            assert!(
                said.into_iter().all(|line| !line.contains(word)),
                "{script}: {word}\n{chinese}"
            );
        }
    }
}

#[test]
fn the_state_of_a_day_leaves_later_steps_out() {
    let run = run(&["deal", PRESALE, "--lang", "zh", "--at", "2026-09-02", "--width", "400"]);
    assert_eq!(run.status, 0);
    assert!(!run.out.contains("T12 认购\n"), "{}", run.out);
    in_order(
        &run.out,
        &[
            "5 步，都办成了",
            "现状 2026-09-02 23:59:59",
            "3-1-1802  预定",
            "✗ T12 认购",
            "需填写：",
            "price",
        ],
    );
    let near = common::run(&["deal", PRESALE, "--lang", "zh", "--at", "2026-09-10"]);
    in_order(&near.out, &["到期与待办", "签约提醒", "2026-09-12", "下一步可以办什么"]);
    let moment = common::run(&["deal", PRESALE, "--at", "2026-09-02T09:40", "--lang", "zh"]);
    in_order(&moment.out, &["3-1-1802  在售，为“张伟”选房确认，到 2026-09-02 10:00"]);
    let nothing = common::run(&["deal", PRESALE, "--at", "2026-08-01", "--lang", "en"]);
    assert_eq!(nothing.status, 0);
    in_order(&nothing.out, &["0 steps"]);
}

#[test]
fn a_role_asks_for_itself() {
    let at = ["deal", PRESALE, "--at", "2026-09-06T10:00", "--lang", "en"];
    let agent = run(&[&at[..], &["--role", "sales_agent"]].concat());
    in_order(
        &agent.out,
        &[
            "What may come next (sales agent)",
            "✗ T13 approve and lock",
            "it is for \"sales manager\"",
        ],
    );
    let manager = run(&[&at[..], &["--role", "sales_manager"]].concat());
    in_order(&manager.out, &["✓ T13 approve and lock"]);
}

#[test]
fn wide_characters_are_aligned() {
    let run = run(&["deal", PRESALE, "--lang", "zh", "--width", "400"]);
    let wide = |line: &str, text: &str| {
        let before = &line[..line.find(text).unwrap()];
        before.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>()
    };
    let line = |text: &str| run.out.lines().find(|line| line.contains(text)).unwrap();
    let (header, row) = (line("约定签约    审核"), line("已锁定、财务已审核"));
    assert_eq!(wide(header, "约定签约"), wide(row, "2026-09-12"), "{}", run.out);
    assert_eq!(wide(header, "审核"), wide(row, "已锁定"), "{}", run.out);
}

#[test]
fn json_holds_every_ruling_and_what_may_come_next() {
    let run = run(&["deal", COMPLETED, "--format", "json"]);
    assert_eq!(run.status, 3);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let refused = &answer["steps"][1]["ruling"]["rejection"];
    assert_eq!(refused["class"], "guards_not_met");
    let mut lacking: Vec<&str> = refused["guards"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["guard"].as_str().unwrap())
        .collect();
    lacking.sort_unstable();
    assert_eq!(lacking, ["deposit_received", "promise_kept", "sale_filed"]);
    assert_eq!(answer["units"][0]["state"], "signed");
    let received = answer["deals"][0]["received"].as_array().unwrap();
    let sum: i64 = received
        .iter()
        .map(|one| one["amount"].as_str().unwrap().replace('.', "").parse::<i64>().unwrap())
        .sum();
    assert_eq!(sum, 64_800_000, "no money is lost");
    let next = answer["next"].as_array().unwrap();
    let actions = next.iter().flat_map(|one| one["options"].as_array().unwrap());
    assert!(actions.into_iter().any(|one| one["action"] == "lock" && one["may"] == true));
}

const TWO_UNITS: &str = r#"{
  "units": [
    {"unit_no": "1-101", "building": "1", "floor": 1, "line": "01", "building_area": "90.00", "permit": "P", "list_price": "9000", "floor_price": "8500"},
    {"unit_no": "1-102", "building": "1", "floor": 1, "line": "02", "building_area": "90.00", "permit": "P", "list_price": "9000", "floor_price": "8500"},
  ],
  "known": {
    "permits": [{"number": "P", "issued_on": "2026-06-01"}],
    "status": {"project": {"planning_permit": "2025-03-01"}},
  },
  "steps": [
    {"at": "2026-09-01T09:00:00", "by": "W", "roles": ["stock_controller"], "do": "release"},
    {"at": "2026-09-01T09:05:00", "by": "W", "roles": ["stock_controller"], "unit": "1-102", "do": "release"},
    {"at": "2026-09-01T10:00:00", "by": "L", "roles": ["sales_agent"], "unit": "1-101", "do": "confirm_room",
     "draft": {"buyers": [{"customer": "A"}], "minutes": 20}},
    {"at": "2026-09-01T10:10:00", "by": "L", "roles": ["sales_agent"], "deal": "B", "do": "book",
     "received": [{"item": "booking_money", "amount": "10000"}],
     "draft": {"buyers": [{"customer": "B"}], "amount": "10000"}},
    {"at": "2026-09-01T10:11:00", "by": "L", "roles": ["sales_agent"], "unit": "1-102", "do": "book",
     "draft": {"buyers": [{"customer": "B"}], "amount": "10000"}},
    {"at": "2026-09-01T10:12:00", "by": "L", "roles": ["sales_agent"], "unit": "1-101", "do": "end_hold"},
  ],
}"#;

#[test]
fn two_units_and_two_customers_in_one_script() {
    let run = scripted("deal_two", TWO_UNITS, &["--lang", "en", "--width", "400"]);
    assert_eq!((run.status, run.err.as_str()), (3, ""), "{}", run.out);
    in_order(
        &run.out,
        &[
            "1-101, 1-102",
            "6 steps, 1 refused",
            "1-102  W (stock controller)  T1 release",
            "1-101  L (sales agent)  T8 confirm the room",
            "deal \"B\"  L (sales agent)  T9 book",
            "it is held for another customer until 2026-09-01 10:20:00",
            "1-102  L (sales agent)  T9 book",
            "on sale → booked",
            "T8 end the hold",
            "1-101  on sale",
            "1-102  booked, deal \"B\" has it",
        ],
    );
}

#[test]
fn a_deal_changes_its_unit_and_names_and_ends() {
    let run = run(&["deal", "examples/deals/changes.json", "--lang", "en", "--width", "400"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}{}", run.out, run.err);
    in_order(
        &run.out,
        &[
            "8 steps",
            "T18 change the unit",
            "settled (change the unit)",
            "F1 finish what the cashier had to do",
            "T19 change the names",
            "settled (change the names)",
            "T17 quit",
            "50,000 yuan returned",
        ],
    );
}

#[test]
fn what_is_wrong_with_a_script_is_told_at_its_place() {
    for (name, from, to, place, code) in [
        ("deal_time", "T09:05:00", "T08:05:00", "/steps/1/at", "deal.event_time"),
        (
            "deal_unit",
            r#""unit": "1-102", "do": "release""#,
            r#""unit": "9", "do": "release""#,
            "/steps/1/unit",
            "pricing.unknown_unit",
        ),
        (
            "deal_twice",
            r#""unit_no": "1-102""#,
            r#""unit_no": "1-101""#,
            "/units/1/unit_no",
            "project.unit_twice",
        ),
        ("deal_word", r#""do": "book""#, r#""do": "bok""#, "/steps/3/do", "json."),
        (
            "deal_field",
            r#""minutes": 20"#,
            r#""minutes": 20, "plan": "X""#,
            "/steps/2/draft/plan",
            "deal.field_unused",
        ),
    ] {
        assert!(TWO_UNITS.contains(from), "{from}");
        let run = scripted(name, &TWO_UNITS.replacen(from, to, 1), &["--lang", "en"]);
        assert_eq!(run.status, 1, "{name}: {}", run.out);
        assert!(run.err.contains(place) && run.err.contains(code), "{name}: {}", run.err);
        assert!(run.out.is_empty());
    }
    assert_eq!(run(&["deal", "nowhere.json"]).status, 1);
    assert_eq!(run(&["deal", PRESALE, "--at", "soon"]).status, 2);
}

#[test]
fn a_role_that_is_written_otherwise_than_its_code_is_told() {
    let right = run(&["deal", PRESALE, "--lang", "zh", "--width", "400"]);
    assert!(!right.out.contains("不认识岗位编码"), "{}", right.out);
    for (role, told) in [
        ("营销专员", "不认识岗位编码“营销专员”，是否为 marketing_officer（营销专员）"),
        ("sales_agnet", "不认识岗位编码“sales_agnet”，是否为 sales_agent（"),
    ] {
        let args = ["deal", PRESALE, "--lang", "zh", "--width", "400", "--role", role];
        let run = run(&args);
        assert!(run.out.contains(told), "{}", run.out);
    }
}

#[test]
fn the_slip_of_a_held_home_is_printed_until_the_hold_lapses() {
    let slip = |at: &str, lang: &str| {
        run(&["deal", PRESALE, "--at", at, "--format", "slip", "--lang", lang])
    };
    let held = slip("2026-09-02T09:40", "zh");
    assert_eq!((held.status, held.err.as_str()), (0, ""));
    let parts = ["房号确认单", "房号：3-1-1802", "表价总价：1,000,000 元", "客户：张伟"];
    in_order(&held.out, &parts);
    in_order(&held.out, &["保留至：2026-09-02 10:00:00", "2026-09-02 09:40:00"]);
    let english = slip("2026-09-02T09:40", "en");
    in_order(&english.out, &["Confirmation of the room", "Held until: 2026-09-02 10:00:00"]);
    assert_eq!(slip("2026-09-02T09:20", "zh").out, "这时没有选房确认\n");
}
