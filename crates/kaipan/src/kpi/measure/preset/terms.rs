//! Which facts the measures of the library count.

use crate::kpi::fact::FactKind::{self, *};

/// Of which facts, with which sign.
#[derive(Clone, Copy)]
pub(super) struct Of {
    pub(super) kind: FactKind,
    pub(super) detail: &'static [&'static str],
    pub(super) of_kind: Option<FactKind>,
    pub(super) minus: bool,
    pub(super) dated_as_origin: bool,
}

pub(super) const fn of(kind: FactKind) -> Of {
    Of { kind, detail: &[], of_kind: None, minus: false, dated_as_origin: false }
}

pub(super) const fn detailed(kind: FactKind, detail: &'static [&'static str]) -> Of {
    Of { detail, ..of(kind) }
}

pub(super) const fn after(kind: FactKind, of_kind: FactKind) -> Of {
    Of { of_kind: Some(of_kind), ..of(kind) }
}

pub(super) const fn less(kind: FactKind, of_kind: Option<FactKind>) -> Of {
    Of { of_kind, minus: true, ..of(kind) }
}

pub(super) const CALL: &[Of] = &[of(Call)];
pub(super) const FIRST_VISIT: &[Of] = &[detailed(Visit, &["first"])];
pub(super) const SUBSCRIBED: &[Of] = &[of(Subscription)];
pub(super) const SIGNED: &[Of] = &[of(Signing)];
pub(super) const NET_SUBSCRIBED: &[Of] =
    &[of(Subscription), less(Cancellation, Some(Subscription))];
pub(super) const NET_SUBSCRIBED_AMOUNT: &[Of] =
    &[of(Subscription), of(UnitChange), less(Cancellation, Some(Subscription))];
pub(super) const NET_SIGNED: &[Of] = &[of(Signing), less(Cancellation, Some(Signing))];
pub(super) const NET_SIGNED_AMOUNT: &[Of] =
    &[of(Signing), after(UnitChange, Signing), less(Cancellation, Some(Signing))];
pub(super) const CANCELLED: &[Of] = &[of(Cancellation)];
pub(super) const OFFERED: &[Of] = &[of(Released), less(Withdrawn, None)];
pub(super) const UNSOLD: &[Of] = &[
    of(Released),
    less(Withdrawn, None),
    less(Subscription, None),
    after(Cancellation, Subscription),
];
pub(super) const LOANS: &[Of] =
    &[Of { of_kind: Some(Signing), ..detailed(Collection, &["commercial_loan", "fund_loan"]) }];
pub(super) const OF_SUBSCRIPTION: &[Of] = &[after(Signing, Subscription)];
pub(super) const COHORT: &[Of] = &[Of { dated_as_origin: true, ..after(Signing, Subscription) }];
pub(super) const COLLECTED_OF_DUE: &[Of] =
    &[Of { dated_as_origin: true, ..after(Collection, Due) }];
pub(super) const SELLING_EXPENSES: &[Of] = &[of(Spend), of(Commission)];
pub(super) const MARGIN: &[Of] =
    &[of(Signing), after(UnitChange, Signing), less(Cancellation, Some(Signing)), less(Cost, None)];
