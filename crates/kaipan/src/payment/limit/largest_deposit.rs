//! The largest deposit of a price.

use super::DepositLimit;
use crate::Date;
use crate::number::{Mode, Money};
use crate::payment::micro::Micro;

impl DepositLimit {
    /// The largest deposit of a price on a day, to the fen, down; none if nothing limits it.
    pub(crate) fn largest(&self, total: Money, day: Date) -> Option<Money> {
        let most = self.most(Some(day));
        let share =
            most.ratio.and_then(|ratio| Micro::share(total, ratio.limit).to_fen(Mode::Down).ok());
        share.into_iter().chain(most.amount.map(|amount| amount.limit)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::DepositLimitRow;

    #[test]
    fn no_row_allows_more_than_the_law() {
        let half = DepositLimitRow::new("2026-01-01".parse().unwrap());
        let half = half.with_ratio("0.5".parse().unwrap());
        let policy = DepositLimit::Table { rows: vec![half] };
        let most = policy.largest("1000000".parse().unwrap(), "2026-06-01".parse().unwrap());
        assert_eq!(most, Some("200000".parse().unwrap()));
    }
}
