//! What stands below the help of `kaipan ledger` and its parts.

/// Below that of `kaipan ledger`.
pub(super) const LEDGER: [&str; 2] = [
    "\
文件是销售记录，每行一个 JSON，是一件事：“kind”说明是什么，“body”是内容。“deal”“service”“area_settlement”是
各流的事件，“entry”“receipt”“payment”是分录、收款和付款，“fees”是交易的税费（“deal”和“sheet”），“ledger”是
“ledger.post”的一条命令（减免、红冲等）；写法见“examples/yunjing-bay/year”。程序按行记账：认购、签约的付款计划
挂应收，面积补差挂应收或减应收，收款核销，退房终止；没有记账的逐行列出原因和改正办法。

不选交易、客户或房间，就是整个项目的汇总：各款项的应收、已收、未收、预收、应退，和合计为零的账户余额。
“--format xml”供系统间交换，XML 的结构见“docs/ledger.xsd”。

示例：
  kaipan ledger examples/yunjing-bay/year/small.jsonl
  kaipan ledger examples/yunjing-bay/year/small.jsonl --deal YJW-D0006 --html statement.html
  kaipan ledger examples/yunjing-bay/year/small.jsonl --customer YJW-C0021 --on 2026-06-30
  kaipan ledger examples/yunjing-bay/year/small.jsonl --unit 5-3-401 --as-known 2026-11-08
  kaipan ledger examples/yunjing-bay/year/small.jsonl --deal YJW-D0006 --format xml
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --from 2026-11-01 --to 2026-11-30
  kaipan ledger vouchers examples/yunjing-bay/year/small.jsonl

退出码：
  0  全部记账
  1  出错
  2  用法有误
  3  有没记上账的，结果照样给出",
    "\
The file is a record of sales (JSON Lines): one event or fact a line, \"kind\" says what it is and
\"body\" what it says. \"deal\", \"service\" and \"area_settlement\" are events of streams; \"entry\",
\"receipt\" and \"payment\" are entries and money in and out; \"fees\" are the fees of a deal (\"deal\" and
\"sheet\"), \"ledger\" is a command of ledger.post, such as a waiver or a reversal. All of it is written as
in examples/yunjing-bay/year. The program posts line by line: plans of subscriptions and contracts
become receivable, settlements of areas add to that or take off, receipts are allocated, quits end the
deal. What is not posted is listed with its line, why, and how to mend it.

Without a deal, a customer or a unit it is the whole project: receivable, received, outstanding, in
advance and due back of every item, and the accounts, which come to zero. --format xml is for programs
that exchange it; the schema of XML is docs/ledger.xsd.

Examples:
  kaipan ledger examples/yunjing-bay/year/small.jsonl
  kaipan ledger examples/yunjing-bay/year/small.jsonl --deal YJW-D0006 --html statement.html
  kaipan ledger examples/yunjing-bay/year/small.jsonl --customer YJW-C0021 --on 2026-06-30
  kaipan ledger examples/yunjing-bay/year/small.jsonl --unit 5-3-401 --as-known 2026-11-08
  kaipan ledger examples/yunjing-bay/year/small.jsonl --deal YJW-D0006 --format xml
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --from 2026-11-01 --to 2026-11-30
  kaipan ledger vouchers examples/yunjing-bay/year/small.jsonl

Exit status:
  0  all of it is posted
  1  an error
  2  usage
  3  something is not posted; the result is given all the same",
];

/// Below that of `kaipan ledger journal`.
pub(super) const LEDGER_JOURNAL: [&str; 2] = [
    "\
科目和开关默认用“ledger.journal_preset”的，由本单位会计核对；表格先列试算平衡表，再列前 40 条分录。

示例：
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --from 2026-11-01 --to 2026-11-30
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --csv journal.csv
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --format json | jq .trial

退出码：
  0  全部记账
  1  出错
  2  用法有误
  3  有没记上账的，结果照样给出",
    "\
Accounts and switches are those of ledger.journal_preset if no mapping is given; the house's accountant
checks them. First comes the trial balance, then the first 40 lines.

Examples:
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --from 2026-11-01 --to 2026-11-30
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --csv journal.csv
  kaipan ledger journal examples/yunjing-bay/year/small.jsonl --format json | jq .trial

Exit status:
  0  all of it is posted
  1  an error
  2  usage
  3  something is not posted; the result is given all the same",
];

/// Below that of `kaipan ledger vouchers`.
pub(super) const LEDGER_VOUCHERS: [&str; 2] = [
    "\
票据号按开头的文字分组，从记录里最小的号查起。

示例：
  kaipan ledger vouchers examples/yunjing-bay/year/small.jsonl

退出码：
  0  没有断号
  1  出错
  2  用法有误
  3  有断号或重号",
    "\
Numbers are taken together by what they begin with, from the lowest of the record on.

Examples:
  kaipan ledger vouchers examples/yunjing-bay/year/small.jsonl

Exit status:
  0  nothing is missing
  1  an error
  2  usage
  3  numbers are missing or given twice",
];
