//! Why something is overdue (逾期原因), as data.

use super::kind::OverdueKind;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input};
use crate::{Label, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// A reason that something may be overdue for.
#[boundary]
pub struct OverdueReason {
    /// Its code.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
    /// What it may be a reason for; anything if there are none.
    pub kinds: Vec<OverdueKind>,
}

/// The reason that was found for something that is overdue.
#[boundary]
pub struct GivenReason {
    /// The deal.
    pub deal: Text,
    /// What is overdue.
    pub kind: OverdueKind,
    /// The code of the reason.
    pub reason: Text,
}

impl OverdueReason {
    /// Reasons to begin with.
    #[must_use]
    pub fn preset() -> Vec<OverdueReason> {
        let money = [OverdueKind::Payment, OverdueKind::Fee, OverdueKind::AreaDifference];
        let loans = [OverdueKind::Mortgage, OverdueKind::FundLoan, OverdueKind::Signing];
        let none: [OverdueKind; 0] = [];
        let rows: [(&'static str, &'static str, &'static str, &[OverdueKind]); 7] = [
            ("funds", "资金未到位", "the buyer's money is not ready", &money),
            ("old_home", "旧房未售出", "the old home is not sold", &none),
            (
                "loan",
                "贷款未批或额度不足",
                "the loan is not approved, or the bank has no quota",
                &loans,
            ),
            ("documents", "资料不齐", "documents are lacking", &none),
            (
                "dispute",
                "对房屋或合同有异议",
                "the buyer objects to the home or the contract",
                &none,
            ),
            ("away", "客户在外地", "the buyer is away", &none),
            ("other", "其他", "other", &none),
        ];
        let each = rows.into_iter().map(|(code, zh, en, kinds)| OverdueReason {
            code: Text::constant(code),
            zh: Label::constant(zh),
            en: Label::constant(en),
            kinds: kinds.to_vec(),
        });
        each.collect()
    }
}

/// The reasons by what they were given for.
pub(super) type Reasons<'a> = BTreeMap<(&'a Text, OverdueKind), (usize, &'a GivenReason)>;

/// What cannot be about reasons.
pub(super) fn wrong_reasons(classes: &[OverdueReason], given: &[GivenReason]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, class, first) in with_repeats(classes, |one| &one.code) {
        let twice = first.map(|first| {
            let error = Error::new(Code::OverdueTwice).with("name", &class.code);
            error.with("first", first).at("code")
        });
        let own = blank(Code::OverdueBlank, "code", &class.code).into_iter().chain(twice);
        errors.extend(own.map(|error| error.at(at).within(Input::ReasonClasses)));
    }
    for (at, one, first) in with_repeats(given, |one| (&one.deal, one.kind)) {
        let class = classes.iter().find(|class| class.code == one.reason);
        let unknown = || {
            let codes = classes.iter().map(|class| class.code.as_str());
            let error = Error::new(Code::OverdueReasonUnknown).with("reason", &one.reason);
            error.with_nearest(codes, &one.reason).at("reason")
        };
        let unfit =
            class.filter(|class| !class.kinds.is_empty() && !class.kinds.contains(&one.kind));
        let unfit = unfit.map(|class| {
            let error = Error::new(Code::OverdueReasonKind).with("reason", &class.code);
            error.with("kind_zh", one.kind.chinese()).with("kind", one.kind.english()).at("kind")
        });
        let twice = first.map(|first| {
            let error = Error::new(Code::OverdueTwice).with("name", &one.deal);
            error.with("first", first).at("deal")
        });
        let unknown = class.is_none().then(unknown);
        let own = unknown.into_iter().chain(unfit).chain(twice);
        errors.extend(own.map(|error| error.at(at).within(Input::Reasons)));
    }
    errors
}
