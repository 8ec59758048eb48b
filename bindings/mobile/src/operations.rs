//! Written by `cargo xtask docs` from the catalogue of operations; not to be edited.

use crate::call::{from_json, to_json, typed};
use crate::{Checked, KaipanError};
use kaipan_ops::{approval, channel, customer, deal, discount, fee, fund_plan, kpi, ledger, number, numbering, opportunity, organisation, overdue, ownership, payment, pricing, project, questionnaire, quote, report, service, supervision, voucher};

/// Writes an amount in words, and in "万" or "亿".
///
/// 人民币大写，以及万、亿的简写. Operation `number.in_words`.
#[uniffi::export]
pub fn number_in_words(
    request: Checked<number::InWordsRequest>,
) -> Result<number::InWordsResponse, KaipanError> {
    typed(request, |r| number::amount_in_words(&r))
}

/// Reads a discount such as "98折", "9.8折", "减2点".
///
/// 读懂 98折、9.8折、减2点 这样的折扣. Operation `number.read_discount`.
#[uniffi::export]
pub fn number_read_discount(
    request: Checked<number::ReadDiscountRequest>,
) -> Result<number::ReadDiscountResponse, KaipanError> {
    typed(request, |r| number::read_discount(&r))
}

/// Reads units from a spreadsheet or CSV text.
///
/// 从表格或 CSV 文本导入房源. Operation `project.import_units`.
#[uniffi::export]
pub fn project_import_units(
    request: Checked<project::ImportRequest>,
) -> Result<project::ImportedUnits, KaipanError> {
    typed(request, project::import_units)
}

/// Finds units by any combination of conditions.
///
/// 按任意条件组合查询房源. Operation `project.find_units`.
#[uniffi::export]
pub fn project_find_units(
    request: Checked<project::FindUnitsRequest>,
) -> Result<project::FoundUnits, KaipanError> {
    typed(request, |r| project::find_units(&r))
}

/// Prices a project by its schemes and draws up the price trial table.
///
/// 按定价方案试算整个项目，生成价格试算表. Operation `pricing.table`.
#[uniffi::export]
pub fn pricing_table(
    request: Checked<pricing::TableRequest>,
) -> Result<pricing::PriceTable, KaipanError> {
    typed(request, pricing::table)
}

/// Draws up a table of the list prices in force, without pricing anew.
///
/// 列出现行表价，不重新定价. Operation `pricing.list_prices`.
#[uniffi::export]
pub fn pricing_list_prices(
    request: Checked<pricing::ListPricesRequest>,
) -> Result<pricing::PriceTable, KaipanError> {
    typed(request, pricing::list_prices)
}

/// Solves base prices from a target average or total.
///
/// 由目标均价或总价反推基准价. Operation `pricing.solve_base`.
#[uniffi::export]
pub fn pricing_solve_base(
    request: Checked<pricing::SolveBaseRequest>,
) -> Result<pricing::SolvedBases, KaipanError> {
    typed(request, pricing::solve_base)
}

/// Turns net prices into list prices through the composite discount.
///
/// 由实收价和综合折扣算出表价. Operation `pricing.net_to_list`.
#[uniffi::export]
pub fn pricing_net_to_list(
    request: Checked<pricing::NetToListRequest>,
) -> Result<pricing::ListFromNet, KaipanError> {
    typed(request, |r| pricing::net_to_list(&r))
}

/// Makes a price bill: before and after, checks, totals.
///
/// 生成定价 / 调价单：新旧价格、校验、汇总. Operation `pricing.adjust`.
#[uniffi::export]
pub fn pricing_adjust(
    request: Checked<pricing::AdjustRequest>,
) -> Result<pricing::AdjustedPrices, KaipanError> {
    typed(request, pricing::adjust)
}

/// Moves a price bill on: submit, approve, execute, void.
///
/// 推进定价单：提交、审批、执行、作废. Operation `pricing.advance_bill`.
#[uniffi::export]
pub fn pricing_advance_bill(
    request: Checked<pricing::AdvanceBillRequest>,
) -> Result<pricing::AdvancedBill, KaipanError> {
    typed(request, pricing::advance_bill)
}

/// Sets two price tables side by side: what differs, unit by unit and in total.
///
/// 并列比较两张价格表：逐套和汇总的价差. Operation `pricing.compare`.
#[uniffi::export]
pub fn pricing_compare(
    request: Checked<pricing::ComparePricesRequest>,
) -> Result<pricing::ComparedPrices, KaipanError> {
    typed(request, |r| pricing::compare(&r))
}

/// Checks prices against floor prices, filed prices and local rules.
///
/// 按底价、备案价和地方规则检查价格. Operation `pricing.check`.
#[uniffi::export]
pub fn pricing_check(
    request: Checked<pricing::CheckRequest>,
) -> Result<pricing::PriceCheck, KaipanError> {
    typed(request, pricing::check)
}

/// Applies discounts to a list price, step by step.
///
/// 按折扣方案由表价算出成交价，逐步说明. Operation `discount.apply`.
#[uniffi::export]
pub fn discount_apply(
    request: Checked<discount::ApplyRequest>,
) -> Result<discount::DiscountOutcome, KaipanError> {
    typed(request, |r| discount::apply(&r))
}

/// Finds the cheapest admissible combination of discounts, and says why the others are out.
///
/// 找出对客户最优惠的折扣组合，并说明其余为何不用. Operation `discount.best`.
#[uniffi::export]
pub fn discount_best(
    request: Checked<discount::BestRequest>,
) -> Result<discount::BestDiscounts, KaipanError> {
    typed(request, |r| discount::best(&r))
}

/// Looks at a deal's discounts again after its plan, unit or date has changed.
///
/// 换付款方式、换房、改期后重算折扣. Operation `discount.reevaluate`.
#[uniffi::export]
pub fn discount_reevaluate(
    request: Checked<discount::ReevaluateRequest>,
) -> Result<discount::Reevaluation, KaipanError> {
    typed(request, |r| discount::reevaluate(&r))
}

/// Finds the lowest role that may approve a price.
///
/// 按折扣权限表找出审批岗位. Operation `discount.authority`.
#[uniffi::export]
pub fn discount_authority(
    request: Checked<discount::AuthorityRequest>,
) -> Result<discount::ApprovalNeeded, KaipanError> {
    typed(request, |r| discount::authority(&r))
}

/// Makes a payment schedule: amount, due date, received and outstanding of every line.
///
/// 按付款方式生成付款计划：每期应付金额、应付日期、已收未收. Operation `payment.schedule`.
#[uniffi::export]
pub fn payment_schedule(
    request: Checked<payment::ScheduleRequest>,
) -> Result<payment::Schedule, KaipanError> {
    typed(request, |r| payment::schedule(&r))
}

/// Computes loans: monthly payment, interest, month table, changes on the way.
///
/// 计算贷款月供、利息和逐月还款表，含利率变动和提前还款. Operation `payment.loan`.
#[uniffi::export]
pub fn payment_loan(
    request: Checked<payment::loan::LoanRequest>,
) -> Result<payment::loan::LoanSheet, KaipanError> {
    typed(request, |r| payment::loan::loans(&r))
}

/// Lists the published loan rates with their sources.
///
/// 列出预设贷款利率及其来源. Operation `payment.rate_presets`.
#[uniffi::export]
pub fn payment_rate_presets(
    request: Checked<payment::loan::RatePresetsRequest>,
) -> Result<payment::loan::RatePresetsResponse, KaipanError> {
    typed(request, |r| payment::loan::rate_presets(&r))
}

/// Computes fees and taxes by their rules; what was received gets adjustments.
///
/// 按收费规则计算税费和代收费用，已收的费用生成调整. Operation `fee.compute`.
#[uniffi::export]
pub fn fee_compute(
    request: Checked<fee::FeeRequest>,
) -> Result<fee::FeeSheet, KaipanError> {
    typed(request, |r| fee::compute(&r))
}

/// Splits amounts into VAT and the rest.
///
/// 把含税金额拆为不含税金额和增值税. Operation `fee.vat_split`.
#[uniffi::export]
pub fn fee_vat_split(
    request: Checked<fee::VatRequest>,
) -> Result<fee::VatSplits, KaipanError> {
    typed(request, |r| fee::vat_split(&r))
}

/// Lists the preset fee rules with their sources.
///
/// 列出预设收费规则及其依据. Operation `fee.presets`.
#[uniffi::export]
pub fn fee_presets(
    request: Checked<fee::FeePresetsRequest>,
) -> Result<fee::FeePresetsResponse, KaipanError> {
    typed(request, |r| fee::presets(&r))
}

/// Makes a quote: discounts, payment schedule, loans, fees, cash by date.
///
/// 生成置业计划：折扣、付款计划、贷款、税费、按日期的用款. Operation `quote.make`.
#[uniffi::export]
pub fn quote_make(
    request: Checked<quote::QuoteRequest>,
) -> Result<quote::Quote, KaipanError> {
    typed(request, |r| quote::make(&r))
}

/// Sets several ways to buy side by side.
///
/// 并列比较几种购房方案. Operation `quote.compare`.
#[uniffi::export]
pub fn quote_compare(
    request: Checked<quote::CompareRequest>,
) -> Result<quote::QuoteComparison, KaipanError> {
    typed(request, |r| quote::compare(&r))
}

/// Recomputes a quote under the policies of today and says whether it still holds.
///
/// 按现行政策重算报价，看是否仍然有效. Operation `quote.validity`.
#[uniffi::export]
pub fn quote_validity(
    request: Checked<quote::ValidityRequest>,
) -> Result<quote::QuoteValidity, KaipanError> {
    typed(request, |r| quote::validity(&r))
}

/// Matches newcomers with the customers that are there: the same, suspects, reasons, namesakes.
///
/// 新客户查重：已有同一客户、疑似同一客户及理由，重名列表. Operation `customer.match`.
#[uniffi::export]
pub fn customer_match(
    request: Checked<customer::CustomerMatchRequest>,
) -> Result<customer::CustomerMatchResponse, KaipanError> {
    typed(request, |r| customer::match_newcomers(&r))
}

/// Finds who is in a list of customers more than once, and why.
///
/// 查出客户名单里重复的客户及理由. Operation `customer.duplicates`.
#[uniffi::export]
pub fn customer_duplicates(
    request: Checked<customer::CustomerDuplicatesRequest>,
) -> Result<customer::DuplicatesFound, KaipanError> {
    typed(request, |r| customer::duplicates(&r))
}

/// Merges records of one customer; the oldest id and every entry are kept.
///
/// 合并同一客户的档案，保留最早的编号和全部记录. Operation `customer.merge`.
#[uniffi::export]
pub fn customer_merge(
    request: Checked<customer::CustomerMergeRequest>,
) -> Result<customer::MergeDecision, KaipanError> {
    typed(request, |r| customer::merge(&r))
}

/// Takes a merge back, before anything else has happened.
///
/// 在发生其他事情之前撤销合并. Operation `customer.unmerge`.
#[uniffi::export]
pub fn customer_unmerge(
    request: Checked<customer::CustomerUnmergeRequest>,
) -> Result<customer::MergeDecision, KaipanError> {
    typed(request, |r| customer::unmerge(&r))
}

/// Imports the record of a member of another city instead of making another.
///
/// 引入异地会员的档案，不重复建档. Operation `customer.import_member`.
#[uniffi::export]
pub fn customer_import_member(
    request: Checked<customer::ImportMemberRequest>,
) -> Result<customer::ImportedMember, KaipanError> {
    typed(request, |r| customer::import_member(&r))
}

/// Changes a record by a request and keeps its history, or says which approval it needs.
///
/// 客户资料修改申请：修改档案并留痕，或说明需要审批. Operation `customer.change`.
#[uniffi::export]
pub fn customer_change(
    request: Checked<customer::CustomerChangeRequest>,
) -> Result<customer::ChangeDecision, KaipanError> {
    typed(request, |r| customer::change(&r))
}

/// Checks records: required fields, numbers, contradictions, families.
///
/// 检查客户档案：必填栏目、号码、矛盾之处、家庭关系. Operation `customer.check`.
#[uniffi::export]
pub fn customer_check(
    request: Checked<customer::CustomerCheckRequest>,
) -> Result<customer::CustomersChecked, KaipanError> {
    typed(request, |r| customer::check(&r))
}

/// Shares a customer with another agent, or ends that.
///
/// 与其他置业顾问共享客户，或停止共享. Operation `customer.share`.
#[uniffi::export]
pub fn customer_share(
    request: Checked<customer::CustomerShareRequest>,
) -> Result<customer::SharingDecision, KaipanError> {
    typed(request, |r| customer::share(&r))
}

/// Hands over customers, opportunities, deals and tasks of an agent who leaves.
///
/// 置业顾问离职时交接客户、机会、交易和任务. Operation `customer.hand_over`.
#[uniffi::export]
pub fn customer_hand_over(
    request: Checked<customer::CustomerHandOverRequest>,
) -> Result<customer::HandOverSheet, KaipanError> {
    typed(request, |r| customer::hand_over(&r))
}

/// Decides on a command about a customer's opportunities: follow up, open, move, win, close.
///
/// 对客户的销售机会作出处理：跟进、开立、推进、退回、成交、关闭. Operation `opportunity.decide`.
#[uniffi::export]
pub fn opportunity_decide(
    request: Checked<opportunity::OpportunityDecideRequest>,
) -> Result<opportunity::OpportunityDecision, KaipanError> {
    typed(request, |r| opportunity::decide(&r))
}

/// Looks follow-ups and opportunities over, and forecasts by stage.
///
/// 检查跟进记录和销售机会，按阶段汇总预测. Operation `opportunity.check`.
#[uniffi::export]
pub fn opportunity_check(
    request: Checked<opportunity::OpportunityCheckRequest>,
) -> Result<opportunity::OpportunityReview, KaipanError> {
    typed(request, |r| opportunity::check(&r))
}

/// Lists preset stages with gates, moves, rework and probability.
///
/// 列出预设的销售阶段：条件、去向、退回、成功几率. Operation `opportunity.stages_preset`.
#[uniffi::export]
pub fn opportunity_stages_preset(
    request: Checked<opportunity::StagesPresetRequest>,
) -> Result<opportunity::StagesPresetResponse, KaipanError> {
    typed(request, |r| opportunity::stages_preset(&r))
}

/// Lists tasks and reminders by date.
///
/// 按日期列出任务和提醒. Operation `opportunity.calendar`.
#[uniffi::export]
pub fn opportunity_calendar(
    request: Checked<opportunity::SalesCalendarRequest>,
) -> Result<opportunity::SalesCalendar, KaipanError> {
    typed(request, |r| opportunity::calendar(&r))
}

/// Lists what a customer was quoted, unit by unit.
///
/// 按房间列出给客户的历次报价. Operation `opportunity.quotations`.
#[uniffi::export]
pub fn opportunity_quotations(
    request: Checked<opportunity::QuotationsRequest>,
) -> Result<opportunity::QuotationHistory, KaipanError> {
    typed(request, |r| opportunity::quotations(&r))
}

/// Registers the intention of customers who have not bought, with conversion by grade.
///
/// 登记未成交客户的意向，按等级统计转化. Operation `opportunity.intentions`.
#[uniffi::export]
pub fn opportunity_intentions(
    request: Checked<opportunity::IntentionsRequest>,
) -> Result<opportunity::IntentionRegister, KaipanError> {
    typed(request, |r| opportunity::intentions(&r))
}

/// Decides whose customer it is: why, who else, conflict, division of the commission.
///
/// 判断客户归属：依据、其他置业顾问、撞单、佣金划分. Operation `ownership.decide`.
#[uniffi::export]
pub fn ownership_decide(
    request: Checked<ownership::OwnerRequest>,
) -> Result<ownership::OwnerDecision, KaipanError> {
    typed(request, |r| ownership::decide(&r))
}

/// Lists who must be contacted, for whom a department must name an agent, what may be reassigned, what was entered late.
///
/// 列出应联系、部门待指定、可重新分配、迟报、应补录的客户. Operation `ownership.due`.
#[uniffi::export]
pub fn ownership_due(
    request: Checked<ownership::OwnershipDueRequest>,
) -> Result<ownership::DueLists, KaipanError> {
    typed(request, |r| ownership::due(&r))
}

/// Gives a customer to a department or another agent, or decides a conflict.
///
/// 把客户分配到部门或置业顾问，或裁定撞单. Operation `ownership.change`.
#[uniffi::export]
pub fn ownership_change(
    request: Checked<ownership::OwnershipChangeRequest>,
) -> Result<ownership::OwnershipChangeDecision, KaipanError> {
    typed(request, |r| ownership::change(&r))
}

/// Audits records: late, missing, wrong, false.
///
/// 检查记录质量：迟报、漏报、错报、虚报. Operation `ownership.audit`.
#[uniffi::export]
pub fn ownership_audit(
    request: Checked<ownership::OwnershipAuditRequest>,
) -> Result<ownership::OwnershipAudit, KaipanError> {
    typed(request, |r| ownership::audit(&r))
}

/// Lists preset rules of ownership.
///
/// 列出预设的归属规则. Operation `ownership.preset`.
#[uniffi::export]
pub fn ownership_preset(
    request: Checked<ownership::OwnershipPresetRequest>,
) -> Result<ownership::OwnershipPresetResponse, KaipanError> {
    typed(request, |r| ownership::preset(&r))
}

/// Checks an organisation: circles, gaps, kinds, project companies, roles, assignments.
///
/// 检查组织架构：环、断档、类别、项目公司、岗位和任职. Operation `organisation.check`.
#[uniffi::export]
pub fn organisation_check(
    request: Checked<organisation::OrganisationCheckRequest>,
) -> Result<organisation::OrganisationCheck, KaipanError> {
    typed(request, |r| organisation::check(&r))
}

/// Says what stands above and below a node on a day, and whether it holds another.
///
/// 某日某节点的上级路径、下辖节点，以及是否管辖另一节点. Operation `organisation.scope`.
#[uniffi::export]
pub fn organisation_scope(
    request: Checked<organisation::OrganisationScopeRequest>,
) -> Result<organisation::OrganisationScope, KaipanError> {
    typed(request, |r| organisation::scope(&r))
}

/// Says which process variant counts at a node on a day.
///
/// 某日某节点适用哪个流程差异. Operation `organisation.variant`.
#[uniffi::export]
pub fn organisation_variant(
    request: Checked<organisation::ProcessVariantRequest>,
) -> Result<organisation::ProcessVariantAnswer, KaipanError> {
    typed(request, |r| organisation::variant(&r))
}

