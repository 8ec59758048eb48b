//! The guards of the table: what has to hold before an action, and who may waive it (handbook §5.8).

use super::Waiver;
use kaipan_derive::boundary;

/// Writes the guards: each with what has to hold in both languages, who may waive it, and the law or
/// regulation that sets it, if one does.
macro_rules! guards {
    ($($(#[$doc:meta])* $guard:ident = $zh:literal $en:literal $waiver:ident $($law:literal)?;)*) => {
        /// A guard: what has to hold before an action.
        #[boundary]
        #[derive(PartialOrd, Ord)]
        pub enum DealGuard {
            $($(#[$doc])* $guard,)*
        }

        impl DealGuard {
            /// Every guard.
            pub const ALL: &'static [DealGuard] = &[$(DealGuard::$guard),*];

            /// What has to hold, in Chinese.
            pub const fn chinese(self) -> &'static str {
                match self {
                    $(DealGuard::$guard => $zh,)*
                }
            }

            /// What has to hold, in English, as the end of a sentence.
            pub const fn english(self) -> &'static str {
                match self {
                    $(DealGuard::$guard => $en,)*
                }
            }

            /// Who may waive it by a recorded approval (handbook §5.8). What law sets, and what a
            /// record cannot do without, nobody may.
            pub const fn waiver(self) -> Waiver {
                match self {
                    $(DealGuard::$guard => Waiver::$waiver,)*
                }
            }

            /// The law or regulation that sets it, if one does.
            pub const fn law(self) -> Option<&'static str> {
                match self {
                    $(DealGuard::$guard => guards!(@law $($law)?),)*
                }
            }
        }
    };
    (@law) => { None };
    (@law $law:literal) => { Some($law) };
}

guards! {
    /// 岗位有权办理: the role may do this.
    MayAct = "岗位有权办理" "the role may do this" Nobody;
    /// 没有在办的变更: no change is pending.
    NotLockedByChange = "没有在办的变更" "no change is pending" Nobody;
    /// 单据未锁定: the document is not locked.
    DocumentUnlocked = "单据未锁定" "the document is not locked" Nobody;
    /// 单据已锁定: the document is locked.
    DocumentLocked = "单据已锁定" "the document is locked" Nobody;
    /// 财务待办已完成: the cashier has nothing left to do.
    NoOpenTodo = "财务待办已完成" "the cashier has nothing left to do" Nobody;
    /// 写明财务待办: the open matter of the cashier is named.
    TodoNamed = "写明财务待办" "the open matter of the cashier is named" Nobody;
    /// 财务待办已决定退款或没收: it is decided what the cashier does.
    TodoDecided = "财务待办已决定退款或没收" "it is decided what the cashier does" Nobody;
    /// 财务待办尚未决定退款或没收: it is not yet decided what the cashier does.
    TodoUndecided = "财务待办尚未决定退款或没收" "it is not yet decided what the cashier does" Nobody;
    /// 写明原因: a reason is given.
    ReasonGiven = "写明原因" "a reason is given" Nobody;
    /// 客户已登记，份额合计为 1: the buyers are named, and their shares are 1.
    BuyersNamed = "客户已登记，份额合计为 1" "the buyers are named, and their shares are 1" Nobody;
    /// 客户与前一单据一致: the buyers are those of the document before.
    BuyersKept = "客户与前一单据一致" "the buyers are those of the document before" Nobody;
    /// 为同一客户保留: it is kept for the same customer.
    SameCustomer = "为同一客户保留" "it is kept for the same customer" Manager;
    /// 不是以旧换新保留: it does not wait for a trade-in.
    NoTradeInPending = "不是以旧换新保留" "it does not wait for a trade-in" Nobody;
    /// 轮到该号选房: it is the turn of this registration to choose.
    InTurn = "轮到该号选房" "it is the turn of this registration to choose" Nobody;
    /// 写明排队号: the number in the queue is given, from 1.
    QueueNumberGiven = "写明排队号" "the number in the queue is given, from 1" Nobody;
    /// 写明摇号登记号: the number in the lottery is given, from 1.
    LotteryNumberGiven = "写明摇号登记号" "the number in the lottery is given, from 1" Nobody;
    /// 尚未摇号登记: it is not entered for the lottery yet.
    NotInLottery = "尚未摇号登记" "it is not entered for the lottery yet" Nobody;
    /// 摇号名单未截止: the list of the lottery is not closed.
    ListOpen = "摇号名单未截止" "the list of the lottery is not closed" Nobody;
    /// 没有为其他客户选房确认: it is not held for another customer.
    NotHeldByAnother = "没有为其他客户选房确认" "it is not held for another customer" Manager;
    /// 有选房确认: it is held.
    HoldThere = "有选房确认" "it is held" Nobody;
    /// 未分配给其他渠道: it is not allotted to another channel.
    NotAllottedElsewhere = "未分配给其他渠道" "it is not allotted to another channel" Manager;
    /// 销售前准备已完成: the preparation of the sale is done.
    PreparationDone = "销售前准备已完成" "the preparation of the sale is done" Manager;
    /// 房源录入已批准: the entry of the unit was approved.
    EntryApproved = "房源录入已批准" "the entry of the unit was approved" Nobody;
    /// 预留期限不超过规定: the reservation is not longer than allowed.
    WithinReservation = "预留期限不超过规定" "the reservation is not longer than allowed" Manager;
    /// 以旧换新保留期限不超过规定: the hold for a trade-in is not longer than allowed.
    WithinTradeIn = "以旧换新保留期限不超过规定" "the hold for a trade-in is not longer than allowed" Manager;
    /// 选房确认时间不超过规定: the hold is not longer than allowed.
    WithinHold = "选房确认时间不超过规定" "the hold is not longer than allowed" Manager;
    /// 没有收款: no money was received.
    NoMoneyReceived = "没有收款" "no money was received" Nobody;
    /// 给出收款情况: what was received is known.
    MoneyKnown = "给出收款情况" "what was received is known" Nobody;
    /// 有覆盖该房的预售许可证: a presale permit covers the unit.
    PresalePermit = "有覆盖该房的预售许可证" "a presale permit covers the unit" Nobody "城市房地产管理法 §45";
    /// 主体结构已封顶: the building is topped out.
    ToppedOut = "主体结构已封顶" "the building is topped out" Nobody "建房规〔2026〕3号";
    /// 现房销售已备案: the sale of completed homes is filed.
    SaleFiled = "现房销售已备案" "the sale of completed homes is filed" Nobody "建房规〔2026〕3号";
    /// 无抵押、查封等权利限制: it is free of mortgage and seizure.
    FreeOfEncumbrance = "无抵押、查封等权利限制" "it is free of mortgage and seizure" Nobody "建房规〔2026〕3号";
    /// 已办首次登记: it has its first registration.
    FirstRegistration = "已办首次登记" "it has its first registration" Senior "建房规〔2026〕3号";
    /// 有施工许可证: there is a construction permit.
    ConstructionPermit = "有施工许可证" "there is a construction permit" Nobody "建房规〔2026〕3号";
    /// 可签定金合同: deposit contracts are allowed.
    DepositContractAllowed = "可签定金合同" "deposit contracts are allowed" Nobody "建房规〔2026〕3号";
    /// 已设定金监管账户: the supervised deposit account is named.
    DepositAccount = "已设定金监管账户" "the supervised deposit account is named" Nobody "建房规〔2026〕3号";
    /// 房款在监管账户: house money lies in the supervised account.
    SupervisedAccount = "房款在监管账户" "house money lies in the supervised account" Nobody "建房规〔2026〕3号";
    /// 面积大于 0: its areas are known.
    AreasKnown = "面积大于 0" "its areas are known" Nobody;
    /// 已执行表价: it has a list price in force.
    PriceInForce = "已执行表价" "it has a list price in force" Nobody;
    /// 已定底价: it has a floor price.
    FloorInForce = "已定底价" "it has a floor price" Nobody;
    /// 定价已执行或已批准: its price is in force or approved.
    PriceApproved = "定价已执行或已批准" "its price is in force or approved" Nobody "建房规〔2026〕3号";
    /// 退回后的价格已确认: its price is confirmed since it came back.
    PriceConfirmed = "退回后的价格已确认" "its price is confirmed since it came back" Manager;
    /// 表价与现行表价一致: the list price is the one in force.
    ListPriceKept = "表价与现行表价一致" "the list price is the one in force" Manager;
    /// 认筹金额符合规定: the sincerity money is as set.
    SincerityAmount = "认筹金额符合规定" "the sincerity money is as set" Manager;
    /// 已收预定金: the booking money is received.
    BookingMoney = "已收预定金" "the booking money is received" Manager;
    /// 已到期: it has expired.
    Expired = "已到期" "it has expired" Nobody;
    /// 已到期或写明客户放弃: it has expired, or a reason says that the buyer gave it up.
    ExpiredOrGivenUp = "已到期或写明客户放弃" "it has expired, or a reason says that the buyer gave it up" Manager;
    /// 有效期不早于今天: the last day that it will hold has not passed.
    UntilAhead = "有效期不早于今天" "the last day that it will hold has not passed" Nobody;
    /// 未到期: it has not expired.
    NotExpired = "未到期" "it has not expired" Manager;
    /// 已获批准: it is approved.
    Approved = "已获批准" "it is approved" Nobody;
    /// 买方身份已核实: every buyer is identified.
    Identified = "买方身份已核实" "every buyer is identified" Nobody "商品房销售管理办法";
    /// 买方证件已登记: the identity of every buyer is on record.
    IdentityRecorded = "买方证件已登记" "the identity of every buyer is on record" Manager;
    /// 欠款不超过信用额度: no buyer owes more than the limit of credit.
    CreditLimit = "欠款不超过信用额度" "no buyer owes more than the limit of credit" Finance;
    /// 客户必填资料齐全: the required fields of every buyer are filled.
    RequiredFields = "客户必填资料齐全" "the required fields of every buyer are filled" Manager;
    /// 问卷已答完: the questionnaire is complete.
    Questionnaire = "问卷已答完" "the questionnaire is complete" Manager;
    /// 成交价与单价、面积一致: the price agrees with itself.
    PriceAgrees = "成交价与单价、面积一致" "the price agrees with itself" Nobody;
    /// 不低于底价: the price is not below the floor price.
    AboveFloor = "不低于底价" "the price is not below the floor price" Executive;
    /// 不高于备案价: the price is not above the filed price.
    WithinFiled = "不高于备案价" "the price is not above the filed price" Nobody "商品房明码标价规定";
    /// 不高于备案价（当地可批准）: the price is not above the filed price, where an approval may allow it.
    FiledPriceKept = "不高于备案价（当地可批准）" "the price is not above the filed price, where an approval may allow it" Senior;
    /// 折扣在权限内: the discount is within authority.
    Authority = "折扣在权限内" "the discount is within authority" Nobody;
    /// 优惠名额有效: the quotas have not ended, and the fixed-price offer has a use left.
    QuotaOpen = "优惠名额有效" "the quotas have not ended, and the fixed-price offer has a use left" Nobody;
    /// 优惠名额未用完: the discounts have uses left.
    QuotaLeft = "优惠名额未用完" "the discounts have uses left" Manager;
    /// 给出已用的优惠名额: the quotas that it used are given.
    QuotasGiven = "给出已用的优惠名额" "the quotas that it used are given" Nobody;
    /// 符合一口价: it has the price of its fixed-price offer.
    OfferKept = "符合一口价" "it has the price of its fixed-price offer" Nobody;
    /// 一口价条款齐全: the terms of the offer are whole.
    OfferGiven = "一口价条款齐全" "the terms of the offer are whole" Nobody;
    /// 一口价已到期: the offer has expired.
    OfferExpired = "一口价已到期" "the offer has expired" Nobody;
    /// 付款方式可用: the payment plan is offered.
    PlanOffered = "付款方式可用" "the payment plan is offered" Manager;
    /// 付款计划合计等于合同总价: the schedule adds up to the contract total.
    ScheduleComplete = "付款计划合计等于合同总价" "the schedule adds up to the contract total" Nobody;
    /// 定金不少于规定: the deposit is not less than set.
    DepositAgreed = "定金不少于规定" "the deposit is not less than set" Manager;
    /// 已收定金: the deposit is received.
    DepositReceived = "已收定金" "the deposit is received" Manager;
    /// 认购前已收足规定款项: the money asked for before subscribing is received.
    MoneyBeforeSubscribing = "认购前已收足规定款项" "the money asked for before subscribing is received" Manager;
    /// 签约前已收足规定款项: the money asked for before signing is received.
    MoneyBeforeSigning = "签约前已收足规定款项" "the money asked for before signing is received" Finance;
    /// 定金不超过 20%: the deposit is at most 20 % of the price.
    DepositCap = "定金不超过 20%" "the deposit is at most 20 % of the price" Nobody "民法典 §586";
    /// 已约定签约日: the signing date is agreed.
    SigningAgreed = "已约定签约日" "the signing date is agreed" Nobody;
    /// 异常值已确认: unusual values are confirmed.
    UnusualConfirmed = "异常值已确认" "unusual values are confirmed" Nobody;
    /// 与认购约定一致: it keeps what was subscribed.
    TermsKept = "与认购约定一致" "it keeps what was subscribed" Senior;
    /// 认购已审核锁定: the subscription is approved and locked.
    SubscriptionLocked = "认购已审核锁定" "the subscription is approved and locked" Manager;
    /// 已收首期款或全款: the down payment or the whole price is received.
    DownPayment = "已收首期款或全款" "the down payment or the whole price is received" Finance;
    /// 财务已审核: finance has reviewed it.
    FinanceReviewed = "财务已审核" "finance has reviewed it" Finance;
    /// 合同已打印: the contract is printed.
    ContractPrinted = "合同已打印" "the contract is printed" Finance;
    /// 符合定金合同的约定: it keeps what the deposit contract promised.
    PromiseKept = "符合定金合同的约定" "it keeps what the deposit contract promised" Nobody "建房规〔2026〕3号";
    /// 已约定交付日: the handover date is promised.
    HandoverPromised = "已约定交付日" "the handover date is promised" Nobody "建房规〔2026〕3号";
    /// 已写明违约责任: the liabilities of both sides are fixed.
    LiabilitiesFixed = "已写明违约责任" "the liabilities of both sides are fixed" Nobody "建房规〔2026〕3号";
    /// 写明解除原因: it is said why it ends.
    EndReasonGiven = "写明解除原因" "it is said why it ends" Nobody;
    /// 卖方另付不超过已收的法定定金: what the seller pays besides is not above the deposit received, as law has it.
    LiabilityWithin = "卖方另付不超过已收的法定定金" "what the seller pays besides is not above the deposit received, as law has it" Nobody "民法典 §587";
    /// 写明旧房: the old home is named.
    OldHomeNamed = "写明旧房" "the old home is named" Nobody;
    /// 旧房已售出并登记: the sale of the old home is recorded.
    OldHomeSold = "旧房已售出并登记" "the sale of the old home is recorded" Nobody;
    /// 执行保留时锁定的价格: it has the list price that the hold has locked.
    LockedPrice = "执行保留时锁定的价格" "it has the list price that the hold has locked" Nobody;
    /// 写明签字文件: the signed paper is named.
    PaperGiven = "写明签字文件" "the signed paper is named" Nobody;
    /// 写明更正的资料，原为何、改为何: what is corrected is named, with the old and the new.
    CorrectionsGiven = "写明更正的资料，原为何、改为何" "what is corrected is named, with the old and the new" Nobody;
    /// 写明要改的客户资料: what is changed about a buyer is named.
    BuyerEditGiven = "写明要改的客户资料" "what is changed about a buyer is named" Nobody;
    /// 当期录入: it was entered in this period.
    EnteredThisPeriod = "当期录入" "it was entered in this period" Finance;
    /// 没有其他在办的变更: no other change is pending.
    NoOtherChange = "没有其他在办的变更" "no other change is pending" Nobody;
    /// 写明申请的变更: the change that is applied for is named.
    ChangeNamed = "写明申请的变更" "the change that is applied for is named" Nobody;
    /// 有这项在办的变更: this change is pending.
    ChangePending = "有这项在办的变更" "this change is pending" Nobody;
    /// 变更结算成立: the change can be settled.
    Settled = "变更结算成立" "the change can be settled" Nobody;
    /// 约定签约日已过: the signing date agreed has passed.
    SigningPassed = "约定签约日已过" "the signing date agreed has passed" Manager;
    /// 已催签且宽限期已过: the buyer was reminded to sign, and the days of grace are over.
    ReminderPassed = "已催签且宽限期已过" "the buyer was reminded to sign, and the days of grace are over" Manager;
    /// 贷款未发放或银行已解除: the loan is not disbursed, or the bank has released it.
    LoanReleased = "贷款未发放或银行已解除" "the loan is not disbursed, or the bank has released it" Nobody;
    /// 未备案或备案已撤销: the contract is not filed, or the filing is cancelled.
    FilingCancelled = "未备案或备案已撤销" "the contract is not filed, or the filing is cancelled" Nobody;
    /// 尚未备案: the contract is not filed yet.
    NotFiled = "尚未备案" "the contract is not filed yet" Senior;
    /// 新增买方与首位买方的关系符合规定: those who are added are related to the first buyer as allowed.
    RelationAllowed = "新增买方与首位买方的关系符合规定" "those who are added are related to the first buyer as allowed" Senior;
    /// 换出的交易已认购或签约，占有换出的房源: the deal to be left is subscribed or signed, and has its unit.
    OldDealThere = "换出的交易已认购或签约，占有换出的房源" "the deal to be left is subscribed or signed, and has its unit" Nobody;
    /// 换出的交易未锁定，没有财务待办和其他变更: the deal to be left is not locked, and nothing else is open about it.
    OldDealFree = "换出的交易未锁定，没有财务待办和其他变更" "the deal to be left is not locked, and nothing else is open about it" Nobody;
    /// 买方与换出的交易一致: the buyers are those of the deal to be left.
    BuyersCarried = "买方与换出的交易一致" "the buyers are those of the deal to be left" Nobody;
}
