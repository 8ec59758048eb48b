//! What holds for every fee: never below zero, the whole is the sum of its parts, nothing is
//! counted twice.

use kaipan::Text;
use kaipan::fee::*;
use kaipan::number::{Area, Figure, Money, Place, Rate, Rounding};
use kaipan::payment::AnchorDates;
use proptest::option::of;
use proptest::prelude::*;

const USES: [PropertyUse; 3] =
    [PropertyUse::Residential, PropertyUse::NonResidential, PropertyUse::Parking];

fn area(hundredths: i64) -> Area {
    Area::from_ten_thousandths(hundredths * 100)
}

fn unit() -> impl Strategy<Value = FeeUnit> {
    let size = (1_000..40_000_i64, of(1_000..40_000_i64));
    let building = (any::<Option<bool>>(), of(1..40_u32), 0..4_u32);
    (0..3_usize, 0..2_000_000_000_i64, size, building).prop_map(
        |(property_use, price, (size, surveyed), (elevator, storeys, certificates))| FeeUnit {
            unit_no: None,
            property_use: USES[property_use],
            price: Money::from_fen(price),
            assessed_price: None,
            building_area: area(size),
            inside_area: Some(area(size * 4 / 5)),
            surveyed_area: surveyed.map(area),
            surveyed_inside_area: None,
            elevator,
            storeys,
            certificates: Some(certificates),
        },
    )
}

fn units() -> impl Strategy<Value = Vec<FeeUnit>> {
    proptest::collection::vec(unit(), 1..5).prop_map(|mut units| {
        for (at, unit) in units.iter_mut().enumerate() {
            unit.unit_no = Some(Text::of(at));
        }
        units
    })
}

/// A rule of every basis, with limits, by buyer or not.
fn rule() -> impl Strategy<Value = FeeRule> {
    let value = 0..3_000_000_i64;
    let limits = (of(0..1_000_000_i64), of(0..1_000_000_i64));
    (0..9_usize, value, limits, any::<bool>()).prop_map(|(basis, value, (min, span), per_buyer)| {
        let basis = match basis {
            0 => FeeBasis::ContractPrice {},
            1 => FeeBasis::PriceExVat {},
            2 => FeeBasis::BuildingArea {},
            3 => FeeBasis::InsideArea {},
            4 => FeeBasis::SurveyedArea {},
            5 => FeeBasis::PerUnit {},
            6 => FeeBasis::PerCertificate { free: 1 },
            7 => FeeBasis::LoanAmount {},
            _ => FeeBasis::Formula {
                terms: vec![FormulaTerm {
                    quantity: FormulaQuantity::ContractPrice,
                    above: Some(Figure::from_millionths(500_000_000_000)),
                    times: Figure::from_millionths(-3_000),
                }],
                constant: Some(Money::from_fen(200_000)),
            },
        };
        FeeRule {
            code: "own".into(),
            name: "own".into(),
            name_en: None,
            source: None,
            category: FeeCategory::Charge,
            basis,
            rows: vec![FeeRow {
                when: FeeCondition::default(),
                value: Figure::from_millionths(value),
                note: None,
            }],
            min: min.map(Money::from_fen),
            max: span.map(|span| Money::from_fen(min.unwrap_or(0) + span)),
            rounding: Rounding::FEN,
            payer: Payer::Buyer,
            per_buyer,
            anchor: None,
            months: 0,
            days: 0,
            effective_from: None,
            effective_to: None,
        }
    })
}

fn buyer(name: usize, share: i64, home_count: u32) -> FeeBuyer {
    FeeBuyer {
        name: Some(Text::of(name)),
        buyer: BuyerKind::Person,
        share: Rate::from_millionths(share).into(),
        home_count: Some(home_count),
    }
}

/// Shares that add up to 1.
fn shares() -> impl Strategy<Value = Vec<i64>> {
    proptest::collection::vec(1..1_000_i64, 1..5).prop_map(|weights| {
        let sum: i64 = weights.iter().sum();
        let mut shares: Vec<i64> = weights.iter().map(|weight| weight * 1_000_000 / sum).collect();
        shares[0] += 1_000_000 - shares.iter().sum::<i64>();
        shares
    })
}

