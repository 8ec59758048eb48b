//! Rows about deposit contracts (定金合同 of completed homes: T23 to T25).

use super::agreed::{
    CONTRACT, SUBSCRIPTION, TAKE_SIGNED_AT_ONCE, TAKE_SUBSCRIBED, signed, subscribed,
};
use super::base::{CONTROLLERS, OFFICERS, by_request, of_deal, of_unit, only};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: Waiting::For { kinds: &[DocumentKind::Registration], or_new: true },
        to: Some(UnitState::Promised),
        roles: OFFICERS,
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Channel,
            DraftField::Number,
            DraftField::Amount,
            DraftField::Price,
            DraftField::Handover,
            DraftField::Liabilities,
            DraftField::Until,
            DraftField::Quotas,
            DraftField::Confirmed,
        ],
        guards: of_unit![
            NotExpired,
            DepositContractAllowed,
            ConstructionPermit,
            DepositAccount,
            AreasKnown,
            PriceApproved,
            ListPriceKept,
            Identified,
            PriceAgrees,
            AboveFloor,
            WithinFiled,
            FiledPriceKept,
            Authority,
            QuotaOpen,
            QuotaLeft,
            OfferKept,
            DepositAgreed,
            DepositReceived,
            DepositCap,
            HandoverPromised,
            LiabilitiesFixed,
            UntilAhead,
            SupervisedAccount,
            UnusualConfirmed,
        ],
        effects: &[
            Effect::NameBuyers,
            Effect::ChooseUnit,
            Effect::AgreePrice,
            Effect::UseQuotas,
            Effect::Open(DocumentKind::DepositContract),
            Effect::BecomeDeposit,
            Effect::Take,
        ],
        zh: "签定金合同：现房销售，有施工许可证，定金入监管账户",
        en: "sign a deposit contract: completed-home sale, construction permit, supervised deposit account",
        law: Some("建房规〔2026〕3号"),
        ..of_deal("T23", DealAction::SignDepositContract, &[UnitState::NotReleased])
    },
    Transition {
        document: only(&[DocumentKind::DepositContract]),
        to: Some(UnitState::NotReleased),
        roles: CONTROLLERS,
        approval: by_request(ApprovalKind::Quit),
        takes: &[DraftField::Reason, DraftField::EndedBy, DraftField::Amount],
        guards: &[
            DealGuard::MayAct,
            DealGuard::DocumentUnlocked,
            DealGuard::NotLockedByChange,
            DealGuard::NoOpenTodo,
            DealGuard::EndReasonGiven,
            DealGuard::MoneyKnown,
            DealGuard::LiabilityWithin,
            DealGuard::QuotasGiven,
            DealGuard::Approved,
        ],
        effects: &[Effect::SettleDepositContract, Effect::ReturnQuotas, Effect::Return],
        zh: "解除定金合同：买方违约、卖方逾期或协商一致",
        en: "end the deposit contract: by the buyer's default, the seller's delay, or agreement",
        law: Some("民法典 §§586–588"),
        ..of_deal("T24", DealAction::EndDepositContract, &[UnitState::Promised])
    },
    Transition {
        document: only(&[DocumentKind::DepositContract]),
        to: Some(UnitState::Subscribed),
        takes: SUBSCRIPTION,
        guards: subscribed![AreasKnown, PromiseKept],
        effects: TAKE_SUBSCRIBED,
        zh: "定金合同转认购：现房已备案，约定不变",
        en: "deposit contract to subscription: the sale is filed, what was promised is kept",
        law: Some("建房规〔2026〕3号"),
        ..of_deal("T25", DealAction::Subscribe, &[UnitState::Promised])
    },
    Transition {
        document: only(&[DocumentKind::DepositContract]),
        to: Some(UnitState::Signed),
        roles: OFFICERS,
        takes: CONTRACT,
        guards: signed![AreasKnown, PromiseKept],
        effects: TAKE_SIGNED_AT_ONCE,
        zh: "定金合同转签约：现房已备案，约定不变",
        en: "deposit contract to contract: the sale is filed, what was promised is kept",
        law: Some("建房规〔2026〕3号"),
        ..of_deal("T25", DealAction::Sign, &[UnitState::Promised])
    },
];
