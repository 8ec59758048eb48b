use kaipan_derive::boundary;

/// What has to hold before something is done with a service. Definitions name those that depend on
/// the kind of service; the others ([`ServiceGuard::is_built_in`]) are looked at in any case.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ServiceGuard {
    /// 岗位有权办理: the role may do this.
    MayAct,
    /// 日期不晚于今天: the day does not lie ahead.
    DayNotAhead,
    /// 日期不早于上一步: the day does not lie before that of the step before.
    DayInOrder,
    /// 填写齐全: what belongs to it is given.
    FieldsGiven,
    /// 写明原因: a reason is given.
    ReasonGiven,
    /// 批准额不超过申请额: no more is approved than was applied for.
    WithinApplied,
    /// 放款额不超过批准额: no more is paid than was approved.
    WithinApproved,
    /// 放款银行与办理银行一致: the bank that pays is the one that approved.
    BankAgrees,
    /// 待办未完成: the to-do is open.
    TodoOpen,
    /// 合同已签: the contract is signed.
    ContractSigned,
    /// 合同已备案: the contract is filed.
    ContractFiled,
    /// 已竣工备案: the completion is filed.
    CompletionFiled,
    /// 资料齐全: every document of these buyers is there.
    DocumentsComplete,
    /// 列明须补的资料: the documents that are asked for again are named.
    DocumentsNamed,
    /// 足额批贷: all is approved that was applied for.
    ApprovedInFull,
    /// 批准额低于申请额: less is approved than was applied for.
    ApprovedLess,
    /// 另一家银行: another bank is named.
    OtherBank,
    /// 已到放款节点: the bank may pay the loan out.
    PayOutPoint,
    /// 房款已付清: house price and area difference are paid, loans left out.
    HousePaid,
    /// 费用已交清: fees are paid.
    FeesPaid,
    /// 无逾期款: nothing is overdue.
    NothingOverdue,
    /// 面积已结算: the area difference is settled.
    AreaSettled,
    /// 贷款已到账: the loans have arrived, where there are any.
    LoanArrived,
    /// 现房交房即交证: the certificate of title is there, of a home that is sold completed.
    TitleReady,
    /// 退房已批准: quitting is approved.
    QuitAgreed,
    /// 变更已批准: the change is approved.
    ChangeAgreed,
    /// 贷款未放或已退回银行: the loan is not paid out, or has gone back to the bank.
    LoanNotOut,
    /// 未批准退房: quitting is not approved, so that the bank may still pay.
    QuitNotAgreed,
    /// 贷款未退回银行，也未批准退房: the loan has not gone back to the bank and is not about to, so that
    /// its entry can be mirrored.
    LoanStays,
}

