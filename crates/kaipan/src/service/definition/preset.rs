//! The services as most houses have them (handbook §5.13). Days and roles are choices of the house;
//! the shortfall of a loan is due after ten days, as contracts usually say.

use super::{
    BranchLead, BranchTodo, DayKind, PlannedFrom, RequiredDocuments, ServiceBranch, ServiceBuyer,
    ServiceDefinition, ServiceDocument, ServiceStep, StepField,
};
use crate::Text;
use crate::deal::SaleMode;
use crate::service::{ServiceGuard, ServiceKind, ServiceState, ServiceTodoKind};

impl ServiceDefinition {
    /// The machine of a kind of service to begin with, of homes that are sold before they are
    /// completed.
    pub fn preset(kind: ServiceKind) -> ServiceDefinition {
        ServiceDefinition::preset_in(kind, SaleMode::Presale)
    }

    /// The machine of a kind of service to begin with, by how homes are sold: the title of a completed
    /// home is there as it is handed over (交房即交证), that of another one follows. Steps and branches
    /// are the same, planned days differ.
    ///
    /// ```
    /// use kaipan::deal::SaleMode;
    /// use kaipan::service::{PlannedFrom, ServiceDefinition, ServiceKind};
    /// let first = |mode: SaleMode| ServiceDefinition::preset_in(ServiceKind::Title, mode).steps.remove(0);
    /// assert_eq!(first(SaleMode::Presale).from, PlannedFrom::HANDOVER);
    /// let completed = first(SaleMode::Completed);
    /// assert_eq!((completed.from, completed.days), (PlannedFrom::AGREED_HANDOVER, -45));
    /// ```
    pub fn preset_in(kind: ServiceKind, mode: SaleMode) -> ServiceDefinition {
        match kind {
            ServiceKind::Filing => filing(),
            ServiceKind::Mortgage => mortgage(),
            ServiceKind::FundLoan => fund_loan(),
            ServiceKind::Handover => handover(),
            ServiceKind::Title => title(mode),
        }
    }
}

fn filing() -> ServiceDefinition {
    let steps = vec![
        step("submitted", ["网上提交", "submitted online"], PlannedFrom::SIGNING, 10)
            .with_requires(vec![ServiceGuard::DocumentsComplete]),
        step("filed", ["备案完成", "filed"], PlannedFrom::SIGNING, 30)
            .with_takes(vec![StepField::Number]),
    ];
    let branches = vec![
        branch("returned", ["退回补正", "returned for correction"], returns(None))
            .with_after(vec!["submitted".into()])
            .with_requires(vec![ServiceGuard::DocumentsNamed])
            .with_todo(BranchTodo::new(ServiceTodoKind::Supplement).with_days(5)),
        branch("cancelled", ["撤销备案", "filing cancelled"], ends(ServiceState::ClosedByQuit))
            .with_after(vec!["submitted".into(), "filed".into()])
            .with_requires(vec![ServiceGuard::QuitAgreed]),
    ];
    let documents = vec![
        for_all(&[ID_CARD, CONTRACT]),
        of(ServiceBuyer::Married, &[MARRIAGE]),
        of(ServiceBuyer::Minor, &[BIRTH, GUARDIAN]),
        of(ServiceBuyer::HongKongMacaoTaiwan, &[TRAVEL_PERMIT]),
        of(ServiceBuyer::Foreigner, &[PASSPORT, TRANSLATION]),
        of(ServiceBuyer::Company, &[LICENCE, REPRESENTATIVE]),
    ];
    whole(ServiceKind::Filing, steps, branches, documents)
}

fn mortgage() -> ServiceDefinition {
    let steps = vec![
        step("loan_contract", ["签借款合同", "loan contract signed"], PlannedFrom::SIGNING, 7),
        step(
            "documents",
            ["资料齐全送审", "documents complete, in review"],
            PlannedFrom::SIGNING,
            15,
        )
        .with_requires(vec![ServiceGuard::DocumentsComplete]),
        step("approved", ["银行批准", "approved by the bank"], PlannedFrom::step("documents"), 20)
            .with_takes(vec![StepField::Approved])
            .with_requires(vec![ServiceGuard::ApprovedInFull]),
        step("disbursed", ["放款到账", "loan arrived"], PlannedFrom::step("approved"), 30)
            .with_not_before(PlannedFrom::PAY_OUT)
            .with_takes(vec![StepField::Disbursed])
            .with_requires(vec![ServiceGuard::ContractFiled, ServiceGuard::PayOutPoint]),
    ];
    let branches = loan_branches(
        "documents",
        &["loan_contract", "documents", "approved"],
        Some("loan_contract"),
    );
    let documents = vec![
        for_all(&[ID_CARD, CONTRACT, DOWN_PAYMENT, INCOME, STATEMENTS]),
        of(ServiceBuyer::Resident, &[HOUSEHOLD]),
        of(ServiceBuyer::Married, &[MARRIAGE, SPOUSE]),
        of(ServiceBuyer::Minor, &[BIRTH, GUARDIAN]),
        of(ServiceBuyer::HongKongMacaoTaiwan, &[TRAVEL_PERMIT]),
        of(ServiceBuyer::Foreigner, &[PASSPORT, TRANSLATION]),
        of(ServiceBuyer::Company, &[LICENCE, REPRESENTATIVE, RESOLUTION]),
    ];
    whole(ServiceKind::Mortgage, steps, branches, documents)
}

