//! From an anchor to a due date (handbook §4.2). Fees and quotes date their lines with it too.

use super::anchor::{Anchor, AnchorDates, NodeDate};
use crate::Date;
use crate::check::with_repeats;
use crate::error::{Code, Error, Result};
use crate::working_days::Calendar;

/// How due dates are moved.
#[derive(Debug, Clone, Default)]
pub(crate) struct DueRules {
    /// Days after the notice before which a payment on a construction node is never due.
    pub(crate) node_grace_days: u32,
    /// Moves dates to working days; they stand as they are if absent.
    pub(crate) calendar: Option<Calendar>,
}

/// A due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Due {
    /// None until the event it hangs on has a date.
    pub(crate) date: Option<Date>,
    /// It hangs on a planned or agreed day and may still move.
    pub(crate) provisional: bool,
}

impl AnchorDates {
    /// `add_days(add_months(anchor, months), days)`, not before notice and grace for a
    /// construction node, then moved to a working day if the rules ask for it.
    ///
    /// # Errors
    /// [`Code::PaymentDueDate`] outside the calendar, at `months` or `days`, whichever leads there.
    pub(crate) fn due(
        &self,
        anchor: &Anchor,
        months: i32,
        days: i32,
        rules: &DueRules,
    ) -> Result<Due> {
        self.due_on(anchor, self.day_of(anchor, self.node(anchor)), months, days, rules)
    }

    /// When a loan is paid out: as [`AnchorDates::due`], from the later of its pay-out anchor and
    /// signing, since no loan is paid out before the contract is signed. A filing that comes before
    /// signing leaves the line undated while signing has no date.
    ///
    /// # Errors
    /// As [`AnchorDates::due`].
    pub(crate) fn loan_due(
        &self,
        anchor: &Anchor,
        months: i32,
        days: i32,
        rules: &DueRules,
    ) -> Result<Due> {
        let own = self.day_of(anchor, self.node(anchor));
        if !anchor.is_pay_out() {
            return self.due_on(anchor, own, months, days, rules);
        }
        let signing = first(self.signing, self.agreed_signing);
        let from = match (own.0, signing.0) {
            (Some(paid), Some(signed)) if signed > paid => signing,
            (Some(_), None) if !matches!(anchor, Anchor::MortgageDate {}) => (None, false),
            _ => own,
        };
        self.due_on(anchor, from, months, days, rules)
    }

    /// The due date from a day that may still move.
    fn due_on(
        &self,
        anchor: &Anchor,
        (date, provisional): (Option<Date>, bool),
        months: i32,
        days: i32,
        rules: &DueRules,
    ) -> Result<Due> {
        let node = self.node(anchor);
        let Some(from) = date else { return Ok(Due::default()) };
        let outside = |at: &'static str| {
            let error = Error::new(Code::PaymentDueDate).with("date", from);
            error.with("months", months).with("days", days).at(at)
        };
        let month = from.add_months(months).ok_or_else(|| outside("months"))?;
        let too_many_days = || outside("days");
        let mut due = month.shift_days(days).ok_or_else(too_many_days)?;
        if let Some(notice) = node.and_then(|node| node.notice) {
            due = due.max(notice.add_days(rules.node_grace_days).ok_or_else(too_many_days)?);
        }
        if let Some(calendar) = &rules.calendar {
            due = calendar.on_or_after(due).ok_or_else(too_many_days)?;
        }
        Ok(Due { date: Some(due), provisional })
    }

    /// Adds an error for every node that is dated a second time.
    pub(crate) fn check(&self, errors: &mut Vec<Error>) {
        if self.nodes.len() < 2 {
            return;
        }
        for (at, node, again) in with_repeats(&self.nodes, |node| node.node.as_str()) {
            if again.is_some() {
                let error = Error::new(Code::PaymentNodeTwice).with("node", &node.node);
                errors.push(error.at("node").at(at).at("nodes"));
            }
        }
    }

    fn node(&self, anchor: &Anchor) -> Option<&NodeDate> {
        let Anchor::ConstructionNode { node: name } = anchor else { return None };
        self.nodes.iter().find(|node| node.node == *name)
    }

    /// The day an anchor stands for, and whether it may still move.
    fn day_of(&self, anchor: &Anchor, node: Option<&NodeDate>) -> (Option<Date>, bool) {
        match anchor {
            Anchor::FixedDate { date } => (Some(*date), false),
            Anchor::BookingDate {} => (self.booking, false),
            Anchor::SubscriptionDate {} => (self.subscription, false),
            Anchor::AgreedSigningDate {} => (self.agreed_signing, false),
            Anchor::SigningDate {} => first(self.signing, self.agreed_signing),
            Anchor::ConstructionNode { .. } => match node {
                Some(node) => first(node.real, node.planned),
                None => (None, false),
            },
            Anchor::MortgageDate {} => (self.mortgage, false),
            Anchor::SaleFiled {} => (self.sale_filed, false),
            Anchor::CompletionFiled {} => (self.completion_filed, false),
            Anchor::AreaSettlementDate {} => (self.area_settlement, false),
            Anchor::HandoverDate {} => (self.handover, false),
            Anchor::TitleDate {} => (self.title, false),
        }
    }
}

