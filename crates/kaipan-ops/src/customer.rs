//! `customer.…`: who is who, merging, importing, changing, checking, sharing, handing over.

pub use kaipan::customer::{
    ChangeDecision, CustomersChecked, DuplicatesFound, HandOverSheet, ImportedMember,
    MergeDecision, SharingDecision,
};

use kaipan::approval::ApprovalRequest;
use kaipan::customer::{
    ChangePolicy, Changing, Customer, CustomerChange, CustomerChecking, CustomerHappening,
    CustomerMerge, CustomerUnmerge, Duplicates, HandOver, HandingOver, Holding, MatchPolicy,
    Matching, MemberImporting, MemberVisit, Merging, NewcomerMatch, RequiredFields, Sharing,
    SharingCommand,
};
use kaipan::error::{Finding, Input, InputPlace, Result, Told};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A request to match newcomers with the customers that are there.
#[boundary]
pub struct CustomerMatchRequest {
    /// The customers that are there, in any order.
    #[boundary(required)]
    pub customers: Vec<Customer>,
    /// The newcomers. One with the id of a customer is not matched with that customer.
    #[boundary(required)]
    pub newcomers: Vec<Customer>,
    /// The rules; those of the handbook if absent.
    pub policy: Option<MatchPolicy>,
    /// The city in which the newcomers stand: members of other cities are to be imported.
    pub city: Option<Text>,
}

/// Newcomers with the customers that they are, or may be.
#[boundary(answer)]
pub struct CustomerMatchResponse {
    /// One entry for each newcomer, in the order given.
    #[boundary(required)]
    pub newcomers: Vec<NewcomerMatch>,
    /// What a person should read about the customers and the rules.
    pub findings: Vec<Finding>,
}

/// `customer.match`: whether newcomers are there already, and why.
///
/// # Errors
/// As [`Matching::new`] and [`Matching::policy`].
pub fn match_newcomers(request: &CustomerMatchRequest) -> Result<CustomerMatchResponse> {
    let policy = request.policy.clone().unwrap_or_default();
    let matching = Matching::new(&request.customers)?.policy(&policy)?;
    let matching = matching.city(request.city.as_ref());
    let newcomers = request.newcomers.iter().enumerate().map(|(at, newcomer)| {
        let held = |input| {
            (input == Input::Newcomer).then(|| InputPlace::default().then("newcomers").then(at))
        };
        matching.of(newcomer).moved(&held)
    });
    Ok(CustomerMatchResponse { newcomers: newcomers.collect(), findings: matching.findings() })
}

/// A request to find who is in a list more than once.
#[boundary]
pub struct CustomerDuplicatesRequest {
    /// The list.
    #[boundary(required)]
    pub customers: Vec<Customer>,
    /// The rules; those of the handbook if absent.
    pub policy: Option<MatchPolicy>,
}

/// `customer.duplicates`: who is in a list of customers more than once, and why.
///
/// # Errors
/// As [`Duplicates::groups`].
pub fn duplicates(request: &CustomerDuplicatesRequest) -> Result<DuplicatesFound> {
    let policy = request.policy.clone().unwrap_or_default();
    Duplicates::new(&request.customers).policy(&policy).groups()
}

/// A request to merge two records.
#[boundary]
pub struct CustomerMergeRequest {
    /// The records as they were entered: at least those of all merges.
    #[boundary(required)]
    pub customers: Vec<Customer>,
    /// The merges up to now.
    pub merges: Vec<CustomerMerge>,
    /// The merge.
    pub merge: CustomerMerge,
    /// The request for approval of the merge, as it was decided: of the kind `customer_merge`, about
    /// the id of the merge.
    pub approval: Option<ApprovalRequest>,
    /// Merge only by such a request.
    pub needs_approval: bool,
}

/// `customer.merge`: merges two records that are one customer.
///
/// # Errors
/// As [`Merging::new`] and [`Merging::merge`].
pub fn merge(request: &CustomerMergeRequest) -> Result<MergeDecision> {
    Merging::new(&request.customers, &request.merges)?
        .approval(request.approval.as_ref())
        .needs_approval(request.needs_approval)
        .merge(&request.merge)
}