fn fund_loan() -> ServiceDefinition {
    let working = |step: ServiceStep| step.with_day_kind(DayKind::Working);
    let steps = vec![
        step(
            "application",
            ["资料齐全申请", "applied with all documents"],
            PlannedFrom::SIGNING,
            15,
        )
        .with_requires(vec![ServiceGuard::DocumentsComplete]),
        working(step(
            "approved",
            ["中心批准", "approved by the fund"],
            PlannedFrom::step("application"),
            10,
        ))
        .with_takes(vec![StepField::Approved])
        .with_requires(vec![ServiceGuard::ApprovedInFull]),
        step(
            "loan_contract",
            ["签借款合同", "loan contract signed"],
            PlannedFrom::step("approved"),
            7,
        ),
        working(step(
            "mortgage_registered",
            ["抵押登记", "mortgage registered"],
            PlannedFrom::step("loan_contract"),
            10,
        ))
        .with_takes(vec![StepField::Number])
        .with_requires(vec![ServiceGuard::ContractFiled]),
        working(step(
            "disbursed",
            ["放款到账", "loan arrived"],
            PlannedFrom::step("mortgage_registered"),
            10,
        ))
        .with_not_before(PlannedFrom::PAY_OUT)
        .with_takes(vec![StepField::Disbursed])
        .with_requires(vec![ServiceGuard::PayOutPoint]),
    ];
    let at = ["application", "approved", "loan_contract", "mortgage_registered"];
    let branches = loan_branches("application", &at, None);
    let documents = vec![
        for_all(&[ID_CARD, CONTRACT, DOWN_PAYMENT, FUND_STATEMENT]),
        of(ServiceBuyer::Resident, &[HOUSEHOLD]),
        of(ServiceBuyer::Married, &[MARRIAGE, SPOUSE]),
        of(ServiceBuyer::HongKongMacaoTaiwan, &[TRAVEL_PERMIT]),
        of(ServiceBuyer::Foreigner, &[PASSPORT, TRANSLATION]),
    ];
    whole(ServiceKind::FundLoan, steps, branches, documents)
}

fn handover() -> ServiceDefinition {
    let steps = vec![
        step("notice", ["发交付通知", "notice sent"], PlannedFrom::AGREED_HANDOVER, -15)
            .with_takes(vec![StepField::Notice])
            .with_requires(vec![ServiceGuard::CompletionFiled]),
        step("inspected", ["验房", "inspected"], PlannedFrom::AGREED_HANDOVER, 0),
        step("handed_over", ["办理交付", "handed over"], PlannedFrom::AGREED_HANDOVER, 0)
            .with_requires(vec![
                ServiceGuard::HousePaid,
                ServiceGuard::LoanArrived,
                ServiceGuard::AreaSettled,
                ServiceGuard::FeesPaid,
                ServiceGuard::NothingOverdue,
                ServiceGuard::DocumentsComplete,
                ServiceGuard::TitleReady,
            ]),
    ];
    let branches = vec![
        branch("defects", ["整改", "defects to be mended"], returns(Some("notice")))
            .with_after(vec!["inspected".into()])
            .with_todo(BranchTodo::new(ServiceTodoKind::Repair).with_days(15)),
        branch("not_come", ["逾期未收房", "the buyer does not come"], waits(true))
            .with_after(vec!["notice".into(), "inspected".into()]),
    ];
    let documents = vec![
        for_all(&[ID_CARD, CONTRACT]),
        of(ServiceBuyer::Minor, &[BIRTH, GUARDIAN]),
        of(ServiceBuyer::Company, &[LICENCE, REPRESENTATIVE]),
    ];
    whole(ServiceKind::Handover, steps, branches, documents)
}