/// Says whether a person may do something somewhere on a day, and if not, what is lacking and who may.
///
/// 某人某日能否在某处做某事；不能的，缺什么、谁能. Operation `organisation.may`.
#[uniffi::export]
pub fn organisation_may(
    request: Checked<organisation::RightsRequest>,
) -> Result<organisation::RightsAnswer, KaipanError> {
    typed(request, |r| organisation::may(&r))
}

/// Lists the preset roles, what they may do, and all commands.
///
/// 列出预设的岗位、权限和操作. Operation `organisation.roles_preset`.
#[uniffi::export]
pub fn organisation_roles_preset(
    request: Checked<organisation::RolesPresetRequest>,
) -> Result<organisation::RolesPreset, KaipanError> {
    typed(request, |r| organisation::roles_preset(&r))
}

/// Finds who must approve something, by the discount authority, a process variant or a route.
///
/// 按折扣权限、流程差异或审批路线找出谁来审批. Operation `approval.route`.
#[uniffi::export]
pub fn approval_route(
    request: Checked<approval::ApprovalRouteRequest>,
) -> Result<approval::RouteFound, KaipanError> {
    typed(request, |r| approval::route(&r))
}

/// Decides a command about a request for approval: events and streams read, or a rejection.
///
/// 办理审批：提交、批准、驳回、退回、撤回、重新提交、过期. Operation `approval.decide`.
#[uniffi::export]
pub fn approval_decide(
    request: Checked<approval::ApprovalDecideRequest>,
) -> Result<approval::ApprovalDecision, KaipanError> {
    typed(request, |r| approval::decide(&r))
}

/// Makes the state of a request for approval out of its events.
///
/// 由事件重建审批单. Operation `approval.replay`.
#[uniffi::export]
pub fn approval_replay(
    request: Checked<approval::ApprovalReplayRequest>,
) -> Result<approval::ApprovalRequest, KaipanError> {
    typed(request, |r| approval::replay(&r))
}

/// Lists what waits for a person on a day, delegations included.
///
/// 列出某日等待某人办理的审批，含代签. Operation `approval.pending`.
#[uniffi::export]
pub fn approval_pending(
    request: Checked<approval::ApprovalPendingRequest>,
) -> Result<approval::PendingApprovals, KaipanError> {
    typed(request, |r| approval::pending(&r))
}

/// Lists the preset routes and the transition table of requests for approval.
///
/// 列出预设的审批路线和审批单的状态流转. Operation `approval.routes_preset`.
#[uniffi::export]
pub fn approval_routes_preset(
    request: Checked<approval::RoutesPresetRequest>,
) -> Result<approval::RoutesPreset, KaipanError> {
    typed(request, |r| approval::routes_preset(&r))
}

/// Draws the next number of a numbering rule.
///
/// 按编码规则取下一个编号. Operation `numbering.draw`.
#[uniffi::export]
pub fn numbering_draw(
    request: Checked<numbering::NumberDrawRequest>,
) -> Result<numbering::DrawnNumber, KaipanError> {
    typed(request, |r| numbering::draw(&r))
}

/// Reports numbers that are missing, void or given twice.
///
/// 检查断号、作废号和重号. Operation `numbering.gaps`.
#[uniffi::export]
pub fn numbering_gaps(
    request: Checked<numbering::NumberGapsRequest>,
) -> Result<numbering::GapReport, KaipanError> {
    typed(request, |r| numbering::gaps(&r))
}

/// Says which channel's registration protects a customer at a time; overlaps are decided by rule.
///
/// 判客：该客户此时受哪家渠道的报备保护，撞单按规则裁定. Operation `channel.protect`.
#[uniffi::export]
pub fn channel_protect(
    request: Checked<channel::ChannelProtectRequest>,
) -> Result<channel::CustomerProtection, KaipanError> {
    typed(request, |r| channel::protect(&r))
}

/// Checks registrations, allotted units and commission terms of channels, and lists what each may sell.
///
/// 检查渠道报备、房源分配和佣金条款，列出各渠道可售房源. Operation `channel.check`.
#[uniffi::export]
pub fn channel_check(
    request: Checked<channel::ChannelCheckRequest>,
) -> Result<channel::ChannelSheet, KaipanError> {
    typed(request, |r| channel::check(&r))
}

/// Says whether every question is answered that must be, and which are not.
///
/// 问卷强控：必答题是否答全，缺哪些. Operation `questionnaire.check`.
#[uniffi::export]
pub fn questionnaire_check(
    request: Checked<questionnaire::QuestionnaireCheckRequest>,
) -> Result<questionnaire::QuestionnaireGate, KaipanError> {
    typed(request, |r| questionnaire::check(&r))
}

/// Counts the answers to a questionnaire, by question and by any attribute.
///
/// 问卷统计：各题的份数、人数和比例，可按任意属性分组. Operation `questionnaire.report`.
#[uniffi::export]
pub fn questionnaire_report(
    request: Checked<questionnaire::QuestionnaireReportRequest>,
) -> Result<questionnaire::SurveyReport, KaipanError> {
    typed(request, |r| questionnaire::report(&r))
}

/// Decides a command about the stock of a unit: events, or all that is lacking.
///
/// 销控命令：放盘、收盘、销控、预留、选房确认等，可办则给出事件，不可办则说明缺什么. Operation `stock.decide`.
#[uniffi::export]
pub fn stock_decide(
    request: Checked<deal::StockDecideRequest>,
) -> Result<deal::DecisionAnswer, KaipanError> {
    typed(request, |r| deal::decide_stock(&r))
}

/// Decides one command for every unit that a selection chooses: one result a unit, and totals.
///
/// 按筛选条件成批办理销控命令，逐套给出结果和合计. Operation `stock.batch`.
#[uniffi::export]
pub fn stock_batch(
    request: Checked<deal::StockBatchRequest>,
) -> Result<deal::StockBatchResponse, KaipanError> {
    typed(request, |r| deal::decide_batch(&r))
}

/// Writes the slip that confirms a home held for a customer: the home, its price, until when.
///
/// 房号确认单：为客户保留的房源、价格、截止时间，中英文打印文本. Operation `stock.room_slip`.
#[uniffi::export]
pub fn stock_room_slip(
    request: Checked<deal::StockRoomSlipRequest>,
) -> Result<deal::RoomSlip, KaipanError> {
    typed(request, |r| deal::room_slip(&r))
}

/// Decides a command about a deal: events and entries, or all that is lacking.
///
/// 交易命令：认筹、预定、认购、签约等，可办则给出事件和款项，不可办则说明缺什么. Operation `deal.decide`.
#[uniffi::export]
pub fn deal_decide(
    request: Checked<deal::DealDecideRequest>,
) -> Result<deal::DecisionAnswer, KaipanError> {
    typed(request, |r| deal::decide(&r))
}

/// Says for every command whether it may be done now, and what is lacking.
///
/// 现在能办什么，不能办的各缺什么. Operation `deal.options`.
#[uniffi::export]
pub fn deal_options(
    request: Checked<deal::DealOptionsRequest>,
) -> Result<deal::DealOptionsResponse, KaipanError> {
    typed(request, |r| deal::options(&r))
}

/// Makes the state at any moment from histories.
///
/// 由历史事件还原任一时刻的状态. Operation `deal.replay`.
#[uniffi::export]
pub fn deal_replay(
    request: Checked<deal::DealReplayRequest>,
) -> Result<deal::DealReplayResponse, KaipanError> {
    typed(request, |r| deal::replay(&r))
}

/// Compares two moments or two histories: what differs, and who changed it when and why.
///
/// 比较两个时刻或两份历史：哪些字段不同，其间何人何时因何所改. Operation `deal.compare`.
#[uniffi::export]
pub fn deal_compare(
    request: Checked<deal::DealCompareRequest>,
) -> Result<deal::DealComparison, KaipanError> {
    typed(request, |r| deal::compare(&r))
}

/// Lists what is due and overdue: signing, what ends, questionnaires, entries, the cashier's to-dos.
///
/// 待办和逾期：签约提醒、到期、逾期未认购未签约、问卷、录入、财务待办. Operation `deal.tasks`.
#[uniffi::export]
pub fn deal_tasks(
    request: Checked<deal::DealTasksRequest>,
) -> Result<deal::DealTaskList, KaipanError> {
    typed(request, |r| deal::tasks(&r))
}

/// Says which rules hold for a unit on a day: gates, pay-out of loans, deposit contracts.
///
/// 某套房某日适用的销售规则：销售条件、放款条件、可否签定金合同. Operation `deal.rules`.
#[uniffi::export]
pub fn deal_rules(
    request: Checked<deal::DealRulesRequest>,
) -> Result<deal::SaleRulesHeld, KaipanError> {
    typed(request, |r| deal::rules(&r))
}

/// Gives the online requests of customers to agents as tasks.
///
/// 自助定房：把客户的线上请求分给置业顾问. Operation `deal.intake`.
#[uniffi::export]
pub fn deal_intake(
    request: Checked<deal::DealIntakeRequest>,
) -> Result<deal::IntakeList, KaipanError> {
    typed(request, |r| deal::intake(&r))
}

/// Settles a difference of area: what is paid or refunded, the contract total, fees and taxes after it.
///
/// 面积补差：按法定规则或合同约定算出补退金额，及合同总价、税费的变化. Operation `deal.settle_area`.
#[uniffi::export]
pub fn deal_settle_area(
    request: Checked<deal::DealSettleAreaRequest>,
) -> Result<deal::AreaSettlementSheet, KaipanError> {
    typed(request, |r| deal::settle_area(&r))
}

/// Decides a command about the settlement of a deal: submit, approve, execute, collect, void.
///
/// 补差单命令：提交、审批、执行、收付款、作废. Operation `deal.decide_area_settlement`.
#[uniffi::export]
pub fn deal_decide_area_settlement(
    request: Checked<deal::DealDecideAreaSettlementRequest>,
) -> Result<deal::AreaSettlementDecision, KaipanError> {
    typed(request, |r| deal::decide_area_settlement(&r))
}

/// Takes a whole survey: a settlement a row, or why there is none.
///
/// 成批导入测绘成果，逐行给出补差或拒绝的原因. Operation `deal.import_survey`.
#[uniffi::export]
pub fn deal_import_survey(
    request: Checked<deal::DealImportSurveyRequest>,
) -> Result<deal::ImportedSurvey, KaipanError> {
    typed(request, |r| deal::import_survey(&r))
}

/// What a change of a deal comes to in money before anyone commits it: returned, kept, moved, still to be paid.
///
/// 变更结算：退定、挞定、退房、换房、更名、变更付款方式或价格、延期，办理前先看退多少、扣多少、还差多少. Operation `deal.settle_change`.
#[uniffi::export]
pub fn deal_settle_change(
    request: Checked<deal::ChangeSettleRequest>,
) -> Result<deal::ChangeSettlement, KaipanError> {
    typed(request, |r| deal::settle_change(&r))
}

/// Decides a command about a queue in which buyers choose: lists, draws, turns.
///
/// 选房队列命令：名单截止、摇号、叫号、过号、选房等. Operation `queue.decide`.
#[uniffi::export]
pub fn queue_decide(
    request: Checked<deal::QueueDecideRequest>,
) -> Result<deal::QueueAnswer, KaipanError> {
    typed(request, |r| deal::decide_queue(&r))
}

/// Draws an order from a published list and a public seed, for anyone to compute again.
///
/// 摇号：由公布的名单和公开的种子算出顺序，任何人可复算. Operation `lottery.draw`.
#[uniffi::export]
pub fn lottery_draw(
    request: Checked<deal::lottery::LotteryDrawRequest>,
) -> Result<deal::lottery::LotteryDraw, KaipanError> {
    typed(request, |r| deal::lottery::draw(&r))
}

/// Decides a command about a service after signing: filing, loan, handover, title; or all that is lacking.
///
/// 签约后事务命令：网签备案、按揭、公积金贷款、交付、产权的步骤、分支和资料，不可办则说明缺什么. Operation `service.decide`.
#[uniffi::export]
pub fn service_decide(
    request: Checked<service::ServiceDecideRequest>,
) -> Result<service::ServiceAnswer, KaipanError> {
    typed(request, |r| service::decide(&r))
}

/// Lists steps and to-dos of services that are due or overdue, and draws up their sheet.
///
/// 到期和逾期的事务步骤与待办，以及客户事务流程表. Operation `service.due`.
#[uniffi::export]
pub fn service_due(
    request: Checked<service::ServiceDueRequest>,
) -> Result<service::ServiceDueList, KaipanError> {
    typed(request, |r| service::due(&r))
}

/// Takes a bank's list of loans that it has paid: one result a row.
///
/// 批量登记银行放款，逐行给出结果. Operation `service.disburse`.
#[uniffi::export]
pub fn service_disburse(
    request: Checked<service::ServiceDisburseRequest>,
) -> Result<service::DisbursementRuling, KaipanError> {
    typed(request, |r| service::disburse(&r))
}

/// Makes the state of a service at any moment from its history.
///
/// 由历史事件还原一项事务在任一时刻的状态. Operation `service.replay`.
#[uniffi::export]
pub fn service_replay(
    request: Checked<service::ServiceReplayRequest>,
) -> Result<service::ServiceReplayResponse, KaipanError> {
    typed(request, |r| service::replay(&r))
}

/// The days that planned days of services of a deal count from: signing, agreed handover, filing, arrival of the loan, handover.
///
/// 一笔交易的事务计划日期从哪些日期起算：签约、约定交付、备案、贷款到账、交付. Operation `service.dates`.
#[uniffi::export]
pub fn service_dates(
    request: Checked<service::ServiceDatesRequest>,
) -> Result<service::ServiceDates, KaipanError> {
    typed(request, |r| service::dates(&r))
}

/// Lists the machines of services to begin with: steps, branches, documents.
///
/// 列出各类事务的预设步骤、分支和资料清单. Operation `service.preset`.
#[uniffi::export]
pub fn service_preset(
    request: Checked<service::ServicePresetRequest>,
) -> Result<service::ServicePresetResponse, KaipanError> {
    typed(request, |r| service::preset(&r))
}

/// Decides a command about a book of vouchers: register, issue, draw, void, recover, verify, exchange; or why not.
///
/// 票据命令：登记、领用、填开、作废、回收、核销、换票，不可办则说明原因. Operation `voucher.advance`.
#[uniffi::export]
pub fn voucher_advance(
    request: Checked<voucher::VoucherAdvanceRequest>,
) -> Result<voucher::VoucherAdvanceResponse, KaipanError> {
    typed(request, |r| voucher::advance(&r))
}

/// Says where every number of books is, which were skipped, and whether every receipt has its voucher.
///
/// 票据登记簿：每个号码的去向、断号，并与收款核对. Operation `voucher.report`.
#[uniffi::export]
pub fn voucher_report(
    request: Checked<voucher::VoucherReportRequest>,
) -> Result<voucher::VoucherReportResponse, KaipanError> {
    typed(request, |r| voucher::report(&r))
}

/// Says what supervised accounts hold, must keep and may release, and which house money lies elsewhere.
///
/// 资金监管：各账户余额、应留余额、可拨付金额，以及未入监管账户的房款. Operation `supervision.check`.
#[uniffi::export]
pub fn supervision_check(
    request: Checked<supervision::SupervisionCheckRequest>,
) -> Result<supervision::SupervisionSheet, KaipanError> {
    typed(request, |r| supervision::check(&r))
}

/// Decides a release from a supervised account: never below what must be kept.
///
/// 监管资金拨付：低于应留余额的不予拨付. Operation `supervision.release`.
#[uniffi::export]
pub fn supervision_release(
    request: Checked<supervision::SupervisionReleaseRequest>,
) -> Result<supervision::SupervisedReleaseAnswer, KaipanError> {
    typed(request, |r| supervision::release(&r))
}

/// Lists the rules of supervision to begin with.
///
/// 列出预设的资金监管规则. Operation `supervision.presets`.
#[uniffi::export]
pub fn supervision_presets(
    request: Checked<supervision::SupervisionPresetsRequest>,
) -> Result<supervision::SupervisionPresetsResponse, KaipanError> {
    typed(request, |r| supervision::presets(&r))
}

/// Says what a fund plan has planned, paid, lapsed and open on a day, and what breaks it.
///
/// 资金计划：月计划、日计划、已付、失效和可用，以及违反计划之处. Operation `fund_plan.check`.
#[uniffi::export]
pub fn fund_plan_check(
    request: Checked<fund_plan::FundPlanCheckRequest>,
) -> Result<fund_plan::FundPlanSheet, KaipanError> {
    typed(request, |r| fund_plan::check(&r))
}

/// Decides an outgoing payment by the plan of its day: without an approved line nothing is paid.
///
/// 按资金计划付款：无计划、未批准、已失效或超额的不予支付. Operation `fund_plan.pay`.
#[uniffi::export]
pub fn fund_plan_pay(
    request: Checked<fund_plan::FundPlanPayRequest>,
) -> Result<fund_plan::FundPaymentAnswer, KaipanError> {
    typed(request, |r| fund_plan::pay(&r))
}

/// Posts to the ledger: receivables, receipts, allocations, transfers, refunds, reversals, fees paid on, commissions; one result a command.
///
/// 台账记账：挂账、收款、核销、转款、退款、红冲、删除、代付、佣金等，逐条给出结果. Operation `ledger.post`.
#[uniffi::export]
pub fn ledger_post(
    request: Checked<ledger::LedgerPostRequest>,
) -> Result<ledger::LedgerPostResponse, KaipanError> {
    typed(request, |r| ledger::post(&r))
}

/// Posts a list of a bank or a card terminal: one result a row.
///
/// 导入银行放款或刷卡清单，逐行给出结果. Operation `ledger.import`.
#[uniffi::export]
pub fn ledger_import(
    request: Checked<ledger::LedgerImportRequest>,
) -> Result<ledger::LedgerImportResponse, KaipanError> {
    typed(request, |r| ledger::import(&r))
}

/// Closes a period: nothing dated in it is taken from then on.
///
/// 关账：此后不再记入该期间. Operation `ledger.close`.
#[uniffi::export]
pub fn ledger_close(
    request: Checked<ledger::LedgerCloseRequest>,
) -> Result<ledger::LedgerCloseResponse, KaipanError> {
    typed(request, |r| ledger::close(&r))
}

/// Draws up the statement of account of a deal, a customer or a unit on any date, as it was known at any point.
///
/// 交易、客户或房间的对账单，可查任一日期和任一记账时点. Operation `ledger.statement`.
#[uniffi::export]
pub fn ledger_statement(
    request: Checked<ledger::LedgerStatementRequest>,
) -> Result<ledger::LedgerStatement, KaipanError> {
    typed(request, |r| ledger::statement(&r))
}