/// A request to take a merge back.
#[boundary]
pub struct CustomerUnmergeRequest {
    /// The records as they were entered: at least those of all merges.
    #[boundary(required)]
    pub customers: Vec<Customer>,
    /// The merges up to now.
    #[boundary(required)]
    pub merges: Vec<CustomerMerge>,
    /// What is taken back.
    pub undo: CustomerUnmerge,
    /// What happened with the customers beside their trails, such as changes of a record.
    pub happened: Vec<CustomerHappening>,
}

/// `customer.unmerge`: takes a merge back, before anything else has happened.
///
/// # Errors
/// As [`Merging::new`] and [`Merging::undo`].
pub fn unmerge(request: &CustomerUnmergeRequest) -> Result<MergeDecision> {
    Merging::new(&request.customers, &request.merges)?.undo(&request.undo, &request.happened)
}

/// A request to import the record of a member of another city.
#[boundary]
pub struct ImportMemberRequest {
    /// The record of the member.
    pub customer: Customer,
    /// The visit.
    pub visit: MemberVisit,
    /// What the visitor gave, as a record that is not kept.
    pub newcomer: Option<Customer>,
}

/// `customer.import_member`: uses the record of a member in another city, instead of a new one.
///
/// # Errors
/// As [`MemberImporting::import`].
pub fn import_member(request: &ImportMemberRequest) -> Result<ImportedMember> {
    MemberImporting::new(&request.customer, &request.visit)
        .given(request.newcomer.as_ref())
        .import()
}

/// A request to change the record of a customer.
#[boundary]
pub struct CustomerChangeRequest {
    /// The record as it stands.
    pub customer: Customer,
    /// What is to change.
    pub change: CustomerChange,
    /// What needs an approval, and the classes; those of the handbook if absent.
    pub policy: Option<ChangePolicy>,
    /// The request for approval of the change, as it was decided: of the kind `customer_edit`, about
    /// the id of the change.
    pub approval: Option<ApprovalRequest>,
}

/// `customer.change`: changes the record of a customer, or says which approval it needs.
///
/// # Errors
/// As [`Changing::decide`].
pub fn change(request: &CustomerChangeRequest) -> Result<ChangeDecision> {
    let policy = request.policy.clone().unwrap_or_default();
    Changing::new(&request.customer)
        .policy(&policy)
        .approval(request.approval.as_ref())
        .decide(&request.change)
}

/// A request to look at records of customers.
#[boundary]
pub struct CustomerCheckRequest {
    /// The records.
    #[boundary(required)]
    pub customers: Vec<Customer>,
    /// The day looked at.
    pub on: Date,
    /// What must be filled in.
    #[boundary(default)]
    pub required: RequiredFields,
    /// Where the customers are looked at: the nodes of the organisation from the nearest (the
    /// project) to the root.
    pub nodes: Vec<Text>,
}

/// `customer.check`: what is missing in records, what contradicts itself, who is family.
///
/// # Errors
/// As [`CustomerChecking::sheet`].
pub fn check(request: &CustomerCheckRequest) -> Result<CustomersChecked> {
    let checking = CustomerChecking::new(&request.customers, request.on);
    checking.required(&request.required, &request.nodes).sheet()
}

/// A request to share a customer, or to end that.
#[boundary]
pub struct CustomerShareRequest {
    /// The customer.
    pub customer: Customer,
    /// The day looked at.
    pub on: Date,
    /// What is to be done.
    pub sharing: SharingCommand,
}

/// `customer.share`: shares a customer with another agent, or ends that.
///
/// # Errors
/// As [`Sharing::decide`].
pub fn share(request: &CustomerShareRequest) -> Result<SharingDecision> {
    Sharing::new(&request.customer, request.on).decide(&request.sharing)
}

/// A request to hand over what an agent holds.
#[boundary]
pub struct CustomerHandOverRequest {
    /// Everything that the agent holds; that of others may be among it and stays.
    #[boundary(required)]
    pub holdings: Vec<Holding>,
    /// Who leaves, and who takes over.
    pub hand_over: HandOver,
}

/// `customer.hand_over`: hands over customers, opportunities, deals and tasks of an agent who
/// leaves.
///
/// # Errors
/// As [`HandingOver::sheet`].
pub fn hand_over(request: &CustomerHandOverRequest) -> Result<HandOverSheet> {
    HandingOver::new(&request.holdings, &request.hand_over).sheet()
}
