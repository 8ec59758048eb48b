// The areas that are compiled in.
// With no area there is nothing to import.
#[allow(unused_imports)]
use crate::*;
use kaipan::error::Result;
#[cfg(feature = "schema")]
use schemars::Schema;

/// One operation of the catalogue.
#[derive(Clone, Copy)]
pub struct Operation {
    /// Name, `area.verb`.
    pub name: &'static str,
    /// What it does, in Chinese.
    pub zh: &'static str,
    /// What it does, in English.
    pub en: &'static str,
    /// Rust type of the request, such as `pricing::TableRequest`: for generators of bindings.
    pub request_type: &'static str,
    /// Rust type of the response.
    pub response_type: &'static str,
    /// Rust expression of the function, such as `pricing::table`.
    pub function: &'static str,
    /// Runs it: JSON request in, JSON response out.
    pub run: fn(&str) -> Result<String>,
    /// Holds the JSON of `serde` to that of the library, for a request and its response.
    #[cfg(test)]
    pub serde_agrees: fn(&str),
    /// JSON Schema of the request.
    #[cfg(feature = "schema")]
    pub request_schema: fn() -> Schema,
    /// JSON Schema of the response.
    #[cfg(feature = "schema")]
    pub response_schema: fn() -> Schema,
}

/// One line an operation: name, function, types, and what it does in both languages.
macro_rules! operations {
    ($($(#[$only:meta])? $name:literal = $function:expr, $request:ty => $response:ty, $zh:literal, $en:literal;)*) => {
        /// Every operation, in the order of the business. (No constant: that would be compiled anew
        /// by every crate that uses it.)
        pub static OPERATIONS: &[Operation] = &[$($(#[$only])? Operation {
            name: $name,
            zh: $zh,
            en: $en,
            request_type: stringify!($request),
            response_type: stringify!($response),
            function: stringify!($function),
            run: |text| {
                let request: $request = json::read(text)?;
                let response: $response = $function(request)?;
                // Responses with steps are up to eight times as long as their request.
                Ok(json::write(&response, text.len().saturating_mul(8)))
            },
            #[cfg(test)]
            serde_agrees: |text| json::serde_agrees::hold::<$request, $response>(text, $function),
            #[cfg(feature = "schema")]
            request_schema: || json::schema_of::<$request>(),
            #[cfg(feature = "schema")]
            response_schema: || json::schema_of::<$response>(),
        }),*];
    };
}

operations! {
    #[cfg(feature = "number")]
    "number.in_words" = |r| number::amount_in_words(&r), number::InWordsRequest => number::InWordsResponse,
        "人民币大写，以及万、亿的简写", "Writes an amount in words, and in \"万\" or \"亿\"";
    #[cfg(feature = "number")]
    "number.read_discount" = |r| number::read_discount(&r), number::ReadDiscountRequest => number::ReadDiscountResponse,
        "读懂 98折、9.8折、减2点 这样的折扣", "Reads a discount such as \"98折\", \"9.8折\", \"减2点\"";
    #[cfg(feature = "project")]
    "project.import_units" = project::import_units, project::ImportRequest => project::ImportedUnits,
        "从 CSV 文本导入房源", "Reads units from CSV text";
    #[cfg(feature = "pricing")]
    "pricing.table" = pricing::table, pricing::TableRequest => pricing::PriceTable,
        "按定价方案试算整个项目，生成价格试算表", "Prices a project by its schemes and draws up the price trial table";
    #[cfg(feature = "pricing")]
    "pricing.solve_base" = pricing::solve_base, pricing::SolveBaseRequest => pricing::SolvedBases,
        "由目标均价或总价反推基准价", "Solves base prices from a target average or total";
    #[cfg(feature = "pricing")]
    "pricing.net_to_list" = |r| pricing::net_to_list(&r), pricing::NetToListRequest => pricing::ListFromNet,
        "由实收价和综合折扣算出表价", "Turns net prices into list prices through the composite discount";
    #[cfg(feature = "pricing")]
    "pricing.adjust" = pricing::adjust, pricing::AdjustRequest => pricing::AdjustedPrices,
        "生成定价 / 调价单：新旧价格、校验、汇总", "Makes a price bill: before and after, checks, totals";
    #[cfg(feature = "pricing")]
    "pricing.advance_bill" = pricing::advance_bill, pricing::AdvanceBillRequest => pricing::AdvancedBill,
        "推进定价单：提交、审批、执行、作废", "Moves a price bill on: submit, approve, execute, void";
    #[cfg(feature = "pricing")]
    "pricing.check" = pricing::check, pricing::CheckRequest => pricing::PriceCheck,
        "按底价、备案价和地方规则检查价格", "Checks prices against floor prices, filed prices and local rules";
    #[cfg(feature = "discount")]
    "discount.apply" = |r| discount::apply(&r), discount::ApplyRequest => discount::DiscountOutcome,
        "按折扣方案由表价算出成交价，逐步说明", "Applies discounts to a list price, step by step";
    #[cfg(feature = "discount")]
    "discount.best" = |r| discount::best(&r), discount::BestRequest => discount::BestDiscounts,
        "找出对客户最优惠的折扣组合，并说明其余为何不用", "Finds the cheapest admissible combination of discounts, and says why the others are out";
    #[cfg(feature = "discount")]
    "discount.reevaluate" = |r| discount::reevaluate(&r), discount::ReevaluateRequest => discount::Reevaluation,
        "换付款方式、换房、改期后重算折扣", "Looks at a deal's discounts again after its plan, unit or date has changed";
    #[cfg(feature = "discount")]
    "discount.authority" = |r| discount::authority(&r), discount::AuthorityRequest => discount::ApprovalNeeded,
        "按折扣权限表找出审批岗位", "Finds the lowest role that may approve a price";
    #[cfg(feature = "payment")]
    "payment.schedule" = |r| payment::schedule(&r), payment::ScheduleRequest => payment::Schedule,
        "按付款方式生成付款计划：每期应付金额、应付日期、已收未收", "Makes a payment schedule: amount, due date, received and outstanding of every line";
    #[cfg(feature = "payment")]
    "payment.loan" = |r| payment::loan::loans(&r), payment::loan::LoanRequest => payment::loan::LoanSheet,
        "计算贷款月供、利息和逐月还款表，含利率变动和提前还款", "Computes loans: monthly payment, interest, month table, changes on the way";
    #[cfg(feature = "payment")]
    "payment.rate_presets" = |r| payment::loan::rate_presets(&r), payment::loan::RatePresetsRequest => payment::loan::RatePresetsResponse,
        "列出预设贷款利率及其来源", "Lists the published loan rates with their sources";
    #[cfg(feature = "fee")]
    "fee.compute" = |r| fee::compute(&r), fee::FeeRequest => fee::FeeSheet,
        "按收费规则计算税费和代收费用，已收的费用生成调整", "Computes fees and taxes by their rules; what was received gets adjustments";
    #[cfg(feature = "fee")]
    "fee.vat_split" = |r| fee::vat_split(&r), fee::VatRequest => fee::VatSplits,
        "把含税金额拆为不含税金额和增值税", "Splits amounts into VAT and the rest";
    #[cfg(feature = "fee")]
    "fee.presets" = |r| fee::presets(&r), fee::FeePresetsRequest => fee::FeePresetsResponse,
        "列出预设收费规则及其依据", "Lists the preset fee rules with their sources";
    #[cfg(feature = "quote")]
    "quote.make" = |r| quote::make(&r), quote::QuoteRequest => quote::Quote,
        "生成置业计划：折扣、付款计划、贷款、税费、按日期的用款", "Makes a quote: discounts, payment schedule, loans, fees, cash by date";
    #[cfg(feature = "quote")]
    "quote.compare" = |r| quote::compare(&r), quote::CompareRequest => quote::QuoteComparison,
        "并列比较几种购房方案", "Sets several ways to buy side by side";
    #[cfg(feature = "quote")]
    "quote.validity" = |r| quote::validity(&r), quote::ValidityRequest => quote::QuoteValidity,
        "按现行政策重算报价，看是否仍然有效", "Recomputes a quote under the policies of today and says whether it still holds";
    #[cfg(feature = "deal")]
    "stock.decide" = |r| deal::decide_stock(&r), deal::StockDecideRequest => deal::DecisionAnswer,
        "销控命令：放盘、收盘、销控、预留、选房确认等，可办则给出事件，不可办则说明缺什么", "Decides a command about the stock of a unit: events, or all that is lacking";
    #[cfg(feature = "deal")]
    "deal.decide" = |r| deal::decide(&r), deal::DealDecideRequest => deal::DecisionAnswer,
        "交易命令：认筹、预定、认购、签约等，可办则给出事件和款项，不可办则说明缺什么", "Decides a command about a deal: events and entries, or all that is lacking";
    #[cfg(feature = "deal")]
    "deal.options" = |r| deal::options(&r), deal::DealOptionsRequest => deal::DealOptionsResponse,
        "现在能办什么，不能办的各缺什么", "Says for every command whether it may be done now, and what is lacking";
    #[cfg(feature = "deal")]
    "deal.replay" = |r| deal::replay(&r), deal::DealReplayRequest => deal::DealReplayResponse,
        "由历史事件还原任一时刻的状态", "Makes the state at any moment from histories";
    #[cfg(feature = "deal")]
    "lottery.draw" = |r| deal::lottery::draw(&r), deal::lottery::LotteryDrawRequest => deal::lottery::LotteryDraw,
        "摇号：由公布的名单和公开的种子算出顺序，任何人可复算", "Draws an order from a published list and a public seed, for anyone to compute again";
}
