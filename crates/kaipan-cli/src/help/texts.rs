//! What stands below the options in the help, in Chinese and English.

/// Below the help of the program.
pub(super) const PROGRAM: [&str; 2] = [
    "\
示例：
  kaipan price examples/songfeng-mingyue
  kaipan price examples/yunjing-bay --building 1 --building 2 --lang zh
  kaipan price examples/songfeng-mingyue --explain 6栋-1802
  kaipan price examples/yunjing-bay --output prices.xlsx
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04
  kaipan call pricing.table < request.json
  kaipan schema pricing.table

退出码：
  0  完成
  1  出错
  2  用法有误
  3  结果有违规

退出码为 3 时结果照常输出；“kaipan price --strict”有“注意”也返回 3。",
    "\
Examples:
  kaipan price examples/songfeng-mingyue
  kaipan price examples/yunjing-bay --building 1 --building 2 --lang zh
  kaipan price examples/songfeng-mingyue --explain 6栋-1802
  kaipan price examples/yunjing-bay --output prices.xlsx
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04
  kaipan call pricing.table < request.json
  kaipan schema pricing.table

Exit status:
  0  done
  1  error
  2  usage
  3  violations found

With 3 the result is printed all the same; \"kaipan price --strict\" gives 3 for warnings too.",
];

/// Below that of `kaipan init`.
pub(super) const INIT: [&str; 2] = [
    "\
在文件夹里写出“project.json”（项目、定价方案、目标和规则）、“units.csv”（房源表）和“sales.json”（折扣、
付款方式、贷款、税费），每一处附说明。
给了“--from”，房源来自自己的表，楼栋、户位等也从中填好。

示例：
  kaipan init 示例花园
  kaipan init 示例花园 --from 房源.xlsx",
    "\
Writes project.json (project, pricing schemes, targets and rules), units.csv (the homes) and sales.json
(discounts, ways to pay, loans, fees), all explained. With --from the homes come from your own list, and buildings and lines are filled in from it.

Examples:
  kaipan init sample
  kaipan init sample --from homes.xlsx",
];

/// Below that of `kaipan price`.
pub(super) const PRICE: [&str; 2] = [
    "\
项目是含“project.json”（“pricing.table”的请求）和“units.csv”（或“.xlsx”“.xls”“.ods”）的文件夹，或单个 JSON 文件，或一个房源表：旁边有“project.json”就按它定价，没有就显示表中的表价。

示例：
  kaipan price examples/songfeng-mingyue
  kaipan price examples/songfeng-mingyue --target-average 51000
  kaipan price examples/songfeng-mingyue --floor-rate 92%
  kaipan price examples/yunjing-bay --target-average 39000 --target 2
  kaipan price examples/songfeng-mingyue --explain 6栋-1802 --explain 7栋-1801
  kaipan price examples/yunjing-bay --building 7 --width 160
  kaipan price examples/yunjing-bay --in-force
  kaipan price examples/yunjing-bay --compare examples/yunjing-bay/units.csv
  kaipan price examples/yunjing-bay --format json | jq .summaries
  kaipan price examples/yunjing-bay --output 价格表.xlsx --date 2026-07-04
  kaipan price examples/songfeng-mingyue --output prices.html

“--output”的工作簿有封面、每栋一张价格表、房源表（一房一行，可再读入）、方案和检查结果；隐藏的
“kaipan”表存着项目，工作簿据此可以重新定价。

退出码：
  0  没有违规
  1  出错，没有价格
  2  用法有误
  3  有价格但有违规，不能照用；加“--strict”时有“注意”也是 3",
    "\
PROJECT is a folder with project.json (a request of pricing.table) and units.csv (or .xlsx, .xls, .ods),
one JSON file, or a spreadsheet of units: it is priced by the project.json beside it, or shown at the
list prices that it holds.

Examples:
  kaipan price examples/songfeng-mingyue
  kaipan price examples/songfeng-mingyue --target-average 51000
  kaipan price examples/songfeng-mingyue --floor-rate 92%
  kaipan price examples/yunjing-bay --target-average 39000 --target 2
  kaipan price examples/songfeng-mingyue --explain 6栋-1802 --explain 7栋-1801
  kaipan price examples/yunjing-bay --building 7 --width 160
  kaipan price examples/yunjing-bay --in-force
  kaipan price examples/yunjing-bay --compare examples/yunjing-bay/units.csv
  kaipan price examples/yunjing-bay --format json | jq .summaries
  kaipan price examples/yunjing-bay --output prices.xlsx --date 2026-07-04
  kaipan price examples/songfeng-mingyue --output prices.html

The workbook of --output has a cover, a price plan a building, the list of the homes (a row each,
which can be read again), the schemes and the findings; a hidden sheet holds the project,
so that the workbook can be priced again.

Exit status:
  0  no violations
  1  an error, no prices
  2  usage
  3  prices with violations: they must not be used as they are; with --strict, or warnings",
];