/// Sums up the ledger on any date: receivable, received, outstanding, prepaid and due back of every item, and the accounts.
///
/// 台账汇总：任一日期各款项的应收、已收、未收、预收、应退和各账户余额. Operation `ledger.summary`.
#[uniffi::export]
pub fn ledger_summary(
    request: Checked<ledger::LedgerSummaryRequest>,
) -> Result<ledger::LedgerSummary, KaipanError> {
    typed(request, |r| ledger::summary(&r))
}

/// Makes journal lines for a general ledger, with the trial balance.
///
/// 按科目对照生成总账凭证和试算平衡表. Operation `ledger.journal`.
#[uniffi::export]
pub fn ledger_journal(
    request: Checked<ledger::LedgerJournalRequest>,
) -> Result<ledger::JournalSheet, KaipanError> {
    typed(request, |r| ledger::journal(&r))
}

/// Makes receivables of a payment schedule, of fees and of a settlement of areas.
///
/// 把付款计划、税费表和面积补差变为应收款. Operation `ledger.receivables`.
#[uniffi::export]
pub fn ledger_receivables(
    request: Checked<ledger::LedgerReceivablesRequest>,
) -> Result<ledger::LedgerReceivablesResponse, KaipanError> {
    typed(request, |r| ledger::receivables(&r))
}

/// Lists accounts and switches of a journal to begin with.
///
/// 列出总账凭证的预设科目和开关. Operation `ledger.journal_preset`.
#[uniffi::export]
pub fn ledger_journal_preset(
    request: Checked<ledger::LedgerJournalPresetRequest>,
) -> Result<ledger::JournalMapping, KaipanError> {
    typed(request, |r| ledger::journal_preset(&r))
}

/// What follows for the ledger from a decision about a deal: receivables, their changes, signing, the end.
///
/// 交易事件带来的台账命令：挂账、调整、签约、终止. Operation `ledger.follow`.
#[uniffi::export]
pub fn ledger_follow(
    request: Checked<ledger::LedgerFollowRequest>,
) -> Result<ledger::LedgerFollowResponse, KaipanError> {
    typed(request, |r| ledger::follow(&r))
}

/// What follows for the ledger from an event of a service: milestones of revenue, what a bank does not lend.
///
/// 签约后事务带来的台账命令：收入节点、贷款差额. Operation `ledger.follow_service`.
#[uniffi::export]
pub fn ledger_follow_service(
    request: Checked<ledger::LedgerFollowServiceRequest>,
) -> Result<ledger::LedgerCommandsResponse, KaipanError> {
    typed(request, |r| ledger::follow_service(&r))
}

/// The receipt that a cashier's entry records, or the entry as it is.
///
/// 出纳分录对应的收款命令，不是收款的原样过账. Operation `ledger.follow_entry`.
#[uniffi::export]
pub fn ledger_follow_entry(
    request: Checked<ledger::LedgerFollowEntryRequest>,
) -> Result<ledger::LedgerFollowEntryResponse, KaipanError> {
    typed(request, |r| ledger::follow_entry(&r))
}

/// What commissions are earned and go back, and the commands for what of it the ledger does not have yet.
///
/// 佣金提成的计提与追回命令，只列台账尚未记入的. Operation `ledger.follow_commission`.
#[uniffi::export]
pub fn ledger_follow_commission(
    request: Checked<ledger::LedgerFollowCommissionRequest>,
) -> Result<ledger::LedgerFollowCommissionResponse, KaipanError> {
    typed(request, |r| ledger::follow_commission(&r))
}

/// Splits a target over parts and periods exactly, and compares it with what they report.
///
/// 指标分解：按权重把总指标精确分解到各部分和各期间，并与上报数比较. Operation `kpi.split`.
#[uniffi::export]
pub fn kpi_split(
    request: Checked<kpi::KpiSplitRequest>,
) -> Result<kpi::TargetSplit, KaipanError> {
    typed(request, |r| kpi::split(&r))
}

/// Moves targets on: report, review, approve, return, revise.
///
/// 推进销售指标：上报、审核、批准、退回、修订. Operation `kpi.advance_targets`.
#[uniffi::export]
pub fn kpi_advance_targets(
    request: Checked<kpi::KpiAdvanceTargetsRequest>,
) -> Result<kpi::AdvancedTargets, KaipanError> {
    typed(request, |r| kpi::advance_targets(&r))
}

/// Sales plans on a day: the versions in force, those that wait, and stages beside the whole.
///
/// 销售计划：某日生效的版本、待批版本，阶段与总体的差异. Operation `kpi.plans`.
#[uniffi::export]
pub fn kpi_plans(
    request: Checked<kpi::KpiPlansRequest>,
) -> Result<kpi::SalesPlanSheet, KaipanError> {
    typed(request, |r| kpi::plans(&r))
}

/// Moves a sales plan on: report, review by both sides, approve, return, revise.
///
/// 推进销售计划：上报、双方审核、批准、退回、修订. Operation `kpi.advance_plan`.
#[uniffi::export]
pub fn kpi_advance_plan(
    request: Checked<kpi::KpiAdvancePlanRequest>,
) -> Result<kpi::AdvancedPlan, KaipanError> {
    typed(request, |r| kpi::advance_plan(&r))
}

/// Moves amounts of a sales plan between the periods of a year, whose total stays.
///
/// 跨期调整销售计划，年度合计不变. Operation `kpi.rephase`.
#[uniffi::export]
pub fn kpi_rephase(
    request: Checked<kpi::KpiRephaseRequest>,
) -> Result<kpi::RephasedPlan, KaipanError> {
    typed(request, |r| kpi::rephase(&r))
}

/// The milestones of a project: reached, late, those that may not move, dates that payments hang on.
///
/// 节点计划：完成、延误，不能动的节点，付款基准日期. Operation `kpi.node_plan`.
#[uniffi::export]
pub fn kpi_node_plan(
    request: Checked<kpi::KpiNodePlanRequest>,
) -> Result<kpi::NodePlanSheet, KaipanError> {
    typed(request, |r| kpi::node_plan(&r))
}

/// Shifts a milestone, and lists the nodes, stages and instalments that move with it.
///
/// 移动节点，列出随之移动的节点、阶段和分期. Operation `kpi.shift_node`.
#[uniffi::export]
pub fn kpi_shift_node(
    request: Checked<kpi::KpiShiftNodeRequest>,
) -> Result<kpi::ShiftedNodes, KaipanError> {
    typed(request, |r| kpi::shift_node(&r))
}

/// The checklist before the sale: open, late, done, and whether units may be released.
///
/// 销售前准备：待办、逾期、完成，能否推售. Operation `kpi.checklist`.
#[uniffi::export]
pub fn kpi_checklist(
    request: Checked<kpi::KpiChecklistRequest>,
) -> Result<kpi::PreparationSheet, KaipanError> {
    typed(request, |r| kpi::checklist(&r))
}

/// Budgets: what was spent and is left, and whether an expense is within them.
///
/// 费用预算：支出、余额，支出是否超预算. Operation `kpi.budget`.
#[uniffi::export]
pub fn kpi_budget(
    request: Checked<kpi::KpiBudgetRequest>,
) -> Result<kpi::BudgetSheet, KaipanError> {
    typed(request, |r| kpi::budget(&r))
}

/// Campaigns: goals beside what they brought, budgets beside what was spent.
///
/// 市场活动：方案目标与成果、预算与费用. Operation `kpi.campaigns`.
#[uniffi::export]
pub fn kpi_campaigns(
    request: Checked<kpi::KpiCampaignsRequest>,
) -> Result<kpi::CampaignSheet, KaipanError> {
    typed(request, |r| kpi::campaigns(&r))
}

/// The age of the stock: bands, groups, and what is slow.
///
/// 库龄与滞销：分段、分组，滞销房源. Operation `kpi.stock_age`.
#[uniffi::export]
pub fn kpi_stock_age(
    request: Checked<kpi::KpiStockAgeRequest>,
) -> Result<kpi::StockAgeSheet, KaipanError> {
    typed(request, |r| kpi::stock_age(&r))
}

/// Says how far targets are reached: completion, time progress, pace, gap, what is needed each day, alerts.
///
/// 完成率：完成率、时间进度、进度差、差额、每日需完成和异常提示. Operation `kpi.completion`.
#[uniffi::export]
pub fn kpi_completion(
    request: Checked<kpi::KpiCompletionRequest>,
) -> Result<kpi::CompletionSheet, KaipanError> {
    typed(request, |r| kpi::completion(&r))
}

/// Counts facts by measures and ratios in either caliber, by period and any dimension.
///
/// 统计指标：按营销或财务口径，按期间和任意维度统计，比率保留分子分母. Operation `kpi.measure`.
#[uniffi::export]
pub fn kpi_measure(
    request: Checked<kpi::KpiMeasureRequest>,
) -> Result<kpi::MeasureTable, KaipanError> {
    typed(request, |r| kpi::measure(&r))
}

/// Lists the measures and ratios of the library as data.
///
/// 列出库内的统计指标和比率. Operation `kpi.preset`.
#[uniffi::export]
pub fn kpi_preset(
    request: Checked<kpi::KpiPresetRequest>,
) -> Result<kpi::KpiPresetResponse, KaipanError> {
    typed(request, |r| kpi::preset(&r))
}

/// Lists the events that make two figures differ, each with its reason, without a rest.
///
/// 口径差异：逐笔列出两个数字之间的差异及原因，合计归零. Operation `kpi.bridge`.
#[uniffi::export]
pub fn kpi_bridge(
    request: Checked<kpi::KpiBridgeRequest>,
) -> Result<kpi::BridgeSheet, KaipanError> {
    typed(request, |r| kpi::bridge(&r))
}

/// Says how much of a difference comes from prices, the volume and the mix of products.
///
/// 量价结构差异：价格、数量、产品结构各占多少. Operation `kpi.variance`.
#[uniffi::export]
pub fn kpi_variance(
    request: Checked<kpi::KpiVarianceRequest>,
) -> Result<kpi::VarianceSheet, KaipanError> {
    typed(request, |r| kpi::variance(&r))
}

/// Ranks figures, with shares of the total, the highest and the lowest.
///
/// 排名：并列方式、构成比、最高和最低. Operation `kpi.rank`.
#[uniffi::export]
pub fn kpi_rank(
    request: Checked<kpi::KpiRankRequest>,
) -> Result<kpi::RankSheet, KaipanError> {
    typed(request, |r| kpi::rank(&r))
}

/// Puts figures into classes A, B, C by value, with what the top holds.
///
/// 分类：少数占多数的一类、二类、三类，及前若干占比. Operation `kpi.abc`.
#[uniffi::export]
pub fn kpi_abc(
    request: Checked<kpi::KpiAbcRequest>,
) -> Result<kpi::AbcSheet, KaipanError> {
    typed(request, |r| kpi::abc(&r))
}

/// Scores persons by weights and completion, with classes.
///
/// 业绩考核：按权重和完成率计分，可分档. Operation `kpi.score`.
#[uniffi::export]
pub fn kpi_score(
    request: Checked<kpi::KpiScoreRequest>,
) -> Result<kpi::ScoreSheet, KaipanError> {
    typed(request, |r| kpi::score(&r))
}

/// Says how a figure changes: from the period and the year before, moving average, cumulative.
///
/// 趋势：环比、同比、移动平均、累计. Operation `kpi.trend`.
#[uniffi::export]
pub fn kpi_trend(
    request: Checked<kpi::KpiTrendRequest>,
) -> Result<kpi::TrendTable, KaipanError> {
    typed(request, |r| kpi::trend(&r))
}

/// Forecasts a figure by a moving average or a line, and what is on the way.
///
/// 预测：移动平均、最小二乘，及按成功几率的销售漏斗. Operation `kpi.forecast`.
#[uniffi::export]
pub fn kpi_forecast(
    request: Checked<kpi::KpiForecastRequest>,
) -> Result<kpi::ForecastSheet, KaipanError> {
    typed(request, |r| kpi::forecast(&r))
}

/// Computes commission: rates, tiers, shares of several persons, conditions, what goes back.
///
/// 提成：比例、定额、阶梯，多人分成，结佣条件，退佣. Operation `kpi.commission`.
#[uniffi::export]
pub fn kpi_commission(
    request: Checked<kpi::KpiCommissionRequest>,
) -> Result<kpi::CommissionSheet, KaipanError> {
    typed(request, |r| kpi::commission(&r))
}

/// Derives facts from events of deals and stock, entries, follow-ups, answers, spend and costs, at once or day by day.
///
/// 推导事实：由交易、销控事件、款项、跟进、答卷、费用和成本记录得出统计用的事实，可逐日增量. Operation `kpi.facts`.
#[uniffi::export]
pub fn kpi_facts(
    request: Checked<kpi::KpiFactsRequest>,
) -> Result<kpi::DerivedFacts, KaipanError> {
    typed(request, |r| kpi::facts(&r))
}

/// Makes the claims of a ledger on a day, with prepayments and deals: what the other operations about what is overdue take.
///
/// 由台账得出某日的应收明细、预收款和交易资料，供逾期各操作使用. Operation `overdue.claims`.
#[uniffi::export]
pub fn overdue_claims(
    request: Checked<overdue::OverdueClaimsRequest>,
) -> Result<overdue::LedgerClaims, KaipanError> {
    typed(request, |r| overdue::claims(&r))
}

/// Says what is owed and overdue on a day: late fees, what is to be posted of them, rights to end contracts.
///
/// 某日的欠款、逾期天数、违约金及其结转和调整，以及解除权. Operation `overdue.assess`.
#[uniffi::export]
pub fn overdue_assess(
    request: Checked<overdue::OverdueAssessRequest>,
) -> Result<overdue::OverdueAssessment, KaipanError> {
    typed(request, |r| overdue::assess(&r))
}

/// Sorts what is owed by how long it is overdue: by item, agent, project and so on.
///
/// 账龄分析表：按逾期天数分段，按款项、置业顾问、项目等汇总. Operation `overdue.aging`.
#[uniffi::export]
pub fn overdue_aging(
    request: Checked<overdue::OverdueAgingRequest>,
) -> Result<overdue::AgingReport, KaipanError> {
    typed(request, |r| overdue::aging(&r))
}

/// Says who is to be reminded on a day, with messages and letters in both languages; promises and fees.
///
/// 催款与催签：按计划列出应发的通知及中英文短信和函件，跟踪承诺付款，催缴收费. Operation `overdue.dun`.
#[uniffi::export]
pub fn overdue_dun(
    request: Checked<overdue::OverdueDunRequest>,
) -> Result<overdue::DunningList, KaipanError> {
    typed(request, |r| overdue::dun(&r))
}

/// Lists what is due or overdue on a day: money, signing, services, deadlines; by agent, kind and reason.
///
/// 我的任务：当天到期和逾期的款项、签约、事务和期限，逾期业务汇总与原因. Operation `overdue.tasks`.
#[uniffi::export]
pub fn overdue_tasks(
    request: Checked<overdue::OverdueTasksRequest>,
) -> Result<overdue::OverdueTaskList, KaipanError> {
    typed(request, |r| overdue::tasks(&r))
}

/// Forecasts what comes in by period and kind: arrears, due, expected; compared with what came in.
///
/// 回款预测：按期间和类别列出期初欠款、应收、预计回款、期末欠款，可与实际比较. Operation `overdue.forecast`.
#[uniffi::export]
pub fn overdue_forecast(
    request: Checked<overdue::OverdueForecastRequest>,
) -> Result<overdue::CashForecast, KaipanError> {
    typed(request, |r| overdue::forecast(&r))
}

/// Lists the reports with their columns, periods and rhythm.
///
/// 列出全部报表：名称、栏目、期间和报送周期. Operation `report.list`.
#[uniffi::export]
pub fn report_list(
    request: Checked<report::ReportListRequest>,
) -> Result<report::ReportListResponse, KaipanError> {
    typed(request, |r| report::list(&r))
}

/// Runs a report for a node, periods and a reader: rows, totals, and keys of the deals and facts behind them.
///
/// 出报表：按单位、期间和查看人给出各行、合计和穿透键. Operation `report.run`.
#[uniffi::export]
pub fn report_run(
    request: Checked<report::ReportRunRequest>,
) -> Result<report::ReportTable, KaipanError> {
    typed(request, |r| report::run(&r))
}

/// Finds the facts behind rows of reports by their keys; what a reader may not see is left out.
///
/// 穿透：按报表各行给出的编号列出背后的事实，按查看人的权限隐去个人信息. Operation `report.facts`.
#[uniffi::export]
pub fn report_facts(
    request: Checked<report::ReportFactsRequest>,
) -> Result<report::ReportFacts, KaipanError> {
    typed(request, |r| report::facts(&r))
}

/// Compares a report with a table made by hand, cell by cell: what differs, and the deals and facts behind it.
///
/// 双轨核对：报表与手工表逐格比较，列出差异及其背后的交易和事实. Operation `report.reconcile`.
#[uniffi::export]
pub fn report_reconcile(
    request: Checked<report::ReportReconcileRequest>,
) -> Result<report::ReportReconciliation, KaipanError> {
    typed(request, |r| report::reconcile(&r))
}

/// Says which reports are due on which day, for which period, and when each is delivered.
///
/// 报送日历：哪天应出哪些报表，何日上交. Operation `report.calendar`.
#[uniffi::export]
pub fn report_calendar(
    request: Checked<report::ReportCalendarRequest>,
) -> Result<report::ReportCalendarResponse, KaipanError> {
    typed(request, |r| report::calendar(&r))
}

