use kaipan_derive::boundary;

/// What happened.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum FactKind {
    /// 来电.
    Call,
    /// 来访: one group of visitors is one batch. `detail` is `first` or `return`.
    Visit,
    /// 新增客户: the first record of a customer.
    NewCustomer,
    /// 认筹.
    Registration,
    /// 退筹.
    RegistrationCancelled,
    /// 定金合同.
    DepositContract,
    /// 认购.
    Subscription,
    /// 签约. `detail` is `loan` where a loan pays a part.
    Signing,
    /// 退房: a subscription or contract that was ended. `detail` is `refund` (退定), `forfeit` (挞定) or
    /// `quit` (退房).
    Cancellation,
    /// 换房、改价: the amount is the difference of the totals. `detail` is `unit` or `price`.
    UnitChange,
    /// 回款: house money received, refunded below zero. `detail` is the money item.
    Collection,
    /// 应收: an instalment on its due day.
    Due,
    /// 推售: a unit that is offered; the list amount is its value.
    Released,
    /// 收盘: a unit that is offered no longer.
    Withdrawn,
    /// 营销费用. `detail` is what it was spent on; the agent is who spent it.
    Spend,
    /// 成本. `detail` is the item of costs.
    Cost,
    /// 市场成交: a figure of the market, in the amount.
    Market,
    /// 满意度: a score, in the value. `detail` is the question.
    Satisfaction,
    /// A kind of the host's own, named in `detail`.
    Own,
    /// 佣金、提成: what a deal has cost in commission, below zero where it goes back. The agent is who it is
    /// owed to.
    Commission,
}
