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

/// A block for each area that is compiled in; of an operation: name, function, types, and what it does in both
/// languages.
macro_rules! operations {
    ($(#[$only:meta] {
        $($name:literal = $function:expr, $request:ty => $response:ty, $zh:literal, $en:literal;)*
    })*) => {
        /// Every operation, in the order of the business. (No constant: that would be compiled anew
        /// by every crate that uses it.)
        pub static OPERATIONS: &[Operation] = &[$($(#[$only] Operation {
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
        },)*)*];
    };
}

operations! {
    #[cfg(feature = "number")] {
        "number.in_words" = |r| number::amount_in_words(&r), number::InWordsRequest => number::InWordsResponse,
            "人民币大写，以及万、亿的简写", "Writes an amount in words, and in \"万\" or \"亿\"";
        "number.read_discount" = |r| number::read_discount(&r), number::ReadDiscountRequest => number::ReadDiscountResponse,
            "读懂 98折、9.8折、减2点 这样的折扣", "Reads a discount such as \"98折\", \"9.8折\", \"减2点\"";
    }
    #[cfg(feature = "project")] {
        "project.import_units" = project::import_units, project::ImportRequest => project::ImportedUnits,
            "从表格或 CSV 文本导入房源", "Reads units from a spreadsheet or CSV text";
        "project.find_units" = |r| project::find_units(&r), project::FindUnitsRequest => project::FoundUnits,
            "按任意条件组合查询房源", "Finds units by any combination of conditions";
    }
    #[cfg(feature = "pricing")] {
        "pricing.table" = pricing::table, pricing::TableRequest => pricing::PriceTable,
            "按定价方案试算整个项目，生成价格试算表", "Prices a project by its schemes and draws up the price trial table";
        "pricing.list_prices" = pricing::list_prices, pricing::ListPricesRequest => pricing::PriceTable,
            "列出现行表价，不重新定价", "Draws up a table of the list prices in force, without pricing anew";
        "pricing.solve_base" = pricing::solve_base, pricing::SolveBaseRequest => pricing::SolvedBases,
            "由目标均价或总价反推基准价", "Solves base prices from a target average or total";
        "pricing.net_to_list" = |r| pricing::net_to_list(&r), pricing::NetToListRequest => pricing::ListFromNet,
            "由实收价和综合折扣算出表价", "Turns net prices into list prices through the composite discount";
        "pricing.adjust" = pricing::adjust, pricing::AdjustRequest => pricing::AdjustedPrices,
            "生成定价 / 调价单：新旧价格、校验、汇总", "Makes a price bill: before and after, checks, totals";
        "pricing.advance_bill" = pricing::advance_bill, pricing::AdvanceBillRequest => pricing::AdvancedBill,
            "推进定价单：提交、审批、执行、作废", "Moves a price bill on: submit, approve, execute, void";
        "pricing.compare" = |r| pricing::compare(&r), pricing::ComparePricesRequest => pricing::ComparedPrices,
            "并列比较两张价格表：逐套和汇总的价差", "Sets two price tables side by side: what differs, unit by unit and in total";
        "pricing.check" = pricing::check, pricing::CheckRequest => pricing::PriceCheck,
            "按底价、备案价和地方规则检查价格", "Checks prices against floor prices, filed prices and local rules";
    }
    #[cfg(feature = "discount")] {
        "discount.apply" = |r| discount::apply(&r), discount::ApplyRequest => discount::DiscountOutcome,
            "按折扣方案由表价算出成交价，逐步说明", "Applies discounts to a list price, step by step";
        "discount.best" = |r| discount::best(&r), discount::BestRequest => discount::BestDiscounts,
            "找出对客户最优惠的折扣组合，并说明其余为何不用", "Finds the cheapest admissible combination of discounts, and says why the others are out";
        "discount.reevaluate" = |r| discount::reevaluate(&r), discount::ReevaluateRequest => discount::Reevaluation,
            "换付款方式、换房、改期后重算折扣", "Looks at a deal's discounts again after its plan, unit or date has changed";
        "discount.authority" = |r| discount::authority(&r), discount::AuthorityRequest => discount::ApprovalNeeded,
            "按折扣权限表找出审批岗位", "Finds the lowest role that may approve a price";
    }
    #[cfg(feature = "payment")] {
        "payment.schedule" = |r| payment::schedule(&r), payment::ScheduleRequest => payment::Schedule,
            "按付款方式生成付款计划：每期应付金额、应付日期、已收未收", "Makes a payment schedule: amount, due date, received and outstanding of every line";
        "payment.loan" = |r| payment::loan::loans(&r), payment::loan::LoanRequest => payment::loan::LoanSheet,
            "计算贷款月供、利息和逐月还款表，含利率变动和提前还款", "Computes loans: monthly payment, interest, month table, changes on the way";
        "payment.rate_presets" = |r| payment::loan::rate_presets(&r), payment::loan::RatePresetsRequest => payment::loan::RatePresetsResponse,
            "列出预设贷款利率及其来源", "Lists the published loan rates with their sources";
    }
    #[cfg(feature = "fee")] {
        "fee.compute" = |r| fee::compute(&r), fee::FeeRequest => fee::FeeSheet,
            "按收费规则计算税费和代收费用，已收的费用生成调整", "Computes fees and taxes by their rules; what was received gets adjustments";
        "fee.vat_split" = |r| fee::vat_split(&r), fee::VatRequest => fee::VatSplits,
            "把含税金额拆为不含税金额和增值税", "Splits amounts into VAT and the rest";
        "fee.presets" = |r| fee::presets(&r), fee::FeePresetsRequest => fee::FeePresetsResponse,
            "列出预设收费规则及其依据", "Lists the preset fee rules with their sources";
    }
    #[cfg(feature = "quote")] {
        "quote.make" = |r| quote::make(&r), quote::QuoteRequest => quote::Quote,
            "生成置业计划：折扣、付款计划、贷款、税费、按日期的用款", "Makes a quote: discounts, payment schedule, loans, fees, cash by date";
        "quote.compare" = |r| quote::compare(&r), quote::CompareRequest => quote::QuoteComparison,
            "并列比较几种购房方案", "Sets several ways to buy side by side";
        "quote.validity" = |r| quote::validity(&r), quote::ValidityRequest => quote::QuoteValidity,
            "按现行政策重算报价，看是否仍然有效", "Recomputes a quote under the policies of today and says whether it still holds";
    }
    #[cfg(feature = "customer")] {
        "customer.match" = |r| customer::match_newcomers(&r), customer::CustomerMatchRequest => customer::CustomerMatchResponse,
            "新客户查重：已有同一客户、疑似同一客户及理由，重名列表", "Matches newcomers with the customers that are there: the same, suspects, reasons, namesakes";
        "customer.duplicates" = |r| customer::duplicates(&r), customer::CustomerDuplicatesRequest => customer::DuplicatesFound,
            "查出客户名单里重复的客户及理由", "Finds who is in a list of customers more than once, and why";
        "customer.merge" = |r| customer::merge(&r), customer::CustomerMergeRequest => customer::MergeDecision,
            "合并同一客户的档案，保留最早的编号和全部记录", "Merges records of one customer; the oldest id and every entry are kept";
        "customer.unmerge" = |r| customer::unmerge(&r), customer::CustomerUnmergeRequest => customer::MergeDecision,
            "在发生其他事情之前撤销合并", "Takes a merge back, before anything else has happened";
        "customer.import_member" = |r| customer::import_member(&r), customer::ImportMemberRequest => customer::ImportedMember,
            "引入异地会员的档案，不重复建档", "Imports the record of a member of another city instead of making another";
        "customer.change" = |r| customer::change(&r), customer::CustomerChangeRequest => customer::ChangeDecision,
            "客户资料修改申请：修改档案并留痕，或说明需要审批", "Changes a record by a request and keeps its history, or says which approval it needs";
        "customer.check" = |r| customer::check(&r), customer::CustomerCheckRequest => customer::CustomersChecked,
            "检查客户档案：必填栏目、号码、矛盾之处、家庭关系", "Checks records: required fields, numbers, contradictions, families";
        "customer.share" = |r| customer::share(&r), customer::CustomerShareRequest => customer::SharingDecision,
            "与其他置业顾问共享客户，或停止共享", "Shares a customer with another agent, or ends that";
        "customer.hand_over" = |r| customer::hand_over(&r), customer::CustomerHandOverRequest => customer::HandOverSheet,
            "置业顾问离职时交接客户、机会、交易和任务", "Hands over customers, opportunities, deals and tasks of an agent who leaves";
    }
    #[cfg(feature = "opportunity")] {
        "opportunity.decide" = |r| opportunity::decide(&r), opportunity::OpportunityDecideRequest => opportunity::OpportunityDecision,
            "对客户的销售机会作出处理：跟进、开立、推进、退回、成交、关闭", "Decides on a command about a customer's opportunities: follow up, open, move, win, close";
        "opportunity.check" = |r| opportunity::check(&r), opportunity::OpportunityCheckRequest => opportunity::OpportunityReview,
            "检查跟进记录和销售机会，按阶段汇总预测", "Looks follow-ups and opportunities over, and forecasts by stage";
        "opportunity.stages_preset" = |r| opportunity::stages_preset(&r), opportunity::StagesPresetRequest => opportunity::StagesPresetResponse,
            "列出预设的销售阶段：条件、去向、退回、成功几率", "Lists preset stages with gates, moves, rework and probability";
        "opportunity.calendar" = |r| opportunity::calendar(&r), opportunity::SalesCalendarRequest => opportunity::SalesCalendar,
            "按日期列出任务和提醒", "Lists tasks and reminders by date";
        "opportunity.quotations" = |r| opportunity::quotations(&r), opportunity::QuotationsRequest => opportunity::QuotationHistory,
            "按房间列出给客户的历次报价", "Lists what a customer was quoted, unit by unit";
        "opportunity.intentions" = |r| opportunity::intentions(&r), opportunity::IntentionsRequest => opportunity::IntentionRegister,
            "登记未成交客户的意向，按等级统计转化", "Registers the intention of customers who have not bought, with conversion by grade";
    }
    #[cfg(feature = "ownership")] {
        "ownership.decide" = |r| ownership::decide(&r), ownership::OwnerRequest => ownership::OwnerDecision,
            "判断客户归属：依据、其他置业顾问、撞单、佣金划分", "Decides whose customer it is: why, who else, conflict, division of the commission";
        "ownership.due" = |r| ownership::due(&r), ownership::OwnershipDueRequest => ownership::DueLists,
            "列出应联系、部门待指定、可重新分配、迟报、应补录的客户", "Lists who must be contacted, for whom a department must name an agent, what may be reassigned, what was entered late";
        "ownership.change" = |r| ownership::change(&r), ownership::OwnershipChangeRequest => ownership::OwnershipChangeDecision,
            "把客户分配到部门或置业顾问，或裁定撞单", "Gives a customer to a department or another agent, or decides a conflict";
        "ownership.audit" = |r| ownership::audit(&r), ownership::OwnershipAuditRequest => ownership::OwnershipAudit,
            "检查记录质量：迟报、漏报、错报、虚报", "Audits records: late, missing, wrong, false";
        "ownership.preset" = |r| ownership::preset(&r), ownership::OwnershipPresetRequest => ownership::OwnershipPresetResponse,
            "列出预设的归属规则", "Lists preset rules of ownership";
    }
    #[cfg(feature = "organisation")] {
        "organisation.check" = |r| organisation::check(&r), organisation::OrganisationCheckRequest => organisation::OrganisationCheck,
            "检查组织架构：环、断档、类别、项目公司、岗位和任职", "Checks an organisation: circles, gaps, kinds, project companies, roles, assignments";
        "organisation.scope" = |r| organisation::scope(&r), organisation::OrganisationScopeRequest => organisation::OrganisationScope,
            "某日某节点的上级路径、下辖节点，以及是否管辖另一节点", "Says what stands above and below a node on a day, and whether it holds another";
        "organisation.variant" = |r| organisation::variant(&r), organisation::ProcessVariantRequest => organisation::ProcessVariantAnswer,
            "某日某节点适用哪个流程差异", "Says which process variant counts at a node on a day";
        "organisation.may" = |r| organisation::may(&r), organisation::RightsRequest => organisation::RightsAnswer,
            "某人某日能否在某处做某事；不能的，缺什么、谁能", "Says whether a person may do something somewhere on a day, and if not, what is lacking and who may";
        "organisation.roles_preset" = |r| organisation::roles_preset(&r), organisation::RolesPresetRequest => organisation::RolesPreset,
            "列出预设的岗位、权限和操作", "Lists the preset roles, what they may do, and all commands";
    }
    #[cfg(feature = "approval")] {
        "approval.route" = |r| approval::route(&r), approval::ApprovalRouteRequest => approval::RouteFound,
            "按折扣权限、流程差异或审批路线找出谁来审批", "Finds who must approve something, by the discount authority, a process variant or a route";
        "approval.decide" = |r| approval::decide(&r), approval::ApprovalDecideRequest => approval::ApprovalDecision,
            "办理审批：提交、批准、驳回、退回、撤回、重新提交、过期", "Decides a command about a request for approval: events and streams read, or a rejection";
        "approval.replay" = |r| approval::replay(&r), approval::ApprovalReplayRequest => approval::ApprovalRequest,
            "由事件重建审批单", "Makes the state of a request for approval out of its events";
        "approval.pending" = |r| approval::pending(&r), approval::ApprovalPendingRequest => approval::PendingApprovals,
            "列出某日等待某人办理的审批，含代签", "Lists what waits for a person on a day, delegations included";
        "approval.routes_preset" = |r| approval::routes_preset(&r), approval::RoutesPresetRequest => approval::RoutesPreset,
            "列出预设的审批路线和审批单的状态流转", "Lists the preset routes and the transition table of requests for approval";
    }
    #[cfg(feature = "numbering")] {
        "numbering.draw" = |r| numbering::draw(&r), numbering::NumberDrawRequest => numbering::DrawnNumber,
            "按编码规则取下一个编号", "Draws the next number of a numbering rule";
        "numbering.gaps" = |r| numbering::gaps(&r), numbering::NumberGapsRequest => numbering::GapReport,
            "检查断号、作废号和重号", "Reports numbers that are missing, void or given twice";
    }
    #[cfg(feature = "channel")] {
        "channel.protect" = |r| channel::protect(&r), channel::ChannelProtectRequest => channel::CustomerProtection,
            "判客：该客户此时受哪家渠道的报备保护，撞单按规则裁定", "Says which channel's registration protects a customer at a time; overlaps are decided by rule";
        "channel.check" = |r| channel::check(&r), channel::ChannelCheckRequest => channel::ChannelSheet,
            "检查渠道报备、房源分配和佣金条款，列出各渠道可售房源", "Checks registrations, allotted units and commission terms of channels, and lists what each may sell";
    }
    #[cfg(feature = "questionnaire")] {
        "questionnaire.check" = |r| questionnaire::check(&r), questionnaire::QuestionnaireCheckRequest => questionnaire::QuestionnaireGate,
            "问卷强控：必答题是否答全，缺哪些", "Says whether every question is answered that must be, and which are not";
        "questionnaire.report" = |r| questionnaire::report(&r), questionnaire::QuestionnaireReportRequest => questionnaire::SurveyReport,
            "问卷统计：各题的份数、人数和比例，可按任意属性分组", "Counts the answers to a questionnaire, by question and by any attribute";
    }
    #[cfg(feature = "deal")] {
        "stock.decide" = |r| deal::decide_stock(&r), deal::StockDecideRequest => deal::DecisionAnswer,
            "销控命令：放盘、收盘、销控、预留、选房确认等，可办则给出事件，不可办则说明缺什么", "Decides a command about the stock of a unit: events, or all that is lacking";
        "stock.batch" = |r| deal::decide_batch(&r), deal::StockBatchRequest => deal::StockBatchResponse,
            "按筛选条件成批办理销控命令，逐套给出结果和合计", "Decides one command for every unit that a selection chooses: one result a unit, and totals";
        "stock.room_slip" = |r| deal::room_slip(&r), deal::StockRoomSlipRequest => deal::RoomSlip,
            "房号确认单：为客户保留的房源、价格、截止时间，中英文打印文本", "Writes the slip that confirms a home held for a customer: the home, its price, until when";
        "deal.decide" = |r| deal::decide(&r), deal::DealDecideRequest => deal::DecisionAnswer,
            "交易命令：认筹、预定、认购、签约等，可办则给出事件和款项，不可办则说明缺什么", "Decides a command about a deal: events and entries, or all that is lacking";
        "deal.options" = |r| deal::options(&r), deal::DealOptionsRequest => deal::DealOptionsResponse,
            "现在能办什么，不能办的各缺什么", "Says for every command whether it may be done now, and what is lacking";
        "deal.replay" = |r| deal::replay(&r), deal::DealReplayRequest => deal::DealReplayResponse,
            "由历史事件还原任一时刻的状态", "Makes the state at any moment from histories";
        "deal.compare" = |r| deal::compare(&r), deal::DealCompareRequest => deal::DealComparison,
            "比较两个时刻或两份历史：哪些字段不同，其间何人何时因何所改", "Compares two moments or two histories: what differs, and who changed it when and why";
        "deal.tasks" = |r| deal::tasks(&r), deal::DealTasksRequest => deal::DealTaskList,
            "待办和逾期：签约提醒、到期、逾期未认购未签约、问卷、录入、财务待办", "Lists what is due and overdue: signing, what ends, questionnaires, entries, the cashier's to-dos";
        "deal.rules" = |r| deal::rules(&r), deal::DealRulesRequest => deal::SaleRulesHeld,
            "某套房某日适用的销售规则：销售条件、放款条件、可否签定金合同", "Says which rules hold for a unit on a day: gates, pay-out of loans, deposit contracts";
        "deal.intake" = |r| deal::intake(&r), deal::DealIntakeRequest => deal::IntakeList,
            "自助定房：把客户的线上请求分给置业顾问", "Gives the online requests of customers to agents as tasks";
    }
    #[cfg(feature = "area_settlement")] {
        "deal.settle_area" = |r| deal::settle_area(&r), deal::DealSettleAreaRequest => deal::AreaSettlementSheet,
            "面积补差：按法定规则或合同约定算出补退金额，及合同总价、税费的变化", "Settles a difference of area: what is paid or refunded, the contract total, fees and taxes after it";
        "deal.decide_area_settlement" = |r| deal::decide_area_settlement(&r), deal::DealDecideAreaSettlementRequest => deal::AreaSettlementDecision,
            "补差单命令：提交、审批、执行、收付款、作废", "Decides a command about the settlement of a deal: submit, approve, execute, collect, void";
        "deal.import_survey" = |r| deal::import_survey(&r), deal::DealImportSurveyRequest => deal::ImportedSurvey,
            "成批导入测绘成果，逐行给出补差或拒绝的原因", "Takes a whole survey: a settlement a row, or why there is none";
    }
    #[cfg(feature = "deal")] {
        "deal.settle_change" = |r| deal::settle_change(&r), deal::ChangeSettleRequest => deal::ChangeSettlement,
            "变更结算：退定、挞定、退房、换房、更名、变更付款方式或价格、延期，办理前先看退多少、扣多少、还差多少",
            "What a change of a deal comes to in money before anyone commits it: returned, kept, moved, still to be paid";
        "queue.decide" = |r| deal::decide_queue(&r), deal::QueueDecideRequest => deal::QueueAnswer,
            "选房队列命令：名单截止、摇号、叫号、过号、选房等", "Decides a command about a queue in which buyers choose: lists, draws, turns";
        "lottery.draw" = |r| deal::lottery::draw(&r), deal::lottery::LotteryDrawRequest => deal::lottery::LotteryDraw,
            "摇号：由公布的名单和公开的种子算出顺序，任何人可复算", "Draws an order from a published list and a public seed, for anyone to compute again";
    }
    #[cfg(feature = "service")] {
        "service.decide" = |r| service::decide(&r), service::ServiceDecideRequest => service::ServiceAnswer,
            "签约后事务命令：网签备案、按揭、公积金贷款、交付、产权的步骤、分支和资料，不可办则说明缺什么", "Decides a command about a service after signing: filing, loan, handover, title; or all that is lacking";
        "service.due" = |r| service::due(&r), service::ServiceDueRequest => service::ServiceDueList,
            "到期和逾期的事务步骤与待办，以及客户事务流程表", "Lists steps and to-dos of services that are due or overdue, and draws up their sheet";
        "service.disburse" = |r| service::disburse(&r), service::ServiceDisburseRequest => service::DisbursementRuling,
            "批量登记银行放款，逐行给出结果", "Takes a bank's list of loans that it has paid: one result a row";
        "service.replay" = |r| service::replay(&r), service::ServiceReplayRequest => service::ServiceReplayResponse,
            "由历史事件还原一项事务在任一时刻的状态", "Makes the state of a service at any moment from its history";
        "service.dates" = |r| service::dates(&r), service::ServiceDatesRequest => service::ServiceDates,
            "一笔交易的事务计划日期从哪些日期起算：签约、约定交付、备案、贷款到账、交付", "The days that planned days of services of a deal count from: signing, agreed handover, filing, arrival of the loan, handover";
        "service.preset" = |r| service::preset(&r), service::ServicePresetRequest => service::ServicePresetResponse,
            "列出各类事务的预设步骤、分支和资料清单", "Lists the machines of services to begin with: steps, branches, documents";
    }
    #[cfg(feature = "voucher")] {
        "voucher.advance" = |r| voucher::advance(&r), voucher::VoucherAdvanceRequest => voucher::VoucherAdvanceResponse,
            "票据命令：登记、领用、填开、作废、回收、核销、换票，不可办则说明原因", "Decides a command about a book of vouchers: register, issue, draw, void, recover, verify, exchange; or why not";
        "voucher.report" = |r| voucher::report(&r), voucher::VoucherReportRequest => voucher::VoucherReportResponse,
            "票据登记簿：每个号码的去向、断号，并与收款核对", "Says where every number of books is, which were skipped, and whether every receipt has its voucher";
    }
    #[cfg(feature = "supervision")] {
        "supervision.check" = |r| supervision::check(&r), supervision::SupervisionCheckRequest => supervision::SupervisionSheet,
            "资金监管：各账户余额、应留余额、可拨付金额，以及未入监管账户的房款", "Says what supervised accounts hold, must keep and may release, and which house money lies elsewhere";
        "supervision.release" = |r| supervision::release(&r), supervision::SupervisionReleaseRequest => supervision::SupervisedReleaseAnswer,
            "监管资金拨付：低于应留余额的不予拨付", "Decides a release from a supervised account: never below what must be kept";
        "supervision.presets" = |r| supervision::presets(&r), supervision::SupervisionPresetsRequest => supervision::SupervisionPresetsResponse,
            "列出预设的资金监管规则", "Lists the rules of supervision to begin with";
    }
    #[cfg(feature = "fund_plan")] {
        "fund_plan.check" = |r| fund_plan::check(&r), fund_plan::FundPlanCheckRequest => fund_plan::FundPlanSheet,
            "资金计划：月计划、日计划、已付、失效和可用，以及违反计划之处", "Says what a fund plan has planned, paid, lapsed and open on a day, and what breaks it";
        "fund_plan.pay" = |r| fund_plan::pay(&r), fund_plan::FundPlanPayRequest => fund_plan::FundPaymentAnswer,
            "按资金计划付款：无计划、未批准、已失效或超额的不予支付", "Decides an outgoing payment by the plan of its day: without an approved line nothing is paid";
    }
    #[cfg(feature = "ledger")] {
        "ledger.post" = |r| ledger::post(&r), ledger::LedgerPostRequest => ledger::LedgerPostResponse,
            "台账记账：挂账、收款、核销、转款、退款、红冲、删除、代付、佣金等，逐条给出结果", "Posts to the ledger: receivables, receipts, allocations, transfers, refunds, reversals, fees paid on, commissions; one result a command";
        "ledger.import" = |r| ledger::import(&r), ledger::LedgerImportRequest => ledger::LedgerImportResponse,
            "导入银行放款或刷卡清单，逐行给出结果", "Posts a list of a bank or a card terminal: one result a row";
        "ledger.close" = |r| ledger::close(&r), ledger::LedgerCloseRequest => ledger::LedgerCloseResponse,
            "关账：此后不再记入该期间", "Closes a period: nothing dated in it is taken from then on";
        "ledger.statement" = |r| ledger::statement(&r), ledger::LedgerStatementRequest => ledger::LedgerStatement,
            "交易、客户或房间的对账单，可查任一日期和任一记账时点", "Draws up the statement of account of a deal, a customer or a unit on any date, as it was known at any point";
        "ledger.summary" = |r| ledger::summary(&r), ledger::LedgerSummaryRequest => ledger::LedgerSummary,
            "台账汇总：任一日期各款项的应收、已收、未收、预收、应退和各账户余额", "Sums up the ledger on any date: receivable, received, outstanding, prepaid and due back of every item, and the accounts";
        "ledger.journal" = |r| ledger::journal(&r), ledger::LedgerJournalRequest => ledger::JournalSheet,
            "按科目对照生成总账凭证和试算平衡表", "Makes journal lines for a general ledger, with the trial balance";
        "ledger.receivables" = |r| ledger::receivables(&r), ledger::LedgerReceivablesRequest => ledger::LedgerReceivablesResponse,
            "把付款计划、税费表和面积补差变为应收款", "Makes receivables of a payment schedule, of fees and of a settlement of areas";
        "ledger.journal_preset" = |r| ledger::journal_preset(&r), ledger::LedgerJournalPresetRequest => ledger::JournalMapping,
            "列出总账凭证的预设科目和开关", "Lists accounts and switches of a journal to begin with";
        "ledger.follow" = |r| ledger::follow(&r), ledger::LedgerFollowRequest => ledger::LedgerFollowResponse,
            "交易事件带来的台账命令：挂账、调整、签约、终止", "What follows for the ledger from a decision about a deal: receivables, their changes, signing, the end";
        "ledger.follow_service" = |r| ledger::follow_service(&r), ledger::LedgerFollowServiceRequest => ledger::LedgerCommandsResponse,
            "签约后事务带来的台账命令：收入节点、贷款差额", "What follows for the ledger from an event of a service: milestones of revenue, what a bank does not lend";
        "ledger.follow_entry" = |r| ledger::follow_entry(&r), ledger::LedgerFollowEntryRequest => ledger::LedgerFollowEntryResponse,
            "出纳分录对应的收款命令，不是收款的原样过账", "The receipt that a cashier's entry records, or the entry as it is";
    }
    #[cfg(all(feature = "ledger", feature = "kpi"))] {
        "ledger.follow_commission" = |r| ledger::follow_commission(&r), ledger::LedgerFollowCommissionRequest => ledger::LedgerFollowCommissionResponse,
            "佣金提成的计提与追回命令，只列台账尚未记入的", "What commissions are earned and go back, and the commands for what of it the ledger does not have yet";
    }
    #[cfg(feature = "kpi")] {
        "kpi.split" = |r| kpi::split(&r), kpi::KpiSplitRequest => kpi::TargetSplit,
            "指标分解：按权重把总指标精确分解到各部分和各期间，并与上报数比较", "Splits a target over parts and periods exactly, and compares it with what they report";
        "kpi.advance_targets" = |r| kpi::advance_targets(&r), kpi::KpiAdvanceTargetsRequest => kpi::AdvancedTargets,
            "推进销售指标：上报、审核、批准、退回、修订", "Moves targets on: report, review, approve, return, revise";
        "kpi.plans" = |r| kpi::plans(&r), kpi::KpiPlansRequest => kpi::SalesPlanSheet,
            "销售计划：某日生效的版本、待批版本，阶段与总体的差异", "Sales plans on a day: the versions in force, those that wait, and stages beside the whole";
        "kpi.advance_plan" = |r| kpi::advance_plan(&r), kpi::KpiAdvancePlanRequest => kpi::AdvancedPlan,
            "推进销售计划：上报、双方审核、批准、退回、修订", "Moves a sales plan on: report, review by both sides, approve, return, revise";
        "kpi.rephase" = |r| kpi::rephase(&r), kpi::KpiRephaseRequest => kpi::RephasedPlan,
            "跨期调整销售计划，年度合计不变", "Moves amounts of a sales plan between the periods of a year, whose total stays";
        "kpi.node_plan" = |r| kpi::node_plan(&r), kpi::KpiNodePlanRequest => kpi::NodePlanSheet,
            "节点计划：完成、延误，不能动的节点，付款基准日期", "The milestones of a project: reached, late, those that may not move, dates that payments hang on";
        "kpi.shift_node" = |r| kpi::shift_node(&r), kpi::KpiShiftNodeRequest => kpi::ShiftedNodes,
            "移动节点，列出随之移动的节点、阶段和分期", "Shifts a milestone, and lists the nodes, stages and instalments that move with it";
        "kpi.checklist" = |r| kpi::checklist(&r), kpi::KpiChecklistRequest => kpi::PreparationSheet,
            "销售前准备：待办、逾期、完成，能否推售", "The checklist before the sale: open, late, done, and whether units may be released";
        "kpi.budget" = |r| kpi::budget(&r), kpi::KpiBudgetRequest => kpi::BudgetSheet,
            "费用预算：支出、余额，支出是否超预算", "Budgets: what was spent and is left, and whether an expense is within them";
        "kpi.campaigns" = |r| kpi::campaigns(&r), kpi::KpiCampaignsRequest => kpi::CampaignSheet,
            "市场活动：方案目标与成果、预算与费用", "Campaigns: goals beside what they brought, budgets beside what was spent";
        "kpi.stock_age" = |r| kpi::stock_age(&r), kpi::KpiStockAgeRequest => kpi::StockAgeSheet,
            "库龄与滞销：分段、分组，滞销房源", "The age of the stock: bands, groups, and what is slow";
        "kpi.completion" = |r| kpi::completion(&r), kpi::KpiCompletionRequest => kpi::CompletionSheet,
            "完成率：完成率、时间进度、进度差、差额、每日需完成和异常提示", "Says how far targets are reached: completion, time progress, pace, gap, what is needed each day, alerts";
        "kpi.measure" = |r| kpi::measure(&r), kpi::KpiMeasureRequest => kpi::MeasureTable,
            "统计指标：按营销或财务口径，按期间和任意维度统计，比率保留分子分母", "Counts facts by measures and ratios in either caliber, by period and any dimension";
        "kpi.preset" = |r| kpi::preset(&r), kpi::KpiPresetRequest => kpi::KpiPresetResponse,
            "列出库内的统计指标和比率", "Lists the measures and ratios of the library as data";
        "kpi.bridge" = |r| kpi::bridge(&r), kpi::KpiBridgeRequest => kpi::BridgeSheet,
            "口径差异：逐笔列出两个数字之间的差异及原因，合计归零", "Lists the events that make two figures differ, each with its reason, without a rest";
        "kpi.variance" = |r| kpi::variance(&r), kpi::KpiVarianceRequest => kpi::VarianceSheet,
            "量价结构差异：价格、数量、产品结构各占多少", "Says how much of a difference comes from prices, the volume and the mix of products";
        "kpi.rank" = |r| kpi::rank(&r), kpi::KpiRankRequest => kpi::RankSheet,
            "排名：并列方式、构成比、最高和最低", "Ranks figures, with shares of the total, the highest and the lowest";
        "kpi.abc" = |r| kpi::abc(&r), kpi::KpiAbcRequest => kpi::AbcSheet,
            "分类：少数占多数的一类、二类、三类，及前若干占比", "Puts figures into classes A, B, C by value, with what the top holds";
        "kpi.score" = |r| kpi::score(&r), kpi::KpiScoreRequest => kpi::ScoreSheet,
            "业绩考核：按权重和完成率计分，可分档", "Scores persons by weights and completion, with classes";
        "kpi.trend" = |r| kpi::trend(&r), kpi::KpiTrendRequest => kpi::TrendTable,
            "趋势：环比、同比、移动平均、累计", "Says how a figure changes: from the period and the year before, moving average, cumulative";
        "kpi.forecast" = |r| kpi::forecast(&r), kpi::KpiForecastRequest => kpi::ForecastSheet,
            "预测：移动平均、最小二乘，及按成功几率的销售漏斗", "Forecasts a figure by a moving average or a line, and what is on the way";
        "kpi.commission" = |r| kpi::commission(&r), kpi::KpiCommissionRequest => kpi::CommissionSheet,
            "提成：比例、定额、阶梯，多人分成，结佣条件，退佣", "Computes commission: rates, tiers, shares of several persons, conditions, what goes back";
        "kpi.facts" = |r| kpi::facts(&r), kpi::KpiFactsRequest => kpi::DerivedFacts,
            "推导事实：由交易、销控事件、款项、跟进、答卷、费用和成本记录得出统计用的事实，可逐日增量", "Derives facts from events of deals and stock, entries, follow-ups, answers, spend and costs, at once or day by day";
    }
    #[cfg(feature = "overdue")] {
        "overdue.claims" = |r| overdue::claims(&r), overdue::OverdueClaimsRequest => overdue::LedgerClaims,
            "由台账得出某日的应收明细、预收款和交易资料，供逾期各操作使用", "Makes the claims of a ledger on a day, with prepayments and deals: what the other operations about what is overdue take";
        "overdue.assess" = |r| overdue::assess(&r), overdue::OverdueAssessRequest => overdue::OverdueAssessment,
            "某日的欠款、逾期天数、违约金及其结转和调整，以及解除权", "Says what is owed and overdue on a day: late fees, what is to be posted of them, rights to end contracts";
        "overdue.aging" = |r| overdue::aging(&r), overdue::OverdueAgingRequest => overdue::AgingReport,
            "账龄分析表：按逾期天数分段，按款项、置业顾问、项目等汇总", "Sorts what is owed by how long it is overdue: by item, agent, project and so on";
        "overdue.dun" = |r| overdue::dun(&r), overdue::OverdueDunRequest => overdue::DunningList,
            "催款与催签：按计划列出应发的通知及中英文短信和函件，跟踪承诺付款，催缴收费", "Says who is to be reminded on a day, with messages and letters in both languages; promises and fees";
        "overdue.tasks" = |r| overdue::tasks(&r), overdue::OverdueTasksRequest => overdue::OverdueTaskList,
            "我的任务：当天到期和逾期的款项、签约、事务和期限，逾期业务汇总与原因", "Lists what is due or overdue on a day: money, signing, services, deadlines; by agent, kind and reason";
        "overdue.forecast" = |r| overdue::forecast(&r), overdue::OverdueForecastRequest => overdue::CashForecast,
            "回款预测：按期间和类别列出期初欠款、应收、预计回款、期末欠款，可与实际比较", "Forecasts what comes in by period and kind: arrears, due, expected; compared with what came in";
    }
    #[cfg(feature = "report")] {
        "report.list" = |r| report::list(&r), report::ReportListRequest => report::ReportListResponse,
            "列出全部报表：名称、栏目、期间和报送周期", "Lists the reports with their columns, periods and rhythm";
        "report.run" = |r| report::run(&r), report::ReportRunRequest => report::ReportTable,
            "出报表：按单位、期间和查看人给出各行、合计和穿透键", "Runs a report for a node, periods and a reader: rows, totals, and keys of the deals and facts behind them";
        "report.facts" = |r| report::facts(&r), report::ReportFactsRequest => report::ReportFacts,
            "穿透：按报表各行给出的编号列出背后的事实，按查看人的权限隐去个人信息", "Finds the facts behind rows of reports by their keys; what a reader may not see is left out";
        "report.reconcile" = |r| report::reconcile(&r), report::ReportReconcileRequest => report::ReportReconciliation,
            "双轨核对：报表与手工表逐格比较，列出差异及其背后的交易和事实", "Compares a report with a table made by hand, cell by cell: what differs, and the deals and facts behind it";
        "report.calendar" = |r| report::calendar(&r), report::ReportCalendarRequest => report::ReportCalendarResponse,
            "报送日历：哪天应出哪些报表，何日上交", "Says which reports are due on which day, for which period, and when each is delivered";
    }
}
