//! `kaipan quote` on the sample project.

#![allow(missing_docs)]

mod common;

use common::{Run, YUNJING, folder, kaipan, root, run, well_formed};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// A day on which the sample's policies are in force.
const DAY: &str = "2026-07-04";

fn quote(args: &[&str]) -> Run {
    run(&[&["quote", YUNJING, "--date", DAY], args].concat())
}

fn json_of(args: &[&str]) -> Value {
    let run = quote(&[args, &["--format", "json"]].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&run.out).unwrap()
}

fn fen(value: &Value) -> i64 {
    value.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// The sheet that these arguments write.
fn sheet(name: &str, project: &str, args: &[&str]) -> String {
    let file = folder(&format!("sheet-{name}")).join("quote.html");
    let html = file.display().to_string();
    let run = run(&[&["quote", project, "--date", DAY, "--html", &html], args].concat());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    assert!(run.out.contains("quote.html"), "{}", run.out);
    fs::read_to_string(file).unwrap()
}

/// A copy of the sample project with other policies, and perhaps another project.json.
fn project(name: &str, change: impl FnOnce(&mut Value, &mut Value)) -> PathBuf {
    let (from, to) = (root().join(YUNJING), folder(name));
    let read = |file: &str| -> Value {
        serde_json::from_str(&fs::read_to_string(from.join(file)).unwrap()).unwrap()
    };
    let (mut sales, mut project) = (read("sales.json"), read("project.json"));
    change(&mut sales, &mut project);
    fs::write(to.join("sales.json"), sales.to_string()).unwrap();
    fs::write(to.join("project.json"), project.to_string()).unwrap();
    for file in ["units.csv", "case.json"] {
        fs::copy(from.join(file), to.join(file)).unwrap();
    }
    to
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_mortgage_quote_holds_every_part() {
    let args = ["--unit", "1-1-1001", "--plan", "AJ", "--discount", "QY", "--discount", "JT"];
    let zh = quote(&[&args[..], &["--lang", "zh"]].concat());
    assert_eq!((zh.status, zh.err.as_str()), (0, ""));
    for text in [
        "云璟湾 · 置业计划",
        "建筑面积 128.13 ㎡ · 套内 100.19 ㎡",
        "报价 2026-07-04 · 约定签约 2026-07-11",
        // 5,306,888 × 99 % × 99 % × 99 %, to the yuan.
        "成交总价  5,149,268 元 · 40,187.84 元/㎡",
        "贷款付款99折*按时签约99折*加推优惠减1点",
        "人民币伍佰壹拾肆万玖仟贰佰陆拾捌元整",
        // 70 % rounded down to 10,000; the rest is the down payment, less the deposit.
        "首期款    2026-07-11*  1,449,268",
        "商业贷款  2026-08-25*  3,600,000  69.91%  签约后 45 天",
        // 3.1 % for 360 months, to the fen.
        "15,372.59",
        "1,934,132.61",
        // 1 % of the price without VAT.
        "47,240.99",
        "无需审批",
        "“按时签约”逾期即取消",
        "销售政策 YJW-2026 版本 2026-07",
    ] {
        assert!(zh.out.contains(text), "{text}: {}", zh.out);
    }
    assert!(!zh.out.contains('\u{1b}'), "no colours without a terminal");
    let en = quote(&args);
    for text in ["Deal price", "on-time signing 99%", "45 days after signing", "none is needed"] {
        assert!(en.out.contains(text), "{text}: {}", en.out);
    }
}

#[test]
fn json_is_the_answer_of_the_operation_and_adds_up() {
    let quote = json_of(&["--unit", "5-1-101", "--plan", "ZH", "--best", "--with", "P-B1-001"]);
    let lines = quote["schedule"]["lines"].as_array().unwrap();
    let in_price = lines.iter().filter(|line| line["in_price"] == true);
    let total: i64 = in_price.map(|line| fen(&line["amount"])).sum();
    assert_eq!(total, fen(&quote["contract_total"]));
    let deal = fen(&quote["price"]["deal_total"]);
    assert_eq!(total, deal + 23_600_000, "the parking space is part of the contract");
    assert_eq!(quote["loans"].as_array().unwrap().len(), 2);
    let rows = json_of(&["--unit", "1-1-1001", "--compare"]);
    assert_eq!(rows["rows"].as_array().unwrap().len(), 5);
}

#[test]
fn terms_are_held_to_the_law_of_the_day() {
    let args = ["quote", YUNJING, "--unit", "1-1-1001", "--plan", "ZH", "--months", "480"];
    let before = run(&[&args[..], &["--date", "2026-08-27", "--lang", "en"]].concat());
    assert_eq!(before.status, 1);
    assert!(before.err.contains("the commercial loan for a home runs 480 months"));
    assert!(before.err.contains("where: --months"), "{}", before.err);
    // From the next day on banks may lend for 40 years; the fund does not.
    let after = [&args[..], &["--date", "2026-08-28", "--lang", "en"]].concat();
    let fund = run(&after);
    assert_eq!(fund.status, 1);
    assert!(fund.err.contains("the provident fund loan for a home runs 480 months"));
    assert!(!fund.err.contains("commercial loan"), "{}", fund.err);
    let both = run(&[&after[..], &["--fund-months", "360"]].concat());
    assert_eq!(both.status, 0, "{}", both.err);
    let fund = run(&[&after[..], &["--fund-months", "361"]].concat());
    assert!(fund.err.contains("where: --fund-months"), "{}", fund.err);
}

#[test]
fn options_reach_the_core() {
    let args = ["--unit", "1-1-1001", "--plan", "ZH", "--loan", "200万", "--fund-loan", "1000000"];
    let more = ["--months", "240", "--method", "equal-principal", "--signing", "2026-07-20"];
    let quote = json_of(&[&args[..], &more].concat());
    let loans = quote["loans"].as_array().unwrap();
    let of = |field: &str| loans.iter().map(|loan| loan[field].clone()).collect::<Vec<Value>>();
    assert_eq!(of("principal"), ["1000000.00", "2000000.00"]);
    assert_eq!(of("months"), [240, 240]);
    assert_eq!(of("repayment"), ["equal_principal", "equal_principal"]);
    let down = &quote["schedule"]["lines"][1];
    assert_eq!(down["due"], "2026-07-20");

    let member = json_of(&["--unit", "1-1-1001", "--plan", "AJ", "--best", "--member", "钻石"]);
    let applied = |quote: &Value| -> Vec<String> {
        let all = quote["price"]["applied"].as_array().unwrap();
        all.iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    assert!(applied(&member).contains(&"HY".to_owned()));
    let referred = json_of(&["--unit", "1-1-1001", "--plan", "AJ", "--best", "--referrer", "王"]);
    assert!(applied(&referred).contains(&"LDX".to_owned()));
    let campaign = ["--unit", "1-1-1001", "--plan", "AJ", "--best", "--campaign", "SX2026"];
    assert!(applied(&json_of(&campaign)).contains(&"SX".to_owned()));
    let group = ["--unit", "1-1-1001", "--plan", "AJ", "--best", "--group", "10"];
    assert!(applied(&json_of(&group)).contains(&"TG".to_owned()));
    let employee = ["--unit", "1-1-1001", "--plan", "AJ", "--discount", "YG", "--employee"];
    let approval = &json_of(&employee)["price"]["approval"];
    assert_eq!(approval["role"], "总部", "4 % off the scheme, and below the floor price");

    let second = json_of(&["--unit", "5-1-101", "--plan", "YCX", "--home-count", "2"]);
    let deed = &second["fees"]["lines"][0];
    assert_eq!((deed["code"].as_str(), deed["value"].as_str()), (Some("deed_tax"), Some("0.02")));

    let named = json_of(&["--unit", "1-1-1001", "--plan", "一次性付款", "--discount", "TP=1点"]);
    // However it is typed, it is the same home, plan and discount.
    let typed =
        ["--unit", "\u{feff}１－1–1001 ", "--plan", "　一次性付款", "--discount", "ＴＰ＝1点"];
    assert_eq!(json_of(&typed), named);
    assert_eq!(named["plan"]["code"], "YCX");
    assert_eq!(applied(&named), ["FK-YCX", "TP"]);
    assert_eq!(named["price"]["applied"][1]["value"]["off"], "0.01");
    assert_eq!(named["price"]["approval"]["role"], "置业顾问");
}

#[test]
fn a_unit_without_a_list_price_is_priced_by_its_scheme() {
    let run = quote(&["--unit", "9-1-701", "--plan", "GJJ", "--lang", "zh"]);
    let at = |text: &str| run.out.find(text).unwrap_or_else(|| panic!("{text}: {}", run.out));
    assert!(at("表价的由来") < at("反推基准价"));
    assert!(at("反推基准价") < at("按定价方案"));
    assert!(run.out.contains("quote.unit_state"), "not on sale: {}", run.out);
    let priced = common::run(&["price", YUNJING, "--explain", "9-1-701", "--lang", "zh"]);
    assert!(priced.out.contains("4,950,827 元") && run.out.contains("4,950,827"));
    let own = quote(&["--unit", "1-1-1001", "--plan", "AJ", "--lang", "zh"]);
    assert!(!own.out.contains("表价的由来"), "the price in force is not the scheme's");
}

#[test]
fn choices_stand_side_by_side_with_the_lowest_marked() {
    let all = quote(&["--unit", "1-1-1001", "--compare", "--best"]);
    assert_eq!((all.status, all.err.as_str()), (0, ""));
    // Names as long as these do not fit beside each other: the table comes in parts.
    let lines = |start: &str| {
        let found = all.out.lines().filter(|line| line.starts_with(start));
        found.collect::<Vec<&str>>().join("")
    };
    assert!(lines("contract total").contains("5,071,249*"), "{}", all.out);
    assert!(lines("first month").contains("5,204.42*"), "only plans with a loan count");
    assert_eq!(lines("first month").matches('*').count(), 1);
    assert!(all.out.contains("discounted at 3% a year"));
    let percent = quote(&["--unit", "1-1-1001", "--compare", "--annual-rate", "0.3"]);
    assert!(percent.out.contains("pricing.unusual_value"), "{}", percent.out);
    let other = quote(&["--unit", "1-1-1001", "--compare", "--annual-rate", "0.05"]);
    assert!(other.out.contains("discounted at 5% a year"));

    let args = ["--plan", "YCX", "--plan", "AJ", "--discount", "FK-YCX", "--lang", "zh"];
    let two = quote(&[&["--unit", "1-1-1001"], &args[..]].concat());
    assert_eq!(two.status, 0, "{}", two.err);
    assert!(two.out.contains("不能采用：商业按揭七成"), "{}", two.out);
    assert!(two.out.contains("discount.plan"));
}

#[test]
fn what_is_missing_or_wrong_is_said_with_its_place() {
    let zh = quote(&["--unit", "1-1-1001", "--lang", "zh"]);
    assert_eq!((zh.status, zh.out.as_str()), (2, ""));
    for text in ["没有选择付款方式", "--compare", "YCX  一次性付款", "ZH   组合贷款"]
    {
        assert!(zh.err.contains(text), "{text}: {}", zh.err);
    }
    let en = quote(&["--unit", "1-1-1001"]);
    assert!(en.err.contains("AJ   Mortgage, 70 %"), "{}", en.err);

    let fails = |args: &[&str], texts: &[&str]| {
        let run = quote(args);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{args:?}");
        for text in texts {
            assert!(run.err.contains(text), "{text}: {}", run.err);
        }
    };
    fails(
        &["--unit", "1-1-10001", "--plan", "AJ", "--with", "P-B1-0001"],
        &["where: --unit", "did you mean \"1-1-1001\"?", "1 more", "--with", "P-B1-001"],
    );
    fails(
        &["--unit", "1-1-1001", "--plan", "aj", "--discount", "qy"],
        &["where: --plan", "did you mean \"AJ\"?", "--discount qy", "did you mean \"QY\"?"],
    );
    fails(
        &["--unit", "1-1-1001", "--plan", "按揭", "--discount", "老带"],
        &["did you mean \"商业按揭七成\"?", "did you mean \"老带新\"?"],
    );
    let far = quote(&["--unit", "1-1-1001", "--plan", "XK", "--discount", "77"]);
    assert!(far.err.contains("--discount 77") && !far.err.contains("did you mean"), "{}", far.err);
    fails(
        &["--unit", "1-1-1001", "--plan", "AJ", "--signing", "2026-07-01"],
        &["error [quote.signing_early]", "where: --signing"],
    );
    fails(
        &["--unit", "1-1-1001", "--plan", "AJ", "--fund-loan", "50万"],
        &["where: --fund-loan", "no provident fund loan"],
    );
    fails(
        &["--unit", "1-1-1001", "--plan", "AJ", "--discount", "TP=much"],
        &["where: --discount TP", "98折"],
    );
    fails(
        &["--unit", "1-1-1001", "--plan", "AJ", "--html", "/no/such/folder/q.html"],
        &["cannot write the file /no/such/folder/q.html"],
    );
    let late =
        run(&["quote", YUNJING, "--unit", "1-1-1001", "--plan", "AJ", "--date", "2027-07-04"]);
    assert!(late.err.contains("yunjing-bay/sales.json") && late.err.contains("2026-12-31"));
    let usage = quote(&["--unit", "1-1-1001", "--plan", "AJ", "--signing", "2026-02-30"]);
    assert_eq!(usage.status, 2);
    let english = usage.err.contains("is not a date") && !usage.err.contains("不是日期");
    assert!(english, "{}", usage.err);
    let none = run(&["quote", common::SONGFENG, "--unit", "6栋-1802", "--plan", "AJ"]);
    assert_eq!(none.status, 1);
    assert!(none.err.contains("songfeng-mingyue/sales.json"), "{}", none.err);
    assert!(none.err.contains("examples/yunjing-bay/sales.json"), "{}", none.err);
}

#[test]
fn faults_of_the_files_name_the_file_and_the_field() {
    let broken = project("quote-broken", |sales, _| {
        sales["plans"][2]["commercial"]["plase"] = json!("10000");
    });
    let run = run(&["quote", path(&broken), "--unit", "1-1-1001", "--plan", "AJ"]);
    assert_eq!(run.status, 1);
    for text in ["sales.json line 1, column ", ": /plans/2/commercial", "plase", "place"] {
        assert!(run.err.contains(text), "{text}: {}", run.err);
    }
    let case = project("quote-broken-case", |_, _| {});
    fs::write(case.join("case.json"), r#"{"signing_day": 7}"#).unwrap();
    let run = common::run(&["quote", path(&case), "--unit", "1-1-1001", "--plan", "AJ"]);
    assert!(run.err.contains("case.json") && run.err.contains("signing_days"), "{}", run.err);
}

#[test]
fn without_a_date_it_is_today_and_says_so() {
    let open = project("quote-open", |sales, _| {
        for policy in [&["valid_from", "valid_to"][..], &[]].concat() {
            sales.as_object_mut().unwrap().remove(policy);
            sales["discounts"].as_object_mut().unwrap().remove(policy);
        }
    });
    let args = ["quote", path(&open), "--unit", "1-1-1001", "--plan", "YCX"];
    let run = run(&args);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("(today in China)"), "{}", run.out);
    assert!(!quote(&["--unit", "1-1-1001", "--plan", "YCX"]).out.contains("today in China"));
}

#[test]
fn no_line_is_wider_than_asked_for() {
    let cases: [&[&str]; 5] = [
        &["--unit", "1-1-1001", "--plan", "AJ", "--best"],
        &["--unit", "5-1-101", "--plan", "ZH", "--with", "P-B1-001", "--discount", "TP=3点"],
        &["--unit", "7-1-101", "--plan", "FQ"],
        &["--unit", "9-1-701", "--plan", "GJJ"],
        &["--unit", "1-1-1001", "--compare", "--discount", "FK-YCX"],
    ];
    for case in cases {
        for lang in ["zh", "en"] {
            for width in ["40", "100"] {
                let run = quote(&[case, &["--lang", lang, "--width", width]].concat());
                let most: usize = width.parse().unwrap();
                assert!(run.out.lines().count() > 20, "{case:?}");
                for line in run.out.lines() {
                    assert!(
                        line.width() <= most,
                        "{case:?} {lang}: {} > {most}\n{line}",
                        line.width()
                    );
                }
            }
        }
    }
}

#[test]
fn colours_only_when_wanted() {
    let with = |color: &str| {
        let args = ["quote", YUNJING, "--date", DAY, "--unit", "1-1-1001", "--plan", "AJ"];
        let output = kaipan().args(args).args(["--color", color]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(with("always").contains("\u{1b}[1m"));
    assert!(!with("never").contains('\u{1b}'));
}

#[test]
fn sheets_are_whole_and_keep_to_themselves() {
    let cases: [(&str, &[&str]); 6] = [
        ("mortgage", &["--unit", "1-1-1001", "--plan", "AJ", "--best"]),
        ("instalments", &["--unit", "7-1-101", "--plan", "FQ", "--best"]),
        ("lump", &["--unit", "1-1-3104", "--plan", "YCX", "--discount", "TJ"]),
        ("fund", &["--unit", "9-1-701", "--plan", "GJJ"]),
        ("two", &["--unit", "5-1-101", "--plan", "ZH", "--best", "--with", "P-B1-001"]),
        ("compared", &["--unit", "1-1-1001", "--compare"]),
    ];
    for (name, args) in cases {
        for lang in ["zh", "en"] {
            let html =
                sheet(&format!("{name}-{lang}"), YUNJING, &[args, &["--lang", lang]].concat());
            well_formed(&html);
            let lower = html.to_lowercase();
            for banned in ["<script", "http://", "https://", "url(", "src=", "href=", "@import"] {
                assert!(!lower.contains(banned), "{name} {lang}: {banned}");
            }
            assert!(html.len() < 40_000, "{name} {lang}: {} bytes", html.len());
            assert!(html.contains("size: A4"));
        }
    }
}

#[test]
fn the_sheet_says_what_the_buyer_needs_and_nothing_else() {
    let args = ["--unit", "1-1-1001", "--plan", "AJ", "--discount", "QY", "--discount", "JT"];
    let html = sheet("buyer", YUNJING, &[&args[..], &["--lang", "zh"]].concat());
    for text in [
        "<html lang=\"zh-CN\">",
        "5,149,268",
        "人民币伍佰壹拾肆万玖仟贰佰陆拾捌元整",
        "15,372.59",
        "1,449,268",
        "3,600,000",
        "47,240.99",
        "有效期至",
        "以在 2026-07-11 前（含当日）签约为条件",
        "均以合同为准",
        "客户签字",
        "云城银行",
        "示例售许字(2026)第001号",
        "role=\"img\"",
        "第 1 年本金 73,915.43 元、利息 110,555.65 元",
    ] {
        assert!(html.contains(text), "{text}");
    }
    // A bar a year, in two parts.
    assert_eq!(html.matches("<rect").count(), 60);
    // Floor price and authority are inside matters.
    for text in ["39,380", "39380", "底价", "权限", "草稿"] {
        assert!(!html.contains(text), "{text}");
    }
    // The column of the price adds up: list total, discounts, rounding, deal total.
    let column = html.split("<section>").nth(1).unwrap();
    let cells = column.split("<td class=\"n\">").skip(1);
    let cells: Vec<i64> = cells
        .map(|cell| cell.split('<').next().unwrap())
        .map(|cell| cell.replace([',', '.', '+'], "").replace('−', "-").parse().unwrap())
        .collect();
    let (total, parts) = cells.split_last().unwrap();
    assert_eq!(parts.iter().sum::<i64>(), *total);
    assert_eq!(*total, 514_926_800);

    let en = sheet("buyer-en", YUNJING, &args);
    for text in ["<html lang=\"en\">", "Purchase plan", "On-time signing", "the contract alone"] {
        assert!(en.contains(text), "{text}");
    }
}

#[test]
fn a_price_that_may_not_be_used_makes_a_draft() {
    let args = ["--unit", "1-1-1001", "--plan", "YCX", "--best", "--discount", "TP=3点"];
    let html = sheet("draft", YUNJING, &[&args[..], &["--lang", "zh"]].concat());
    assert!(html.contains("草稿") && html.contains("须经总部审批"), "{html}");
    assert!(!html.contains("底价"));
}

#[test]
fn a_comparison_hides_nothing_that_a_quote_says() {
    let args = ["--unit", "1-1-1001", "--plan", "YCX", "--plan", "GJJ", "--lang", "zh"];
    let args = [&args[..], &["--best", "--discount", "TP=3点"]].concat();
    let run = quote(&args);
    for text in
        ["检查", "违规", "一次性付款：成交价", "[pricing.below_floor]", "须由总部审批", "经理特批"]
    {
        assert!(run.out.contains(text), "{text}: {}", run.out);
    }
    let about_both = run.out.lines().filter(|line| line.contains("[discount.conditional]"));
    assert_eq!(about_both.count(), 1, "what is about every plan is said once: {}", run.out);
    let html = sheet("compared-draft", YUNJING, &args);
    for text in ["class=\"draft\"", "价格未通过内部检查", "须经总部审批", "经理特批"]
    {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains("底价"));
    let clean = ["--unit", "1-1-1001", "--plan", "YCX", "--plan", "AJ", "--lang", "zh"];
    let run = quote(&clean);
    assert!(run.out.contains("无需审批") && !run.out.contains("违规"), "{}", run.out);
    assert!(!sheet("compared-clean", YUNJING, &clean).contains("class=\"draft\""));
}

#[test]
fn a_unit_that_is_taken_makes_a_draft() {
    let own = ["--unit", "1-1-204", "--plan", "AJ", "--lang", "zh"];
    let with = ["--unit", "1-1-1001", "--with", "1-1-204", "--plan", "AJ", "--lang", "zh"];
    let compared = ["--unit", "1-1-204", "--plan", "AJ", "--plan", "YCX", "--lang", "zh"];
    for (name, args) in [("own", &own[..]), ("with", &with), ("compared", &compared)] {
        let run = quote(args);
        let said = "房间“1-1-204”现在是“签约”，不是在售 [quote.unit_state]";
        assert!(run.out.contains(said), "{name}: {}", run.out);
        let html = sheet(&format!("taken-{name}"), YUNJING, args);
        assert!(html.contains("草稿：房源不在售"), "{name}");
    }
}

#[test]
fn a_discount_that_was_asked_for_and_not_given_is_explained() {
    let args = ["--unit", "1-1-1001", "--plan", "AJ", "--best", "--employee"];
    let asked = ["--discount", "SX", "--campaign", "SX2026", "--discount", "YG", "--lang", "zh"];
    let run = quote(&[&args[..], &asked].concat());
    let at = run.out.find("未享受“盛夏购房节”").unwrap_or_else(|| panic!("{}", run.out));
    let rest = &run.out[at..];
    assert!(rest.contains("[discount.not_with]\n    → 只选其一"), "{rest}");
}

#[test]
fn a_loan_rate_is_said_with_its_spread() {
    let args = ["--unit", "1-1-1001", "--plan", "AJ"];
    for (lang, text) in [
        ("zh", "5 年期以上 LPR 3.5% − 40 个基点 = 3.1%"),
        ("en", "five-year LPR 3.5% − 40 basis points = 3.1%"),
    ] {
        let args = [&args[..], &["--lang", lang]].concat();
        let out = quote(&args).out;
        let words: Vec<&str> = out.split_whitespace().collect();
        assert!(words.join(" ").contains(text), "{out}");
        assert!(sheet(&format!("spread-{lang}"), YUNJING, &args).contains(text), "{text}");
    }
}

#[test]
fn data_cannot_become_markup() {
    let evil = "<script>alert('x')</script>\"&\u{1b}";
    let named = project("quote-evil", |sales, project| {
        project["project"]["name"] = json!(evil);
        project["project"]["project_company"] = json!(evil);
        sales["plans"][2]["name"] = json!(evil);
        sales["plans"][2]["name_en"] = json!(evil);
        sales["plans"][2]["lines"][0]["name"] = json!(evil);
        sales["plans"][2]["commercial"]["bank"] = json!(evil);
        sales["discounts"]["discounts"][1]["name"] = json!(evil);
        sales["fees"]["rules"][0]["name"] = json!(evil);
        sales["version"] = json!(evil);
    });
    for (name, args) in [("one", &["--plan", "AJ"][..]), ("many", &["--compare"])] {
        let args = [&["--unit", "1-1-1001", "--lang", "zh"], args].concat();
        let html = sheet(&format!("evil-{name}"), path(&named), &args);
        well_formed(&html);
        assert!(!html.to_lowercase().contains("<script") && !html.contains('\u{1b}'));
        assert!(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"));
    }
    let run = run(&["quote", path(&named), "--unit", "1-1-1001", "--plan", "AJ", "--date", DAY]);
    assert!(!run.out.contains('\u{1b}'), "{}", run.out);
}

#[test]
fn twelve_instalments_and_a_parking_space() {
    let long = project("quote-long", |sales, _| {
        let line = |at: u32| {
            json!({ "name": format!("第 {at} 期"), "name_en": format!("Instalment {at}"),
                "amount": if at == 12 { json!({ "kind": "remainder" }) }
                    else { json!({ "kind": "ratio", "ratio": "0.08" }) },
                "anchor": { "kind": "signing_date" }, "months": at - 1,
                "deduct_deposit": at == 1 })
        };
        sales["plans"][1]["lines"] = (1..=12).map(line).collect();
    });
    let args = ["--unit", "7-1-101", "--plan", "FQ", "--with", "P-B1-001", "--best"];
    for lang in ["zh", "en"] {
        let html =
            sheet(&format!("long-{lang}"), path(&long), &[&args[..], &["--lang", lang]].concat());
        well_formed(&html);
        let last = if lang == "zh" { "签约后 11 个月" } else { "11 months after signing" };
        assert!(html.contains(last) && html.contains("P-B1-001"), "{html}");
    }
}

#[test]
fn signing_without_a_date_hides_nothing() {
    let undated = project("undated", |_, _| ());
    let case: Value = serde_json::from_str(&fs::read_to_string(undated.join("case.json")).unwrap())
        .map(|mut case: Value| {
            case.as_object_mut().unwrap().remove("signing_days");
            case
        })
        .unwrap();
    fs::write(undated.join("case.json"), case.to_string()).unwrap();
    let at = |args: &[&str]| run(&[&["quote", path(&undated), "--date", DAY], args].concat());
    let args = ["--unit", "1-1-1001", "--plan", "AJ", "--lang", "zh"];
    let dated = json_of(&args);
    let html = folder("undated-sheet").join("q.html");
    let run = at(&[&args[..], &["--html", path(&html)]].concat());
    // 100,000 of deposit and the down payment at signing, as with a date.
    assert_eq!(dated["first_cash"], "1583819.00");
    assert!(run.out.contains("签约前需付  1,583,819 元"), "{}", run.out);
    assert!(fs::read_to_string(html).unwrap().contains("签约日未定"));
    let rows = at(&["--unit", "1-1-1001", "--compare", "--lang", "zh"]);
    assert_eq!(rows.status, 0, "{}", rows.err);
    let cash = rows.out.lines().find(|line| line.contains("签约前需付")).unwrap();
    assert!(!cash.contains(" 0"), "{}", rows.out);
}

#[test]
fn figures_and_approvals_can_be_read() {
    let args = ["--unit", "5-1-101", "--plan", "ZH", "--best", "--with", "P-B1-001"];
    let zh = quote(&[&args[..], &["--lang", "zh"]].concat());
    let en = quote(&args);
    for (run, none, note) in [
        (&zh, "无需审批", "中间价格显示到分，计算时不舍入"),
        (&en, "none is needed", "shown to the fen and carried exactly"),
    ] {
        // Nothing special was given: there is nothing to compare.
        assert!(run.out.lines().any(|line| line == none), "{}", run.out);
        assert!(run.out.contains(note), "{}", run.out);
    }
    let html = sheet("readable", YUNJING, &args);
    for text in [&zh.out, &en.out, &html] {
        let long = |word: &str| {
            let Some((whole, part)) = word.split_once('.') else { return false };
            let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ',');
            part.len() > 4 && digits(whole) && digits(part)
        };
        let word = text.split([' ', '\n', '<', '>', '"']).find(|word| long(word));
        assert_eq!(word, None);
    }
    let count = zh.out.matches("[fee.not_surveyed]").count();
    assert_eq!(count, 1, "what is found for both units is said once: {}", zh.out);
    let special = ["--lang", "zh", "--discount", "TP=2点"];
    let run = quote(&[&args[..], &special].concat());
    let said = "须由总部审批（方案之外再优惠 ";
    assert!(run.out.contains(said) && run.out.contains("付方案价的 9"), "{}", run.out);
    assert!(!run.out.contains("比较"), "{}", run.out);
}