/// Reads a `ApprovalDecideRequest` from JSON.
#[uniffi::export]
pub fn approval_decide_request_from_json(json: String) -> Result<approval::ApprovalDecideRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalDecideRequest` as JSON.
#[uniffi::export]
pub fn approval_decide_request_to_json(value: Checked<approval::ApprovalDecideRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApprovalDecision` from JSON.
#[uniffi::export]
pub fn approval_decision_from_json(json: String) -> Result<approval::ApprovalDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalDecision` as JSON.
#[uniffi::export]
pub fn approval_decision_to_json(value: Checked<approval::ApprovalDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApprovalPendingRequest` from JSON.
#[uniffi::export]
pub fn approval_pending_request_from_json(json: String) -> Result<approval::ApprovalPendingRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalPendingRequest` as JSON.
#[uniffi::export]
pub fn approval_pending_request_to_json(value: Checked<approval::ApprovalPendingRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApprovalReplayRequest` from JSON.
#[uniffi::export]
pub fn approval_replay_request_from_json(json: String) -> Result<approval::ApprovalReplayRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalReplayRequest` as JSON.
#[uniffi::export]
pub fn approval_replay_request_to_json(value: Checked<approval::ApprovalReplayRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApprovalRequest` from JSON.
#[uniffi::export]
pub fn approval_request_from_json(json: String) -> Result<approval::ApprovalRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalRequest` as JSON.
#[uniffi::export]
pub fn approval_request_to_json(value: Checked<approval::ApprovalRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApprovalRouteRequest` from JSON.
#[uniffi::export]
pub fn approval_route_request_from_json(json: String) -> Result<approval::ApprovalRouteRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalRouteRequest` as JSON.
#[uniffi::export]
pub fn approval_route_request_to_json(value: Checked<approval::ApprovalRouteRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `PendingApprovals` from JSON.
#[uniffi::export]
pub fn pending_approvals_from_json(json: String) -> Result<approval::PendingApprovals, KaipanError> {
    from_json(&json)
}

/// Writes a `PendingApprovals` as JSON.
#[uniffi::export]
pub fn pending_approvals_to_json(value: Checked<approval::PendingApprovals>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RouteFound` from JSON.
#[uniffi::export]
pub fn route_found_from_json(json: String) -> Result<approval::RouteFound, KaipanError> {
    from_json(&json)
}

