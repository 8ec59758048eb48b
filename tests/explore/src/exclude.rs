//! Which guards of a question cannot be unmet, alone or together.

use crate::case::Case;
use kaipan::deal::{DealAction, DealGuard, SaleMode};

/// Why a guard cannot be unmet at a question, whatever is known or drafted; none if it can.
pub(crate) fn never(guard: DealGuard, case: &Case) -> Option<&'static str> {
    let has_document = case.deal.as_ref().is_some_and(|deal| deal.active().is_some());
    let presale = case.mode == SaleMode::Presale;
    match guard {
        DealGuard::DocumentUnlocked
        | DealGuard::NotExpired
        | DealGuard::FinanceReviewed
        | DealGuard::BuyersKept
            if !has_document =>
        {
            Some("it is about the active document, and there is none")
        }
        DealGuard::FilingCancelled | DealGuard::NotFiled if !case.is_signed() => {
            Some("a subscription is not filed")
        }
        DealGuard::PresalePermit | DealGuard::ToppedOut if !presale => {
            Some("it is asked of presales")
        }
        DealGuard::SaleFiled
        | DealGuard::FreeOfEncumbrance
        | DealGuard::FirstRegistration
        | DealGuard::ConstructionPermit
            if presale =>
        {
            Some("it is asked of completed homes")
        }
        _ => None,
    }
}

/// Guards of one row that cannot be unmet together while others are met.
#[derive(Debug)]
pub(crate) struct Exclusion {
    pub(crate) unmet: &'static [DealGuard],
    pub(crate) met: &'static [DealGuard],
    pub(crate) at: fn(&Case) -> bool,
    pub(crate) why: &'static str,
}

/// Everything that depends on each other.
pub(crate) const EXCLUSIONS: &[Exclusion] = &[
    Exclusion {
        unmet: &[DealGuard::WithinFiled, DealGuard::FiledPriceKept],
        met: &[],
        at: |_| true,
        why: "the policy says which of the two is asked",
    },
    Exclusion {
        unmet: &[DealGuard::AboveFloor, DealGuard::PromiseKept],
        met: &[],
        at: Case::is_promised,
        why: "a price above what was promised was judged before",
    },
    Exclusion {
        unmet: &[DealGuard::Authority, DealGuard::PromiseKept],
        met: &[],
        at: Case::is_promised,
        why: "a price above what was promised was judged before",
    },
    Exclusion {
        unmet: &[DealGuard::AboveFloor, DealGuard::WithinFiled],
        met: &[],
        at: Case::is_promised,
        why: "a price above the lower of the promised and the filed one was judged before",
    },
    Exclusion {
        unmet: &[DealGuard::AboveFloor, DealGuard::FiledPriceKept],
        met: &[],
        at: Case::is_promised,
        why: "a price above the lower of the promised and the filed one was judged before",
    },
    Exclusion {
        unmet: &[DealGuard::Authority, DealGuard::WithinFiled],
        met: &[],
        at: Case::is_promised,
        why: "a price above the lower of the promised and the filed one was judged before",
    },
    Exclusion {
        unmet: &[DealGuard::Authority, DealGuard::FiledPriceKept],
        met: &[],
        at: Case::is_promised,
        why: "a price above the lower of the promised and the filed one was judged before",
    },
    Exclusion {
        unmet: &[DealGuard::DepositAccount],
        met: &[DealGuard::DepositReceived, DealGuard::SupervisedAccount],
        at: |case| case.row.action == DealAction::SignDepositContract,
        why: "a deposit that is there lies in no account that is named",
    },
    Exclusion {
        unmet: &[DealGuard::TodoNamed, DealGuard::TodoDecided],
        met: &[],
        at: |_| true,
        why: "what is named and not there is not looked at",
    },
    Exclusion {
        unmet: &[DealGuard::TodoNamed, DealGuard::TodoUndecided],
        met: &[],
        at: |_| true,
        why: "what is named and not there is not looked at",
    },
    Exclusion {
        unmet: &[DealGuard::OldDealThere, DealGuard::Settled],
        met: &[],
        at: |_| true,
        why: "what is not there is not settled",
    },
    Exclusion {
        unmet: &[DealGuard::ConstructionPermit, DealGuard::SaleFiled],
        met: &[],
        at: |case| case.row.action == DealAction::Register,
        why: "with money the filing is asked, without it the construction permit",
    },
    Exclusion {
        unmet: &[DealGuard::ConstructionPermit, DealGuard::FreeOfEncumbrance],
        met: &[],
        at: |case| case.row.action == DealAction::Register,
        why: "with money the limits are asked, without it the construction permit",
    },
    Exclusion {
        unmet: &[DealGuard::ConstructionPermit, DealGuard::SincerityAmount],
        met: &[],
        at: |case| case.row.action == DealAction::Register,
        why: "the construction permit is asked without money, which completed homes may do",
    },
];