fn preset() -> impl Strategy<Value = FeePreset> {
    (1..FeePreset::ALL.len()).prop_map(|at| FeePreset::ALL[at])
}

prop_compose! {
    fn request()(
        units in units(), rule in rule(), preset in preset(), shares in shares(),
        homes in 1..4_u32, day in 0..6_000_u32, loan in of(0..1_000_000_000_i64),
    ) -> FeeRequest {
        let first_day: kaipan::Date = "2012-01-01".parse().unwrap();
        FeeRequest {
            policy: FeePolicy {
                presets: vec![FeePreset::National, preset],
                rules: vec![rule],
                ..FeePolicy::default()
            },
            facts: FeeFacts {
                date: first_day.add_days(day).unwrap(),
                city: Some("北京".into()),
                units,
                buyers: shares.iter().enumerate().map(|(at, share)| buyer(at, *share, homes)).collect(),
                vat_rate: None,
                loan_amount: loan.map(Money::from_fen),
            },
            dates: AnchorDates::default(),
            working_days: None,
            existing: vec![],
        }
    }
}

/// Σ of a fee over its lines, fen.
fn sum(response: &FeeSheet, code: &str) -> i64 {
    response.lines.iter().filter(|l| l.code == code).map(|l| l.amount.fen()).sum()
}

