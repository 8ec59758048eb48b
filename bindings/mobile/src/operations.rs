//! Written by `cargo xtask docs` from the catalogue of operations; not to be edited.

use crate::call::{from_json, to_json, typed};
use crate::{Checked, KaipanError};
use kaipan_ops::{discount, fee, number, payment, pricing, project, quote};

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

/// Reads units from CSV text.
///
/// 从 CSV 文本导入房源. Operation `project.import_units`.
#[uniffi::export]
pub fn project_import_units(
    request: Checked<project::ImportRequest>,
) -> Result<project::ImportedUnits, KaipanError> {
    typed(request, project::import_units)
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
    ("pricing.table", survives::<pricing::TableRequest>),
    ("pricing.solve_base", survives::<pricing::SolveBaseRequest>),
    ("pricing.net_to_list", survives::<pricing::NetToListRequest>),
    ("pricing.adjust", survives::<pricing::AdjustRequest>),
    ("pricing.advance_bill", survives::<pricing::AdvanceBillRequest>),
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
];
