//! What stands below the help of `kaipan report` and its parts, in Chinese and English.

/// Below that of `kaipan report`.
pub(super) const REPORT: [&str; 2] = [
    "\
报表由销售记录算出：来电来访、房源与交易的事件、收款、费用、指标、组织、签约后事务，写法同“examples/yunjing-bay/year”；
记录里没有的（说明、工程节点、突发事件等）写在“--more”的文件里。屏幕上放不下的栏会注明，文件里各栏齐全。
没有的为空，以零为分母的为“—”；按岗位无权查看的注明。XML 的结构见“docs/report.xsd”。

手工表的表头写栏名（中文、英文或编码，可带单位，如“认购金额（万元）”），合计行以“合计”开头。逐格比较，数字分毫不差
才算相同；只是取舍不同的另行注明。每处差异附背后的交易和事实，标“*”的与差额相等。

示例：
  kaipan report list
  kaipan report sales_summary examples/yunjing-bay/year/small.jsonl --level building
  kaipan report agent_performance examples/yunjing-bay/year/small.jsonl --each week
  kaipan report sales_detail examples/yunjing-bay/year/small.jsonl --role sales_manager
  kaipan report all examples/yunjing-bay/year/small.jsonl --period 2026-W20 --output w.xlsx
  kaipan report sales_summary examples/yunjing-bay/year/small.jsonl --compare hand.xlsx
  kaipan report calendar --from 2026-06-01 --to 2026-06-30

退出码：
  0  已写出；与手工表核对时，没有差异
  1  出错
  2  用法有误
  3  与手工表有差异",
    "\
Reports are made of a record of sales: calls and visits, events of homes and deals, receipts, spend, targets,
organisation, services, written as in examples/yunjing-bay/year. What the record does not have (notes, nodes of
the works, exceptional events and more) stands in the file of --more. Columns for which the screen has no room
are named; files have all of them. What is absent is empty, a ratio by zero is \"—\", and what a role may not see
says so. The schema of XML is docs/report.xsd.

A table by hand has titles of columns (Chinese, English or keys, with units if you like, such as \"认购金额（万元）\")
over its rows, and its totals in a row that begins with \"合计\" or \"total\". It is compared cell by cell: numbers are the
same only if they are exactly the same, and where one is the other rounded, that is said. Each difference comes
with the deals and facts behind it; those that are as much as the difference are marked \"*\".

Examples:
  kaipan report list
  kaipan report sales_summary examples/yunjing-bay/year/small.jsonl --level building
  kaipan report agent_performance examples/yunjing-bay/year/small.jsonl --each week
  kaipan report sales_detail examples/yunjing-bay/year/small.jsonl --role sales_manager
  kaipan report all examples/yunjing-bay/year/small.jsonl --period 2026-W20 --output w.xlsx
  kaipan report sales_summary examples/yunjing-bay/year/small.jsonl --compare hand.xlsx
  kaipan report calendar --from 2026-06-01 --to 2026-06-30

Exit status:
  0  it is written; nothing differs from a table by hand
  1  an error
  2  usage
  3  a table by hand differs",
];

/// Below that of `kaipan report calendar`.
pub(super) const CALENDAR: [&str; 2] = [
    "\
周报在周一统计上周，月报在 1 日统计上月，次日上交。

示例：
  kaipan report calendar --from 2026-06-01
  kaipan report calendar --from 2026-06-01 --to 2026-06-30",
    "\
Weekly reports are run on Monday about the week before, monthly ones on the 1st about the month before, and
each is delivered the next day.

Examples:
  kaipan report calendar --from 2026-06-01
  kaipan report calendar --from 2026-06-01 --to 2026-06-30",
];
