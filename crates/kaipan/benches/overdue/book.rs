//! Claims and their receipts, made up and the same each time.

use kaipan::overdue::{ClaimColumns, LateFeePolicy, LateFeeTier, NO_DAY, ReceiptColumns, TierMode};

/// Claims with three receipts each.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) due: Vec<i32>,
    pub(crate) amounts: Vec<i64>,
    /// What the money is, by number.
    pub(crate) items: Vec<u16>,
    pub(crate) claims: Vec<u32>,
    pub(crate) days: Vec<i32>,
    pub(crate) paid: Vec<i64>,
}

/// Money items.
pub(crate) const ITEMS: u16 = 12;

/// 2026-06-30, in days since 1970-01-01.
pub(crate) const TODAY: i32 = 20_634;

impl Book {
    /// So many claims. One in fifty has no due day, half of them are paid in full.
    pub(crate) fn new(claims: u32) -> Book {
        let mut state = 1_u64;
        let mut draw = move |below: i64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % below
        };
        let mut book = Book::default();
        for claim in 0..claims {
            let amount = 1_000_000 + draw(100_000_000);
            let due = TODAY + 60 - draw(400) as i32;
            book.due.push(if draw(50) == 0 { NO_DAY } else { due });
            book.amounts.push(amount);
            book.items.push(draw(ITEMS.into()) as u16);
            let mut days = [0; 3].map(|_| due - 20 + draw(90) as i32);
            days.sort_unstable();
            let mut parts = [0; 3].map(|_| 1 + amount / 100 * draw(33));
            if draw(2) == 0 {
                parts[2] = amount - parts[0] - parts[1];
            }
            book.claims.extend([claim; 3]);
            book.days.extend(days);
            book.paid.extend(parts);
        }
        book
    }

    pub(crate) fn claims(&self) -> ClaimColumns<'_> {
        ClaimColumns {
            due: &self.due,
            amounts: &self.amounts,
            groups: &self.items,
            ..ClaimColumns::default()
        }
    }

    pub(crate) fn receipts(&self) -> ReceiptColumns<'_> {
        ReceiptColumns { claims: &self.claims, days: &self.days, amounts: &self.paid }
    }
}

/// 日万分之二 up to 90 days and 日万分之五 after them, each day by its own tier, 15 days of grace.
pub(crate) fn policy() -> LateFeePolicy {
    let tier = |days, rate: &str| LateFeeTier { up_to_days: days, rate: rate.parse().unwrap() };
    LateFeePolicy {
        tiers: vec![tier(Some(90), "0.0002"), tier(None, "0.0005")],
        tier_mode: TierMode::Marginal,
        grace_days: 15,
        ..LateFeePolicy::default()
    }
}
