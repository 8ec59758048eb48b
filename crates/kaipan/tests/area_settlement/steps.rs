//! The steps lead from the areas to the amount: each is computed again from what it says.

use kaipan::area_settlement::{
    AreaBand, AreaContract, AreaRule, AreaSettlementPolicy, AreaSettling, AreaStep, AreaStepRule,
    AreaSurvey, BandWay,
};
use kaipan::number::{Exact, Mode, Place, Rounding};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn decimal(number: &Exact) -> Decimal {
    number.to_string().parse().unwrap()
}

/// What the step makes of what was there before.
fn again(step: &AreaStep) -> Option<Decimal> {
    let before = step.before.as_ref().map(decimal);
    let value = step.value.as_ref().map(decimal);
    match step.rule {
        AreaStepRule::RegisteredArea => None,
        AreaStepRule::Difference => Some(before? - value?),
        AreaStepRule::Part => {
            let factor: Decimal = step.factor?.to_string().parse().unwrap();
            Some(before? + value? * factor * decimal(step.price.as_ref()?))
        }
        AreaStepRule::Rounding => {
            let (place, steps) = (value?, before? / value?);
            let away = steps.abs();
            let away = match step.mode? {
                Mode::HalfUp => (away + Decimal::new(5, 1)).floor(),
                Mode::Up => away.ceil(),
                Mode::Down => away.floor(),
                other => panic!("{other:?}"),
            };
            Some(if steps.is_sign_negative() { -away * place } else { away * place })
        }
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn each_step_follows_from_the_one_before(area in 2_000_i64..40_000, price in 1_000_i64..90_000,
        apart in -2_000_i64..2_000, way: bool, place in 0..4_usize, mode in 0..3_usize) {
        let own = |text: &str| text.parse().unwrap();
        let bands = vec![
            AreaBand::new(own("1.5")).with_to(own("-0.012")),
            AreaBand::new(own("0")).with_from(own("-0.012")).with_from_included(true)
                .with_to(own("0.006")).with_to_included(true),
            AreaBand::new(own("0.75")).with_from(own("0.006")),
        ];
        let way = if way { BandWay::Segmented } else { BandWay::WholeAtBand };
        let mode = [Mode::HalfUp, Mode::Up, Mode::Down][mode];
        let policy = AreaSettlementPolicy {
            rule: AreaRule::Bands { way, bands },
            rounding: Rounding::new(mode, Place::ALL[place]),
            ..AreaSettlementPolicy::default()
        };
        let square = |hundredths: i64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let contract = AreaContract::new("D", "1", own_area(&square(area)), "1000000".parse().unwrap())
            .with_unit_price(own_price(price));
        let survey = AreaSurvey::new("1", own_area(&square((area + apart).max(1))));
        let sheet = AreaSettling::new(&policy, &contract, &survey).sheet().unwrap();
        let mut yuan = Decimal::ZERO;
        let mut metres = None;
        for step in &sheet.steps {
            match step.rule {
                AreaStepRule::RegisteredArea => metres = Some(decimal(&step.after)),
                AreaStepRule::Difference => {
                    prop_assert_eq!(step.before.as_ref().map(decimal), metres);
                    metres = Some(decimal(&step.after));
                }
                _ => {
                    prop_assert_eq!(step.before.as_ref().map(decimal), Some(yuan));
                    yuan = decimal(&step.after);
                }
            }
            if let Some(again) = again(step) {
                prop_assert_eq!(again, decimal(&step.after));
            }
        }
        let parts = sheet.steps.iter().filter(|step| step.rule == AreaStepRule::Part);
        let parts: Decimal = parts.map(|step| decimal(step.value.as_ref().unwrap())).sum();
        prop_assert_eq!(Some(parts), metres, "the parts are the difference");
        let amount: Decimal = sheet.amount.to_string().parse().unwrap();
        prop_assert_eq!(yuan, amount);
    }
}

fn own_area(text: &str) -> kaipan::number::Area {
    text.parse().unwrap()
}

fn own_price(yuan: i64) -> kaipan::number::UnitPrice {
    yuan.to_string().parse().unwrap()
}