/// Below that of `kaipan adjust`.
pub(super) const ADJUST: [&str; 2] = [
    "\
由现行表价生成价格单，列出新旧价格、合计和违规，写入项目文件夹的“bills/0001.json”（草稿）。每套房按
为它定价的方案取整：住宅取整单价的仍取整单价，按套定价的商铺仍取整总价。交易中的房间保留原价。

百分数就是百分数：2% 写作“2”或“2%”，“0.02”是万分之二，会提示。

价格表是工作簿（“.xlsx”“.xls”“.ods”）或“.csv”：一列“房号”，一列“新单价”“新价”或“新总价”（可带“（万元）”），可有
“新底价”；也认“表价”“单价”“总价”等列名，并会说明取了哪一列；多个工作表时用“--sheet”指明。

示例（“项目”是项目文件夹的副本）：
  kaipan adjust 项目 --percent 2 --effective 2026-09-04 --reason 二次开盘
  kaipan adjust 项目 --percent 2 --building 1 --floor 10-18 --effective 2026-09-04 --dry-run
  kaipan adjust 项目 --amount -150 --layout 三房两厅两卫 --effective 2026-09-04
  kaipan adjust 项目 --average 39000 --building 9 --effective 2026-09-04 --homes
  kaipan adjust 项目 --percent 2 --building 1 --also percent=-1,building=3 --effective 2026-09-04
  kaipan adjust 项目 --prices new.xlsx --sheet 二稿 --effective 2026-09-04
  kaipan adjust 项目 --percent 2 --effective 2026-09-04 --dry-run --output 调价.html
  kaipan adjust 项目 --percent 2 --effective 2026-09-04 --format json
  kaipan adjust 项目 --scheme GC-1 --effective 2026-09-04
  kaipan bill submit 项目 1 --by 张三

退出码：
  0  完成
  1  出错，没有价格单
  2  用法有误
  3  价格单已生成，但有违规",
    "\
Makes a price bill from the list prices in force, shows before and after, totals and violations, and
writes it as a draft to bills/0001.json in the folder of the project. Every home is rounded as the
scheme that prices it says: homes keep their rounding of unit prices, shops priced per unit that of
their totals. Homes in a deal keep their price.

A percent is a percent: 2 % is 2 or 2%; 0.02 is two hundredths of a percent, and that is told.

A price list is a spreadsheet (xlsx, xls, ods, CSV) with a column \"unit_no\", one of
\"new_unit_price\", \"new_price\" or \"new_total\", and perhaps \"new_floor_price\"; the titles of list
prices are understood too, and which columns were taken is told. --sheet names one of several sheets.

Examples (DIR is a copy of the folder of a project):
  kaipan adjust DIR --percent 2 --effective 2026-09-04 --reason \"second opening\"
  kaipan adjust DIR --percent 2 --building 1 --floor 10-18 --effective 2026-09-04 --dry-run
  kaipan adjust DIR --amount -150 --building 3 --effective 2026-09-04
  kaipan adjust DIR --average 39000 --building 9 --effective 2026-09-04 --homes
  kaipan adjust DIR --percent 2 --building 1 --also percent=-1,building=3 --effective 2026-09-04
  kaipan adjust DIR --prices new.xlsx --sheet draft --effective 2026-09-04
  kaipan adjust DIR --percent 2 --effective 2026-09-04 --dry-run --output bill.html
  kaipan adjust DIR --percent 2 --effective 2026-09-04 --format json
  kaipan adjust DIR --scheme GC-1 --effective 2026-09-04
  kaipan bill submit DIR 1 --by Zhang

Exit status:
  0  done
  1  an error, no bill
  2  usage
  3  the bill is made, but prices break rules",
];

