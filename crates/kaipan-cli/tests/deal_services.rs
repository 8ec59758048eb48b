//! `kaipan deal services`, as a person runs it.

#![allow(missing_docs)]

mod common;

use common::{arg, folder, run};
use std::fs;

const DUE: &str = "examples/services/due.json";

#[test]
fn the_sheet_is_shown_by_deal_in_chinese() {
    let done = run(&["deal", "services", DUE, "--lang", "zh", "--width", "120"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert_eq!(done.out, ZH, "{}", done.out);
}

#[test]
fn the_same_in_english_and_as_json() {
    let done = run(&["deal", "services", DUE, "--lang", "en", "--width", "120"]);
    assert_eq!((done.status, done.out.as_str()), (0, EN), "{}", done.out);
    let done = run(&["deal", "services", DUE, "--format", "json"]);
    assert!(done.out.contains("\"standing\":\"overdue\""), "{}", done.out);
}

#[test]
fn columns_are_aligned_whatever_the_width() {
    for (lang, width) in [("zh", "120"), ("zh", "50"), ("en", "120"), ("en", "60")] {
        let done = run(&["deal", "services", DUE, "--lang", lang, "--width", width]);
        let days = done.out.lines().filter_map(|line| {
            let (before, _) = line.split_once("2026-")?;
            line.starts_with("  ").then(|| unicode_width::UnicodeWidthStr::width(before))
        });
        // Lines of the sheet come first: nine of them begin with a planned day.
        let days: Vec<usize> = days.take(7).collect();
        assert!(days.windows(2).all(|two| two[0] == two[1]), "{lang} {width}: {days:?}");
    }
}

#[test]
fn another_day_shows_what_is_overdue_then() {
    let on = |day: &str| run(&["deal", "services", DUE, "--on", day, "--lang", "zh"]);
    assert!(on("2026-09-01").out.contains("没有逾期"), "{}", on("2026-09-01").out);
    assert!(on("2026-12-31").out.contains("逾期 "), "{}", on("2026-12-31").out);
    let wrong = on("2026-02-30");
    assert_eq!((wrong.status, wrong.out.as_str()), (2, ""));
}

#[test]
fn nothing_is_said_and_what_is_wrong_says_where() {
    let file = folder("deal-services").join("due.json");
    let ask = |text: &str| {
        fs::write(&file, text).unwrap();
        run(&["deal", "services", arg(&file), "--lang", "zh"])
    };
    let nothing = ask(r#"{"today":"2026-10-02","services":[]}"#);
    assert_eq!((nothing.status, nothing.err.as_str()), (0, ""));
    assert!(nothing.out.contains("没有事务"), "{}", nothing.out);
    let service = r#"{"service":{"id":"S1","deal":"D1","kind":"filing"}}"#;
    let twice = ask(&format!(r#"{{"today":"2026-10-02","services":[{service},{service}]}}"#));
    assert_eq!((twice.status, twice.out.as_str()), (1, ""));
    assert!(twice.err.contains("due.json") && twice.err.contains("services"), "{}", twice.err);
    assert_eq!(run(&["deal", "services"]).status, 2);
}

const ZH: &str = "\
客户事务流程表  2026-10-02
逾期 3 项

交易“D1”，房间“3-1-1802”
  步骤               计划        实际        状态
  网签备案·网上提交  2026-09-11  2026-09-12  逾期完成 1 天
  网签备案·备案完成  2026-10-01              逾期 1 天
  按揭·签借款合同    2026-09-08  2026-09-06  已完成
  按揭·资料齐全送审  2026-09-16              逾期 16 天
  按揭·银行批准      2026-10-06              未到期
  按揭·放款到账      2026-11-05              未到期

交易“D2”
  步骤               计划        实际        状态
  网签备案·网上提交                          未排期
  网签备案·备案完成                          未排期
  交付·发交付通知    2026-09-25              逾期 7 天
  交付·验房          2026-10-10              未到期
  交付·办理交付      2026-10-10              未到期

到期的步骤
  3-1-1802 按揭·资料齐全送审：2026-09-16，逾期 16 天；由 销售服务、资料专员、销售经理；缺“收入证明”、“银行流水”
  D2 交付·发交付通知：2026-09-25，逾期 7 天；由 销售服务、资料专员、销售经理
  3-1-1802 网签备案·备案完成：2026-10-01，逾期 1 天；由 销售服务、资料专员、销售经理

待办
  3-1-1802 按揭·补充资料：2 份，2026-10-05，还有 3 天
";

const EN: &str = "\
Services by deal  2026-10-02
3 overdue

deal D1, unit 3-1-1802
  step                                     planned     done        standing
  filing: submitted online                 2026-09-11  2026-09-12  done late by 1 day
  filing: filed                            2026-10-01              overdue by 1 day
  mortgage: loan contract signed           2026-09-08  2026-09-06  done
  mortgage: documents complete, in review  2026-09-16              overdue by 16 days
  mortgage: approved by the bank           2026-10-06              planned
  mortgage: loan arrived                   2026-11-05              planned

deal D2
  step                                     planned     done        standing
  filing: submitted online                                         undated
  filing: filed                                                    undated
  handover: notice sent                    2026-09-25              overdue by 7 days
  handover: inspected                      2026-10-10              planned
  handover: handed over                    2026-10-10              planned

Steps that are due
  3-1-1802 mortgage: documents complete, in review: 2026-09-16, overdue by 16 days; by service officer, data clerk,
  sales manager; missing: proof of income, bank statements
  D2 handover: notice sent: 2026-09-25, overdue by 7 days; by service officer, data clerk, sales manager
  3-1-1802 filing: filed: 2026-10-01, overdue by 1 day; by service officer, data clerk, sales manager

To do
  3-1-1802 mortgage: bring more documents: documents: 2, 2026-10-05, in 3 days
";
