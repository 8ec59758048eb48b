//! Random schemes and units.

#![allow(dead_code, unreachable_pub)]

use kaipan::Text;
use kaipan::number::{Area, Figure, Mode, Money, Place, Rate, Rounding, UnitPrice};
use kaipan::pricing::*;
use kaipan::project::{Clause, Dimension, Selection, Unit};
use proptest::prelude::*;

pub fn row(key: impl std::fmt::Display, value: i64) -> FactorRow {
    FactorRow { key: Text::of(key), value: Figure::from_millionths(value) }
}

pub fn rounding() -> impl Strategy<Value = Rounding> {
    (0..3_usize, 0..8_usize, any::<bool>()).prop_map(|(mode, place, guard)| Rounding {
        mode: [Mode::HalfUp, Mode::Up, Mode::Down][mode],
        place: Place::ALL[place],
        guard,
    })
}

/// A factor with values for most floors, lines or views; some are missing on purpose.
fn factor(dimension: usize, combine: CoefCombine) -> impl Strategy<Value = Factor> {
    let decimals = prop_oneof![Just(10_000_i64), Just(100), Just(1)];
    let values = proptest::collection::vec(-120_000_i64..250_000, 4);
    (0..3_usize, values, decimals, any::<bool>(), any::<bool>()).prop_map(
        move |(method, values, step, scoped, generated)| {
            let score = combine == CoefCombine::Score;
            let method = [Method::Coefficient, Method::Percent, Method::Difference][method];
            let method =
                if score && method == Method::Percent { Method::Coefficient } else { method };
            let value = |v: i64| {
                let v = v - v % step;
                match method {
                    Method::Coefficient => 1_000_000 + v,
                    Method::Percent => v * 40,
                    _ => v * 5_000,
                }
            };
            let (dimension, keys) = match dimension {
                0 => (Dimension::Floor, vec!["1", "2", "3", "5"]),
                1 => (Dimension::Line, vec!["01", "02", "03", "09"]),
                2 => (Dimension::View, vec!["garden", "river", "none"]),
                _ => (Dimension::AreaBand, vec!["0", "40", "80", "120"]),
            };
            let rows: Vec<FactorRow> =
                keys.iter().zip(&values).map(|(key, v)| row(key, value(*v))).collect();
            let reference = score.then(|| keys[0].to_owned());
            let floors = generated && dimension == Dimension::Floor && !score;
            let neutral = if method == Method::Coefficient { 1_000_000 } else { 0 };
            let values = if dimension == Dimension::AreaBand {
                let area = |text: &str| Some(text.parse().unwrap());
                let band = |(at, row): (usize, &FactorRow)| ValueBand {
                    from: area(keys[at]),
                    to: keys.get(at + 1).and_then(|next| area(next)),
                    value: row.value,
                };
                let bands = rows.iter().enumerate().map(band).collect();
                FactorValues::Bands { area: BandArea::Building, bands }
            } else if floors {
                let rule = FloorRule {
                    reference: 2,
                    start: None,
                    step: Figure::from_millionths(value(values[0]) - neutral),
                    axis: FloorAxis::Ordinal,
                    segments: vec![],
                    jumps: [(3, 1, JumpMode::Replace), (1, 2, JumpMode::ThisFloor)]
                        .into_iter()
                        .map(|(onto, at, mode)| FloorJump {
                            onto,
                            step: Figure::from_millionths(value(values[at]) - neutral),
                            mode,
                        })
                        .collect(),
                    top: None,
                    lines: vec![],
                };
                FactorValues::Floors { rule }
            } else {
                FactorValues::Table { rows }
            };
            let scope = if scoped {
                Selection {
                    any: vec![],
                    except: vec![Clause { line: vec!["02".into()], ..Clause::default() }],
                }
            } else {
                Selection::all()
            };
            Factor {
                name: None,
                dimension,
                method,
                values,
                reference: reference.map(Text::from),
                scope,
                weight: None,
            }
        },
    )
}

fn factors(combine: CoefCombine) -> impl Strategy<Value = Vec<Factor>> {
    // Bands have no reference to score against.
    let dimensions = if combine == CoefCombine::Score { 3_usize } else { 4 };
    let factors =
        proptest::collection::vec((0..dimensions).prop_flat_map(move |d| factor(d, combine)), 1..5);
    factors.prop_map(move |mut factors| {
        if combine == CoefCombine::Score {
            // At least one scored factor; equal weights that add up to one exactly.
            if factors.iter().all(|f| f.method == Method::Difference) {
                factors[0].method = Method::Coefficient;
                if let FactorValues::Table { rows } = &mut factors[0].values {
                    for (at, row) in rows.iter_mut().enumerate() {
                        row.value = Figure::from_millionths(900_000 + 50_001 * at as i64);
                    }
                }
            }
            let scored = factors.iter().filter(|f| f.method != Method::Difference).count() as i64;
            let mut rest = 1_000_000;
            let mut left = scored;
            for factor in factors.iter_mut().filter(|f| f.method != Method::Difference) {
                let weight = rest / left;
                factor.weight = Some(Rate::from_millionths(weight));
                (rest, left) = (rest - weight, left - 1);
            }
        }
        factors
    })
}