/// Below that of `kaipan bill`.
pub(super) const BILL: [&str; 2] = [
    "\
价格单的一生：草稿 → 待审批 → 已审批 → 已执行。待审批的可以撤回或驳回，执行前都可以作废。执行时
按新价格改写项目的房源文件，历史留在价格单里；单内房间的现价若已变动，不能执行。
房源在工作簿里时，改由“units.csv”接替，原工作簿改名保留。

批准和驳回可凭审批单：用“--approval”给出，或放在项目文件夹的“approvals/0001.json”；审批单须已有相应结论。
后一步的日期不能早于前一步。

示例（“项目”是项目文件夹的副本）：
  kaipan bill list 项目
  kaipan bill show 项目 1 --homes
  kaipan bill show 项目 1 --output bill.xlsx
  kaipan bill show 项目 1 --output bill.html
  kaipan bill list 项目 --format json
  kaipan bill submit 项目 1 --by 张三
  kaipan bill approve 项目 1 --by 李四
  kaipan bill approve 项目 1 --approval 审批单.json
  kaipan bill execute 项目 1 --by 王五 --on 2026-09-04
  kaipan bill void 项目 1 --reason 价格表有误",
    "\
The life of a bill: draft, pending approval, approved, executed. A pending bill can be withdrawn or
rejected, and until it is executed any can be voided. Execution writes the new prices into the units
of the project, and the history stays in the bill; a bill is not executed on prices that have
changed since it was made. Where the units stand in a workbook, units.csv takes its place, and the
workbook is kept under another name.

A bill may be approved or rejected by a request for approval: given by --approval, or kept as
approvals/0001.json in the folder of the project; it must have been decided so. No step is dated before
the one that it follows.

Examples (DIR is a copy of the folder of a project):
  kaipan bill list DIR
  kaipan bill show DIR 1 --homes
  kaipan bill show DIR 1 --output bill.xlsx
  kaipan bill show DIR 1 --output bill.html
  kaipan bill list DIR --format json
  kaipan bill submit DIR 1 --by Zhang
  kaipan bill approve DIR 1 --by Li
  kaipan bill approve DIR 1 --approval request.json
  kaipan bill execute DIR 1 --by Wang --on 2026-09-04
  kaipan bill void DIR 1 --reason \"wrong list\"",
];

