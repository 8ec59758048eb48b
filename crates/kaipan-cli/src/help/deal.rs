//! What stands below the help of `kaipan deal` and its parts, in Chinese and English.

/// Below that of `kaipan deal`.
pub(super) const DEAL: [&str; 2] = [
    "\
剧本是 JSON（可写注释）：“units”（房间）、“plans”（付款方式）、“known”（许可证“permits”、销售条件
“status”、房企规定“policy”、客户资料“people”等），以及按时间排列的“steps”。每一步写“at”（时间）、
“by”（经办人）、“roles”（岗位）、“do”（动作）、“draft”（单据内容）；之前收到的款写“received”，这一步起
知道的情况写“known”，已有的审批写“approvals”；“unit”“deal”不写时同上一步。动作与“deal.decide”相同，见
“docs/lifecycle.md”。被拒绝的步骤不改变任何状态，缺的条件逐条列出。

示例：
  kaipan deal examples/deals/presale.json
  kaipan deal examples/deals/completed.json --lang zh
  kaipan deal examples/deals/presale.json --at 2026-09-06
  kaipan deal examples/deals/presale.json --at 2026-09-12T09:00 --role sales_manager
  kaipan deal examples/deals/presale.json --at 2026-09-02T09:40 --format slip
  kaipan deal examples/deals/presale.json --format json | jq .next

退出码：
  0  各步都办成了
  1  出错
  2  用法有误
  3  有步骤被拒绝",
    "\
A script is JSON, with comments if you like: \"units\", \"plans\" (payment), \"known\" (\"permits\",
\"status\" of the sale, \"policy\" of the house, \"people\" and more), and \"steps\" in the order of time. A
step has \"at\", \"by\", \"roles\", \"do\" (the action) and \"draft\" (what it is done with); money that came
in before is \"received\", what is known from now on \"known\", approvals on record \"approvals\". \"unit\"
and \"deal\" are those of the step before if they are left out. Actions are those of deal.decide, see
docs/lifecycle.md. A step that is refused changes nothing; all that is lacking is shown.

Examples:
  kaipan deal examples/deals/presale.json
  kaipan deal examples/deals/completed.json --lang zh
  kaipan deal examples/deals/presale.json --at 2026-09-06
  kaipan deal examples/deals/presale.json --at 2026-09-12T09:00 --role sales_manager
  kaipan deal examples/deals/presale.json --at 2026-09-02T09:40 --format slip
  kaipan deal examples/deals/presale.json --format json | jq .next

Exit status:
  0  every step is done
  1  an error
  2  usage
  3  a step is refused",
];

/// Below that of `kaipan deal area`.
pub(super) const DEAL_AREA: [&str; 2] = [
    "\
文件是“deal.settle_area”的请求（可写注释）：“contract”（合同）、“survey”（测绘成果），以及“choice”（退房与否）、
“policy”（补差规则）、“fees”（税费）等。没有“policy”时按商品房销售管理办法第二十条。

示例：
  kaipan deal area examples/areas/settlement.json
  kaipan deal area examples/areas/settlement.json --format json | jq .money

退出码：
  0  已算出
  1  出错
  2  用法有误
  3  有违规提示",
    "\
The file is a request of deal.settle_area, with comments if you like: \"contract\", \"survey\", and
\"choice\" (to quit or not), \"policy\" (how areas are settled), \"fees\" and more. Without \"policy\" it is
Art. 20 of the Measures for the Sale of Commodity Housing.

Examples:
  kaipan deal area examples/areas/settlement.json
  kaipan deal area examples/areas/settlement.json --format json | jq .money

Exit status:
  0  it is settled
  1  an error
  2  usage
  3  a violation is told",
];

/// Below that of `kaipan deal services`.
pub(super) const DEAL_SERVICES: [&str; 2] = [
    "\
文件是“service.due”的请求（可写注释）：“today”（日期）、“services”（各项事务，附其交易的“dates”），以及
“ahead_days”（提前几天列出）、“definitions”（自定步骤）等。先列客户事务流程表，再列到期、逾期的步骤和待办。

示例：
  kaipan deal services examples/services/due.json
  kaipan deal services examples/services/due.json --on 2026-10-12
  kaipan deal services examples/services/due.json --format json | jq .sheet

退出码：
  0  已列出，有无逾期都一样
  1  出错
  2  用法有误",
    "\
The file is a request of service.due, with comments if you like: \"today\", \"services\" (each with the
\"dates\" of its deal), and \"ahead_days\", \"definitions\" (steps of your own) and more. First comes the
sheet, a line for each step; then the steps and to-dos that are due or overdue.

Examples:
  kaipan deal services examples/services/due.json
  kaipan deal services examples/services/due.json --on 2026-10-12
  kaipan deal services examples/services/due.json --format json | jq .sheet

Exit status:
  0  it is listed, whatever is overdue
  1  an error
  2  usage",
];