impl ServiceGuard {
    /// Every guard.
    pub const ALL: &'static [ServiceGuard] = &[
        ServiceGuard::MayAct,
        ServiceGuard::DayNotAhead,
        ServiceGuard::DayInOrder,
        ServiceGuard::FieldsGiven,
        ServiceGuard::ReasonGiven,
        ServiceGuard::WithinApplied,
        ServiceGuard::WithinApproved,
        ServiceGuard::BankAgrees,
        ServiceGuard::TodoOpen,
        ServiceGuard::ContractSigned,
        ServiceGuard::ContractFiled,
        ServiceGuard::CompletionFiled,
        ServiceGuard::DocumentsComplete,
        ServiceGuard::DocumentsNamed,
        ServiceGuard::ApprovedInFull,
        ServiceGuard::ApprovedLess,
        ServiceGuard::OtherBank,
        ServiceGuard::PayOutPoint,
        ServiceGuard::HousePaid,
        ServiceGuard::FeesPaid,
        ServiceGuard::NothingOverdue,
        ServiceGuard::AreaSettled,
        ServiceGuard::LoanArrived,
        ServiceGuard::TitleReady,
        ServiceGuard::QuitAgreed,
        ServiceGuard::ChangeAgreed,
        ServiceGuard::LoanNotOut,
        ServiceGuard::QuitNotAgreed,
        ServiceGuard::LoanStays,
    ];

    /// It is looked at in any case, and no definition names it.
    pub const fn is_built_in(self) -> bool {
        matches!(
            self,
            ServiceGuard::MayAct
                | ServiceGuard::DayNotAhead
                | ServiceGuard::DayInOrder
                | ServiceGuard::FieldsGiven
                | ServiceGuard::ReasonGiven
                | ServiceGuard::WithinApplied
                | ServiceGuard::WithinApproved
                | ServiceGuard::BankAgrees
                | ServiceGuard::TodoOpen
                | ServiceGuard::QuitNotAgreed
                | ServiceGuard::LoanStays
        )
    }

    /// What has to hold, in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ServiceGuard::MayAct => "岗位有权办理",
            ServiceGuard::DayNotAhead => "日期不晚于今天",
            ServiceGuard::DayInOrder => "日期不早于上一步",
            ServiceGuard::FieldsGiven => "填写齐全",
            ServiceGuard::ReasonGiven => "写明原因",
            ServiceGuard::WithinApplied => "批准额不超过申请额",
            ServiceGuard::WithinApproved => "放款额不超过批准额",
            ServiceGuard::BankAgrees => "放款银行与办理银行一致",
            ServiceGuard::TodoOpen => "待办未完成",
            ServiceGuard::ContractSigned => "合同已签",
            ServiceGuard::ContractFiled => "合同已备案",
            ServiceGuard::CompletionFiled => "已竣工备案",
            ServiceGuard::DocumentsComplete => "资料齐全",
            ServiceGuard::DocumentsNamed => "列明须补的资料",
            ServiceGuard::ApprovedInFull => "足额批贷",
            ServiceGuard::ApprovedLess => "批准额低于申请额",
            ServiceGuard::OtherBank => "指明另一家银行",
            ServiceGuard::PayOutPoint => "已到放款节点",
            ServiceGuard::HousePaid => "房款已付清",
            ServiceGuard::FeesPaid => "费用已交清",
            ServiceGuard::NothingOverdue => "无逾期款",
            ServiceGuard::AreaSettled => "面积已结算",
            ServiceGuard::LoanArrived => "贷款已到账",
            ServiceGuard::TitleReady => "现房交房即交证",
            ServiceGuard::QuitAgreed => "退房已批准",
            ServiceGuard::ChangeAgreed => "变更已批准",
            ServiceGuard::LoanNotOut => "贷款未放或已退回银行",
            ServiceGuard::QuitNotAgreed => "未批准退房",
            ServiceGuard::LoanStays => "贷款未退回银行，也未批准退房",
        }
    }

    /// What has to hold, in English, to stand after "that".
    pub const fn english(self) -> &'static str {
        match self {
            ServiceGuard::MayAct => "the role may do this",
            ServiceGuard::DayNotAhead => "the day does not lie ahead",
            ServiceGuard::DayInOrder => "the day does not lie before that of the step before",
            ServiceGuard::FieldsGiven => "what belongs to it is given",
            ServiceGuard::ReasonGiven => "a reason is given",
            ServiceGuard::WithinApplied => "no more is approved than was applied for",
            ServiceGuard::WithinApproved => "no more is paid than was approved",
            ServiceGuard::BankAgrees => "the bank that pays is the one that approved",
            ServiceGuard::TodoOpen => "the to-do is open",
            ServiceGuard::ContractSigned => "the contract is signed",
            ServiceGuard::ContractFiled => "the contract is filed",
            ServiceGuard::CompletionFiled => "the completion is filed",
            ServiceGuard::DocumentsComplete => "every document is there",
            ServiceGuard::DocumentsNamed => "the documents that are asked for again are named",
            ServiceGuard::ApprovedInFull => "all is approved that was applied for",
            ServiceGuard::ApprovedLess => "less is approved than was applied for",
            ServiceGuard::OtherBank => "another bank is named",
            ServiceGuard::PayOutPoint => "the bank may pay the loan out",
            ServiceGuard::HousePaid => "the house price is paid",
            ServiceGuard::FeesPaid => "the fees are paid",
            ServiceGuard::NothingOverdue => "nothing is overdue",
            ServiceGuard::AreaSettled => "the area difference is settled",
            ServiceGuard::LoanArrived => "the loan has arrived",
            ServiceGuard::TitleReady => "the certificate of title of a completed home is there",
            ServiceGuard::QuitAgreed => "quitting is approved",
            ServiceGuard::ChangeAgreed => "the change is approved",
            ServiceGuard::LoanNotOut => "the loan is not paid out, or has gone back to the bank",
            ServiceGuard::QuitNotAgreed => "quitting is not approved",
            ServiceGuard::LoanStays => {
                "the loan has not gone back to the bank, and quitting is not approved"
            }
        }
    }

    /// The law or regulation that sets it.
    pub const fn law(self) -> Option<&'static str> {
        match self {
            ServiceGuard::PayOutPoint => Some("金规〔2026〕5号"),
            ServiceGuard::TitleReady => Some("建房规〔2026〕3号"),
            _ => None,
        }
    }
}
