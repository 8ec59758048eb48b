//! Properties of the settlement amount.

use kaipan::area_settlement::{
    AreaChoice, AreaContract, AreaMoneyWay, AreaOutcome, AreaRule, AreaSettlementPolicy,
    AreaSettlementSheet, AreaSettling, AreaSurvey, BandWay, RefundWay,
};
use kaipan::number::{Area, Money, Place, Rounding, UnitPrice};
use proptest::prelude::*;

fn contract(area: i64, price: i64) -> AreaContract {
    // 0.0001 m² × 0.01 yuan per m²: a millionth of a yuan; the total in fen.
    let fen = (area * price + 5_000) / 10_000;
    let area = Area::from_ten_thousandths(area);
    AreaContract::new("D", "1", area, Money::from_fen(fen.max(1)))
        .with_unit_price(UnitPrice::from_micros(price * 10_000))
}

fn settle(
    policy: &AreaSettlementPolicy,
    contract: &AreaContract,
    registered: i64,
) -> AreaSettlementSheet {
    let survey = AreaSurvey::new("1", Area::from_ten_thousandths(registered));
    AreaSettling::new(policy, contract, &survey).unpaid(Money::from_fen(5_000_000)).sheet().unwrap()
}

/// Art. 20 as it is written, in millionths of a yuan.
fn law(area: i128, price: i128, registered: i128) -> i128 {
    let difference = registered - area;
    let threshold = |side: i128| side * area * 3;
    let hundredfold = difference * 100;
    if hundredfold > threshold(1) {
        threshold(1) * price / 100
    } else if hundredfold < threshold(-1) {
        // 3 % once, the rest twice.
        (threshold(-1) + 2 * (hundredfold - threshold(-1))) * price / 100
    } else {
        difference * price
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The bands of the statutory rule come to what Art. 20 says.
    #[test]
    fn bands_are_the_law(metres in 20_i64..400, price in 100_000_i64..9_000_000, apart in -80_000_i64..80_000) {
        // Whole m², so that 3 % of it is exact in 0.0001 m².
        let area = metres * 10_000;
        let policy = AreaSettlementPolicy::default();
        let registered = (area + apart).max(1);
        let sheet = settle(&policy, &contract(area, price), registered);
        let exact = law(area.into(), price.into(), registered.into());
        let half = if exact < 0 { -5_000 } else { 5_000 };
        prop_assert_eq!(i128::from(sheet.amount.fen()), (exact + half) / 10_000);
        prop_assert_eq!(sheet.may_quit, (registered - area).abs() * 100 > area * 3);
    }

    /// Never more than 3 % of the price is asked of a buyer, and more area never costs less.
    #[test]
    fn a_buyer_pays_at_most_three_percent(area in 200_000_i64..4_000_000, price in 100_000_i64..9_000_000,
        one in -300_000_i64..300_000, two in -300_000_i64..300_000) {
        let policy = AreaSettlementPolicy::default();
        let contract = contract(area, price);
        let (low, high) = (one.min(two), one.max(two));
        let amount = |apart: i64| settle(&policy, &contract, (area + apart).max(1)).amount;
        prop_assert!(amount(low) <= amount(high));
        let most = i128::from(area) * i128::from(price) * 3 / 100;
        prop_assert!(i128::from(amount(high).fen()) * 10_000 <= most + 5_000);
    }

    /// At both ends the amount goes on without a jump; below −3 % it goes twice as fast.
    #[test]
    fn no_jump_at_three_percent(metres in 20_i64..400, yuan in 1_000_i64..90_000) {
        // Whole yuan and m²: no amount is rounded.
        let (area, price) = (metres * 10_000, yuan * 100);
        let policy = AreaSettlementPolicy::default();
        let end = area * 3 / 100;
        let contract = contract(area, price);
        let at = |apart: i64| settle(&policy, &contract, area + apart).amount.fen();
        // A step of 0.01 m² costs as many fen as a m² costs yuan.
        prop_assert_eq!(at(end + 100), at(end));
        prop_assert_eq!(at(end) - at(end - 100), yuan);
        prop_assert_eq!(at(-end + 100) - at(-end), yuan);
        prop_assert_eq!(at(-end) - at(-end - 100), 2 * yuan);
    }

    /// What is paid comes to the amount, whichever way it goes; totals follow.
    #[test]
    fn the_money_is_the_amount(area in 200_000_i64..4_000_000, price in 100_000_i64..9_000_000,
        apart in -300_000_i64..300_000, offset: bool, yuan: bool) {
        let policy = AreaSettlementPolicy {
            refund: if offset { RefundWay::Offset } else { RefundWay::Refund },
            rounding: Rounding::half_up(if yuan { Place::Yuan } else { Place::Fen }),
            ..AreaSettlementPolicy::default()
        };
        let sheet = settle(&policy, &contract(area, price), (area + apart).max(1));
        let sum: i64 = sheet.money.iter().map(|line| match line.way {
            AreaMoneyWay::Receivable => line.amount.fen(),
            _ => -line.amount.fen(),
        }).sum();
        prop_assert_eq!(sum, sheet.amount.fen());
        prop_assert!(sheet.money.iter().all(|line| line.amount.is_positive()));
        let after = sheet.contract_total_after.unwrap();
        prop_assert_eq!(after.fen() - sheet.contract_total_before.fen(), sum);
    }

    /// Within the first bands both ways of counting say the same.
    #[test]
    fn ways_agree_within_the_first_band(area in 200_000_i64..4_000_000, price in 100_000_i64..9_000_000,
        share in -300_i64..=300) {
        let segmented = AreaSettlementPolicy::default();
        let bands = AreaRule::STATUTORY.in_bands().into_owned();
        let rule = AreaRule::Bands { way: BandWay::WholeAtBand, bands };
        let whole = AreaSettlementPolicy { rule, ..AreaSettlementPolicy::default() };
        let contract = contract(area, price);
        let registered = area + area * share / 10_000;
        let one = settle(&segmented, &contract, registered);
        let two = settle(&whole, &contract, registered);
        prop_assert_eq!(one.amount, two.amount);
        prop_assert!(!one.may_quit && !two.may_quit);
    }
}

#[test]
fn who_quits_owes_nothing_and_pays_nothing() {
    let policy = AreaSettlementPolicy::default();
    let paid = kaipan::area_settlement::AreaPayment::new(
        "2026-01-01".parse().unwrap(),
        "1".parse().unwrap(),
    );
    let contract = contract(1_000_000, 1_200_000).with_payments(vec![paid]);
    let survey = AreaSurvey::new("1", "94".parse().unwrap());
    let sheet = AreaSettling::new(&policy, &contract, &survey)
        .choice(AreaChoice::Quit)
        .quit_requested_on("2026-09-01".parse::<kaipan::Date>().unwrap())
        .sheet()
        .unwrap();
    assert_eq!((sheet.outcome, sheet.amount), (AreaOutcome::Quit, Money::ZERO));
    assert_eq!((sheet.contract_total_after, sheet.steps.len()), (None, 0));
    assert_eq!(sheet.money[0].amount.to_string(), "1.00");
    assert_eq!(sheet.money[0].due, "2026-10-01".parse().ok());
}
