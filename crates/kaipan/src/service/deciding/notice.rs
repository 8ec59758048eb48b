//! Which notice of handover a buyer gets.

use crate::number::Money;
use crate::service::guard::loans_are_there;
use crate::service::{HandoverNotice, ServiceFacts};

/// By what is lacking first: house price, loan, area, fees. What is not known is not lacking.
pub(super) fn notice(facts: &ServiceFacts) -> HandoverNotice {
    let owes = |amount: Option<Money>| amount.is_some_and(Money::is_positive);
    if owes(facts.house_unpaid) || owes(facts.overdue) {
        HandoverNotice::HousePriceOwed
    } else if loans_are_there(facts) == Some(false) {
        HandoverNotice::LoanAwaited
    } else if facts.area_settled == Some(false) {
        HandoverNotice::AreaUnsettled
    } else if owes(facts.fees_unpaid) {
        HandoverNotice::FeesOwed
    } else {
        HandoverNotice::Ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::LoanFact;

    #[test]
    fn the_first_that_is_lacking_names_the_notice() {
        let yuan = |text: &str| -> Option<Money> { text.parse().ok() };
        let mut facts = ServiceFacts::default();
        assert_eq!(notice(&facts), HandoverNotice::Ready);
        facts.fees_unpaid = yuan("0.01");
        assert_eq!(notice(&facts), HandoverNotice::FeesOwed);
        facts.area_settled = Some(false);
        assert_eq!(notice(&facts), HandoverNotice::AreaUnsettled);
        facts.loans = Some(LoanFact::Awaited);
        assert_eq!(notice(&facts), HandoverNotice::LoanAwaited);
        facts.overdue = yuan("100");
        assert_eq!(notice(&facts), HandoverNotice::HousePriceOwed);
        (facts.overdue, facts.house_unpaid) = (yuan("0"), yuan("-5"));
        assert_eq!(notice(&facts), HandoverNotice::LoanAwaited);
    }
}