proptest! {
    #[test]
    fn fees_are_never_negative_and_totals_are_sums(request in request()) {
        let response = compute(&request).unwrap();
        prop_assert!(response.lines.iter().all(|line| line.amount.fen() >= 0));
        let of = |payer| -> i64 {
            response.lines.iter().filter(|l| l.payer == payer).map(|l| l.amount.fen()).sum()
        };
        prop_assert_eq!(response.buyer_total.fen(), of(Payer::Buyer));
        prop_assert_eq!(response.seller_total.fen(), of(Payer::Seller));
        let vat = &response.vat;
        prop_assert_eq!(vat.ex_vat.fen() + vat.tax.fen(), vat.amount.fen());
    }

    #[test]
    fn fees_add_up_over_units(request in request()) {
        let all = compute(&request).unwrap();
        let mut buyer_total = 0;
        let mut ex_vat = 0;
        for (at, unit) in request.facts.units.iter().enumerate() {
            let mut facts = FeeFacts { units: vec![unit.clone()], ..request.facts.clone() };
            facts.loan_amount = facts.loan_amount.filter(|_| at == 0);
            let one = compute(&FeeRequest { facts, ..request.clone() }).unwrap();
            buyer_total += one.buyer_total.fen();
            ex_vat += one.vat.ex_vat.fen();
        }
        prop_assert_eq!(all.buyer_total.fen(), buyer_total);
        prop_assert_eq!(all.vat.ex_vat.fen(), ex_vat);
    }

    #[test]
    fn joint_buyers_of_one_kind_pay_what_one_would(request in request()) {
        let joint = compute(&request).unwrap();
        let homes = request.facts.buyers[0].home_count.unwrap();
        let facts = FeeFacts { buyers: vec![buyer(0, 1_000_000, homes)], ..request.facts.clone() };
        let single = compute(&FeeRequest { facts, ..request.clone() }).unwrap();
        for code in ["deed_tax", "stamp_duty", "maintenance_fund", "registration_fee", "own"] {
            let difference = sum(&joint, code) - sum(&single, code);
            prop_assert_eq!(difference, 0, "{}", code);
        }
    }

    /// Whoever is named first: the same buyer pays the same.
    #[test]
    fn the_order_of_buyers_changes_nobodys_fee(request in request(), turn in 0..4_usize) {
        let by_buyer = |facts: FeeFacts| {
            let response = compute(&FeeRequest { facts, ..request.clone() }).unwrap();
            let key = |line: &FeeLine| (line.code.clone(), line.unit_no.clone(), line.buyer.clone());
            let mut lines: Vec<_> =
                response.lines.iter().map(|line| (key(line), line.amount)).collect();
            lines.sort();
            lines
        };
        let mut turned = request.facts.clone();
        let count = turned.buyers.len();
        turned.buyers.rotate_left(turn % count);
        prop_assert_eq!(by_buyer(request.facts.clone()), by_buyer(turned));
    }

    /// Whatever was charged and received before, the lines of a fee come to what it is now, and
    /// once they do, computing again changes nothing.
    #[test]
    fn regeneration_comes_to_the_fee_and_rests(
        request in request(),
        before in proptest::collection::vec((0..1_000_000_i64, any::<bool>()), 1..12),
    ) {
        let plain = compute(&request).unwrap();
        let mut request = request;
        let codes = ["deed_tax", "own", "registration_fee", "gone"];
        for (at, (amount, paid)) in before.into_iter().enumerate() {
            request.existing.push(ExistingFee {
                code: codes[at % 4].into(),
                unit_no: Some(Text::of(at % 3)),
                buyer: (at % 2 == 0).then(|| "0".into()),
                amount: Money::from_fen(amount),
                received: Money::from_fen(if paid { 1 + amount / 2 } else { 0 }),
            });
        }
        let first = compute(&request).unwrap();
        for code in codes {
            prop_assert_eq!(sum(&first, code), sum(&plain, code), "{}", code);
        }
        request.existing = first.lines.iter().map(|line| ExistingFee {
            code: line.code.clone(),
            unit_no: line.unit_no.clone(),
            buyer: line.buyer.clone(),
            amount: line.amount,
            received: line.amount,
        }).collect();
        let second = compute(&request).unwrap();
        prop_assert!(second.lines.iter().all(|l| l.state != FeeLineState::Adjustment));
        let amounts = |response: &FeeSheet| -> Vec<i64> {
            response.lines.iter().map(|line| line.amount.fen()).filter(|fen| *fen != 0).collect()
        };
        let (mut one, mut two) = (amounts(&first), amounts(&second));
        one.sort_unstable();
        two.sort_unstable();
        prop_assert_eq!(one, two);
    }

    #[test]
    fn vat_is_the_rest_and_the_base_is_nearest(
        amounts in proptest::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..6),
        rate in 0..=1_000_000_i64,
    ) {
        let given = amounts.iter().map(|fen| Money::from_fen(*fen)).collect();
        let request = VatRequest { amounts: given, rate: Rate::from_millionths(rate) };
        let response = vat_split(&request).unwrap();
        for split in &response.splits {
            prop_assert_eq!(split.ex_vat.fen() + split.tax.fen(), split.amount.fen());
            // |ex × (1 + r) − amount| ≤ ½ fen × (1 + r), in 2,000,000ths of a fen.
            let whole = i128::from(1_000_000 + rate);
            let back = i128::from(split.ex_vat.fen()) * whole;
            let off = back - i128::from(split.amount.fen()) * 1_000_000;
            prop_assert!(off.abs() * 2 <= whole);
        }
        prop_assert_eq!(response.total.amount.fen(), amounts.iter().sum::<i64>());
    }

    /// No numbers, however far out, stop the library.
    #[test]
    fn every_request_gets_an_answer(
        request in request(), numbers in proptest::collection::vec(0..=i64::MAX, 6),
        certificates: u32, place in 0..8_usize,
    ) {
        let mut request = request;
        let rule = &mut request.policy.rules[0];
        rule.rows[0].value = Figure::from_millionths(numbers[0]);
        rule.rounding = Rounding::half_up(Place::ALL[place]);
        let unit = &mut request.facts.units[0];
        unit.price = Money::from_fen(numbers[1]);
        unit.building_area = Area::from_ten_thousandths(numbers[2] / 2 + 1);
        unit.certificates = Some(certificates);
        request.facts.loan_amount = Some(Money::from_fen(numbers[3]));
        request.existing.push(ExistingFee {
            code: "own".into(),
            unit_no: None,
            buyer: None,
            amount: Money::from_fen(-numbers[4]),
            received: Money::from_fen(numbers[5]),
        });
        match compute(&request) {
            Ok(response) => prop_assert!(!response.lines.is_empty()),
            Err(error) => {
                prop_assert_eq!(error.code(), kaipan::error::Code::NumberOverflow);
                prop_assert!(!error.path().is_empty());
            }
        }
    }
}