/// Writes a `RouteFound` as JSON.
#[uniffi::export]
pub fn route_found_to_json(value: Checked<approval::RouteFound>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RoutesPreset` from JSON.
#[uniffi::export]
pub fn routes_preset_from_json(json: String) -> Result<approval::RoutesPreset, KaipanError> {
    from_json(&json)
}

/// Writes a `RoutesPreset` as JSON.
#[uniffi::export]
pub fn routes_preset_to_json(value: Checked<approval::RoutesPreset>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RoutesPresetRequest` from JSON.
#[uniffi::export]
pub fn routes_preset_request_from_json(json: String) -> Result<approval::RoutesPresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `RoutesPresetRequest` as JSON.
#[uniffi::export]
pub fn routes_preset_request_to_json(value: Checked<approval::RoutesPresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ChannelCheckRequest` from JSON.
#[uniffi::export]
pub fn channel_check_request_from_json(json: String) -> Result<channel::ChannelCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ChannelCheckRequest` as JSON.
#[uniffi::export]
pub fn channel_check_request_to_json(value: Checked<channel::ChannelCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ChannelProtectRequest` from JSON.
#[uniffi::export]
pub fn channel_protect_request_from_json(json: String) -> Result<channel::ChannelProtectRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ChannelProtectRequest` as JSON.
#[uniffi::export]
pub fn channel_protect_request_to_json(value: Checked<channel::ChannelProtectRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ChannelSheet` from JSON.
#[uniffi::export]
pub fn channel_sheet_from_json(json: String) -> Result<channel::ChannelSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `ChannelSheet` as JSON.
#[uniffi::export]
pub fn channel_sheet_to_json(value: Checked<channel::ChannelSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerProtection` from JSON.
#[uniffi::export]
pub fn customer_protection_from_json(json: String) -> Result<channel::CustomerProtection, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerProtection` as JSON.
#[uniffi::export]
pub fn customer_protection_to_json(value: Checked<channel::CustomerProtection>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ChangeDecision` from JSON.
#[uniffi::export]
pub fn change_decision_from_json(json: String) -> Result<customer::ChangeDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `ChangeDecision` as JSON.
#[uniffi::export]
pub fn change_decision_to_json(value: Checked<customer::ChangeDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerChangeRequest` from JSON.
#[uniffi::export]
pub fn customer_change_request_from_json(json: String) -> Result<customer::CustomerChangeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerChangeRequest` as JSON.
#[uniffi::export]
pub fn customer_change_request_to_json(value: Checked<customer::CustomerChangeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerCheckRequest` from JSON.
#[uniffi::export]
pub fn customer_check_request_from_json(json: String) -> Result<customer::CustomerCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerCheckRequest` as JSON.
#[uniffi::export]
pub fn customer_check_request_to_json(value: Checked<customer::CustomerCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerDuplicatesRequest` from JSON.
#[uniffi::export]
pub fn customer_duplicates_request_from_json(json: String) -> Result<customer::CustomerDuplicatesRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerDuplicatesRequest` as JSON.
#[uniffi::export]
pub fn customer_duplicates_request_to_json(value: Checked<customer::CustomerDuplicatesRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerHandOverRequest` from JSON.
#[uniffi::export]
pub fn customer_hand_over_request_from_json(json: String) -> Result<customer::CustomerHandOverRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerHandOverRequest` as JSON.
#[uniffi::export]
pub fn customer_hand_over_request_to_json(value: Checked<customer::CustomerHandOverRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerMatchRequest` from JSON.
#[uniffi::export]
pub fn customer_match_request_from_json(json: String) -> Result<customer::CustomerMatchRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerMatchRequest` as JSON.
#[uniffi::export]
pub fn customer_match_request_to_json(value: Checked<customer::CustomerMatchRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerMatchResponse` from JSON.
#[uniffi::export]
pub fn customer_match_response_from_json(json: String) -> Result<customer::CustomerMatchResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerMatchResponse` as JSON.
#[uniffi::export]
pub fn customer_match_response_to_json(value: Checked<customer::CustomerMatchResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerMergeRequest` from JSON.
#[uniffi::export]
pub fn customer_merge_request_from_json(json: String) -> Result<customer::CustomerMergeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerMergeRequest` as JSON.
#[uniffi::export]
pub fn customer_merge_request_to_json(value: Checked<customer::CustomerMergeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerShareRequest` from JSON.
#[uniffi::export]
pub fn customer_share_request_from_json(json: String) -> Result<customer::CustomerShareRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerShareRequest` as JSON.
#[uniffi::export]
pub fn customer_share_request_to_json(value: Checked<customer::CustomerShareRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomerUnmergeRequest` from JSON.
#[uniffi::export]
pub fn customer_unmerge_request_from_json(json: String) -> Result<customer::CustomerUnmergeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomerUnmergeRequest` as JSON.
#[uniffi::export]
pub fn customer_unmerge_request_to_json(value: Checked<customer::CustomerUnmergeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CustomersChecked` from JSON.
#[uniffi::export]
pub fn customers_checked_from_json(json: String) -> Result<customer::CustomersChecked, KaipanError> {
    from_json(&json)
}

/// Writes a `CustomersChecked` as JSON.
#[uniffi::export]
pub fn customers_checked_to_json(value: Checked<customer::CustomersChecked>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DuplicatesFound` from JSON.
#[uniffi::export]
pub fn duplicates_found_from_json(json: String) -> Result<customer::DuplicatesFound, KaipanError> {
    from_json(&json)
}

/// Writes a `DuplicatesFound` as JSON.
#[uniffi::export]
pub fn duplicates_found_to_json(value: Checked<customer::DuplicatesFound>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `HandOverSheet` from JSON.
#[uniffi::export]
pub fn hand_over_sheet_from_json(json: String) -> Result<customer::HandOverSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `HandOverSheet` as JSON.
#[uniffi::export]
pub fn hand_over_sheet_to_json(value: Checked<customer::HandOverSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ImportMemberRequest` from JSON.
#[uniffi::export]
pub fn import_member_request_from_json(json: String) -> Result<customer::ImportMemberRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ImportMemberRequest` as JSON.
#[uniffi::export]
pub fn import_member_request_to_json(value: Checked<customer::ImportMemberRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ImportedMember` from JSON.
#[uniffi::export]
pub fn imported_member_from_json(json: String) -> Result<customer::ImportedMember, KaipanError> {
    from_json(&json)
}

/// Writes a `ImportedMember` as JSON.
#[uniffi::export]
pub fn imported_member_to_json(value: Checked<customer::ImportedMember>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `MergeDecision` from JSON.
#[uniffi::export]
pub fn merge_decision_from_json(json: String) -> Result<customer::MergeDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `MergeDecision` as JSON.
#[uniffi::export]
pub fn merge_decision_to_json(value: Checked<customer::MergeDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SharingDecision` from JSON.
#[uniffi::export]
pub fn sharing_decision_from_json(json: String) -> Result<customer::SharingDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `SharingDecision` as JSON.
#[uniffi::export]
pub fn sharing_decision_to_json(value: Checked<customer::SharingDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AreaSettlementDecision` from JSON.
#[uniffi::export]
pub fn area_settlement_decision_from_json(json: String) -> Result<deal::AreaSettlementDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `AreaSettlementDecision` as JSON.
#[uniffi::export]
pub fn area_settlement_decision_to_json(value: Checked<deal::AreaSettlementDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AreaSettlementSheet` from JSON.
#[uniffi::export]
pub fn area_settlement_sheet_from_json(json: String) -> Result<deal::AreaSettlementSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `AreaSettlementSheet` as JSON.
#[uniffi::export]
pub fn area_settlement_sheet_to_json(value: Checked<deal::AreaSettlementSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ChangeSettleRequest` from JSON.
#[uniffi::export]
pub fn change_settle_request_from_json(json: String) -> Result<deal::ChangeSettleRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ChangeSettleRequest` as JSON.
#[uniffi::export]
pub fn change_settle_request_to_json(value: Checked<deal::ChangeSettleRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ChangeSettlement` from JSON.
#[uniffi::export]
pub fn change_settlement_from_json(json: String) -> Result<deal::ChangeSettlement, KaipanError> {
    from_json(&json)
}

/// Writes a `ChangeSettlement` as JSON.
#[uniffi::export]
pub fn change_settlement_to_json(value: Checked<deal::ChangeSettlement>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealCompareRequest` from JSON.
#[uniffi::export]
pub fn deal_compare_request_from_json(json: String) -> Result<deal::DealCompareRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealCompareRequest` as JSON.
#[uniffi::export]
pub fn deal_compare_request_to_json(value: Checked<deal::DealCompareRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealComparison` from JSON.
#[uniffi::export]
pub fn deal_comparison_from_json(json: String) -> Result<deal::DealComparison, KaipanError> {
    from_json(&json)
}

/// Writes a `DealComparison` as JSON.
#[uniffi::export]
pub fn deal_comparison_to_json(value: Checked<deal::DealComparison>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealDecideAreaSettlementRequest` from JSON.
#[uniffi::export]
pub fn deal_decide_area_settlement_request_from_json(json: String) -> Result<deal::DealDecideAreaSettlementRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealDecideAreaSettlementRequest` as JSON.
#[uniffi::export]
pub fn deal_decide_area_settlement_request_to_json(value: Checked<deal::DealDecideAreaSettlementRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealDecideRequest` from JSON.
#[uniffi::export]
pub fn deal_decide_request_from_json(json: String) -> Result<deal::DealDecideRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealDecideRequest` as JSON.
#[uniffi::export]
pub fn deal_decide_request_to_json(value: Checked<deal::DealDecideRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealImportSurveyRequest` from JSON.
#[uniffi::export]
pub fn deal_import_survey_request_from_json(json: String) -> Result<deal::DealImportSurveyRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealImportSurveyRequest` as JSON.
#[uniffi::export]
pub fn deal_import_survey_request_to_json(value: Checked<deal::DealImportSurveyRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealIntakeRequest` from JSON.
#[uniffi::export]
pub fn deal_intake_request_from_json(json: String) -> Result<deal::DealIntakeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealIntakeRequest` as JSON.
#[uniffi::export]
pub fn deal_intake_request_to_json(value: Checked<deal::DealIntakeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealOptionsRequest` from JSON.
#[uniffi::export]
pub fn deal_options_request_from_json(json: String) -> Result<deal::DealOptionsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealOptionsRequest` as JSON.
#[uniffi::export]
pub fn deal_options_request_to_json(value: Checked<deal::DealOptionsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealOptionsResponse` from JSON.
#[uniffi::export]
pub fn deal_options_response_from_json(json: String) -> Result<deal::DealOptionsResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `DealOptionsResponse` as JSON.
#[uniffi::export]
pub fn deal_options_response_to_json(value: Checked<deal::DealOptionsResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealReplayRequest` from JSON.
#[uniffi::export]
pub fn deal_replay_request_from_json(json: String) -> Result<deal::DealReplayRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealReplayRequest` as JSON.
#[uniffi::export]
pub fn deal_replay_request_to_json(value: Checked<deal::DealReplayRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealReplayResponse` from JSON.
#[uniffi::export]
pub fn deal_replay_response_from_json(json: String) -> Result<deal::DealReplayResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `DealReplayResponse` as JSON.
#[uniffi::export]
pub fn deal_replay_response_to_json(value: Checked<deal::DealReplayResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealRulesRequest` from JSON.
#[uniffi::export]
pub fn deal_rules_request_from_json(json: String) -> Result<deal::DealRulesRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealRulesRequest` as JSON.
#[uniffi::export]
pub fn deal_rules_request_to_json(value: Checked<deal::DealRulesRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealSettleAreaRequest` from JSON.
#[uniffi::export]
pub fn deal_settle_area_request_from_json(json: String) -> Result<deal::DealSettleAreaRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealSettleAreaRequest` as JSON.
#[uniffi::export]
pub fn deal_settle_area_request_to_json(value: Checked<deal::DealSettleAreaRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealTaskList` from JSON.
#[uniffi::export]
pub fn deal_task_list_from_json(json: String) -> Result<deal::DealTaskList, KaipanError> {
    from_json(&json)
}

/// Writes a `DealTaskList` as JSON.
#[uniffi::export]
pub fn deal_task_list_to_json(value: Checked<deal::DealTaskList>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DealTasksRequest` from JSON.
#[uniffi::export]
pub fn deal_tasks_request_from_json(json: String) -> Result<deal::DealTasksRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `DealTasksRequest` as JSON.
#[uniffi::export]
pub fn deal_tasks_request_to_json(value: Checked<deal::DealTasksRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DecisionAnswer` from JSON.
#[uniffi::export]
pub fn decision_answer_from_json(json: String) -> Result<deal::DecisionAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `DecisionAnswer` as JSON.
#[uniffi::export]
pub fn decision_answer_to_json(value: Checked<deal::DecisionAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ImportedSurvey` from JSON.
#[uniffi::export]
pub fn imported_survey_from_json(json: String) -> Result<deal::ImportedSurvey, KaipanError> {
    from_json(&json)
}

/// Writes a `ImportedSurvey` as JSON.
#[uniffi::export]
pub fn imported_survey_to_json(value: Checked<deal::ImportedSurvey>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `IntakeList` from JSON.
#[uniffi::export]
pub fn intake_list_from_json(json: String) -> Result<deal::IntakeList, KaipanError> {
    from_json(&json)
}

/// Writes a `IntakeList` as JSON.
#[uniffi::export]
pub fn intake_list_to_json(value: Checked<deal::IntakeList>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QueueAnswer` from JSON.
#[uniffi::export]
pub fn queue_answer_from_json(json: String) -> Result<deal::QueueAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `QueueAnswer` as JSON.
#[uniffi::export]
pub fn queue_answer_to_json(value: Checked<deal::QueueAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QueueDecideRequest` from JSON.
#[uniffi::export]
pub fn queue_decide_request_from_json(json: String) -> Result<deal::QueueDecideRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `QueueDecideRequest` as JSON.
#[uniffi::export]
pub fn queue_decide_request_to_json(value: Checked<deal::QueueDecideRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RoomSlip` from JSON.
#[uniffi::export]
pub fn room_slip_from_json(json: String) -> Result<deal::RoomSlip, KaipanError> {
    from_json(&json)
}

/// Writes a `RoomSlip` as JSON.
#[uniffi::export]
pub fn room_slip_to_json(value: Checked<deal::RoomSlip>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SaleRulesHeld` from JSON.
#[uniffi::export]
pub fn sale_rules_held_from_json(json: String) -> Result<deal::SaleRulesHeld, KaipanError> {
    from_json(&json)
}

/// Writes a `SaleRulesHeld` as JSON.
#[uniffi::export]
pub fn sale_rules_held_to_json(value: Checked<deal::SaleRulesHeld>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StockBatchRequest` from JSON.
#[uniffi::export]
pub fn stock_batch_request_from_json(json: String) -> Result<deal::StockBatchRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `StockBatchRequest` as JSON.
#[uniffi::export]
pub fn stock_batch_request_to_json(value: Checked<deal::StockBatchRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StockBatchResponse` from JSON.
#[uniffi::export]
pub fn stock_batch_response_from_json(json: String) -> Result<deal::StockBatchResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `StockBatchResponse` as JSON.
#[uniffi::export]
pub fn stock_batch_response_to_json(value: Checked<deal::StockBatchResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StockDecideRequest` from JSON.
#[uniffi::export]
pub fn stock_decide_request_from_json(json: String) -> Result<deal::StockDecideRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `StockDecideRequest` as JSON.
#[uniffi::export]
pub fn stock_decide_request_to_json(value: Checked<deal::StockDecideRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StockRoomSlipRequest` from JSON.
#[uniffi::export]
pub fn stock_room_slip_request_from_json(json: String) -> Result<deal::StockRoomSlipRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `StockRoomSlipRequest` as JSON.
#[uniffi::export]
pub fn stock_room_slip_request_to_json(value: Checked<deal::StockRoomSlipRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LotteryDraw` from JSON.
#[uniffi::export]
pub fn lottery_draw_from_json(json: String) -> Result<deal::lottery::LotteryDraw, KaipanError> {
    from_json(&json)
}

/// Writes a `LotteryDraw` as JSON.
#[uniffi::export]
pub fn lottery_draw_to_json(value: Checked<deal::lottery::LotteryDraw>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LotteryDrawRequest` from JSON.
#[uniffi::export]
pub fn lottery_draw_request_from_json(json: String) -> Result<deal::lottery::LotteryDrawRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LotteryDrawRequest` as JSON.
#[uniffi::export]
pub fn lottery_draw_request_to_json(value: Checked<deal::lottery::LotteryDrawRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApplyRequest` from JSON.
#[uniffi::export]
pub fn apply_request_from_json(json: String) -> Result<discount::ApplyRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ApplyRequest` as JSON.
#[uniffi::export]
pub fn apply_request_to_json(value: Checked<discount::ApplyRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ApprovalNeeded` from JSON.
#[uniffi::export]
pub fn approval_needed_from_json(json: String) -> Result<discount::ApprovalNeeded, KaipanError> {
    from_json(&json)
}

/// Writes a `ApprovalNeeded` as JSON.
#[uniffi::export]
pub fn approval_needed_to_json(value: Checked<discount::ApprovalNeeded>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AuthorityRequest` from JSON.
#[uniffi::export]
pub fn authority_request_from_json(json: String) -> Result<discount::AuthorityRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `AuthorityRequest` as JSON.
#[uniffi::export]
pub fn authority_request_to_json(value: Checked<discount::AuthorityRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `BestDiscounts` from JSON.
#[uniffi::export]
pub fn best_discounts_from_json(json: String) -> Result<discount::BestDiscounts, KaipanError> {
    from_json(&json)
}

/// Writes a `BestDiscounts` as JSON.
#[uniffi::export]
pub fn best_discounts_to_json(value: Checked<discount::BestDiscounts>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `BestRequest` from JSON.
#[uniffi::export]
pub fn best_request_from_json(json: String) -> Result<discount::BestRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `BestRequest` as JSON.
#[uniffi::export]
pub fn best_request_to_json(value: Checked<discount::BestRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DiscountOutcome` from JSON.
#[uniffi::export]
pub fn discount_outcome_from_json(json: String) -> Result<discount::DiscountOutcome, KaipanError> {
    from_json(&json)
}

/// Writes a `DiscountOutcome` as JSON.
#[uniffi::export]
pub fn discount_outcome_to_json(value: Checked<discount::DiscountOutcome>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReevaluateRequest` from JSON.
#[uniffi::export]
pub fn reevaluate_request_from_json(json: String) -> Result<discount::ReevaluateRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReevaluateRequest` as JSON.
#[uniffi::export]
pub fn reevaluate_request_to_json(value: Checked<discount::ReevaluateRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `Reevaluation` from JSON.
#[uniffi::export]
pub fn reevaluation_from_json(json: String) -> Result<discount::Reevaluation, KaipanError> {
    from_json(&json)
}

/// Writes a `Reevaluation` as JSON.
#[uniffi::export]
pub fn reevaluation_to_json(value: Checked<discount::Reevaluation>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FeePresetsRequest` from JSON.
#[uniffi::export]
pub fn fee_presets_request_from_json(json: String) -> Result<fee::FeePresetsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `FeePresetsRequest` as JSON.
#[uniffi::export]
pub fn fee_presets_request_to_json(value: Checked<fee::FeePresetsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FeePresetsResponse` from JSON.
#[uniffi::export]
pub fn fee_presets_response_from_json(json: String) -> Result<fee::FeePresetsResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `FeePresetsResponse` as JSON.
#[uniffi::export]
pub fn fee_presets_response_to_json(value: Checked<fee::FeePresetsResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FeeRequest` from JSON.
#[uniffi::export]
pub fn fee_request_from_json(json: String) -> Result<fee::FeeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `FeeRequest` as JSON.
#[uniffi::export]
pub fn fee_request_to_json(value: Checked<fee::FeeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FeeSheet` from JSON.
#[uniffi::export]
pub fn fee_sheet_from_json(json: String) -> Result<fee::FeeSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `FeeSheet` as JSON.
#[uniffi::export]
pub fn fee_sheet_to_json(value: Checked<fee::FeeSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VatRequest` from JSON.
#[uniffi::export]
pub fn vat_request_from_json(json: String) -> Result<fee::VatRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `VatRequest` as JSON.
#[uniffi::export]
pub fn vat_request_to_json(value: Checked<fee::VatRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VatSplits` from JSON.
#[uniffi::export]
pub fn vat_splits_from_json(json: String) -> Result<fee::VatSplits, KaipanError> {
    from_json(&json)
}

/// Writes a `VatSplits` as JSON.
#[uniffi::export]
pub fn vat_splits_to_json(value: Checked<fee::VatSplits>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FundPaymentAnswer` from JSON.
#[uniffi::export]
pub fn fund_payment_answer_from_json(json: String) -> Result<fund_plan::FundPaymentAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `FundPaymentAnswer` as JSON.
#[uniffi::export]
pub fn fund_payment_answer_to_json(value: Checked<fund_plan::FundPaymentAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FundPlanCheckRequest` from JSON.
#[uniffi::export]
pub fn fund_plan_check_request_from_json(json: String) -> Result<fund_plan::FundPlanCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `FundPlanCheckRequest` as JSON.
#[uniffi::export]
pub fn fund_plan_check_request_to_json(value: Checked<fund_plan::FundPlanCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FundPlanPayRequest` from JSON.
#[uniffi::export]
pub fn fund_plan_pay_request_from_json(json: String) -> Result<fund_plan::FundPlanPayRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `FundPlanPayRequest` as JSON.
#[uniffi::export]
pub fn fund_plan_pay_request_to_json(value: Checked<fund_plan::FundPlanPayRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FundPlanSheet` from JSON.
#[uniffi::export]
pub fn fund_plan_sheet_from_json(json: String) -> Result<fund_plan::FundPlanSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `FundPlanSheet` as JSON.
#[uniffi::export]
pub fn fund_plan_sheet_to_json(value: Checked<fund_plan::FundPlanSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AbcSheet` from JSON.
#[uniffi::export]
pub fn abc_sheet_from_json(json: String) -> Result<kpi::AbcSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `AbcSheet` as JSON.
#[uniffi::export]
pub fn abc_sheet_to_json(value: Checked<kpi::AbcSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AdvancedPlan` from JSON.
#[uniffi::export]
pub fn advanced_plan_from_json(json: String) -> Result<kpi::AdvancedPlan, KaipanError> {
    from_json(&json)
}

/// Writes a `AdvancedPlan` as JSON.
#[uniffi::export]
pub fn advanced_plan_to_json(value: Checked<kpi::AdvancedPlan>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AdvancedTargets` from JSON.
#[uniffi::export]
pub fn advanced_targets_from_json(json: String) -> Result<kpi::AdvancedTargets, KaipanError> {
    from_json(&json)
}

/// Writes a `AdvancedTargets` as JSON.
#[uniffi::export]
pub fn advanced_targets_to_json(value: Checked<kpi::AdvancedTargets>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `BridgeSheet` from JSON.
#[uniffi::export]
pub fn bridge_sheet_from_json(json: String) -> Result<kpi::BridgeSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `BridgeSheet` as JSON.
#[uniffi::export]
pub fn bridge_sheet_to_json(value: Checked<kpi::BridgeSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `BudgetSheet` from JSON.
#[uniffi::export]
pub fn budget_sheet_from_json(json: String) -> Result<kpi::BudgetSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `BudgetSheet` as JSON.
#[uniffi::export]
pub fn budget_sheet_to_json(value: Checked<kpi::BudgetSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CampaignSheet` from JSON.
#[uniffi::export]
pub fn campaign_sheet_from_json(json: String) -> Result<kpi::CampaignSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `CampaignSheet` as JSON.
#[uniffi::export]
pub fn campaign_sheet_to_json(value: Checked<kpi::CampaignSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CommissionSheet` from JSON.
#[uniffi::export]
pub fn commission_sheet_from_json(json: String) -> Result<kpi::CommissionSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `CommissionSheet` as JSON.
#[uniffi::export]
pub fn commission_sheet_to_json(value: Checked<kpi::CommissionSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CompletionSheet` from JSON.
#[uniffi::export]
pub fn completion_sheet_from_json(json: String) -> Result<kpi::CompletionSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `CompletionSheet` as JSON.
#[uniffi::export]
pub fn completion_sheet_to_json(value: Checked<kpi::CompletionSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DerivedFacts` from JSON.
#[uniffi::export]
pub fn derived_facts_from_json(json: String) -> Result<kpi::DerivedFacts, KaipanError> {
    from_json(&json)
}

/// Writes a `DerivedFacts` as JSON.
#[uniffi::export]
pub fn derived_facts_to_json(value: Checked<kpi::DerivedFacts>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ForecastSheet` from JSON.
#[uniffi::export]
pub fn forecast_sheet_from_json(json: String) -> Result<kpi::ForecastSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `ForecastSheet` as JSON.
#[uniffi::export]
pub fn forecast_sheet_to_json(value: Checked<kpi::ForecastSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiAbcRequest` from JSON.
#[uniffi::export]
pub fn kpi_abc_request_from_json(json: String) -> Result<kpi::KpiAbcRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiAbcRequest` as JSON.
#[uniffi::export]
pub fn kpi_abc_request_to_json(value: Checked<kpi::KpiAbcRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiAdvancePlanRequest` from JSON.
#[uniffi::export]
pub fn kpi_advance_plan_request_from_json(json: String) -> Result<kpi::KpiAdvancePlanRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiAdvancePlanRequest` as JSON.
#[uniffi::export]
pub fn kpi_advance_plan_request_to_json(value: Checked<kpi::KpiAdvancePlanRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiAdvanceTargetsRequest` from JSON.
#[uniffi::export]
pub fn kpi_advance_targets_request_from_json(json: String) -> Result<kpi::KpiAdvanceTargetsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiAdvanceTargetsRequest` as JSON.
#[uniffi::export]
pub fn kpi_advance_targets_request_to_json(value: Checked<kpi::KpiAdvanceTargetsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiBridgeRequest` from JSON.
#[uniffi::export]
pub fn kpi_bridge_request_from_json(json: String) -> Result<kpi::KpiBridgeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiBridgeRequest` as JSON.
#[uniffi::export]
pub fn kpi_bridge_request_to_json(value: Checked<kpi::KpiBridgeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiBudgetRequest` from JSON.
#[uniffi::export]
pub fn kpi_budget_request_from_json(json: String) -> Result<kpi::KpiBudgetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiBudgetRequest` as JSON.
#[uniffi::export]
pub fn kpi_budget_request_to_json(value: Checked<kpi::KpiBudgetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiCampaignsRequest` from JSON.
#[uniffi::export]
pub fn kpi_campaigns_request_from_json(json: String) -> Result<kpi::KpiCampaignsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiCampaignsRequest` as JSON.
#[uniffi::export]
pub fn kpi_campaigns_request_to_json(value: Checked<kpi::KpiCampaignsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiChecklistRequest` from JSON.
#[uniffi::export]
pub fn kpi_checklist_request_from_json(json: String) -> Result<kpi::KpiChecklistRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiChecklistRequest` as JSON.
#[uniffi::export]
pub fn kpi_checklist_request_to_json(value: Checked<kpi::KpiChecklistRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiCommissionRequest` from JSON.
#[uniffi::export]
pub fn kpi_commission_request_from_json(json: String) -> Result<kpi::KpiCommissionRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiCommissionRequest` as JSON.
#[uniffi::export]
pub fn kpi_commission_request_to_json(value: Checked<kpi::KpiCommissionRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiCompletionRequest` from JSON.
#[uniffi::export]
pub fn kpi_completion_request_from_json(json: String) -> Result<kpi::KpiCompletionRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiCompletionRequest` as JSON.
#[uniffi::export]
pub fn kpi_completion_request_to_json(value: Checked<kpi::KpiCompletionRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiFactsRequest` from JSON.
#[uniffi::export]
pub fn kpi_facts_request_from_json(json: String) -> Result<kpi::KpiFactsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiFactsRequest` as JSON.
#[uniffi::export]
pub fn kpi_facts_request_to_json(value: Checked<kpi::KpiFactsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiForecastRequest` from JSON.
#[uniffi::export]
pub fn kpi_forecast_request_from_json(json: String) -> Result<kpi::KpiForecastRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiForecastRequest` as JSON.
#[uniffi::export]
pub fn kpi_forecast_request_to_json(value: Checked<kpi::KpiForecastRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiMeasureRequest` from JSON.
#[uniffi::export]
pub fn kpi_measure_request_from_json(json: String) -> Result<kpi::KpiMeasureRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiMeasureRequest` as JSON.
#[uniffi::export]
pub fn kpi_measure_request_to_json(value: Checked<kpi::KpiMeasureRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiNodePlanRequest` from JSON.
#[uniffi::export]
pub fn kpi_node_plan_request_from_json(json: String) -> Result<kpi::KpiNodePlanRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiNodePlanRequest` as JSON.
#[uniffi::export]
pub fn kpi_node_plan_request_to_json(value: Checked<kpi::KpiNodePlanRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiPlansRequest` from JSON.
#[uniffi::export]
pub fn kpi_plans_request_from_json(json: String) -> Result<kpi::KpiPlansRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiPlansRequest` as JSON.
#[uniffi::export]
pub fn kpi_plans_request_to_json(value: Checked<kpi::KpiPlansRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiPresetRequest` from JSON.
#[uniffi::export]
pub fn kpi_preset_request_from_json(json: String) -> Result<kpi::KpiPresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiPresetRequest` as JSON.
#[uniffi::export]
pub fn kpi_preset_request_to_json(value: Checked<kpi::KpiPresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiPresetResponse` from JSON.
#[uniffi::export]
pub fn kpi_preset_response_from_json(json: String) -> Result<kpi::KpiPresetResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiPresetResponse` as JSON.
#[uniffi::export]
pub fn kpi_preset_response_to_json(value: Checked<kpi::KpiPresetResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiRankRequest` from JSON.
#[uniffi::export]
pub fn kpi_rank_request_from_json(json: String) -> Result<kpi::KpiRankRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiRankRequest` as JSON.
#[uniffi::export]
pub fn kpi_rank_request_to_json(value: Checked<kpi::KpiRankRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiRephaseRequest` from JSON.
#[uniffi::export]
pub fn kpi_rephase_request_from_json(json: String) -> Result<kpi::KpiRephaseRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiRephaseRequest` as JSON.
#[uniffi::export]
pub fn kpi_rephase_request_to_json(value: Checked<kpi::KpiRephaseRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiScoreRequest` from JSON.
#[uniffi::export]
pub fn kpi_score_request_from_json(json: String) -> Result<kpi::KpiScoreRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiScoreRequest` as JSON.
#[uniffi::export]
pub fn kpi_score_request_to_json(value: Checked<kpi::KpiScoreRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiShiftNodeRequest` from JSON.
#[uniffi::export]
pub fn kpi_shift_node_request_from_json(json: String) -> Result<kpi::KpiShiftNodeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiShiftNodeRequest` as JSON.
#[uniffi::export]
pub fn kpi_shift_node_request_to_json(value: Checked<kpi::KpiShiftNodeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiSplitRequest` from JSON.
#[uniffi::export]
pub fn kpi_split_request_from_json(json: String) -> Result<kpi::KpiSplitRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiSplitRequest` as JSON.
#[uniffi::export]
pub fn kpi_split_request_to_json(value: Checked<kpi::KpiSplitRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiStockAgeRequest` from JSON.
#[uniffi::export]
pub fn kpi_stock_age_request_from_json(json: String) -> Result<kpi::KpiStockAgeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiStockAgeRequest` as JSON.
#[uniffi::export]
pub fn kpi_stock_age_request_to_json(value: Checked<kpi::KpiStockAgeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiTrendRequest` from JSON.
#[uniffi::export]
pub fn kpi_trend_request_from_json(json: String) -> Result<kpi::KpiTrendRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiTrendRequest` as JSON.
#[uniffi::export]
pub fn kpi_trend_request_to_json(value: Checked<kpi::KpiTrendRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `KpiVarianceRequest` from JSON.
#[uniffi::export]
pub fn kpi_variance_request_from_json(json: String) -> Result<kpi::KpiVarianceRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `KpiVarianceRequest` as JSON.
#[uniffi::export]
pub fn kpi_variance_request_to_json(value: Checked<kpi::KpiVarianceRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `MeasureTable` from JSON.
#[uniffi::export]
pub fn measure_table_from_json(json: String) -> Result<kpi::MeasureTable, KaipanError> {
    from_json(&json)
}

/// Writes a `MeasureTable` as JSON.
#[uniffi::export]
pub fn measure_table_to_json(value: Checked<kpi::MeasureTable>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `NodePlanSheet` from JSON.
#[uniffi::export]
pub fn node_plan_sheet_from_json(json: String) -> Result<kpi::NodePlanSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `NodePlanSheet` as JSON.
#[uniffi::export]
pub fn node_plan_sheet_to_json(value: Checked<kpi::NodePlanSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `PreparationSheet` from JSON.
#[uniffi::export]
pub fn preparation_sheet_from_json(json: String) -> Result<kpi::PreparationSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `PreparationSheet` as JSON.
#[uniffi::export]
pub fn preparation_sheet_to_json(value: Checked<kpi::PreparationSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RankSheet` from JSON.
#[uniffi::export]
pub fn rank_sheet_from_json(json: String) -> Result<kpi::RankSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `RankSheet` as JSON.
#[uniffi::export]
pub fn rank_sheet_to_json(value: Checked<kpi::RankSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RephasedPlan` from JSON.
#[uniffi::export]
pub fn rephased_plan_from_json(json: String) -> Result<kpi::RephasedPlan, KaipanError> {
    from_json(&json)
}

/// Writes a `RephasedPlan` as JSON.
#[uniffi::export]
pub fn rephased_plan_to_json(value: Checked<kpi::RephasedPlan>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SalesPlanSheet` from JSON.
#[uniffi::export]
pub fn sales_plan_sheet_from_json(json: String) -> Result<kpi::SalesPlanSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `SalesPlanSheet` as JSON.
#[uniffi::export]
pub fn sales_plan_sheet_to_json(value: Checked<kpi::SalesPlanSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ScoreSheet` from JSON.
#[uniffi::export]
pub fn score_sheet_from_json(json: String) -> Result<kpi::ScoreSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `ScoreSheet` as JSON.
#[uniffi::export]
pub fn score_sheet_to_json(value: Checked<kpi::ScoreSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ShiftedNodes` from JSON.
#[uniffi::export]
pub fn shifted_nodes_from_json(json: String) -> Result<kpi::ShiftedNodes, KaipanError> {
    from_json(&json)
}

/// Writes a `ShiftedNodes` as JSON.
#[uniffi::export]
pub fn shifted_nodes_to_json(value: Checked<kpi::ShiftedNodes>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StockAgeSheet` from JSON.
#[uniffi::export]
pub fn stock_age_sheet_from_json(json: String) -> Result<kpi::StockAgeSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `StockAgeSheet` as JSON.
#[uniffi::export]
pub fn stock_age_sheet_to_json(value: Checked<kpi::StockAgeSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `TargetSplit` from JSON.
#[uniffi::export]
pub fn target_split_from_json(json: String) -> Result<kpi::TargetSplit, KaipanError> {
    from_json(&json)
}

/// Writes a `TargetSplit` as JSON.
#[uniffi::export]
pub fn target_split_to_json(value: Checked<kpi::TargetSplit>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `TrendTable` from JSON.
#[uniffi::export]
pub fn trend_table_from_json(json: String) -> Result<kpi::TrendTable, KaipanError> {
    from_json(&json)
}

/// Writes a `TrendTable` as JSON.
#[uniffi::export]
pub fn trend_table_to_json(value: Checked<kpi::TrendTable>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VarianceSheet` from JSON.
#[uniffi::export]
pub fn variance_sheet_from_json(json: String) -> Result<kpi::VarianceSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `VarianceSheet` as JSON.
#[uniffi::export]
pub fn variance_sheet_to_json(value: Checked<kpi::VarianceSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `JournalMapping` from JSON.
#[uniffi::export]
pub fn journal_mapping_from_json(json: String) -> Result<ledger::JournalMapping, KaipanError> {
    from_json(&json)
}

/// Writes a `JournalMapping` as JSON.
#[uniffi::export]
pub fn journal_mapping_to_json(value: Checked<ledger::JournalMapping>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `JournalSheet` from JSON.
#[uniffi::export]
pub fn journal_sheet_from_json(json: String) -> Result<ledger::JournalSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `JournalSheet` as JSON.
#[uniffi::export]
pub fn journal_sheet_to_json(value: Checked<ledger::JournalSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerCloseRequest` from JSON.
#[uniffi::export]
pub fn ledger_close_request_from_json(json: String) -> Result<ledger::LedgerCloseRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerCloseRequest` as JSON.
#[uniffi::export]
pub fn ledger_close_request_to_json(value: Checked<ledger::LedgerCloseRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerCloseResponse` from JSON.
#[uniffi::export]
pub fn ledger_close_response_from_json(json: String) -> Result<ledger::LedgerCloseResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerCloseResponse` as JSON.
#[uniffi::export]
pub fn ledger_close_response_to_json(value: Checked<ledger::LedgerCloseResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerCommandsResponse` from JSON.
#[uniffi::export]
pub fn ledger_commands_response_from_json(json: String) -> Result<ledger::LedgerCommandsResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerCommandsResponse` as JSON.
#[uniffi::export]
pub fn ledger_commands_response_to_json(value: Checked<ledger::LedgerCommandsResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowCommissionRequest` from JSON.
#[uniffi::export]
pub fn ledger_follow_commission_request_from_json(json: String) -> Result<ledger::LedgerFollowCommissionRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowCommissionRequest` as JSON.
#[uniffi::export]
pub fn ledger_follow_commission_request_to_json(value: Checked<ledger::LedgerFollowCommissionRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowCommissionResponse` from JSON.
#[uniffi::export]
pub fn ledger_follow_commission_response_from_json(json: String) -> Result<ledger::LedgerFollowCommissionResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowCommissionResponse` as JSON.
#[uniffi::export]
pub fn ledger_follow_commission_response_to_json(value: Checked<ledger::LedgerFollowCommissionResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowEntryRequest` from JSON.
#[uniffi::export]
pub fn ledger_follow_entry_request_from_json(json: String) -> Result<ledger::LedgerFollowEntryRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowEntryRequest` as JSON.
#[uniffi::export]
pub fn ledger_follow_entry_request_to_json(value: Checked<ledger::LedgerFollowEntryRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowEntryResponse` from JSON.
#[uniffi::export]
pub fn ledger_follow_entry_response_from_json(json: String) -> Result<ledger::LedgerFollowEntryResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowEntryResponse` as JSON.
#[uniffi::export]
pub fn ledger_follow_entry_response_to_json(value: Checked<ledger::LedgerFollowEntryResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowRequest` from JSON.
#[uniffi::export]
pub fn ledger_follow_request_from_json(json: String) -> Result<ledger::LedgerFollowRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowRequest` as JSON.
#[uniffi::export]
pub fn ledger_follow_request_to_json(value: Checked<ledger::LedgerFollowRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowResponse` from JSON.
#[uniffi::export]
pub fn ledger_follow_response_from_json(json: String) -> Result<ledger::LedgerFollowResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowResponse` as JSON.
#[uniffi::export]
pub fn ledger_follow_response_to_json(value: Checked<ledger::LedgerFollowResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerFollowServiceRequest` from JSON.
#[uniffi::export]
pub fn ledger_follow_service_request_from_json(json: String) -> Result<ledger::LedgerFollowServiceRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerFollowServiceRequest` as JSON.
#[uniffi::export]
pub fn ledger_follow_service_request_to_json(value: Checked<ledger::LedgerFollowServiceRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerImportRequest` from JSON.
#[uniffi::export]
pub fn ledger_import_request_from_json(json: String) -> Result<ledger::LedgerImportRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerImportRequest` as JSON.
#[uniffi::export]
pub fn ledger_import_request_to_json(value: Checked<ledger::LedgerImportRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerImportResponse` from JSON.
#[uniffi::export]
pub fn ledger_import_response_from_json(json: String) -> Result<ledger::LedgerImportResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerImportResponse` as JSON.
#[uniffi::export]
pub fn ledger_import_response_to_json(value: Checked<ledger::LedgerImportResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerJournalPresetRequest` from JSON.
#[uniffi::export]
pub fn ledger_journal_preset_request_from_json(json: String) -> Result<ledger::LedgerJournalPresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerJournalPresetRequest` as JSON.
#[uniffi::export]
pub fn ledger_journal_preset_request_to_json(value: Checked<ledger::LedgerJournalPresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerJournalRequest` from JSON.
#[uniffi::export]
pub fn ledger_journal_request_from_json(json: String) -> Result<ledger::LedgerJournalRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerJournalRequest` as JSON.
#[uniffi::export]
pub fn ledger_journal_request_to_json(value: Checked<ledger::LedgerJournalRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerPostRequest` from JSON.
#[uniffi::export]
pub fn ledger_post_request_from_json(json: String) -> Result<ledger::LedgerPostRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerPostRequest` as JSON.
#[uniffi::export]
pub fn ledger_post_request_to_json(value: Checked<ledger::LedgerPostRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerPostResponse` from JSON.
#[uniffi::export]
pub fn ledger_post_response_from_json(json: String) -> Result<ledger::LedgerPostResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerPostResponse` as JSON.
#[uniffi::export]
pub fn ledger_post_response_to_json(value: Checked<ledger::LedgerPostResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerReceivablesRequest` from JSON.
#[uniffi::export]
pub fn ledger_receivables_request_from_json(json: String) -> Result<ledger::LedgerReceivablesRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerReceivablesRequest` as JSON.
#[uniffi::export]
pub fn ledger_receivables_request_to_json(value: Checked<ledger::LedgerReceivablesRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerReceivablesResponse` from JSON.
#[uniffi::export]
pub fn ledger_receivables_response_from_json(json: String) -> Result<ledger::LedgerReceivablesResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerReceivablesResponse` as JSON.
#[uniffi::export]
pub fn ledger_receivables_response_to_json(value: Checked<ledger::LedgerReceivablesResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerStatement` from JSON.
#[uniffi::export]
pub fn ledger_statement_from_json(json: String) -> Result<ledger::LedgerStatement, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerStatement` as JSON.
#[uniffi::export]
pub fn ledger_statement_to_json(value: Checked<ledger::LedgerStatement>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerStatementRequest` from JSON.
#[uniffi::export]
pub fn ledger_statement_request_from_json(json: String) -> Result<ledger::LedgerStatementRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerStatementRequest` as JSON.
#[uniffi::export]
pub fn ledger_statement_request_to_json(value: Checked<ledger::LedgerStatementRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerSummary` from JSON.
#[uniffi::export]
pub fn ledger_summary_from_json(json: String) -> Result<ledger::LedgerSummary, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerSummary` as JSON.
#[uniffi::export]
pub fn ledger_summary_to_json(value: Checked<ledger::LedgerSummary>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerSummaryRequest` from JSON.
#[uniffi::export]
pub fn ledger_summary_request_from_json(json: String) -> Result<ledger::LedgerSummaryRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerSummaryRequest` as JSON.
#[uniffi::export]
pub fn ledger_summary_request_to_json(value: Checked<ledger::LedgerSummaryRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `InWordsRequest` from JSON.
#[uniffi::export]
pub fn in_words_request_from_json(json: String) -> Result<number::InWordsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `InWordsRequest` as JSON.
#[uniffi::export]
pub fn in_words_request_to_json(value: Checked<number::InWordsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `InWordsResponse` from JSON.
#[uniffi::export]
pub fn in_words_response_from_json(json: String) -> Result<number::InWordsResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `InWordsResponse` as JSON.
#[uniffi::export]
pub fn in_words_response_to_json(value: Checked<number::InWordsResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReadDiscountRequest` from JSON.
#[uniffi::export]
pub fn read_discount_request_from_json(json: String) -> Result<number::ReadDiscountRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReadDiscountRequest` as JSON.
#[uniffi::export]
pub fn read_discount_request_to_json(value: Checked<number::ReadDiscountRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReadDiscountResponse` from JSON.
#[uniffi::export]
pub fn read_discount_response_from_json(json: String) -> Result<number::ReadDiscountResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `ReadDiscountResponse` as JSON.
#[uniffi::export]
pub fn read_discount_response_to_json(value: Checked<number::ReadDiscountResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DrawnNumber` from JSON.
#[uniffi::export]
pub fn drawn_number_from_json(json: String) -> Result<numbering::DrawnNumber, KaipanError> {
    from_json(&json)
}

/// Writes a `DrawnNumber` as JSON.
#[uniffi::export]
pub fn drawn_number_to_json(value: Checked<numbering::DrawnNumber>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `GapReport` from JSON.
#[uniffi::export]
pub fn gap_report_from_json(json: String) -> Result<numbering::GapReport, KaipanError> {
    from_json(&json)
}

/// Writes a `GapReport` as JSON.
#[uniffi::export]
pub fn gap_report_to_json(value: Checked<numbering::GapReport>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `NumberDrawRequest` from JSON.
#[uniffi::export]
pub fn number_draw_request_from_json(json: String) -> Result<numbering::NumberDrawRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `NumberDrawRequest` as JSON.
#[uniffi::export]
pub fn number_draw_request_to_json(value: Checked<numbering::NumberDrawRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `NumberGapsRequest` from JSON.
#[uniffi::export]
pub fn number_gaps_request_from_json(json: String) -> Result<numbering::NumberGapsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `NumberGapsRequest` as JSON.
#[uniffi::export]
pub fn number_gaps_request_to_json(value: Checked<numbering::NumberGapsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `IntentionRegister` from JSON.
#[uniffi::export]
pub fn intention_register_from_json(json: String) -> Result<opportunity::IntentionRegister, KaipanError> {
    from_json(&json)
}

/// Writes a `IntentionRegister` as JSON.
#[uniffi::export]
pub fn intention_register_to_json(value: Checked<opportunity::IntentionRegister>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `IntentionsRequest` from JSON.
#[uniffi::export]
pub fn intentions_request_from_json(json: String) -> Result<opportunity::IntentionsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `IntentionsRequest` as JSON.
#[uniffi::export]
pub fn intentions_request_to_json(value: Checked<opportunity::IntentionsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OpportunityCheckRequest` from JSON.
#[uniffi::export]
pub fn opportunity_check_request_from_json(json: String) -> Result<opportunity::OpportunityCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OpportunityCheckRequest` as JSON.
#[uniffi::export]
pub fn opportunity_check_request_to_json(value: Checked<opportunity::OpportunityCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OpportunityDecideRequest` from JSON.
#[uniffi::export]
pub fn opportunity_decide_request_from_json(json: String) -> Result<opportunity::OpportunityDecideRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OpportunityDecideRequest` as JSON.
#[uniffi::export]
pub fn opportunity_decide_request_to_json(value: Checked<opportunity::OpportunityDecideRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OpportunityDecision` from JSON.
#[uniffi::export]
pub fn opportunity_decision_from_json(json: String) -> Result<opportunity::OpportunityDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `OpportunityDecision` as JSON.
#[uniffi::export]
pub fn opportunity_decision_to_json(value: Checked<opportunity::OpportunityDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OpportunityReview` from JSON.
#[uniffi::export]
pub fn opportunity_review_from_json(json: String) -> Result<opportunity::OpportunityReview, KaipanError> {
    from_json(&json)
}

/// Writes a `OpportunityReview` as JSON.
#[uniffi::export]
pub fn opportunity_review_to_json(value: Checked<opportunity::OpportunityReview>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuotationHistory` from JSON.
#[uniffi::export]
pub fn quotation_history_from_json(json: String) -> Result<opportunity::QuotationHistory, KaipanError> {
    from_json(&json)
}

/// Writes a `QuotationHistory` as JSON.
#[uniffi::export]
pub fn quotation_history_to_json(value: Checked<opportunity::QuotationHistory>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuotationsRequest` from JSON.
#[uniffi::export]
pub fn quotations_request_from_json(json: String) -> Result<opportunity::QuotationsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `QuotationsRequest` as JSON.
#[uniffi::export]
pub fn quotations_request_to_json(value: Checked<opportunity::QuotationsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SalesCalendar` from JSON.
#[uniffi::export]
pub fn sales_calendar_from_json(json: String) -> Result<opportunity::SalesCalendar, KaipanError> {
    from_json(&json)
}

/// Writes a `SalesCalendar` as JSON.
#[uniffi::export]
pub fn sales_calendar_to_json(value: Checked<opportunity::SalesCalendar>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SalesCalendarRequest` from JSON.
#[uniffi::export]
pub fn sales_calendar_request_from_json(json: String) -> Result<opportunity::SalesCalendarRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `SalesCalendarRequest` as JSON.
#[uniffi::export]
pub fn sales_calendar_request_to_json(value: Checked<opportunity::SalesCalendarRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StagesPresetRequest` from JSON.
#[uniffi::export]
pub fn stages_preset_request_from_json(json: String) -> Result<opportunity::StagesPresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `StagesPresetRequest` as JSON.
#[uniffi::export]
pub fn stages_preset_request_to_json(value: Checked<opportunity::StagesPresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `StagesPresetResponse` from JSON.
#[uniffi::export]
pub fn stages_preset_response_from_json(json: String) -> Result<opportunity::StagesPresetResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `StagesPresetResponse` as JSON.
#[uniffi::export]
pub fn stages_preset_response_to_json(value: Checked<opportunity::StagesPresetResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OrganisationCheck` from JSON.
#[uniffi::export]
pub fn organisation_check_from_json(json: String) -> Result<organisation::OrganisationCheck, KaipanError> {
    from_json(&json)
}

/// Writes a `OrganisationCheck` as JSON.
#[uniffi::export]
pub fn organisation_check_to_json(value: Checked<organisation::OrganisationCheck>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OrganisationCheckRequest` from JSON.
#[uniffi::export]
pub fn organisation_check_request_from_json(json: String) -> Result<organisation::OrganisationCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OrganisationCheckRequest` as JSON.
#[uniffi::export]
pub fn organisation_check_request_to_json(value: Checked<organisation::OrganisationCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OrganisationScope` from JSON.
#[uniffi::export]
pub fn organisation_scope_from_json(json: String) -> Result<organisation::OrganisationScope, KaipanError> {
    from_json(&json)
}

/// Writes a `OrganisationScope` as JSON.
#[uniffi::export]
pub fn organisation_scope_to_json(value: Checked<organisation::OrganisationScope>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OrganisationScopeRequest` from JSON.
#[uniffi::export]
pub fn organisation_scope_request_from_json(json: String) -> Result<organisation::OrganisationScopeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OrganisationScopeRequest` as JSON.
#[uniffi::export]
pub fn organisation_scope_request_to_json(value: Checked<organisation::OrganisationScopeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ProcessVariantAnswer` from JSON.
#[uniffi::export]
pub fn process_variant_answer_from_json(json: String) -> Result<organisation::ProcessVariantAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `ProcessVariantAnswer` as JSON.
#[uniffi::export]
pub fn process_variant_answer_to_json(value: Checked<organisation::ProcessVariantAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ProcessVariantRequest` from JSON.
#[uniffi::export]
pub fn process_variant_request_from_json(json: String) -> Result<organisation::ProcessVariantRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ProcessVariantRequest` as JSON.
#[uniffi::export]
pub fn process_variant_request_to_json(value: Checked<organisation::ProcessVariantRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RightsAnswer` from JSON.
#[uniffi::export]
pub fn rights_answer_from_json(json: String) -> Result<organisation::RightsAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `RightsAnswer` as JSON.
#[uniffi::export]
pub fn rights_answer_to_json(value: Checked<organisation::RightsAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RightsRequest` from JSON.
#[uniffi::export]
pub fn rights_request_from_json(json: String) -> Result<organisation::RightsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `RightsRequest` as JSON.
#[uniffi::export]
pub fn rights_request_to_json(value: Checked<organisation::RightsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RolesPreset` from JSON.
#[uniffi::export]
pub fn roles_preset_from_json(json: String) -> Result<organisation::RolesPreset, KaipanError> {
    from_json(&json)
}

/// Writes a `RolesPreset` as JSON.
#[uniffi::export]
pub fn roles_preset_to_json(value: Checked<organisation::RolesPreset>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RolesPresetRequest` from JSON.
#[uniffi::export]
pub fn roles_preset_request_from_json(json: String) -> Result<organisation::RolesPresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `RolesPresetRequest` as JSON.
#[uniffi::export]
pub fn roles_preset_request_to_json(value: Checked<organisation::RolesPresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AgingReport` from JSON.
#[uniffi::export]
pub fn aging_report_from_json(json: String) -> Result<overdue::AgingReport, KaipanError> {
    from_json(&json)
}

/// Writes a `AgingReport` as JSON.
#[uniffi::export]
pub fn aging_report_to_json(value: Checked<overdue::AgingReport>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CashForecast` from JSON.
#[uniffi::export]
pub fn cash_forecast_from_json(json: String) -> Result<overdue::CashForecast, KaipanError> {
    from_json(&json)
}

/// Writes a `CashForecast` as JSON.
#[uniffi::export]
pub fn cash_forecast_to_json(value: Checked<overdue::CashForecast>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DunningList` from JSON.
#[uniffi::export]
pub fn dunning_list_from_json(json: String) -> Result<overdue::DunningList, KaipanError> {
    from_json(&json)
}

/// Writes a `DunningList` as JSON.
#[uniffi::export]
pub fn dunning_list_to_json(value: Checked<overdue::DunningList>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LedgerClaims` from JSON.
#[uniffi::export]
pub fn ledger_claims_from_json(json: String) -> Result<overdue::LedgerClaims, KaipanError> {
    from_json(&json)
}

/// Writes a `LedgerClaims` as JSON.
#[uniffi::export]
pub fn ledger_claims_to_json(value: Checked<overdue::LedgerClaims>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueAgingRequest` from JSON.
#[uniffi::export]
pub fn overdue_aging_request_from_json(json: String) -> Result<overdue::OverdueAgingRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueAgingRequest` as JSON.
#[uniffi::export]
pub fn overdue_aging_request_to_json(value: Checked<overdue::OverdueAgingRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueAssessRequest` from JSON.
#[uniffi::export]
pub fn overdue_assess_request_from_json(json: String) -> Result<overdue::OverdueAssessRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueAssessRequest` as JSON.
#[uniffi::export]
pub fn overdue_assess_request_to_json(value: Checked<overdue::OverdueAssessRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueAssessment` from JSON.
#[uniffi::export]
pub fn overdue_assessment_from_json(json: String) -> Result<overdue::OverdueAssessment, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueAssessment` as JSON.
#[uniffi::export]
pub fn overdue_assessment_to_json(value: Checked<overdue::OverdueAssessment>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueClaimsRequest` from JSON.
#[uniffi::export]
pub fn overdue_claims_request_from_json(json: String) -> Result<overdue::OverdueClaimsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueClaimsRequest` as JSON.
#[uniffi::export]
pub fn overdue_claims_request_to_json(value: Checked<overdue::OverdueClaimsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueDunRequest` from JSON.
#[uniffi::export]
pub fn overdue_dun_request_from_json(json: String) -> Result<overdue::OverdueDunRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueDunRequest` as JSON.
#[uniffi::export]
pub fn overdue_dun_request_to_json(value: Checked<overdue::OverdueDunRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueForecastRequest` from JSON.
#[uniffi::export]
pub fn overdue_forecast_request_from_json(json: String) -> Result<overdue::OverdueForecastRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueForecastRequest` as JSON.
#[uniffi::export]
pub fn overdue_forecast_request_to_json(value: Checked<overdue::OverdueForecastRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueTaskList` from JSON.
#[uniffi::export]
pub fn overdue_task_list_from_json(json: String) -> Result<overdue::OverdueTaskList, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueTaskList` as JSON.
#[uniffi::export]
pub fn overdue_task_list_to_json(value: Checked<overdue::OverdueTaskList>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OverdueTasksRequest` from JSON.
#[uniffi::export]
pub fn overdue_tasks_request_from_json(json: String) -> Result<overdue::OverdueTasksRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OverdueTasksRequest` as JSON.
#[uniffi::export]
pub fn overdue_tasks_request_to_json(value: Checked<overdue::OverdueTasksRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DueLists` from JSON.
#[uniffi::export]
pub fn due_lists_from_json(json: String) -> Result<ownership::DueLists, KaipanError> {
    from_json(&json)
}

/// Writes a `DueLists` as JSON.
#[uniffi::export]
pub fn due_lists_to_json(value: Checked<ownership::DueLists>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnerDecision` from JSON.
#[uniffi::export]
pub fn owner_decision_from_json(json: String) -> Result<ownership::OwnerDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnerDecision` as JSON.
#[uniffi::export]
pub fn owner_decision_to_json(value: Checked<ownership::OwnerDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnerRequest` from JSON.
#[uniffi::export]
pub fn owner_request_from_json(json: String) -> Result<ownership::OwnerRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnerRequest` as JSON.
#[uniffi::export]
pub fn owner_request_to_json(value: Checked<ownership::OwnerRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipAudit` from JSON.
#[uniffi::export]
pub fn ownership_audit_from_json(json: String) -> Result<ownership::OwnershipAudit, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipAudit` as JSON.
#[uniffi::export]
pub fn ownership_audit_to_json(value: Checked<ownership::OwnershipAudit>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipAuditRequest` from JSON.
#[uniffi::export]
pub fn ownership_audit_request_from_json(json: String) -> Result<ownership::OwnershipAuditRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipAuditRequest` as JSON.
#[uniffi::export]
pub fn ownership_audit_request_to_json(value: Checked<ownership::OwnershipAuditRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipChangeDecision` from JSON.
#[uniffi::export]
pub fn ownership_change_decision_from_json(json: String) -> Result<ownership::OwnershipChangeDecision, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipChangeDecision` as JSON.
#[uniffi::export]
pub fn ownership_change_decision_to_json(value: Checked<ownership::OwnershipChangeDecision>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipChangeRequest` from JSON.
#[uniffi::export]
pub fn ownership_change_request_from_json(json: String) -> Result<ownership::OwnershipChangeRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipChangeRequest` as JSON.
#[uniffi::export]
pub fn ownership_change_request_to_json(value: Checked<ownership::OwnershipChangeRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipDueRequest` from JSON.
#[uniffi::export]
pub fn ownership_due_request_from_json(json: String) -> Result<ownership::OwnershipDueRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipDueRequest` as JSON.
#[uniffi::export]
pub fn ownership_due_request_to_json(value: Checked<ownership::OwnershipDueRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipPresetRequest` from JSON.
#[uniffi::export]
pub fn ownership_preset_request_from_json(json: String) -> Result<ownership::OwnershipPresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipPresetRequest` as JSON.
#[uniffi::export]
pub fn ownership_preset_request_to_json(value: Checked<ownership::OwnershipPresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `OwnershipPresetResponse` from JSON.
#[uniffi::export]
pub fn ownership_preset_response_from_json(json: String) -> Result<ownership::OwnershipPresetResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `OwnershipPresetResponse` as JSON.
#[uniffi::export]
pub fn ownership_preset_response_to_json(value: Checked<ownership::OwnershipPresetResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `Schedule` from JSON.
#[uniffi::export]
pub fn schedule_from_json(json: String) -> Result<payment::Schedule, KaipanError> {
    from_json(&json)
}

/// Writes a `Schedule` as JSON.
#[uniffi::export]
pub fn schedule_to_json(value: Checked<payment::Schedule>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ScheduleRequest` from JSON.
#[uniffi::export]
pub fn schedule_request_from_json(json: String) -> Result<payment::ScheduleRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ScheduleRequest` as JSON.
#[uniffi::export]
pub fn schedule_request_to_json(value: Checked<payment::ScheduleRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LoanRequest` from JSON.
#[uniffi::export]
pub fn loan_request_from_json(json: String) -> Result<payment::loan::LoanRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `LoanRequest` as JSON.
#[uniffi::export]
pub fn loan_request_to_json(value: Checked<payment::loan::LoanRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `LoanSheet` from JSON.
#[uniffi::export]
pub fn loan_sheet_from_json(json: String) -> Result<payment::loan::LoanSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `LoanSheet` as JSON.
#[uniffi::export]
pub fn loan_sheet_to_json(value: Checked<payment::loan::LoanSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RatePresetsRequest` from JSON.
#[uniffi::export]
pub fn rate_presets_request_from_json(json: String) -> Result<payment::loan::RatePresetsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `RatePresetsRequest` as JSON.
#[uniffi::export]
pub fn rate_presets_request_to_json(value: Checked<payment::loan::RatePresetsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `RatePresetsResponse` from JSON.
#[uniffi::export]
pub fn rate_presets_response_from_json(json: String) -> Result<payment::loan::RatePresetsResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `RatePresetsResponse` as JSON.
#[uniffi::export]
pub fn rate_presets_response_to_json(value: Checked<payment::loan::RatePresetsResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AdjustRequest` from JSON.
#[uniffi::export]
pub fn adjust_request_from_json(json: String) -> Result<pricing::AdjustRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `AdjustRequest` as JSON.
#[uniffi::export]
pub fn adjust_request_to_json(value: Checked<pricing::AdjustRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AdjustedPrices` from JSON.
#[uniffi::export]
pub fn adjusted_prices_from_json(json: String) -> Result<pricing::AdjustedPrices, KaipanError> {
    from_json(&json)
}

/// Writes a `AdjustedPrices` as JSON.
#[uniffi::export]
pub fn adjusted_prices_to_json(value: Checked<pricing::AdjustedPrices>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AdvanceBillRequest` from JSON.
#[uniffi::export]
pub fn advance_bill_request_from_json(json: String) -> Result<pricing::AdvanceBillRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `AdvanceBillRequest` as JSON.
#[uniffi::export]
pub fn advance_bill_request_to_json(value: Checked<pricing::AdvanceBillRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `AdvancedBill` from JSON.
#[uniffi::export]
pub fn advanced_bill_from_json(json: String) -> Result<pricing::AdvancedBill, KaipanError> {
    from_json(&json)
}

/// Writes a `AdvancedBill` as JSON.
#[uniffi::export]
pub fn advanced_bill_to_json(value: Checked<pricing::AdvancedBill>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CheckRequest` from JSON.
#[uniffi::export]
pub fn check_request_from_json(json: String) -> Result<pricing::CheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CheckRequest` as JSON.
#[uniffi::export]
pub fn check_request_to_json(value: Checked<pricing::CheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ComparePricesRequest` from JSON.
#[uniffi::export]
pub fn compare_prices_request_from_json(json: String) -> Result<pricing::ComparePricesRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ComparePricesRequest` as JSON.
#[uniffi::export]
pub fn compare_prices_request_to_json(value: Checked<pricing::ComparePricesRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ComparedPrices` from JSON.
#[uniffi::export]
pub fn compared_prices_from_json(json: String) -> Result<pricing::ComparedPrices, KaipanError> {
    from_json(&json)
}

/// Writes a `ComparedPrices` as JSON.
#[uniffi::export]
pub fn compared_prices_to_json(value: Checked<pricing::ComparedPrices>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ListFromNet` from JSON.
#[uniffi::export]
pub fn list_from_net_from_json(json: String) -> Result<pricing::ListFromNet, KaipanError> {
    from_json(&json)
}

/// Writes a `ListFromNet` as JSON.
#[uniffi::export]
pub fn list_from_net_to_json(value: Checked<pricing::ListFromNet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ListPricesRequest` from JSON.
#[uniffi::export]
pub fn list_prices_request_from_json(json: String) -> Result<pricing::ListPricesRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ListPricesRequest` as JSON.
#[uniffi::export]
pub fn list_prices_request_to_json(value: Checked<pricing::ListPricesRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `NetToListRequest` from JSON.
#[uniffi::export]
pub fn net_to_list_request_from_json(json: String) -> Result<pricing::NetToListRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `NetToListRequest` as JSON.
#[uniffi::export]
pub fn net_to_list_request_to_json(value: Checked<pricing::NetToListRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `PriceCheck` from JSON.
#[uniffi::export]
pub fn price_check_from_json(json: String) -> Result<pricing::PriceCheck, KaipanError> {
    from_json(&json)
}

/// Writes a `PriceCheck` as JSON.
#[uniffi::export]
pub fn price_check_to_json(value: Checked<pricing::PriceCheck>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `PriceTable` from JSON.
#[uniffi::export]
pub fn price_table_from_json(json: String) -> Result<pricing::PriceTable, KaipanError> {
    from_json(&json)
}

/// Writes a `PriceTable` as JSON.
#[uniffi::export]
pub fn price_table_to_json(value: Checked<pricing::PriceTable>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `PricingScheme` from JSON.
#[uniffi::export]
pub fn pricing_scheme_from_json(json: String) -> Result<pricing::PricingScheme, KaipanError> {
    from_json(&json)
}

/// Writes a `PricingScheme` as JSON.
#[uniffi::export]
pub fn pricing_scheme_to_json(value: Checked<pricing::PricingScheme>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SolveBaseRequest` from JSON.
#[uniffi::export]
pub fn solve_base_request_from_json(json: String) -> Result<pricing::SolveBaseRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `SolveBaseRequest` as JSON.
#[uniffi::export]
pub fn solve_base_request_to_json(value: Checked<pricing::SolveBaseRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SolvedBases` from JSON.
#[uniffi::export]
pub fn solved_bases_from_json(json: String) -> Result<pricing::SolvedBases, KaipanError> {
    from_json(&json)
}

/// Writes a `SolvedBases` as JSON.
#[uniffi::export]
pub fn solved_bases_to_json(value: Checked<pricing::SolvedBases>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `TableRequest` from JSON.
#[uniffi::export]
pub fn table_request_from_json(json: String) -> Result<pricing::TableRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `TableRequest` as JSON.
#[uniffi::export]
pub fn table_request_to_json(value: Checked<pricing::TableRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FindUnitsRequest` from JSON.
#[uniffi::export]
pub fn find_units_request_from_json(json: String) -> Result<project::FindUnitsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `FindUnitsRequest` as JSON.
#[uniffi::export]
pub fn find_units_request_to_json(value: Checked<project::FindUnitsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `FoundUnits` from JSON.
#[uniffi::export]
pub fn found_units_from_json(json: String) -> Result<project::FoundUnits, KaipanError> {
    from_json(&json)
}

/// Writes a `FoundUnits` as JSON.
#[uniffi::export]
pub fn found_units_to_json(value: Checked<project::FoundUnits>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ImportRequest` from JSON.
#[uniffi::export]
pub fn import_request_from_json(json: String) -> Result<project::ImportRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ImportRequest` as JSON.
#[uniffi::export]
pub fn import_request_to_json(value: Checked<project::ImportRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ImportedUnits` from JSON.
#[uniffi::export]
pub fn imported_units_from_json(json: String) -> Result<project::ImportedUnits, KaipanError> {
    from_json(&json)
}

/// Writes a `ImportedUnits` as JSON.
#[uniffi::export]
pub fn imported_units_to_json(value: Checked<project::ImportedUnits>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `Unit` from JSON.
#[uniffi::export]
pub fn unit_from_json(json: String) -> Result<project::Unit, KaipanError> {
    from_json(&json)
}

/// Writes a `Unit` as JSON.
#[uniffi::export]
pub fn unit_to_json(value: Checked<project::Unit>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuestionnaireCheckRequest` from JSON.
#[uniffi::export]
pub fn questionnaire_check_request_from_json(json: String) -> Result<questionnaire::QuestionnaireCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `QuestionnaireCheckRequest` as JSON.
#[uniffi::export]
pub fn questionnaire_check_request_to_json(value: Checked<questionnaire::QuestionnaireCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuestionnaireGate` from JSON.
#[uniffi::export]
pub fn questionnaire_gate_from_json(json: String) -> Result<questionnaire::QuestionnaireGate, KaipanError> {
    from_json(&json)
}

/// Writes a `QuestionnaireGate` as JSON.
#[uniffi::export]
pub fn questionnaire_gate_to_json(value: Checked<questionnaire::QuestionnaireGate>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuestionnaireReportRequest` from JSON.
#[uniffi::export]
pub fn questionnaire_report_request_from_json(json: String) -> Result<questionnaire::QuestionnaireReportRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `QuestionnaireReportRequest` as JSON.
#[uniffi::export]
pub fn questionnaire_report_request_to_json(value: Checked<questionnaire::QuestionnaireReportRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SurveyReport` from JSON.
#[uniffi::export]
pub fn survey_report_from_json(json: String) -> Result<questionnaire::SurveyReport, KaipanError> {
    from_json(&json)
}

/// Writes a `SurveyReport` as JSON.
#[uniffi::export]
pub fn survey_report_to_json(value: Checked<questionnaire::SurveyReport>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `CompareRequest` from JSON.
#[uniffi::export]
pub fn compare_request_from_json(json: String) -> Result<quote::CompareRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `CompareRequest` as JSON.
#[uniffi::export]
pub fn compare_request_to_json(value: Checked<quote::CompareRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `Quote` from JSON.
#[uniffi::export]
pub fn quote_from_json(json: String) -> Result<quote::Quote, KaipanError> {
    from_json(&json)
}

/// Writes a `Quote` as JSON.
#[uniffi::export]
pub fn quote_to_json(value: Checked<quote::Quote>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuoteComparison` from JSON.
#[uniffi::export]
pub fn quote_comparison_from_json(json: String) -> Result<quote::QuoteComparison, KaipanError> {
    from_json(&json)
}

/// Writes a `QuoteComparison` as JSON.
#[uniffi::export]
pub fn quote_comparison_to_json(value: Checked<quote::QuoteComparison>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuoteRequest` from JSON.
#[uniffi::export]
pub fn quote_request_from_json(json: String) -> Result<quote::QuoteRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `QuoteRequest` as JSON.
#[uniffi::export]
pub fn quote_request_to_json(value: Checked<quote::QuoteRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `QuoteValidity` from JSON.
#[uniffi::export]
pub fn quote_validity_from_json(json: String) -> Result<quote::QuoteValidity, KaipanError> {
    from_json(&json)
}

/// Writes a `QuoteValidity` as JSON.
#[uniffi::export]
pub fn quote_validity_to_json(value: Checked<quote::QuoteValidity>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SalesPolicies` from JSON.
#[uniffi::export]
pub fn sales_policies_from_json(json: String) -> Result<quote::SalesPolicies, KaipanError> {
    from_json(&json)
}

/// Writes a `SalesPolicies` as JSON.
#[uniffi::export]
pub fn sales_policies_to_json(value: Checked<quote::SalesPolicies>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ValidityRequest` from JSON.
#[uniffi::export]
pub fn validity_request_from_json(json: String) -> Result<quote::ValidityRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ValidityRequest` as JSON.
#[uniffi::export]
pub fn validity_request_to_json(value: Checked<quote::ValidityRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportCalendarRequest` from JSON.
#[uniffi::export]
pub fn report_calendar_request_from_json(json: String) -> Result<report::ReportCalendarRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportCalendarRequest` as JSON.
#[uniffi::export]
pub fn report_calendar_request_to_json(value: Checked<report::ReportCalendarRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportCalendarResponse` from JSON.
#[uniffi::export]
pub fn report_calendar_response_from_json(json: String) -> Result<report::ReportCalendarResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportCalendarResponse` as JSON.
#[uniffi::export]
pub fn report_calendar_response_to_json(value: Checked<report::ReportCalendarResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportFacts` from JSON.
#[uniffi::export]
pub fn report_facts_from_json(json: String) -> Result<report::ReportFacts, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportFacts` as JSON.
#[uniffi::export]
pub fn report_facts_to_json(value: Checked<report::ReportFacts>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportFactsRequest` from JSON.
#[uniffi::export]
pub fn report_facts_request_from_json(json: String) -> Result<report::ReportFactsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportFactsRequest` as JSON.
#[uniffi::export]
pub fn report_facts_request_to_json(value: Checked<report::ReportFactsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportListRequest` from JSON.
#[uniffi::export]
pub fn report_list_request_from_json(json: String) -> Result<report::ReportListRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportListRequest` as JSON.
#[uniffi::export]
pub fn report_list_request_to_json(value: Checked<report::ReportListRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportListResponse` from JSON.
#[uniffi::export]
pub fn report_list_response_from_json(json: String) -> Result<report::ReportListResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportListResponse` as JSON.
#[uniffi::export]
pub fn report_list_response_to_json(value: Checked<report::ReportListResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportReconcileRequest` from JSON.
#[uniffi::export]
pub fn report_reconcile_request_from_json(json: String) -> Result<report::ReportReconcileRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportReconcileRequest` as JSON.
#[uniffi::export]
pub fn report_reconcile_request_to_json(value: Checked<report::ReportReconcileRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportReconciliation` from JSON.
#[uniffi::export]
pub fn report_reconciliation_from_json(json: String) -> Result<report::ReportReconciliation, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportReconciliation` as JSON.
#[uniffi::export]
pub fn report_reconciliation_to_json(value: Checked<report::ReportReconciliation>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportRunRequest` from JSON.
#[uniffi::export]
pub fn report_run_request_from_json(json: String) -> Result<report::ReportRunRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportRunRequest` as JSON.
#[uniffi::export]
pub fn report_run_request_to_json(value: Checked<report::ReportRunRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ReportTable` from JSON.
#[uniffi::export]
pub fn report_table_from_json(json: String) -> Result<report::ReportTable, KaipanError> {
    from_json(&json)
}

/// Writes a `ReportTable` as JSON.
#[uniffi::export]
pub fn report_table_to_json(value: Checked<report::ReportTable>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `DisbursementRuling` from JSON.
#[uniffi::export]
pub fn disbursement_ruling_from_json(json: String) -> Result<service::DisbursementRuling, KaipanError> {
    from_json(&json)
}

/// Writes a `DisbursementRuling` as JSON.
#[uniffi::export]
pub fn disbursement_ruling_to_json(value: Checked<service::DisbursementRuling>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceAnswer` from JSON.
#[uniffi::export]
pub fn service_answer_from_json(json: String) -> Result<service::ServiceAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceAnswer` as JSON.
#[uniffi::export]
pub fn service_answer_to_json(value: Checked<service::ServiceAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceDates` from JSON.
#[uniffi::export]
pub fn service_dates_from_json(json: String) -> Result<service::ServiceDates, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceDates` as JSON.
#[uniffi::export]
pub fn service_dates_to_json(value: Checked<service::ServiceDates>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceDatesRequest` from JSON.
#[uniffi::export]
pub fn service_dates_request_from_json(json: String) -> Result<service::ServiceDatesRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceDatesRequest` as JSON.
#[uniffi::export]
pub fn service_dates_request_to_json(value: Checked<service::ServiceDatesRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceDecideRequest` from JSON.
#[uniffi::export]
pub fn service_decide_request_from_json(json: String) -> Result<service::ServiceDecideRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceDecideRequest` as JSON.
#[uniffi::export]
pub fn service_decide_request_to_json(value: Checked<service::ServiceDecideRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceDisburseRequest` from JSON.
#[uniffi::export]
pub fn service_disburse_request_from_json(json: String) -> Result<service::ServiceDisburseRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceDisburseRequest` as JSON.
#[uniffi::export]
pub fn service_disburse_request_to_json(value: Checked<service::ServiceDisburseRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceDueList` from JSON.
#[uniffi::export]
pub fn service_due_list_from_json(json: String) -> Result<service::ServiceDueList, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceDueList` as JSON.
#[uniffi::export]
pub fn service_due_list_to_json(value: Checked<service::ServiceDueList>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceDueRequest` from JSON.
#[uniffi::export]
pub fn service_due_request_from_json(json: String) -> Result<service::ServiceDueRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceDueRequest` as JSON.
#[uniffi::export]
pub fn service_due_request_to_json(value: Checked<service::ServiceDueRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServicePresetRequest` from JSON.
#[uniffi::export]
pub fn service_preset_request_from_json(json: String) -> Result<service::ServicePresetRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ServicePresetRequest` as JSON.
#[uniffi::export]
pub fn service_preset_request_to_json(value: Checked<service::ServicePresetRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServicePresetResponse` from JSON.
#[uniffi::export]
pub fn service_preset_response_from_json(json: String) -> Result<service::ServicePresetResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `ServicePresetResponse` as JSON.
#[uniffi::export]
pub fn service_preset_response_to_json(value: Checked<service::ServicePresetResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceReplayRequest` from JSON.
#[uniffi::export]
pub fn service_replay_request_from_json(json: String) -> Result<service::ServiceReplayRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceReplayRequest` as JSON.
#[uniffi::export]
pub fn service_replay_request_to_json(value: Checked<service::ServiceReplayRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `ServiceReplayResponse` from JSON.
#[uniffi::export]
pub fn service_replay_response_from_json(json: String) -> Result<service::ServiceReplayResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `ServiceReplayResponse` as JSON.
#[uniffi::export]
pub fn service_replay_response_to_json(value: Checked<service::ServiceReplayResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SupervisedReleaseAnswer` from JSON.
#[uniffi::export]
pub fn supervised_release_answer_from_json(json: String) -> Result<supervision::SupervisedReleaseAnswer, KaipanError> {
    from_json(&json)
}

/// Writes a `SupervisedReleaseAnswer` as JSON.
#[uniffi::export]
pub fn supervised_release_answer_to_json(value: Checked<supervision::SupervisedReleaseAnswer>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SupervisionCheckRequest` from JSON.
#[uniffi::export]
pub fn supervision_check_request_from_json(json: String) -> Result<supervision::SupervisionCheckRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `SupervisionCheckRequest` as JSON.
#[uniffi::export]
pub fn supervision_check_request_to_json(value: Checked<supervision::SupervisionCheckRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SupervisionPresetsRequest` from JSON.
#[uniffi::export]
pub fn supervision_presets_request_from_json(json: String) -> Result<supervision::SupervisionPresetsRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `SupervisionPresetsRequest` as JSON.
#[uniffi::export]
pub fn supervision_presets_request_to_json(value: Checked<supervision::SupervisionPresetsRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SupervisionPresetsResponse` from JSON.
#[uniffi::export]
pub fn supervision_presets_response_from_json(json: String) -> Result<supervision::SupervisionPresetsResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `SupervisionPresetsResponse` as JSON.
#[uniffi::export]
pub fn supervision_presets_response_to_json(value: Checked<supervision::SupervisionPresetsResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SupervisionReleaseRequest` from JSON.
#[uniffi::export]
pub fn supervision_release_request_from_json(json: String) -> Result<supervision::SupervisionReleaseRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `SupervisionReleaseRequest` as JSON.
#[uniffi::export]
pub fn supervision_release_request_to_json(value: Checked<supervision::SupervisionReleaseRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `SupervisionSheet` from JSON.
#[uniffi::export]
pub fn supervision_sheet_from_json(json: String) -> Result<supervision::SupervisionSheet, KaipanError> {
    from_json(&json)
}

/// Writes a `SupervisionSheet` as JSON.
#[uniffi::export]
pub fn supervision_sheet_to_json(value: Checked<supervision::SupervisionSheet>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VoucherAdvanceRequest` from JSON.
#[uniffi::export]
pub fn voucher_advance_request_from_json(json: String) -> Result<voucher::VoucherAdvanceRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `VoucherAdvanceRequest` as JSON.
#[uniffi::export]
pub fn voucher_advance_request_to_json(value: Checked<voucher::VoucherAdvanceRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VoucherAdvanceResponse` from JSON.
#[uniffi::export]
pub fn voucher_advance_response_from_json(json: String) -> Result<voucher::VoucherAdvanceResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `VoucherAdvanceResponse` as JSON.
#[uniffi::export]
pub fn voucher_advance_response_to_json(value: Checked<voucher::VoucherAdvanceResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VoucherReportRequest` from JSON.
#[uniffi::export]
pub fn voucher_report_request_from_json(json: String) -> Result<voucher::VoucherReportRequest, KaipanError> {
    from_json(&json)
}

/// Writes a `VoucherReportRequest` as JSON.
#[uniffi::export]
pub fn voucher_report_request_to_json(value: Checked<voucher::VoucherReportRequest>) -> Result<String, KaipanError> {
    to_json(value)
}

/// Reads a `VoucherReportResponse` from JSON.
#[uniffi::export]
pub fn voucher_report_response_from_json(json: String) -> Result<voucher::VoucherReportResponse, KaipanError> {
    from_json(&json)
}

/// Writes a `VoucherReportResponse` as JSON.
#[uniffi::export]
pub fn voucher_report_response_to_json(value: Checked<voucher::VoucherReportResponse>) -> Result<String, KaipanError> {
    to_json(value)
}

#[cfg(test)]
use crate::wire::tests::survives;

#[cfg(test)]
type Survives = fn(&str) -> Option<bool>;

/// Whether a request of an operation is the same after its way through uniffi's bytes.
#[cfg(test)]
pub(crate) const REQUESTS: &[(&str, Survives)] = &[
    ("number.in_words", survives::<number::InWordsRequest>),
    ("number.read_discount", survives::<number::ReadDiscountRequest>),
    ("project.import_units", survives::<project::ImportRequest>),
    ("project.find_units", survives::<project::FindUnitsRequest>),
    ("pricing.table", survives::<pricing::TableRequest>),
    ("pricing.list_prices", survives::<pricing::ListPricesRequest>),
    ("pricing.solve_base", survives::<pricing::SolveBaseRequest>),
    ("pricing.net_to_list", survives::<pricing::NetToListRequest>),
    ("pricing.adjust", survives::<pricing::AdjustRequest>),
    ("pricing.advance_bill", survives::<pricing::AdvanceBillRequest>),
    ("pricing.compare", survives::<pricing::ComparePricesRequest>),
    ("pricing.check", survives::<pricing::CheckRequest>),
    ("discount.apply", survives::<discount::ApplyRequest>),
    ("discount.best", survives::<discount::BestRequest>),
    ("discount.reevaluate", survives::<discount::ReevaluateRequest>),
    ("discount.authority", survives::<discount::AuthorityRequest>),
    ("payment.schedule", survives::<payment::ScheduleRequest>),
    ("payment.loan", survives::<payment::loan::LoanRequest>),
    ("payment.rate_presets", survives::<payment::loan::RatePresetsRequest>),
    ("fee.compute", survives::<fee::FeeRequest>),
    ("fee.vat_split", survives::<fee::VatRequest>),
    ("fee.presets", survives::<fee::FeePresetsRequest>),
    ("quote.make", survives::<quote::QuoteRequest>),
    ("quote.compare", survives::<quote::CompareRequest>),
    ("quote.validity", survives::<quote::ValidityRequest>),
    ("customer.match", survives::<customer::CustomerMatchRequest>),
    ("customer.duplicates", survives::<customer::CustomerDuplicatesRequest>),
    ("customer.merge", survives::<customer::CustomerMergeRequest>),
    ("customer.unmerge", survives::<customer::CustomerUnmergeRequest>),
    ("customer.import_member", survives::<customer::ImportMemberRequest>),
    ("customer.change", survives::<customer::CustomerChangeRequest>),
    ("customer.check", survives::<customer::CustomerCheckRequest>),
    ("customer.share", survives::<customer::CustomerShareRequest>),
    ("customer.hand_over", survives::<customer::CustomerHandOverRequest>),
    ("opportunity.decide", survives::<opportunity::OpportunityDecideRequest>),
    ("opportunity.check", survives::<opportunity::OpportunityCheckRequest>),
    ("opportunity.stages_preset", survives::<opportunity::StagesPresetRequest>),
    ("opportunity.calendar", survives::<opportunity::SalesCalendarRequest>),
    ("opportunity.quotations", survives::<opportunity::QuotationsRequest>),
    ("opportunity.intentions", survives::<opportunity::IntentionsRequest>),
    ("ownership.decide", survives::<ownership::OwnerRequest>),
    ("ownership.due", survives::<ownership::OwnershipDueRequest>),
    ("ownership.change", survives::<ownership::OwnershipChangeRequest>),
    ("ownership.audit", survives::<ownership::OwnershipAuditRequest>),
    ("ownership.preset", survives::<ownership::OwnershipPresetRequest>),
    ("organisation.check", survives::<organisation::OrganisationCheckRequest>),
    ("organisation.scope", survives::<organisation::OrganisationScopeRequest>),
    ("organisation.variant", survives::<organisation::ProcessVariantRequest>),
    ("organisation.may", survives::<organisation::RightsRequest>),
    ("organisation.roles_preset", survives::<organisation::RolesPresetRequest>),
    ("approval.route", survives::<approval::ApprovalRouteRequest>),
    ("approval.decide", survives::<approval::ApprovalDecideRequest>),
    ("approval.replay", survives::<approval::ApprovalReplayRequest>),
    ("approval.pending", survives::<approval::ApprovalPendingRequest>),
    ("approval.routes_preset", survives::<approval::RoutesPresetRequest>),
    ("numbering.draw", survives::<numbering::NumberDrawRequest>),
    ("numbering.gaps", survives::<numbering::NumberGapsRequest>),
    ("channel.protect", survives::<channel::ChannelProtectRequest>),
    ("channel.check", survives::<channel::ChannelCheckRequest>),
    ("questionnaire.check", survives::<questionnaire::QuestionnaireCheckRequest>),
    ("questionnaire.report", survives::<questionnaire::QuestionnaireReportRequest>),
    ("stock.decide", survives::<deal::StockDecideRequest>),
    ("stock.batch", survives::<deal::StockBatchRequest>),
    ("stock.room_slip", survives::<deal::StockRoomSlipRequest>),
    ("deal.decide", survives::<deal::DealDecideRequest>),
    ("deal.options", survives::<deal::DealOptionsRequest>),
    ("deal.replay", survives::<deal::DealReplayRequest>),
    ("deal.compare", survives::<deal::DealCompareRequest>),
    ("deal.tasks", survives::<deal::DealTasksRequest>),
    ("deal.rules", survives::<deal::DealRulesRequest>),
    ("deal.intake", survives::<deal::DealIntakeRequest>),
    ("deal.settle_area", survives::<deal::DealSettleAreaRequest>),
    ("deal.decide_area_settlement", survives::<deal::DealDecideAreaSettlementRequest>),
    ("deal.import_survey", survives::<deal::DealImportSurveyRequest>),
    ("deal.settle_change", survives::<deal::ChangeSettleRequest>),
    ("queue.decide", survives::<deal::QueueDecideRequest>),
    ("lottery.draw", survives::<deal::lottery::LotteryDrawRequest>),
    ("service.decide", survives::<service::ServiceDecideRequest>),
    ("service.due", survives::<service::ServiceDueRequest>),
    ("service.disburse", survives::<service::ServiceDisburseRequest>),
    ("service.replay", survives::<service::ServiceReplayRequest>),
    ("service.dates", survives::<service::ServiceDatesRequest>),
    ("service.preset", survives::<service::ServicePresetRequest>),
    ("voucher.advance", survives::<voucher::VoucherAdvanceRequest>),
    ("voucher.report", survives::<voucher::VoucherReportRequest>),
    ("supervision.check", survives::<supervision::SupervisionCheckRequest>),
    ("supervision.release", survives::<supervision::SupervisionReleaseRequest>),
    ("supervision.presets", survives::<supervision::SupervisionPresetsRequest>),
    ("fund_plan.check", survives::<fund_plan::FundPlanCheckRequest>),
    ("fund_plan.pay", survives::<fund_plan::FundPlanPayRequest>),
    ("ledger.post", survives::<ledger::LedgerPostRequest>),
    ("ledger.import", survives::<ledger::LedgerImportRequest>),
    ("ledger.close", survives::<ledger::LedgerCloseRequest>),
    ("ledger.statement", survives::<ledger::LedgerStatementRequest>),
    ("ledger.summary", survives::<ledger::LedgerSummaryRequest>),
    ("ledger.journal", survives::<ledger::LedgerJournalRequest>),
    ("ledger.receivables", survives::<ledger::LedgerReceivablesRequest>),
    ("ledger.journal_preset", survives::<ledger::LedgerJournalPresetRequest>),
    ("ledger.follow", survives::<ledger::LedgerFollowRequest>),
    ("ledger.follow_service", survives::<ledger::LedgerFollowServiceRequest>),
    ("ledger.follow_entry", survives::<ledger::LedgerFollowEntryRequest>),
    ("ledger.follow_commission", survives::<ledger::LedgerFollowCommissionRequest>),
    ("kpi.split", survives::<kpi::KpiSplitRequest>),
    ("kpi.advance_targets", survives::<kpi::KpiAdvanceTargetsRequest>),
    ("kpi.plans", survives::<kpi::KpiPlansRequest>),
    ("kpi.advance_plan", survives::<kpi::KpiAdvancePlanRequest>),
    ("kpi.rephase", survives::<kpi::KpiRephaseRequest>),
    ("kpi.node_plan", survives::<kpi::KpiNodePlanRequest>),
    ("kpi.shift_node", survives::<kpi::KpiShiftNodeRequest>),
    ("kpi.checklist", survives::<kpi::KpiChecklistRequest>),
    ("kpi.budget", survives::<kpi::KpiBudgetRequest>),
    ("kpi.campaigns", survives::<kpi::KpiCampaignsRequest>),
    ("kpi.stock_age", survives::<kpi::KpiStockAgeRequest>),
    ("kpi.completion", survives::<kpi::KpiCompletionRequest>),
    ("kpi.measure", survives::<kpi::KpiMeasureRequest>),
    ("kpi.preset", survives::<kpi::KpiPresetRequest>),
    ("kpi.bridge", survives::<kpi::KpiBridgeRequest>),
    ("kpi.variance", survives::<kpi::KpiVarianceRequest>),
    ("kpi.rank", survives::<kpi::KpiRankRequest>),
    ("kpi.abc", survives::<kpi::KpiAbcRequest>),
    ("kpi.score", survives::<kpi::KpiScoreRequest>),
    ("kpi.trend", survives::<kpi::KpiTrendRequest>),
    ("kpi.forecast", survives::<kpi::KpiForecastRequest>),
    ("kpi.commission", survives::<kpi::KpiCommissionRequest>),
    ("kpi.facts", survives::<kpi::KpiFactsRequest>),
    ("overdue.claims", survives::<overdue::OverdueClaimsRequest>),
    ("overdue.assess", survives::<overdue::OverdueAssessRequest>),
    ("overdue.aging", survives::<overdue::OverdueAgingRequest>),
    ("overdue.dun", survives::<overdue::OverdueDunRequest>),
    ("overdue.tasks", survives::<overdue::OverdueTasksRequest>),
    ("overdue.forecast", survives::<overdue::OverdueForecastRequest>),
    ("report.list", survives::<report::ReportListRequest>),
    ("report.run", survives::<report::ReportRunRequest>),
    ("report.facts", survives::<report::ReportFactsRequest>),
    ("report.reconcile", survives::<report::ReportReconcileRequest>),
    ("report.calendar", survives::<report::ReportCalendarRequest>),
];
