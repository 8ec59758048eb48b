use super::{RequiredDocuments, ServiceBranch, ServiceStep};
use crate::Text;
use crate::service::{ServiceBuyer, ServiceDocument, ServiceGuard, ServiceKind};
use kaipan_derive::boundary;

/// The machine of one kind of service: steps in their order, side branches, documents. A house that
/// works in another way changes the preset, and passes it.
///
/// ```
/// use kaipan::service::{ServiceDefinition, ServiceKind};
/// let mortgage = ServiceDefinition::preset(ServiceKind::Mortgage);
/// let steps: Vec<&str> = mortgage.steps.iter().map(|step| step.code.as_str()).collect();
/// assert_eq!(steps, ["loan_contract", "documents", "approved", "disbursed"]);
/// assert!(mortgage.branch("lower_approval").is_some());
/// assert!(mortgage.check().is_ok());
/// ```
#[boundary]
pub struct ServiceDefinition {
    /// What it is about.
    pub kind: ServiceKind,
    /// Version.
    pub version: Option<Text>,
    /// Roles that start it, stop it and note documents, by code; anybody if empty.
    pub roles: Vec<Text>,
    /// What has to hold before it is started.
    pub requires: Vec<ServiceGuard>,
    /// Its steps, one after the other.
    #[boundary(required)]
    pub steps: Vec<ServiceStep>,
    /// Side branches.
    pub branches: Vec<ServiceBranch>,
    /// Documents that buyers have to bring.
    pub documents: Vec<RequiredDocuments>,
}

impl ServiceDefinition {
    /// A step, by its code.
    pub fn step(&self, code: &str) -> Option<&ServiceStep> {
        self.steps.iter().find(|step| step.code == code)
    }

    /// A side branch, by its code.
    pub fn branch(&self, code: &str) -> Option<&ServiceBranch> {
        self.branches.iter().find(|branch| branch.code == code)
    }

    /// The step that comes after this many of them.
    pub(in crate::service) fn next_step(&self, done: usize) -> Option<&ServiceStep> {
        self.steps.get(done)
    }

    /// The documents that buyers of these kinds bring, each once, in the order of the rows.
    pub fn documents_of(&self, buyers: &[ServiceBuyer]) -> Vec<&ServiceDocument> {
        let mut needed: Vec<&ServiceDocument> = Vec::new();
        let counts = |buyer: Option<ServiceBuyer>| buyer.is_none_or(|one| buyers.contains(&one));
        for document in self.documents.iter().filter(|row| counts(row.buyer)) {
            for document in &document.documents {
                if !needed.iter().any(|known| known.code == document.code) {
                    needed.push(document);
                }
            }
        }
        needed
    }

    /// Any buyer may have to bring this document.
    pub(in crate::service) fn knows_document(&self, code: &str) -> bool {
        self.documents.iter().flat_map(|row| &row.documents).any(|one| one.code == code)
    }
}
