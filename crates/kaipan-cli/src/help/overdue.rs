//! What stands below the help of `kaipan overdue` and its parts, in Chinese and English.

/// Below that of `kaipan overdue`.
pub(super) const OVERDUE: [&str; 2] = [
    "\
销售记录每行一件事，写法同“examples/yunjing-bay/year”。应收、收款、核销由台账得出；欠款、逾期天数、违约金、
解除权都是该日的结果，与何时查询无关。政策文件（JSON，可写注释）：“late_fee”（违约金）、“termination”（解除权）、
“demands”（催告）、“waivers”（减免）、“buckets”（账龄分段）、“dunning”（催款计划）、“records”（已做的催款）、
“forecast”（回款概率）、“seller”（落款）等，写法同各操作；没写的按规则手册的默认值，屏幕上会注明。

示例：
  kaipan overdue examples/yunjing-bay/year/small.jsonl --on 2026-07-31
  kaipan overdue examples/yunjing-bay/year/small.jsonl --policy examples/yunjing-bay/year/overdue.json --html overdue.html
  kaipan overdue examples/yunjing-bay/year/small.jsonl --on 2026-07-31 --by deal --csv overdue.csv
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --ahead 7
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --months 3 --compare
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --on 2026-07-31

退出码：
  0  已列出，有无逾期都一样
  1  出错
  2  用法有误",
    "\
A record of sales is JSON Lines, written as in examples/yunjing-bay/year. Receivables, receipts and
allocations come from the ledger; what is owed, days, late fees and rights to end contracts are those of the
day, whenever they are asked for. The policy is a JSON file, with comments if you like: \"late_fee\",
\"termination\", \"demands\", \"waivers\", \"buckets\", \"dunning\" (the steps), \"records\" (steps that were taken),
\"forecast\" (probabilities), \"seller\" (who signs) and more, as the operations take them; what it leaves
out is as in the handbook, and the screen says so.

Examples:
  kaipan overdue examples/yunjing-bay/year/small.jsonl --on 2026-07-31
  kaipan overdue examples/yunjing-bay/year/small.jsonl --policy examples/yunjing-bay/year/overdue.json --html overdue.html
  kaipan overdue examples/yunjing-bay/year/small.jsonl --on 2026-07-31 --by deal --csv overdue.csv
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --ahead 7
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --months 3 --compare
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --on 2026-07-31

Exit status:
  0  it is listed, whatever is overdue
  1  an error
  2  usage",
];

/// Below that of `kaipan overdue tasks`.
pub(super) const TASKS: [&str; 2] = [
    "\
款项、签约、签约后事务和各种期限，按置业顾问、到期日排列。单据和事务按该日日终的状态。

示例：
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --on 2026-08-31
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --ahead 3
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --csv tasks.csv",
    "\
Money, signing, services after it, and deadlines, by agent and day. Documents and services are as they were
at the end of the day.

Examples:
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --on 2026-08-31
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --ahead 3
  kaipan overdue tasks examples/yunjing-bay/year/small.jsonl --csv tasks.csv",
];

/// Below that of `kaipan overdue forecast`.
pub(super) const FORECAST: [&str; 2] = [
    "\
从该日的次日起，到几个月后的月末。“--compare”按该日日终所知作预测，与记录中的实际回款比较。

示例：
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --months 6
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --months 3 --compare
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --csv forecast.csv",
    "\
From the day after, up to the end of a month. With --compare the forecast is made by what was known at the
end of the day, and what came in since stands beside it.

Examples:
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --months 6
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --months 3 --compare
  kaipan overdue forecast examples/yunjing-bay/year/small.jsonl --on 2026-08-31 --csv forecast.csv",
];

/// Below that of `kaipan overdue letters`.
pub(super) const LETTERS: [&str; 2] = [
    "\
“letters.html”：催款函、律师函、催签合同函，一封一页，可直接打印；“messages.csv”：短信和电话内容。
后面的步骤已到的，前面的不再发；承诺付款未到期的，等到期再发；已做的催款写在政策文件的“records”里。

示例：
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --on 2026-07-31
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --step lawyers_letter
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --lang en",
    "\
letters.html has the letters, lawyer's letters and reminders to sign, each on a page of A4 of its own;
messages.csv what is sent to phones or said on them. A step that a later one takes over is not taken, a buyer
who has promised to pay is waited for, and steps that were taken stand in \"records\" of the policy.

Examples:
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --on 2026-07-31
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --step lawyers_letter
  kaipan overdue letters examples/yunjing-bay/year/small.jsonl arrears --lang en",
];
