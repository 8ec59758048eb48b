//! `kaipan ledger`, as a person runs it, over the selling year.

#![allow(missing_docs)]

mod common;

use common::{arg, folder, root, run, valid, well_formed};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const YEAR: &str = "examples/yunjing-bay/year/small.jsonl";

/// Fen of an amount.
fn fen(amount: &Value) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn lines() -> Vec<Value> {
    let text = fs::read_to_string(root().join(YEAR)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn answer(args: &[&str]) -> Value {
    let done = run(&[&["ledger", YEAR, "--format", "json"], args].concat());
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{}", done.out);
    serde_json::from_str(&done.out).unwrap()
}

/// A record of its own for a test.
fn record(name: &str, change: impl Fn(&str) -> String) -> String {
    let file = folder(name).join("record.jsonl");
    let text = fs::read_to_string(root().join(YEAR)).unwrap();
    fs::write(&file, change(&text)).unwrap();
    arg(&file).to_owned()
}

#[test]
fn a_statement_is_drawn_in_both_languages() {
    for (lang, drawn) in [("zh", ZH), ("en", EN)] {
        let args = ["ledger", YEAR, "--deal", "YJW-D0006", "--lang", lang, "--width", "130"];
        let done = run(&args);
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        assert_eq!(done.out, drawn, "{}", done.out);
    }
}

#[test]
fn the_accounts_are_those_that_the_year_ends_with() {
    let answer = answer(&[]);
    let summary = &answer["summary"];
    assert_eq!(answer["refused"], Value::Array(Vec::new()));
    let mut ours: BTreeMap<String, i64> = BTreeMap::new();
    for row in summary["accounts"].as_array().unwrap() {
        let name = match row["account"]["kind"].as_str().unwrap() {
            "bank" => format!("bank {}", row["account"]["account"].as_str().unwrap()),
            // Entries of decisions know nothing of what is applied to what.
            "pre_sale" | "prepayment" | "house_money" | "receivable" | "claimed" => "held".into(),
            other => other.to_owned(),
        };
        *ours.entry(name).or_default() += fen(&row["amount"]);
    }
    let end = lines().pop().unwrap();
    let mut theirs: BTreeMap<String, i64> = BTreeMap::new();
    for (name, amount) in end["body"]["totals"]["accounts"].as_object().unwrap() {
        let name = match name.as_str() {
            "pre_sale" | "prepayment" | "receivable" => "held",
            other => other,
        };
        *theirs.entry(name.to_owned()).or_default() += amount.as_i64().unwrap();
    }
    for all in [&mut ours, &mut theirs] {
        all.retain(|_, amount| *amount != 0);
        assert_eq!(all.values().sum::<i64>(), 0);
    }
    assert_eq!(ours, theirs);
}

#[test]
fn what_came_in_is_what_was_applied_and_what_is_free() {
    let answer = answer(&[]);
    let summary = &answer["summary"];
    let mut came = 0;
    for line in lines() {
        match line["kind"].as_str().unwrap() {
            "receipt" => came += fen(&line["body"]["amount"]),
            "payment" => came -= fen(&line["body"]["amount"]),
            _ => {}
        }
    }
    let of = |name: &str| fen(&summary[name]);
    // Forfeited money and fees that were kept back are income that no receivable was raised for.
    let income = |row: &&Value| row["account"]["kind"] == "charge_income";
    let accounts = summary["accounts"].as_array().unwrap();
    let income: i64 = accounts.iter().filter(income).map(|row| fen(&row["amount"])).sum();
    let charges = |one: &&Value| one["category"] == "charge";
    let items = summary["items"].as_array().unwrap();
    let paid: i64 = items.iter().filter(charges).map(|one| fen(&one["received"])).sum();
    assert_eq!(came, of("received") + of("prepaid") + of("refund_due") + income - paid);
    assert_eq!(of("charged"), of("received") + of("waived") + of("outstanding"));
    for name in ["charged", "received", "outstanding", "overdue", "prepaid", "refund_due"] {
        assert_eq!(items.iter().map(|one| fen(&one[name])).sum::<i64>(), of(name), "{name}");
    }
}

#[test]
fn the_statements_of_all_deals_come_to_the_summary_and_to_their_contracts() {
    let summary = answer(&[]);
    let deals: Vec<String> = (1..=49).map(|number| format!("YJW-D{number:04}")).collect();
    let (mut charged, mut open, mut prepaid) = (0, 0, 0);
    for deal in &deals {
        let statement = &answer(&["--deal", deal])["statement"];
        let of = |name: &str| fen(&statement[name]);
        charged += of("charged");
        open += of("outstanding");
        prepaid += of("prepaid");
        let last = statement["lines"].as_array().unwrap().last().unwrap();
        assert_eq!(fen(&last["balance"]), of("outstanding") - of("prepaid") - of("refund_due"));
    }
    let of = |name: &str| fen(&summary["summary"][name]);
    assert_eq!((charged, open, prepaid), (of("charged"), of("outstanding"), of("prepaid")));
    // Smaller by 2.21 m²: the house comes to the contract total less 91,681.55.
    let settled = &answer(&["--deal", "YJW-D0006"])["statement"];
    let house = settled["receivables"].as_array().unwrap().iter();
    let house: i64 =
        house.filter(|one| one["category"] != "collected").map(|one| fen(&one["amount"])).sum();
    assert_eq!(house, 697_858_400 - 9_168_155);
}

#[test]
fn a_deposit_that_was_paid_on_its_day_is_not_late_after_the_signing() {
    let statement = &answer(&["--deal", "YJW-D0006", "--on", "2026-03-19"])["statement"];
    assert_eq!(fen(&statement["overdue"]), 0);
    let deposit = &statement["receivables"][0];
    assert_eq!(
        (deposit["raised_on"].as_str(), fen(&deposit["received"])),
        (Some("2026-03-14"), 10_000_000)
    );
}

#[test]
fn as_known_leaves_out_what_was_recorded_later() {
    // 91,681.55 were settled on November 8 and paid out on November 17.
    let due = |known: &str| {
        let args = ["--unit", "5-3-401", "--on", "2026-12-31", "--as-known", known];
        fen(&answer(&args)["statement"]["refund_due"])
    };
    assert_eq!((due("2026-11-07"), due("2026-11-08"), due("2026-11-17")), (0, 9_168_155, 0));
    let said = run(&["ledger", YEAR, "--as-known", "2026-11-08", "--lang", "zh"]);
    assert!(said.out.contains("按 2026-11-08 所知：此后记录的 "), "{}", said.out);
    let early = run(&["ledger", YEAR, "--as-known", "2020-01-01", "--lang", "zh"]);
    assert_eq!((early.status, early.out.as_str()), (1, ""));
    assert!(early.err.contains("给出更晚的时刻"), "{}", early.err);
}

#[test]
fn a_customer_is_found_by_name_and_a_wrong_one_is_told() {
    let by_id = answer(&["--customer", "YJW-C0021"]);
    let by_name = answer(&["--customer", "罗艳"]);
    assert_eq!(by_id["statement"], by_name["statement"]);
    for (option, name) in [("--customer", "无此人"), ("--unit", "9-9-999"), ("--deal", "YJW-D9999")]
    {
        let done = run(&["ledger", YEAR, option, name, "--lang", "zh"]);
        assert_eq!((done.status, done.out.as_str()), (1, ""), "{option}");
        assert!(done.err.contains(name), "{}", done.err);
    }
}

/// A part of the ledger as XML, held to the schema.
fn xml(name: &str, args: &[&str]) -> String {
    let done = run(&[&["ledger"], args, &["--format", "xml"]].concat());
    assert_eq!((done.status, done.err.as_str()), (0, ""), "{}", done.out);
    let file = folder("ledger-xml").join(name);
    fs::write(&file, &done.out).unwrap();
    valid(&file, "ledger.xsd");
    assert!(done.out.contains("<ledger xmlns=\"urn:kaipan:ledger:1\" accepted=\""), "{}", done.out);
    done.out
}

#[test]
fn every_part_is_written_as_xml_with_the_figures_of_json() {
    let statement = xml("statement.xml", &[YEAR, "--deal", "YJW-D0006"]);
    let json = &answer(&["--deal", "YJW-D0006"])["statement"];
    let count = |field: &str| json[field].as_array().unwrap().len();
    assert_eq!(statement.matches("<receivable ").count(), count("receivables"));
    assert_eq!(statement.matches("<line ").count(), count("lines"));
    assert_eq!(statement.matches("<account ").count(), count("accounts"));
    for field in ["as_of", "charged", "received", "outstanding", "prepaid", "refund_due"] {
        let given = format!(" {field}=\"{}\"", json[field].as_str().unwrap());
        assert!(statement.contains(&given), "{given} in {statement}");
    }
    let summary = xml("summary.xml", &[YEAR, "--as-known", "2026-11-08"]);
    let json = answer(&["--as-known", "2026-11-08"]);
    let items = json["summary"]["items"].as_array().unwrap().len();
    assert_eq!(summary.matches("<item ").count(), items);
    assert!(summary.contains(" as_known=\"2026-11-08T23:59:59\""), "{summary}");
    assert!(summary.contains("name_zh=\"定金\" name_en=\"deposit\""), "{summary}");
    let period = ["--from", "2026-11-01", "--to", "2026-11-30"];
    let journal = xml("journal.xml", &[&["journal", YEAR], &period[..]].concat());
    let json = run(&[&["ledger", "journal", YEAR, "--format", "json"], &period[..]].concat());
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let lines = json["lines"].as_array().unwrap();
    assert_eq!(journal.matches("<entry ").count(), lines.len());
    let sum = |side: &str| lines.iter().filter_map(|line| line.get(side)).map(fen).sum::<i64>();
    assert_eq!((fen(&json["debit"]), fen(&json["credit"])), (sum("debit"), sum("credit")));
    let vouchers = xml("vouchers.xml", &["vouchers", YEAR]);
    assert!(vouchers.contains("<series prefix="), "{vouchers}");
    // What is refused stands in the document, with its line.
    let file = record("ledger-xml-refused", |text| {
        text.replacen("\"kind\":\"target\"", "\"kind\":\"goal\"", 1)
    });
    let done = run(&["ledger", &file, "--format", "xml"]);
    assert!(done.out.contains("<unknown kind=\"goal\" lines=\"1\"/>"), "{}", done.out);
    // The language does not matter.
    let zh = run(&["ledger", YEAR, "--format", "xml", "--lang", "zh"]);
    assert_eq!(zh.out, run(&["ledger", YEAR, "--format", "xml", "--lang", "en"]).out);
}

#[test]
fn what_the_ledger_refuses_is_listed_with_its_line() {
    // The sincerity money is not there: what makes it a deposit later is short of it.
    let file = record("ledger-refused", |text| {
        let rest = text.lines().filter(|line| !line.contains("\"number\":\"YJW-R0006\""));
        rest.collect::<Vec<_>>().join("\n")
    });
    let done = run(&["ledger", &file, "--lang", "zh", "--width", "120"]);
    assert_eq!((done.status, done.err.as_str()), (3, ""));
    assert!(done.out.contains("没有记账的") && done.out.contains("[ledger.short]"), "{}", done.out);
    let json = run(&["ledger", &file, "--format", "json"]);
    assert_eq!(json.status, 3);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    let refused = json["refused"].as_array().unwrap();
    assert!(!refused.is_empty());
    // One line is gone before it, so the entry of line 490 stands in 489.
    assert_eq!(
        (refused[0]["line"].as_u64(), refused[0]["deal"].as_str()),
        (Some(489), Some("YJW-D0006"))
    );
}

#[test]
fn lines_that_do_not_fit_are_told_with_their_numbers() {
    let told = |name: &str, from: &str, to: &str| {
        let file = record(name, |text| text.replacen(from, to, 1));
        let done = run(&["ledger", &file, "--lang", "en"]);
        assert_eq!((done.status, done.out.as_str()), (1, ""), "{name}");
        done.err
    };
    let amount = "\"number\":\"YJW-R0006\",\"item\":\"sincerity_money\",\"amount\":\"20000.00\"";
    let other = amount.replace("20000", "20001");
    let err = told("ledger-amount", amount, &other);
    assert!(err.contains("line 440") && err.contains("input.record"), "{err}");
    let err = told("ledger-method", "\"method\":\"card\"", "\"method\":\"shell\"");
    assert!(err.contains("line 394: /body/method") && err.contains("transfer"), "{err}");
    let err = told("ledger-cut", "{\"n\":5,", "{\"n\":5");
    assert!(err.contains("line 5"), "{err}");
    let err =
        told("ledger-time", "\"at\":\"2026-03-07T12:44:00\"", "\"at\":\"2026-01-01T07:00:00\"");
    assert!(err.contains("line 391: /at"), "{err}");
    let err = told(
        "ledger-version",
        "\"deal\":\"YJW-D0001\",\"version\":2",
        "\"deal\":\"YJW-D0001\",\"version\":4",
    );
    assert!(err.contains("line 392: /body/version"), "{err}");
    let missing = run(&["ledger", "nowhere.jsonl"]);
    assert_eq!((missing.status, missing.out.as_str()), (1, ""));
}

#[test]
fn unknown_kinds_are_counted_and_told() {
    let file =
        record("ledger-unknown", |text| text.replace("\"kind\":\"target\"", "\"kind\":\"goal\""));
    let done = run(&["ledger", &file, "--lang", "zh"]);
    assert_eq!(done.status, 0);
    assert!(done.out.contains("不认识的种类没有计入：“goal” 151 行"), "{}", done.out);
    assert!(!run(&["ledger", YEAR, "--lang", "zh"]).out.contains("不认识"));
}

#[test]
fn a_statement_is_a_page_to_print_and_a_table_for_a_spreadsheet() {
    let to = folder("ledger-page");
    for (lang, title, buyer) in
        [("zh", "对账单", "客户确认"), ("en", "Statement of account", "Confirmed by")]
    {
        let (page, csv) = (to.join("statement.html"), to.join("statement.csv"));
        let args = ["ledger", YEAR, "--deal", "YJW-D0006", "--lang", lang];
        let done = run(&[&args[..], &["--html", arg(&page), "--csv", arg(&csv)]].concat());
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        let html = fs::read_to_string(&page).unwrap();
        well_formed(&html);
        for text in [title, buyer, "5-3-401", "6,886,902.45", "size: A4"] {
            assert!(html.contains(text), "{lang}: {text}");
        }
        assert!(!html.contains("<script") && !html.contains("http://"));
        let text = fs::read_to_string(&csv).unwrap();
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
                .records()
                .map(Result::unwrap)
                .collect();
        let sum = |at: usize| {
            rows.iter().map(|row| row[at].replace('.', "").parse::<i64>().unwrap()).sum::<i64>()
        };
        assert_eq!(sum(6) - sum(7), -1_429_870, "{lang}: what is charged less what came in");
    }
    let summary = to.join("summary.html");
    assert_eq!(run(&["ledger", YEAR, "--lang", "zh", "--html", arg(&summary)]).status, 0);
    well_formed(&fs::read_to_string(&summary).unwrap());
}

#[test]
fn the_journal_balances_and_its_csv_can_be_imported() {
    let journal = ["ledger", "journal", YEAR, "--from", "2026-11-01", "--to", "2026-11-30"];
    let done = run(&[&journal[..], &["--lang", "zh", "--width", "120"]].concat());
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    assert!(done.out.contains("，平衡"), "{}", done.out);
    let csv = run(&[&journal[..], &["--format", "csv", "--lang", "en"]].concat());
    let mut reader = csv::Reader::from_reader(csv.out.trim_start_matches('\u{feff}').as_bytes());
    let (mut debit, mut credit) = (0, 0);
    for row in reader.records().map(Result::unwrap) {
        assert!(row[0].starts_with("2026-11-"), "{row:?}");
        debit += row[6].replace('.', "").parse::<i64>().unwrap();
        credit += row[7].replace('.', "").parse::<i64>().unwrap();
    }
    assert!(debit > 0 && debit == credit);
    // Homes were handed over in December: there is revenue then.
    let december = run(&["ledger", "journal", YEAR, "--format", "csv", "--lang", "zh"]);
    assert!(december.out.contains("主营业务收入"), "no revenue");
}

#[test]
fn numbers_that_are_missing_are_found() {
    let whole = run(&["ledger", "vouchers", YEAR, "--lang", "zh"]);
    assert_eq!((whole.status, whole.err.as_str()), (0, ""), "{}", whole.out);
    let file = record("ledger-vouchers", |text| {
        let is_gone = |line: &&str| {
            line.contains("\"number\":\"YJW-R0014\"") || line.contains("\"number\":\"YJW-R0015\"")
        };
        text.lines().filter(|line| !is_gone(line)).collect::<Vec<_>>().join("\n")
    });
    let gaps = run(&["ledger", "vouchers", &file, "--lang", "zh"]);
    assert_eq!(gaps.status, 3);
    assert!(gaps.out.contains("14–15"), "{}", gaps.out);
}

#[test]
fn help_has_examples_in_both_languages() {
    for (lang, words) in [
        ("zh", ["示例：", "退出码：", "--as-known"]),
        ("en", ["Examples:", "Exit status:", "--as-known"]),
    ] {
        let help = run(&["ledger", "--help", "--lang", lang]);
        assert_eq!(help.status, 0);
        for word in words {
            assert!(help.out.contains(word), "{lang}: {word}\n{}", help.out);
        }
        for part in ["journal", "vouchers"] {
            let help = run(&["ledger", part, "--help", "--lang", lang]);
            assert!(help.out.contains(words[0]), "{lang} {part}: {}", help.out);
        }
    }
    assert_eq!(run(&["ledger"]).status, 2);
    assert_eq!(run(&["ledger", YEAR, "--deal", "A", "--unit", "B"]).status, 2);
}

const ZH: &str = "\
对账单  交易“YJW-D0006”  截至 2026-12-31
YJW-D0006  5-3-401 · 罗艳 · 合同总价 6,886,902.45 元 · 合同

应收 6,886,902.45  已收 6,886,902.45  未收 0  其中逾期 0  预收 14,298.70  应退 0

应收款（元）
  款项  到期日              应收  减免          已收  未收  逾期天数
  ──────────────────────────────────────────────────────────────────
  定金  2026-03-14       100,000             100,000
  房款  2026-03-26  6,786,902.45        6,786,902.45
  ──────────────────────────────────────────────────────────────────
  合计              6,886,902.45        6,886,902.45

明细（元；余额为正是客户所欠）
  日期        事项      摘要                                                 票据       账户          应收        收付        余额
  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  2026-03-12  收款      诚意金、刷卡、罗艳                                   YJW-R0006  监管户                  20,000     -20,000
  2026-03-14  收款      定金、银行转账、罗艳                                 YJW-R0008  监管户                  80,000    -100,000
  2026-03-14  挂账      定金、房款                                                               6,978,584               6,878,584
  2026-03-14  过账      售前款 诚意金 20,000 → 售前款 定金 20,000                                                        6,878,584
  2026-03-19  收款      楼款、银行转账、罗艳                                 YJW-R0014  监管户               6,878,584           0
  2026-03-19  签约                                                                                                               0
  2026-11-08  调整应收  房款                                                                    -91,681.55              -91,681.55
  2026-11-08  过账      预收款 楼款 91,681.55 → 应退款 面积补差款 91,681.55                                             -91,681.55
  2026-11-17  退款      面积补差款、银行转账、罗艳                           YJW-P0013  监管户              -91,681.55           0
  2026-12-17  收款      专项维修资金、刷卡、罗艳                             YJW-R0132  代收户               14,298.70  -14,298.70

在账的钱（元）
  款项                已核销       预收
  ─────────────────────────────────────
  定金               100,000
  首期款        6,786,902.45
  专项维修资金                14,298.70

账户（元）
  账户              款项               借方          贷方
  ───────────────────────────────────────────────────────
  监管账户“监管户”  诚意金           20,000
  监管账户“监管户”  定金             80,000
  监管账户“监管户”  楼款          6,878,584
  监管账户“监管户”  面积补差款                  91,681.55
  一般账户“代收户”  专项维修资金  14,298.70
  已收房款          定金                          100,000
  已收房款          首期款                   6,786,902.45
  代收费用          专项维修资金                14,298.70
";

const EN: &str = "\
Statement of account  deal \"YJW-D0006\"  as of 2026-12-31
YJW-D0006  5-3-401 · 罗艳 · contract total 6,886,902.45 yuan · contract

receivable 6,886,902.45  received 6,886,902.45  outstanding 0  of it overdue 0  paid in advance 14,298.70  due back 0

Receivables (yuan)
  item     due           receivable  waived      received  outstanding  days overdue
  ──────────────────────────────────────────────────────────────────────────────────
  Deposit  2026-03-14       100,000               100,000
  Price    2026-03-26  6,786,902.45          6,786,902.45
  ──────────────────────────────────────────────────────────────────────────────────
  total                6,886,902.45          6,886,902.45

What happened (yuan; a balance above zero is owed by the customer)
  date        what                about                                                            charged    received     balance
  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  2026-03-12  receipt             sincerity money, card, 罗艳                                                   20,000     -20,000
  2026-03-14  receipt             deposit, bank transfer, 罗艳                                                  80,000    -100,000
  2026-03-14  receivables raised  Deposit, Price                                                 6,978,584               6,878,584
  2026-03-14  entry               pre-sale money sincerity money 20,000 → pre-sale money depo…                           6,878,584
  2026-03-19  receipt             house payment, bank transfer, 罗艳                                         6,878,584           0
  2026-03-19  signing                                                                                                            0
  2026-11-08  adjustment          Price                                                         -91,681.55              -91,681.55
  2026-11-08  entry               paid in advance house payment 91,681.55 → refunds due area …                          -91,681.55
  2026-11-17  refund              area difference, bank transfer, 罗艳                                      -91,681.55           0
  2026-12-17  receipt             special maintenance fund, card, 罗艳                                       14,298.70  -14,298.70
  no room for: voucher, account

Money that is there (yuan)
  item                           applied  in advance
  ──────────────────────────────────────────────────
  deposit                        100,000
  down payment              6,786,902.45
  special maintenance fund                 14,298.70

Accounts (yuan)
  account                      item                          debit        credit
  ──────────────────────────────────────────────────────────────────────────────
  supervised account \"监管户\"  sincerity money              20,000
  supervised account \"监管户\"  deposit                      80,000
  supervised account \"监管户\"  house payment             6,878,584
  supervised account \"监管户\"  area difference                         91,681.55
  ordinary account \"代收户\"    special maintenance fund  14,298.70
  house money                  deposit                                   100,000
  house money                  down payment                         6,786,902.45
  collected fees               special maintenance fund                14,298.70
";