/// A scheme of any kind, with usual bases, tiny ones and ones whose totals overflow.
pub fn scheme() -> impl Strategy<Value = PricingScheme> {
    let combine = prop_oneof![
        3 => Just(CoefCombine::Multiplicative),
        1 => Just(CoefCombine::Additive),
        1 => Just(CoefCombine::Score),
    ];
    // Usual prices, tiny ones below the rounding place, and ones whose totals overflow.
    let base = prop_oneof![
        6 => 1_000_000_000_i64..100_000_000_000,
        1 => 1_i64..2_000_000,
        2 => 1_000_000_000_000_000_i64..9_000_000_000_000_000_000,
    ];
    let gift = prop_oneof![
        5 => Just(None),
        1 => (1_i64..9_000_000_000).prop_map(|p| Some(GiftRule::Price { price: UnitPrice::from_micros(p) })),
        1 => (1_i64..1_500_000).prop_map(|r| Some(GiftRule::Conversion { rate: Rate::from_millionths(r) })),
    ];
    let discount = prop_oneof![
        4 => Just(None),
        1 => (1_i64..999_999, 900_000_i64..=1_000_000).prop_map(|(share, rate)| {
            let mode = |share, rate| DiscountShare {
                name: None,
                share: Rate::from_millionths(share),
                rate: Rate::from_millionths(rate),
            };
            Some(CompositeDiscount {
                modes: vec![mode(share, rate), mode(1_000_000 - share, 980_000)],
                others: vec![],
            })
        }),
    ];
    let lump = prop_oneof![4 => Just(None), 1 => (-500_000_i64..9_000_000).prop_map(Some)];
    (combine, base, any::<bool>(), any::<bool>(), rounding(), rounding(), (gift, discount, lump))
        .prop_flat_map(
            |(combine, base, total_first, inside, unit_rounding, total_rounding, extra)| {
                factors(combine).prop_map(move |factors| {
                    let (gift, composite_discount, lump) = extra.clone();
                    PricingScheme {
                        code: "random".into(),
                        base_price: Some(UnitPrice::from_micros(base)),
                        price_basis: if total_first {
                            PriceBasis::TotalFirst
                        } else {
                            PriceBasis::UnitFirst
                        },
                        area_basis: if inside { AreaBasis::Inside } else { AreaBasis::Building },
                        combine,
                        factors,
                        spots: vec![SpotAdjustment {
                            name: None,
                            select: Selection::of(Clause {
                                line: vec!["03".into()],
                                ..Clause::default()
                            }),
                            amount: UnitPrice::from_micros(-123_456_700),
                        }],
                        gift,
                        composite_discount,
                        lump_sums: lump
                            .map(|fen| LumpSum {
                                name: "lump".into(),
                                select: Selection::of(Clause {
                                    line: vec!["01".into()],
                                    ..Clause::default()
                                }),
                                amount: Money::from_fen(fen),
                            })
                            .into_iter()
                            .collect(),
                        unit_rounding,
                        total_rounding,
                        ..PricingScheme::default()
                    }
                })
            },
        )
}

/// Units of one building, with and without the values that factors have.
pub fn units() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (1..=5_i32, 0..4_usize, 0..4_usize, 1_i64..2_000_000, 1_i64..=100, 0_i64..200_000);
    proptest::collection::vec(unit, 1..12).prop_map(|all| {
        let mut units = vec![];
        for (at, (floor, line, view, area, share, gift)) in all.into_iter().enumerate() {
            units.push(Unit {
                unit_no: Text::of(at),
                building: "1".into(),
                floor,
                line: ["01", "02", "03", "04"][line].into(),
                view: [None, Some("garden"), Some("river"), Some("none")][view].map(Into::into),
                building_area: Area::from_ten_thousandths(area),
                inside_area: Some(Area::from_ten_thousandths((area * share / 100).max(1))),
                gift_area: (gift > 100_000).then_some(Area::from_ten_thousandths(gift)),
                ..Unit::default()
            });
        }
        units
    })
}