/// Below that of `kaipan quote`.
pub(super) const QUOTE: [&str; 2] = [
    "\
项目是“kaipan price”的项目文件夹，另含“sales.json”（销售政策），还可以有“case.json”
（签约天数、工程节点日期、楼栋情况）。

优惠写编码；需要议定数值的写成“编码=数值”。数值的写法随优惠的类型而定；有两种读法的
（“5%”、“0.5折”）不予接受，并说明各自的写法。
  打折：“98折”、“9.8折”、“98%”、“0.98”、“2点”、“减2点”
  减点：“2”、“1.5点”、“2%”、“98折”、“减2点”
  总价优惠、一口价、赠送、抵扣：“20000”、“20,000元”、“2万”
  单价优惠、一口价（单价）：“200”、“200元/㎡”
金额可带“万”“元”，单价可带“元/㎡”，例如“--loan 80万”。

优惠超过政策规定的界限（未规定的为 30%）时，置业计划只是草稿；核对无误后加“--yes”确认。

示例：
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04 --best --html q.html
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan ZH --date 2026-07-04 --fund-loan 80万
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04 --discount TP=1点
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan YCX --plan AJ --date 2026-07-04
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --compare --date 2026-07-04 --lang zh
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --format json | jq .schedule",
    "\
PROJECT is the folder of kaipan price with sales.json (the sales policies) and, if there is one,
case.json (days until signing, dates of construction, facts about the buildings).

A discount is a code, or CODE=VALUE where its value is agreed. What VALUE may be depends on the kind
of the discount; what can be read in two ways (\"5%\", \"0.5折\") is refused, with how to write each.
  rate paid: \"98折\", \"9.8折\", \"98%\", \"0.98\", \"2点\", \"减2点\"
  points off: \"2\", \"1.5点\", \"2%\", \"98折\", \"减2点\"
  total off, fixed price, gift, deposit counts as: \"20000\", \"20,000元\", \"2万\"
  off per m², price per m²: \"200\", \"200元/㎡\"
An amount may have \"万\" and \"元\", a price per m² also \"元/㎡\": \"--loan 80万\".

A discount that takes more than the policies allow unseen (30 % where they do not say) makes the
quote a draft, until it is confirmed with --yes.

Examples:
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04 --best --html q.html
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan ZH --date 2026-07-04 --fund-loan 80万
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04 --discount TP=1点
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan YCX --plan AJ --date 2026-07-04
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --compare --date 2026-07-04 --lang zh
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --format json | jq .schedule",
];

/// Below that of `kaipan customer match`.
pub(super) const CUSTOMER_MATCH: [&str; 2] = [
    "\
名单是表格文件或 CSV，一行为栏目名（上面可有标题）：“姓名”，以及“电话”“证件号”“会员卡号”中至少一栏；还可以有“编号”“证件类型”“出生日期”
“录入时间”“会员级别”“会籍地”“城市”。一格可写几个号码，用顿号或斜线隔开。没有“录入时间”时以行的
先后为准，合并时保留最早的一行。

示例：
  kaipan customer match customers.xlsx
  kaipan customer match customers.csv
  kaipan customer match customers.csv --show-full
  kaipan customer match customers.csv --format json | jq .groups

退出码：
  0  没有同一客户，最多是疑似
  1  出错
  2  用法有误
  3  有同一客户录入了不止一次",
    "\
The list is a spreadsheet or CSV; a row, below a title if there is one, names the columns: \"name\", and at least one of \"phone\", \"paper\" and \"member card\";
\"id\", \"paper kind\", \"birth date\", \"recorded at\", \"member level\", \"member home\" and \"city\" are
read too. A cell may hold several numbers, with a stroke or a semicolon between them. Without \"recorded
at\" the order of the rows counts; merging keeps the oldest row.

Examples:
  kaipan customer match customers.xlsx
  kaipan customer match customers.csv
  kaipan customer match customers.csv --show-full
  kaipan customer match customers.csv --format json | jq .groups

Exit status:
  0  nobody is there twice for sure
  1  an error
  2  usage
  3  somebody is there more than once",
];

/// Below that of `kaipan call`.
pub(super) const CALL: [&str; 2] = [
    "\
示例：
  kaipan call pricing.table < request.json
  kaipan call pricing.net_to_list --file request.json
  kaipan call pricing.check --lines < requests.jsonl > responses.jsonl

出错时标准输出为 JSON “{\"error\": …}”，退出码 1（用“--lines”时为 0）。",
    "\
Examples:
  kaipan call pricing.table < request.json
  kaipan call pricing.net_to_list --file request.json
  kaipan call pricing.check --lines < requests.jsonl > responses.jsonl

An error is the JSON {\"error\": …} on standard output, with exit status 1 (0 with --lines).",
];