/// The real day, or the expected one, which may still move.
fn first(real: Option<Date>, expected: Option<Date>) -> (Option<Date>, bool) {
    (real.or(expected), real.is_none() && expected.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn dates() -> AnchorDates {
        AnchorDates {
            subscription: Some(date("2027-01-31")),
            agreed_signing: Some(date("2027-02-07")),
            nodes: vec![
                NodeDate {
                    node: "封顶".into(),
                    planned: Some(date("2027-06-30")),
                    real: None,
                    notice: None,
                },
                NodeDate { node: "竣工".into(), planned: None, real: None, notice: None },
            ],
            ..AnchorDates::default()
        }
    }

    fn due(dates: &AnchorDates, anchor: Anchor, months: i32, days: i32) -> (String, bool) {
        let due = dates.due(&anchor, months, days, &DueRules::default()).unwrap();
        (due.date.map_or_else(String::new, |date| date.to_string()), due.provisional)
    }

    fn node(name: &str) -> Anchor {
        Anchor::ConstructionNode { node: name.into() }
    }

    #[test]
    fn months_come_before_days_and_clamp() {
        let known = dates();
        let subscription = || Anchor::SubscriptionDate {};
        assert_eq!(due(&known, subscription(), 1, 0).0, "2027-02-28");
        assert_eq!(due(&known, subscription(), 1, 1).0, "2027-03-01");
        assert_eq!(due(&known, subscription(), -2, -30).0, "2026-10-31");
        assert_eq!(due(&known, Anchor::HandoverDate {}, 1, 1), (String::new(), false));
        let far = Anchor::FixedDate { date: date("9999-12-31") };
        let error = known.due(&far, 0, 1, &DueRules::default()).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::PaymentDueDate, "/days"));
        let error = known.due(&far, 1, 0, &DueRules::default()).unwrap_err();
        assert_eq!(error.path(), "/months");
    }

    #[test]
    fn expected_days_are_provisional_until_the_real_one() {
        let mut known = dates();
        assert_eq!(due(&known, Anchor::SigningDate {}, 0, 7), ("2027-02-14".into(), true));
        assert_eq!(due(&known, Anchor::AgreedSigningDate {}, 0, 7), ("2027-02-14".into(), false));
        known.signing = Some(date("2027-02-05"));
        assert_eq!(due(&known, Anchor::SigningDate {}, 0, 7), ("2027-02-12".into(), false));
        assert_eq!(due(&known, node("封顶"), 0, 10), ("2027-07-10".into(), true));
        assert_eq!(due(&known, node("竣工"), 0, 0), (String::new(), false));
        assert_eq!(due(&known, node("交付"), 0, 0), (String::new(), false));
        known.nodes[0].real = Some(date("2027-07-20"));
        assert_eq!(due(&known, node("封顶"), 0, 10), ("2027-07-30".into(), false));
        assert_eq!(due(&known, Anchor::AgreedSigningDate {}, 0, 0).0, "2027-02-07");
    }

    #[test]
    fn a_loan_is_paid_out_at_the_later_of_its_anchor_and_signing() {
        let day = |known: &AnchorDates, anchor: Anchor| {
            let due = known.loan_due(&anchor, 0, 7, &DueRules::default()).unwrap();
            (due.date.map_or_else(String::new, |date| date.to_string()), due.provisional)
        };
        let filed = || Anchor::SaleFiled {};
        let mut known =
            AnchorDates { sale_filed: Some(date("2027-01-05")), ..AnchorDates::default() };
        assert_eq!(day(&known, filed()), (String::new(), false), "nobody knows when it is signed");
        known.agreed_signing = Some(date("2027-02-07"));
        assert_eq!(day(&known, filed()), ("2027-02-14".into(), true));
        known.signing = Some(date("2027-02-05"));
        assert_eq!(day(&known, filed()), ("2027-02-12".into(), false));
        assert_eq!(day(&known, Anchor::CompletionFiled {}), (String::new(), false));
        known.completion_filed = Some(date("2028-06-30"));
        assert_eq!(day(&known, Anchor::CompletionFiled {}), ("2028-07-07".into(), false));
        known.mortgage = Some(date("2027-01-01"));
        assert_eq!(day(&known, Anchor::MortgageDate {}), ("2027-02-12".into(), false));
        assert_eq!(day(&known, Anchor::SubscriptionDate {}), (String::new(), false));
    }

    #[test]
    fn a_node_is_never_due_before_notice_and_grace() {
        let mut known = dates();
        known.nodes[0].real = Some(date("2027-06-25"));
        known.nodes[0].notice = Some(date("2027-07-01"));
        let rules = DueRules { node_grace_days: 7, calendar: None };
        let day = |known: &AnchorDates, days| {
            known.due(&node("封顶"), 0, days, &rules).unwrap().date.unwrap().to_string()
        };
        assert_eq!(day(&known, 5), "2027-07-08");
        assert_eq!(day(&known, 14), "2027-07-09");
    }

    #[test]
    fn a_node_is_dated_once() {
        let mut known = dates();
        known.nodes[1].node = "封顶".into();
        let mut errors = Vec::new();
        known.check(&mut errors);
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].path(), "/nodes/1/node");
    }
}
