//! What holds for every fee: never below zero, the whole is the sum of its parts, nothing is
//! counted twice.

use kaipan::Text;
use kaipan::fee::*;
use kaipan::number::{Area, Exact, Figure, Fraction, Mode, Money, Place, Rate, Rounding};
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
            inside_area: Some(area(size * 4 / 5)),
            surveyed_area: surveyed.map(area),
            elevator,
            storeys,
            certificates: Some(certificates),
            ..FeeUnit::new(USES[property_use], Money::from_fen(price), area(size))
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
        let rows = vec![FeeRow::new(Figure::from_millionths(value))];
        FeeRule {
            min: min.map(Money::from_fen),
            max: span.map(|span| Money::from_fen(min.unwrap_or(0) + span)),
            per_buyer,
            ..FeeRule::new("own", "own", FeeCategory::Charge, basis, rows, Payer::Buyer)
        }
    })
}

fn buyer(name: usize, share: i64, home_count: u32) -> FeeBuyer {
    let buyer = FeeBuyer::new(Rate::from_millionths(share).into());
    buyer.with_name(Text::of(name)).with_home_count(home_count)
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

/// What a contract is charged by and for.
#[derive(Debug, Clone)]
struct Contract {
    policy: FeePolicy,
    facts: FeeFacts,
    existing: Vec<ExistingFee>,
}

impl Contract {
    fn sheet(&self) -> kaipan::Result<FeeSheet> {
        Charging::new(&self.policy, &self.facts).existing(&self.existing).sheet()
    }

    fn sheet_of(&self, facts: &FeeFacts) -> FeeSheet {
        Charging::new(&self.policy, facts).existing(&self.existing).sheet().unwrap()
    }
}

prop_compose! {
    fn contract()(
        units in units(), rule in rule(), preset in preset(), shares in shares(),
        homes in 1..4_u32, day in 0..6_000_u32, loan in of(0..1_000_000_000_i64),
    ) -> Contract {
        let first_day: kaipan::Date = "2012-01-01".parse().unwrap();
        let buyers = shares.iter().enumerate().map(|(at, share)| buyer(at, *share, homes));
        let mut facts = FeeFacts::new(first_day.add_days(day).unwrap(), units)
            .with_city("北京")
            .with_buyers(buyers.collect());
        facts.loan_amount = loan.map(Money::from_fen);
        let presets = vec![FeePreset::National, preset];
        let policy = FeePolicy::default().with_presets(presets).with_rules(vec![rule]);
        Contract { policy, facts, existing: vec![] }
    }
}

/// Σ of a fee over its lines, fen.
fn sum(sheet: &FeeSheet, code: &str) -> i64 {
    sheet.lines.iter().filter(|l| l.code == code).map(|l| l.amount.fen()).sum()
}

/// Yuan, m² or pieces in 10^-18, in which a basis of twelve decimals times a value of six is whole.
mod parts {
    use super::*;

    pub(super) const ONE: i128 = 1_000_000_000_000_000_000;
    pub(super) const FEN: i128 = ONE / 100;

    pub(super) fn of(number: &Exact) -> i128 {
        let text = number.to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        format!("{whole}{decimals:0<18}").parse().unwrap()
    }

    /// Times a count of millionths; whole by the choice of numbers.
    pub(super) fn times(value: i128, millionths: i64) -> i128 {
        let product = value * i128::from(millionths);
        assert_eq!(product % 1_000_000, 0);
        product / 1_000_000
    }

    /// `⌊value ÷ by⌉` in a mode, for values of zero or more.
    pub(super) fn divided(value: i128, by: i128, mode: Mode) -> i128 {
        let up = match mode {
            Mode::Down => false,
            Mode::Up => value % by > 0,
            _ => value % by * 2 >= by,
        };
        value / by + i128::from(up)
    }

    /// Fen at a guarded rounding point.
    pub(super) fn rounded(value: i128, rounding: &Rounding) -> i128 {
        let place = i128::from(rounding.place.fen());
        match value < place * FEN {
            true => divided(value, FEN, Mode::HalfUp),
            false => divided(value, place * FEN, rounding.mode) * place,
        }
    }
}

/// What the value of a rule is applied to, from the facts alone.
fn basis(rule: &FeeRule, facts: &FeeFacts, at: usize) -> i128 {
    let unit = &facts.units[at];
    let yuan = |money: Money| i128::from(money.fen()) * parts::FEN;
    let square = |area: Area| i128::from(area.ten_thousandths()) * (parts::ONE / 10_000);
    let certificates = i128::from(unit.certificates.unwrap());
    match &rule.basis {
        FeeBasis::ContractPrice {} => yuan(unit.price),
        FeeBasis::PriceExVat {} => {
            parts::divided(i128::from(unit.price.fen()) * 100, 109, Mode::HalfUp) * parts::FEN
        }
        FeeBasis::BuildingArea {} | FeeBasis::SurveyedArea {} => {
            square(unit.surveyed_area.unwrap_or(unit.building_area))
        }
        FeeBasis::InsideArea {} => square(unit.inside_area.unwrap()),
        FeeBasis::PerUnit {} => parts::ONE,
        FeeBasis::PerCertificate { free } => (certificates - i128::from(*free)).max(0) * parts::ONE,
        FeeBasis::LoanAmount {} if at == 0 => yuan(facts.loan_amount.unwrap_or_default()),
        FeeBasis::LoanAmount {} => 0,
        FeeBasis::Formula { terms, constant } => {
            let above = i128::from(terms[0].above.unwrap().millionths()) * (parts::ONE / 1_000_000);
            let term = (yuan(unit.price) - above).max(0);
            (yuan(constant.unwrap()) + parts::times(term, terms[0].times.millionths())).max(0)
        }
        other => unreachable!("{other:?}"),
    }
}

proptest! {
    /// Every line can be computed again from what it shows and its rule: the basis from the facts
    /// and the buyer's share, `raw` from basis and value, the amount from `raw`, limits and
    /// rounding point. Joint buyers pay together what the rounding point makes of their sum.
    #[test]
    fn every_line_explains_its_amount(
        contract in contract(), mode in 0..3_usize, place in 0..8_usize,
    ) {
        let mut contract = contract;
        let own = &mut contract.policy.rules[0];
        own.rounding = Rounding::new([Mode::HalfUp, Mode::Up, Mode::Down][mode], Place::ALL[place]);
        let facts = &contract.facts;
        let rules: Vec<FeeRule> = contract
            .policy
            .presets
            .iter()
            .flat_map(|preset| preset.rules())
            .chain(contract.policy.rules.clone())
            .filter(|rule| rule.effective_from.is_none_or(|from| from <= facts.date))
            .filter(|rule| rule.effective_to.is_none_or(|to| facts.date <= to))
            .collect();
        let sheet = contract.sheet().unwrap();
        let mut explained = 0;
        for rule in &rules {
            for (at, unit) in facts.units.iter().enumerate() {
                let of_unit = |line: &&FeeLine| line.code == rule.code && line.unit_no == unit.unit_no;
                let lines: Vec<&FeeLine> = sheet.lines.iter().filter(of_unit).collect();
                explained += lines.len();
                let mut exact = Vec::new();
                for line in &lines {
                    let share = facts.buyers.iter().find(|buyer| buyer.name == line.buyer);
                    let share = share.filter(|_| rule.per_buyer).map_or(Fraction::ONE, |one| one.share);
                    let share = 1_000_000 / share.denominator() * share.numerator();
                    let value = parts::of(&line.value) / (parts::ONE / 1_000_000);
                    let value = i64::try_from(value).unwrap();
                    prop_assert!(rule.rows.iter().any(|row| row.value.millionths() == value));
                    let shown = parts::of(&line.basis);
                    prop_assert_eq!(shown, parts::times(basis(rule, facts, at), share));
                    let raw = parts::times(shown, value);
                    prop_assert_eq!(parts::of(&line.raw), raw);
                    let limit = |limit: Money| {
                        parts::times(i128::from(limit.fen()) * parts::FEN, share)
                    };
                    let most = rule.max.map_or(raw, |max| raw.min(limit(max)));
                    let least = rule.min.filter(|_| value != 0).map_or(0, limit);
                    exact.push(most.max(least));
                }
                if lines.is_empty() {
                    continue;
                }
                // All buyers are at one home, so at one value.
                let sum: i128 = exact.iter().sum();
                let whole = parts::rounded(sum, &rule.rounding);
                let paid: i128 = lines.iter().map(|line| i128::from(line.amount.fen())).sum();
                prop_assert_eq!(paid, whole);
                let place = i128::from(rule.rounding.place.fen());
                let large = exact.iter().all(|part| *part >= place * parts::FEN);
                let step = if large { place } else { 1 };
                for (line, part) in lines.iter().zip(&exact) {
                    let amount = i128::from(line.amount.fen());
                    prop_assert!((amount * sum - whole * part).abs() < step * sum.max(1));
                }
            }
        }
        prop_assert_eq!(explained, sheet.lines.len());
    }
}

proptest! {
    #[test]
    fn fees_are_never_negative_and_totals_are_sums(contract in contract()) {
        let sheet = contract.sheet().unwrap();
        prop_assert!(sheet.lines.iter().all(|line| line.amount.fen() >= 0));
        let of = |payer| -> i64 {
            sheet.lines.iter().filter(|l| l.payer == payer).map(|l| l.amount.fen()).sum()
        };
        prop_assert_eq!(sheet.buyer_total.fen(), of(Payer::Buyer));
        prop_assert_eq!(sheet.seller_total.fen(), of(Payer::Seller));
        let vat = &sheet.vat;
        prop_assert_eq!(vat.ex_vat.fen() + vat.tax.fen(), vat.amount.fen());
    }

    #[test]
    fn fees_add_up_over_units(contract in contract()) {
        let all = contract.sheet().unwrap();
        let mut buyer_total = 0;
        let mut ex_vat = 0;
        for (at, unit) in contract.facts.units.iter().enumerate() {
            let mut facts = FeeFacts { units: vec![unit.clone()], ..contract.facts.clone() };
            facts.loan_amount = facts.loan_amount.filter(|_| at == 0);
            let one = contract.sheet_of(&facts);
            buyer_total += one.buyer_total.fen();
            ex_vat += one.vat.ex_vat.fen();
        }
        prop_assert_eq!(all.buyer_total.fen(), buyer_total);
        prop_assert_eq!(all.vat.ex_vat.fen(), ex_vat);
    }

    #[test]
    fn joint_buyers_of_one_kind_pay_what_one_would(contract in contract()) {
        let joint = contract.sheet().unwrap();
        let homes = contract.facts.buyers[0].home_count.unwrap();
        let facts = FeeFacts { buyers: vec![buyer(0, 1_000_000, homes)], ..contract.facts.clone() };
        let single = contract.sheet_of(&facts);
        for code in ["deed_tax", "stamp_duty", "maintenance_fund", "registration_fee", "own"] {
            let difference = sum(&joint, code) - sum(&single, code);
            prop_assert_eq!(difference, 0, "{}", code);
        }
    }

    /// Whoever is named first: the same buyer pays the same.
    #[test]
    fn the_order_of_buyers_changes_nobodys_fee(contract in contract(), turn in 0..4_usize) {
        let by_buyer = |facts: FeeFacts| {
            let sheet = contract.sheet_of(&facts);
            let key = |line: &FeeLine| (line.code.clone(), line.unit_no.clone(), line.buyer.clone());
            let mut lines: Vec<_> =
                sheet.lines.iter().map(|line| (key(line), line.amount)).collect();
            lines.sort();
            lines
        };
        let mut turned = contract.facts.clone();
        let count = turned.buyers.len();
        turned.buyers.rotate_left(turn % count);
        prop_assert_eq!(by_buyer(contract.facts.clone()), by_buyer(turned));
    }

    /// Whatever was charged and received before, the lines of a fee come to what it is now, and
    /// once they do, computing again changes nothing.
    #[test]
    fn regeneration_comes_to_the_fee_and_rests(
        contract in contract(),
        before in proptest::collection::vec((0..1_000_000_i64, any::<bool>()), 1..12),
    ) {
        let plain = contract.sheet().unwrap();
        let mut contract = contract;
        let codes = ["deed_tax", "own", "registration_fee", "gone"];
        for (at, (amount, paid)) in before.into_iter().enumerate() {
            contract.existing.push(ExistingFee {
                code: codes[at % 4].into(),
                unit_no: Some(Text::of(at % 3)),
                buyer: (at % 2 == 0).then(|| "0".into()),
                amount: Money::from_fen(amount),
                received: Money::from_fen(if paid { 1 + amount / 2 } else { 0 }),
            });
        }
        let first = contract.sheet().unwrap();
        for code in codes {
            prop_assert_eq!(sum(&first, code), sum(&plain, code), "{}", code);
        }
        contract.existing = first.lines.iter().map(|line| ExistingFee {
            code: line.code.clone(),
            unit_no: line.unit_no.clone(),
            buyer: line.buyer.clone(),
            amount: line.amount,
            received: line.amount,
        }).collect();
        let second = contract.sheet().unwrap();
        prop_assert!(second.lines.iter().all(|l| l.state != FeeLineState::Adjustment));
        let amounts = |sheet: &FeeSheet| -> Vec<i64> {
            sheet.lines.iter().map(|line| line.amount.fen()).filter(|fen| *fen != 0).collect()
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
        let given: Vec<Money> = amounts.iter().map(|fen| Money::from_fen(*fen)).collect();
        let sheet = vat_split(&given, Rate::from_millionths(rate)).unwrap();
        for split in &sheet.splits {
            prop_assert_eq!(split.ex_vat.fen() + split.tax.fen(), split.amount.fen());
            // |ex × (1 + r) − amount| ≤ ½ fen × (1 + r), in 2,000,000ths of a fen.
            let whole = i128::from(1_000_000 + rate);
            let back = i128::from(split.ex_vat.fen()) * whole;
            let off = back - i128::from(split.amount.fen()) * 1_000_000;
            prop_assert!(off.abs() * 2 <= whole);
        }
        prop_assert_eq!(sheet.total.amount.fen(), amounts.iter().sum::<i64>());
    }

    /// No numbers, however far out, stop the library.
    #[test]
    fn every_contract_gets_an_answer(
        contract in contract(), numbers in proptest::collection::vec(0..=i64::MAX, 6),
        certificates: u32, place in 0..8_usize,
    ) {
        let mut contract = contract;
        let rule = &mut contract.policy.rules[0];
        rule.rows[0].value = Figure::from_millionths(numbers[0]);
        rule.rounding = Rounding::half_up(Place::ALL[place]);
        let unit = &mut contract.facts.units[0];
        unit.price = Money::from_fen(numbers[1]);
        unit.building_area = Area::from_ten_thousandths(numbers[2] / 2 + 1);
        unit.certificates = Some(certificates);
        contract.facts.loan_amount = Some(Money::from_fen(numbers[3]));
        contract.existing.push(ExistingFee {
            code: "own".into(),
            unit_no: None,
            buyer: None,
            amount: Money::from_fen(-numbers[4]),
            received: Money::from_fen(numbers[5]),
        });
        match contract.sheet() {
            Ok(sheet) => prop_assert!(!sheet.lines.is_empty()),
            Err(error) => {
                prop_assert_eq!(error.code(), kaipan::error::Code::NumberOverflow);
                prop_assert!(!error.path().is_empty());
            }
        }
    }
}
