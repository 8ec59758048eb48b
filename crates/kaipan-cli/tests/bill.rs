//! `kaipan bill`: the life of a price bill, and what it changes in the folder.

#![allow(missing_docs)]

mod common;

use common::{Run, arg, run, small_project};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn adjust(project: &Path, args: &[&str]) -> Run {
    let days = ["--effective", "2026-09-04", "--on", "2026-07-04"];
    run(&[&["adjust", arg(project)], &days[..], args].concat())
}

fn bill(project: &Path, action: &str, number: &str, args: &[&str]) -> Run {
    run(&[&["bill", action, arg(project), number], args].concat())
}

/// Submits, approves and executes a bill.
fn execute(project: &Path, number: &str, day: &str) -> Run {
    for action in ["submit", "approve"] {
        let done = bill(project, action, number, &["--by", action, "--on", day]);
        assert_eq!(done.status, 0, "{action}: {}{}", done.out, done.err);
    }
    bill(project, "execute", number, &["--on", day, "--lang", "zh"])
}

fn stored(project: &Path, number: &str) -> Value {
    let text = fs::read_to_string(project.join(format!("bills/{number}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_bill_goes_from_draft_to_execution_and_the_units_have_its_prices() {
    let project = small_project("bill-life");
    assert_eq!(adjust(&project, &["--percent", "2", "--floor-rate", "0.9", "--lock"]).status, 0);
    let before = fs::read_to_string(project.join("units.csv")).unwrap();
    let submitted =
        bill(&project, "submit", "1", &["--by", "张三", "--on", "2026-07-05", "--lang", "zh"]);
    assert_eq!(submitted.status, 0, "{}", submitted.err);
    for text in ["待审批", "提交审批  2026-07-05 · 张三", "已锁定 3 套", "kaipan bill approve"]
    {
        assert!(submitted.out.contains(text), "{text}: {}", submitted.out);
    }
    let approved =
        bill(&project, "approve", "1", &["--by", "Li", "--on", "2026-07-06", "--lang", "en"]);
    assert!(approved.out.contains("approved   2026-07-06 · Li"), "{}", approved.out);
    let early = bill(&project, "execute", "1", &["--on", "2026-09-03", "--lang", "en"]);
    assert_eq!(early.status, 1);
    assert!(early.err.contains("takes effect on 2026-09-04"), "{}", early.err);
    assert_eq!(fs::read_to_string(project.join("units.csv")).unwrap(), before, "nothing changed");

    let done = bill(&project, "execute", "1", &["--on", "2026-09-04", "--lang", "zh"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(done.out.contains("3 套的现行表价"), "{}", done.out);
    let units = fs::read_to_string(project.join("units.csv")).unwrap();
    let rows: Vec<&str> = units.lines().collect();
    // The columns keep their order; the new one comes after them.
    assert_eq!(
        rows[0],
        "房号,楼栋,楼层,户位,户型,建筑面积,销控状态,表价,标准总价,底价,备案价,录入总价,\
         custom:电梯厅,底价总价"
    );
    // 10,200 × 0.9 = 9,180, × 89.50 = 821,610.
    assert!(
        rows[1].contains(",10200.00,912900.00,9180.00,11000.00,,独立,821610.00"),
        "{}",
        rows[1]
    );
    assert!(rows[3].contains("签约,10200.00,912900.00,,,,,"), "sold before: {}", rows[3]);
    assert!(rows[4].contains(",27571.71,1259200.00,"), "{}", rows[4]);
    let history = stored(&project, "0001");
    assert_eq!(history["changes"][2]["list_total"], "1259200.00");
    assert_eq!(history["history"][3]["state"], "executed");
    assert!(!project.join("units.before-0001.csv").exists(), "nothing is lost, nothing is kept");

    let again = bill(&project, "execute", "1", &["--on", "2026-09-04", "--lang", "zh"]);
    assert!(again.err.contains("状态为“已执行”的价格单不能“执行”"), "{}", again.err);
    let table = run(&["price", arg(&project), "--in-force", "--format", "csv", "--lang", "zh"]);
    assert!(table.out.contains("现行表价") && table.out.contains("1259200.00"), "{}", table.out);
}

#[test]
fn a_bill_on_older_prices_is_refused_before_it_is_approved() {
    let project = small_project("bill-stale");
    adjust(&project, &["--percent", "2"]);
    adjust(&project, &["--percent", "3", "--building", "1"]);
    assert_eq!(execute(&project, "1", "2026-09-04").status, 0);
    for (action, lang, text) in [
        ("submit", "zh", "房间“1-101”的现价 10,200 已不是价格单记录的 10,000"),
        ("submit", "en", "make another from the present prices (kaipan adjust)"),
    ] {
        let stale = bill(&project, action, "2", &["--on", "2026-09-05", "--lang", lang]);
        assert_eq!(stale.status, 1, "{}", stale.out);
        assert!(stale.err.contains(text), "{}", stale.err);
        assert!(stale.err.contains("0002.json"), "{}", stale.err);
    }
    let void =
        bill(&project, "void", "2", &["--reason", "旧价", "--on", "2026-09-05", "--lang", "zh"]);
    assert!(void.out.contains("已作废") && void.out.contains("旧价"), "{}", void.out);
}

#[test]
fn the_rules_on_time_between_changes_know_the_executed_bills() {
    let project = small_project("bill-again");
    adjust(&project, &["--percent", "2"]);
    assert_eq!(execute(&project, "1", "2026-09-04").status, 0);
    let days =
        ["--effective", "2026-09-20", "--on", "2026-09-10", "--percent", "1", "--lang", "zh"];
    let soon = run(&[&["adjust", arg(&project)], &days[..]].concat());
    // 16 days after September 4; 30 are asked for.
    assert_eq!(soon.status, 3, "{}", soon.err);
    assert!(soon.out.contains("16 天，少于规定的 30 天"), "{}", soon.out);
    let refused = bill(&project, "submit", "2", &["--on", "2026-09-11", "--lang", "zh"]);
    assert!(refused.err.contains("违规，不能提交"), "{}", refused.err);
    assert!(refused.err.contains("--allow-violations"), "{}", refused.err);
    let allowed = bill(&project, "submit", "2", &["--allow-violations", "--on", "2026-09-11"]);
    assert_eq!(allowed.status, 0, "{}", allowed.err);
    for action in ["approve", "execute"] {
        assert_eq!(bill(&project, action, "2", &["--on", "2026-09-20"]).status, 0);
    }
    // It prices every home of the first bill, which is over with that.
    assert_eq!(stored(&project, "0001")["bill"]["state"], "superseded");
    let list = run(&["bill", "list", arg(&project), "--lang", "zh"]);
    assert!(list.out.contains("已被取代") && list.out.contains("已执行"), "{}", list.out);
}

#[test]
fn a_home_that_is_sold_meanwhile_keeps_its_price_and_is_told() {
    let project = small_project("bill-sold");
    adjust(&project, &["--percent", "2"]);
    let path = project.join("units.csv");
    let units = fs::read_to_string(&path).unwrap();
    fs::write(&path, units.replace("120.30,在售", "120.30,认购")).unwrap();
    let done = execute(&project, "1", "2026-09-04");
    assert!(done.out.contains("房间在交易中（认购），保留原价：1-201"), "{}", done.out);
    assert!(done.out.contains("2 套的现行表价"), "{}", done.out);
    let units = fs::read_to_string(&path).unwrap();
    assert!(units.contains("认购,10590.00,1273977.00"), "{units}");
}

#[test]
fn units_in_the_project_file_are_written_there_and_the_old_file_is_kept() {
    let project = small_project("bill-json");
    let path = project.join("project.json");
    let text = fs::read_to_string(&path).unwrap();
    let units = r#""units": [{"unit_no": "1-101", "building": "1", "floor": 1, "line": "01",
        "building_area": "89.50", "state": "on_sale", "list_price": "10000"}]"#;
    let text = text.replace("\"buildings\"", &format!("{units}, \"buildings\""));
    fs::write(&path, &text).unwrap();
    fs::remove_file(project.join("units.csv")).unwrap();
    adjust(&project, &["--percent", "2"]);
    let done = execute(&project, "1", "2026-09-04");
    assert!(done.out.contains("project.before-0001.json"), "{}{}", done.out, done.err);
    assert_eq!(fs::read_to_string(project.join("project.before-0001.json")).unwrap(), text);
    let table = run(&["price", arg(&project), "--in-force", "--format", "json"]);
    let table: Value = serde_json::from_str(&table.out).expect(&table.err);
    assert_eq!(table["rows"][0]["total"], "912900.00");
    let priced = run(&["price", arg(&project), "--format", "json"]);
    let priced: Value = serde_json::from_str(&priced.out).expect(&priced.err);
    assert_eq!(priced["rows"][0]["scheme"], "GC", "the schemes are still there");
}

#[test]
fn what_can_be_done_with_a_bill_is_said_in_words() {
    let project = small_project("bill-ended");
    adjust(&project, &["--percent", "2"]);
    adjust(&project, &["--percent", "3"]);
    assert_eq!(execute(&project, "1", "2026-09-04").status, 0);
    assert_eq!(bill(&project, "void", "2", &["--on", "2026-09-05"]).status, 0);
    for (number, lang, text) in [
        ("1", "zh", "要改价就用“kaipan adjust”另做一张"),
        ("1", "en", "make another bill with kaipan adjust"),
        ("2", "zh", "已经结束，什么也不能再做"),
        ("2", "en", "nothing more can be done with it"),
    ] {
        let refused = bill(&project, "void", number, &["--on", "2026-09-06", "--lang", lang]);
        assert_eq!(refused.status, 1, "{}", refused.out);
        assert!(refused.err.contains(text), "{text}: {}", refused.err);
        assert!(!refused.err.contains('—') && !refused.err.contains("“supersede”"));
    }
}

#[test]
fn the_cure_of_a_file_that_cannot_be_used_fits_its_cause() {
    let project = small_project("bill-cause");
    let cause = |args: &[&str], lang: &str| {
        let days = ["--effective", "2026-09-04", "--on", "2026-07-04", "--lang", lang];
        run(&[&["adjust", arg(&project), "--percent", "2"], &days[..], args].concat()).err
    };
    fs::write(project.join("bills"), "no folder").unwrap();
    for (lang, cure) in
        [("zh", "把占用文件夹名字的文件移走"), ("en", "move away the file that has")]
    {
        let said = cause(&[], lang);
        assert!(said.contains(cure) && said.contains("bills"), "{said}");
        assert!(!said.contains("权限") && !said.contains("permission"), "{said}");
    }
    fs::remove_file(project.join("bills")).unwrap();
    fs::create_dir(project.join("out.csv")).unwrap();
    let path = project.join("out.csv");
    let said = cause(&["--output", arg(&path)], "zh");
    assert!(said.contains("这是文件夹") && said.contains("改正"), "{said}");
}

#[test]
fn an_approval_is_not_dated_before_the_submission() {
    let project = small_project("bill-backwards");
    adjust(&project, &["--percent", "2"]);
    assert_eq!(bill(&project, "submit", "1", &["--on", "2026-07-05"]).status, 0);
    for (lang, text) in [
        ("zh", "日期 2026-07-04 早于这张价格单的上一步（2026-07-05）"),
        ("en", "2026-07-04 is before 2026-07-05, the day of the last step"),
    ] {
        let early = bill(&project, "approve", "1", &["--on", "2026-07-04", "--lang", lang]);
        assert_eq!(early.status, 1, "{}", early.out);
        assert!(early.err.contains("pricing.bill_backwards"), "{}", early.err);
        assert!(early.err.contains(text) && early.err.contains("--on"), "{}", early.err);
    }
    assert_eq!(stored(&project, "0001")["bill"]["state"], "pending_approval");
    assert_eq!(bill(&project, "approve", "1", &["--on", "2026-07-05"]).status, 0);
}

#[test]
fn a_bill_is_approved_by_its_request_for_approval() {
    let project = small_project("bill-approval");
    adjust(&project, &["--percent", "2"]);
    assert_eq!(bill(&project, "submit", "1", &["--on", "2026-07-05"]).status, 0);
    let request = |status: &str, subject: &str| {
        format!(
            r#"{{"id": "A-9", "asked": {{"kind": "price_bill", "subject": "{subject}", "node": "P1"}},
                "requested_by": "wang", "requested_at": "2026-07-05T09:00:00", "status": "{status}",
                "route": {{"source": "table", "code": "price",
                    "steps": [{{"roles": ["project_gm"], "rule": "all"}}]}},
                "step": 1, "round": 1, "changed_at": "2026-07-06T10:00:00", "version": 3}}"#
        )
    };
    let file = project.join("approval.json");
    let approve = |args: &[&str]| {
        bill(&project, "approve", "1", &[&["--on", "2026-07-06", "--lang", "zh"], args].concat())
    };
    for (text, said) in [
        (request("pending", "0001"), "审批单“A-9”审批中，而不是已批准"),
        (request("approved", "0002"), "而不是定价单“0001”的"),
    ] {
        fs::write(&file, text).unwrap();
        let refused = approve(&["--approval", arg(&file)]);
        assert_eq!(refused.status, 1, "{}", refused.out);
        assert!(refused.err.contains("approval.json 第"), "{}", refused.err);
        assert!(refused.err.contains(said), "{said}: {}", refused.err);
    }
    // The request that the project keeps counts without being named.
    fs::create_dir(project.join("approvals")).unwrap();
    fs::write(project.join("approvals/0001.json"), request("pending", "0001")).unwrap();
    let refused = approve(&[]);
    assert!(refused.err.contains("approvals/0001.json"), "{}{}", refused.out, refused.err);
    fs::write(&file, request("approved", "0001")).unwrap();
    let done = approve(&["--approval", arg(&file)]);
    assert_eq!(done.status, 0, "{}", done.err);
    let unused = bill(&project, "show", "1", &["--approval", arg(&file), "--lang", "en"]);
    assert!(unused.err.contains("--approval has no effect"), "{}", unused.err);
}

#[test]
fn bills_are_listed_and_shown_in_both_languages() {
    let project = small_project("bill-show");
    let none = run(&["bill", "list", arg(&project), "--lang", "en"]);
    assert!(none.out.contains("There are no price bills yet"), "{}", none.out);
    adjust(
        &project,
        &["--amount", "150", "--building", "1", "--reason", "景观兑现", "--by", "张三"],
    );
    let shown = bill(&project, "show", "1", &["--homes", "--lang", "zh", "--width", "160"]);
    for text in ["+150 元/㎡", "景观兑现", "2026-07-04 · 张三", "10,150", "+13,425", "1幢"]
    {
        assert!(shown.out.contains(text), "{text}: {}", shown.out);
    }
    let shown = bill(&project, "show", "1", &["--lang", "en", "--width", "160"]);
    for text in ["Price change 0001 · draft", "+150 yuan/m²", "Before and after", "Overall"] {
        assert!(shown.out.contains(text), "{text}: {}", shown.out);
    }
    let json = bill(&project, "show", "1", &["--format", "json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json, stored(&project, "0001"));
    let list = run(&["bill", "list", arg(&project), "--format", "json"]);
    let list: Value = serde_json::from_str(&list.out).unwrap();
    assert_eq!(list[0], json);
}

#[test]
fn careless_use_is_told() {
    let project = small_project("bill-careless");
    adjust(&project, &["--percent", "2"]);
    for (args, status, zh, en) in [
        (&["show", "9"][..], 2, "没有第 9 号价格单", "there is no price bill 9"),
        (&["submit"], 2, "缺少", "is missing"),
        (&["burn", "1"], 2, "不能是“burn”", "cannot be \"burn\""),
        (&["approve", "1"], 1, "可以提交审批（“submit”）、作废", "one can submit, void it"),
        (&["show", "1", "--by", "x"], 0, "“--by”没有作用", "--by has no effect"),
        (&["show", "0"], 2, "1 到 9999", "from 1 to 9999"),
        (&["withdraw", "1"], 1, "不能“撤回”", "it is not possible to withdraw"),
    ] {
        for (lang, text) in [("zh", zh), ("en", en)] {
            let (action, rest) = args.split_first().unwrap();
            let all = [&["bill", action, arg(&project)], rest, &["--lang", lang]].concat();
            let done = run(&all);
            let said = format!("{}{}", done.out, done.err);
            assert!(said.contains(text), "{args:?}: {text}: {said}");
            assert_eq!(done.status, status, "{args:?}: {said}");
        }
    }
    let backwards = ["--on", "2026-07-01", "--by", "张三", "--lang", "zh"];
    let early = bill(&project, "submit", "1", &backwards);
    assert!(
        early.err.contains("日期 2026-07-01 早于这张价格单的上一步 2026-07-04"),
        "{}",
        early.err
    );
    let same =
        bill(&project, "approve", "1", &["--by", "张三", "--on", "2026-07-05", "--lang", "zh"]);
    assert!(same.err.contains("提交人和审批人都是“张三”"), "{}", same.err);

    fs::write(project.join("bills/0002.json"), "{\"bill\": 1}").unwrap();
    let broken = run(&["bill", "list", arg(&project), "--lang", "zh"]);
    assert_eq!(broken.status, 1);
    assert!(broken.err.contains("bills/0002.json 第 1 行第 2 列：/bill"), "{}", broken.err);
}
