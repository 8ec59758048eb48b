//! The table as a document, in both languages.

use super::{Covered, Status};
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "\
# What was asked for, and what serves it (需求覆盖表)

Written by `cargo xtask docs` from [requirements.tsv](requirements.tsv), which quotes what users of
sales systems for new homes asked for, and [coverage.tsv](coverage.tsv), which is checked: every
operation, type, vector, test and file named here exists. Add a line's operations, types and proof
there with the code that serves it.

由 `cargo xtask docs` 根据 [requirements.tsv](requirements.tsv)（引用售楼系统用户提出的需求）和
[coverage.tsv](coverage.tsv) 生成，并逐项核对：所列操作、类型、测试用例、测试和文件都确实存在。

| word | 中文 | meaning | 含义 |
|---|---|---|---|
| served | 已实现 | all of it is there and proved | 全部实现，并有证明 |
| part | 部分实现 | the note says what is lacking | 备注写明还缺什么 |
| open | 未实现 | not yet there | 尚未实现 |
| host | 宿主程序 | the host program does it, on what the library gives | 由宿主程序用本库的结果完成 |
| out | 范围之外 | outside this library | 不属于本库 |

";

/// The document.
pub(crate) fn text(covered: &[Covered]) -> String {
    let mut text = HEAD.to_owned();
    let all = [Status::Served, Status::Part, Status::Open, Status::Host, Status::Out];
    let counted = all.map(|status| {
        let count = covered.iter().filter(|one| one.claim.status == status).count();
        let [zh, en] = words(status);
        (format!("{zh} {count}"), format!("{count} {en}"))
    });
    let (zh, en): (Vec<String>, Vec<String>) = counted.into_iter().unzip();
    let count = covered.len();
    let _ =
        writeln!(text, "{count} rows: {}.\n\n共 {count} 项：{}。\n", en.join(", "), zh.join("，"));
    text.push_str("| id 编号 | asked for 需求 | status 状态 | served by 由何实现 | proof 证明 | note 备注 |\n");
    text.push_str("|---|---|---|---|---|---|\n");
    for one in covered {
        line(&mut text, one);
    }
    text
}

fn line(text: &mut String, Covered { requirement, claim }: &Covered) {
    let [zh, en] = words(claim.status);
    let names = claim.operations.iter().chain(&claim.types).map(|name| format!("`{name}`"));
    let proof = claim.proof.iter().map(|name| format!("`{}`", shown(name)));
    let note = match claim.note_en.as_str() {
        "" => String::new(),
        note => format!("{note}<br>{}", claim.note_zh),
    };
    let cells = [
        requirement.id.clone(),
        format!("{}<br>{}", requirement.feature, requirement.quote),
        format!("{en} {zh}"),
        names.collect::<Vec<_>>().join(", "),
        proof.collect::<Vec<_>>().join(", "),
        note,
    ];
    let cells = cells.map(|cell| cell.replace('|', "\\|"));
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// A test without the way to its file, which the table has.
fn shown(proof: &str) -> String {
    match proof.split_once("::") {
        Some((file, test)) => {
            let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
            format!("{stem}::{test}")
        }
        None => proof.to_owned(),
    }
}

const fn words(status: Status) -> [&'static str; 2] {
    match status {
        Status::Served => ["已实现", "served"],
        Status::Part => ["部分实现", "part"],
        Status::Open => ["未实现", "open"],
        Status::Host => ["宿主程序", "host"],
        Status::Out => ["范围之外", "out"],
    }
}