fn title(mode: SaleMode) -> ServiceDefinition {
    let mut steps = vec![
        step("documents", ["资料齐全", "documents complete"], PlannedFrom::HANDOVER, 30)
            .with_requires(vec![ServiceGuard::DocumentsComplete]),
        step("tax", ["缴纳税费", "tax and fees paid"], PlannedFrom::HANDOVER, 60)
            .with_requires(vec![ServiceGuard::AreaSettled, ServiceGuard::FeesPaid]),
        step("submitted", ["递交登记", "submitted for registration"], PlannedFrom::HANDOVER, 75)
            .with_not_before(PlannedFrom::LOAN_ARRIVED)
            .with_requires(vec![
                ServiceGuard::HousePaid,
                ServiceGuard::LoanArrived,
                ServiceGuard::DocumentsComplete,
            ]),
        step("certified", ["出证", "certificate issued"], PlannedFrom::step("submitted"), 30)
            .with_day_kind(DayKind::Working)
            .with_takes(vec![StepField::Number]),
        step("handed_out", ["发证", "certificate handed out"], PlannedFrom::step("certified"), 10),
    ];
    if mode == SaleMode::Completed {
        // The certificate is handed out with the keys; registration takes its time before that.
        for (step, days) in steps.iter_mut().zip([-45, -40, -35, -5, 0]) {
            (step.from, step.days) = (PlannedFrom::AGREED_HANDOVER, days);
            step.day_kind = DayKind::Natural;
        }
    }
    let branches = vec![
        branch("returned", ["退件补正", "returned for correction"], returns(Some("tax")))
            .with_after(vec!["submitted".into()])
            .with_requires(vec![ServiceGuard::DocumentsNamed])
            .with_todo(BranchTodo::new(ServiceTodoKind::Supplement).with_days(10)),
    ];
    let documents = vec![
        for_all(&[ID_CARD, CONTRACT, INVOICE]),
        of(ServiceBuyer::Resident, &[HOUSEHOLD]),
        of(ServiceBuyer::Married, &[MARRIAGE]),
        of(ServiceBuyer::Minor, &[BIRTH, GUARDIAN]),
        of(ServiceBuyer::HongKongMacaoTaiwan, &[TRAVEL_PERMIT]),
        of(ServiceBuyer::Foreigner, &[PASSPORT, TRANSLATION]),
        of(ServiceBuyer::Company, &[LICENCE, REPRESENTATIVE]),
    ];
    whole(ServiceKind::Title, steps, branches, documents)
}

/// The side branches of a loan that is in review after one step and can move to another bank until
/// it is paid out. Documents that were not enough are handed in again after `back`.
fn loan_branches(
    review: &'static str,
    open: &[&'static str],
    back: Option<&'static str>,
) -> Vec<ServiceBranch> {
    let open = || open.iter().map(|code| Text::constant(code)).collect::<Vec<_>>();
    let in_review = || vec![Text::constant(review)];
    vec![
        branch("supplement", ["补充资料", "more documents are asked for"], returns(back))
            .with_after(in_review())
            .with_requires(vec![ServiceGuard::DocumentsNamed])
            .with_todo(BranchTodo::new(ServiceTodoKind::Supplement).with_days(7)),
        branch(
            "lower_approval",
            ["批贷不足", "less is approved than was applied for"],
            BranchLead::does("approved"),
        )
        .with_after(in_review())
        .with_requires(vec![ServiceGuard::ApprovedLess])
        .with_todo(BranchTodo::new(ServiceTodoKind::Shortfall).with_days(10)),
        branch("refused", ["拒贷", "the bank refuses"], waits(false))
            .with_after(in_review())
            .with_todo(BranchTodo::new(ServiceTodoKind::DecideOnRefusal).with_days(7)),
        branch("resubmitted", ["重新送审", "handed in again"], returns(back))
            .with_within(vec!["refused".into(), "change_needed".into()]),
        branch(
            "change_needed",
            ["需变更", "a larger down payment or another plan is needed"],
            waits(true),
        )
        .with_after(open())
        .with_within(vec!["refused".into()]),
        branch(
            "other_bank",
            ["转其他银行", "goes to another bank"],
            ends(ServiceState::TransferredToOtherBank),
        )
        .with_before_all(true)
        .with_after(open())
        .with_within(vec!["refused".into(), "change_needed".into()])
        .with_requires(vec![ServiceGuard::OtherBank])
        .with_todo(BranchTodo::new(ServiceTodoKind::StartAtOtherBank).with_days(3)),
    ]
}

/// A definition with the branches that every service has: the buyer asks to quit, has quit, or the
/// deal changes.
fn whole(
    kind: ServiceKind,
    steps: Vec<ServiceStep>,
    mut branches: Vec<ServiceBranch>,
    documents: Vec<RequiredDocuments>,
) -> ServiceDefinition {
    let every = steps.iter().map(|step| step.code.clone()).collect();
    let agreed = |guard: ServiceGuard| match kind.is_loan() {
        true => vec![guard, ServiceGuard::LoanNotOut],
        false => vec![guard],
    };
    branches.extend([
        branch("quit_applied", ["申请退房", "the buyer asks to quit"], waits(true))
            .with_before_all(true)
            .with_after(every),
        branch("quit", ["退房", "the buyer has quit"], ends(ServiceState::ClosedByQuit))
            .with_anywhere(true)
            .with_requires(agreed(ServiceGuard::QuitAgreed)),
        branch("changed", ["变更", "the deal changes"], ends(ServiceState::ClosedByChange))
            .with_anywhere(true)
            .with_requires(agreed(ServiceGuard::ChangeAgreed)),
    ]);
    ServiceDefinition {
        kind,
        version: Some("1".into()),
        roles: desk(),
        requires: vec![ServiceGuard::ContractSigned],
        steps,
        branches,
        documents,
    }
}

fn desk() -> Vec<Text> {
    vec!["service_officer".into(), "data_clerk".into(), "sales_manager".into()]
}

fn step(code: &'static str, [zh, en]: [&str; 2], from: PlannedFrom, days: i32) -> ServiceStep {
    ServiceStep::new(Text::constant(code), zh, en, from).with_days(days).with_roles(desk())
}

fn branch(code: &'static str, [zh, en]: [&str; 2], leads: BranchLead) -> ServiceBranch {
    ServiceBranch::new(Text::constant(code), zh, en, leads).with_roles(desk())
}

const fn waits(resumes: bool) -> BranchLead {
    BranchLead::Waits { resumes }
}

fn returns(after: Option<&'static str>) -> BranchLead {
    BranchLead::Returns { after: after.map(Text::constant) }
}

const fn ends(state: ServiceState) -> BranchLead {
    BranchLead::Ends { state }
}

/// Code, Chinese and English.
type Paper = [&'static str; 3];

const ID_CARD: Paper = ["id_card", "身份证件", "identity paper"];
const HOUSEHOLD: Paper = ["household_register", "户口簿", "household register"];
const MARRIAGE: Paper = ["marriage_certificate", "结婚证", "marriage certificate"];
const SPOUSE: Paper = ["spouse_id_card", "配偶身份证件", "identity paper of the spouse"];
const BIRTH: Paper = ["birth_certificate", "出生医学证明", "birth certificate"];
const GUARDIAN: Paper = ["guardian_id_card", "监护人身份证件", "identity paper of the guardian"];
const TRAVEL_PERMIT: Paper = ["travel_permit", "来往内地通行证", "mainland travel permit"];
const PASSPORT: Paper = ["passport", "护照", "passport"];
const TRANSLATION: Paper = ["notarised_translation", "公证翻译件", "notarised translation"];
const LICENCE: Paper = ["business_licence", "营业执照", "business licence"];
const REPRESENTATIVE: Paper =
    ["representative", "法定代表人证明", "proof of the legal representative"];
const RESOLUTION: Paper = ["resolution", "股东会决议", "resolution of the shareholders"];
const CONTRACT: Paper = ["contract", "买卖合同", "contract"];
const DOWN_PAYMENT: Paper = ["down_payment_receipt", "首期款收据", "receipt of the down payment"];
const INCOME: Paper = ["income_proof", "收入证明", "proof of income"];
const STATEMENTS: Paper = ["bank_statements", "银行流水", "bank statements"];
const FUND_STATEMENT: Paper = ["fund_statement", "公积金缴存证明", "statement of the fund"];
const INVOICE: Paper = ["invoice", "购房发票", "invoice"];

fn for_all(papers: &[Paper]) -> RequiredDocuments {
    RequiredDocuments { buyer: None, documents: documents(papers) }
}

fn of(buyer: ServiceBuyer, papers: &[Paper]) -> RequiredDocuments {
    RequiredDocuments { buyer: Some(buyer), documents: documents(papers) }
}

fn documents(papers: &[Paper]) -> Vec<ServiceDocument> {
    let document = |[code, zh, en]: &Paper| ServiceDocument::new(Text::constant(code), *zh, *en);
    papers.iter().map(document).collect()
}
