//! Whatever comes in: every request about discounts gets an answer or an error, never a panic.

#![allow(missing_docs)]
#![cfg(feature = "serde")]

use kaipan::discount::Ineligible;
use kaipan_ops::discount::*;
use proptest::prelude::*;

/// Numbers at every edge, of at most so many decimals; now and then what is no number.
fn text(decimals: usize) -> impl Strategy<Value = String> {
    let plain = ["1", "100", "10000", "1000000"];
    let edge = [
        "0",
        "-1",
        "0.5",
        "0.01",
        "0.0001",
        "0.000001",
        "92233720368547758.07",
        "-92233720368547758.08",
        "9223372036854.775807",
        "-9223372036854.775808",
        "922337203685477.5807",
        "9000000000000",
    ];
    let broken = ["1e5", "", "x", "0.0000001"];
    let fits = |text: &&str| text.split_once('.').is_none_or(|(_, rest)| rest.len() <= decimals);
    let edge: Vec<&str> = edge.into_iter().filter(fits).collect();
    let sample = |all: &[&'static str]| proptest::sample::select(all.to_vec());
    prop_oneof![600 => sample(&plain), 300 => sample(&edge), 1 => sample(&broken)]
        .prop_map(Into::into)
}

/// As [`text`], but mostly a share.
fn part() -> impl Strategy<Value = String> {
    let plain = ["0.98", "0.99", "0.5", "0.000001", "0.999999"];
    prop_oneof![9 => proptest::sample::select(plain.to_vec()).prop_map(Into::into), 1 => text(6)]
}

fn any_kind() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::json;
    (0..9_u8, part(), text(2), text(2), text(6)).prop_map(|(kind, share, a, b, unit)| match kind {
        0 => json!({"kind": "rate", "rate": share}),
        1 => json!({"kind": "points", "off": share}),
        2 => json!({"kind": "total_off", "amount": a}),
        3 => json!({"kind": "unit_off", "amount": unit}),
        4 => json!({"kind": "fixed_price", "total": a}),
        5 => json!({"kind": "fixed_unit_price", "unit_price": unit}),
        6 => json!({"kind": "deposit_multiplier", "paid": a, "counts_as": b}),
        7 => json!({"kind": "gift", "value": a}),
        _ => json!({"kind": "gift"}),
    })
}

fn any_request() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::json;
    let one = (any_kind(), any::<[bool; 4]>(), 0..4_u8, proptest::option::of(any_kind()));
    let discounts = proptest::collection::vec(one, 0..6);
    let list = (proptest::option::of(text(2)), proptest::option::of(text(6)), text(4));
    let words = any::<[u8; 6]>();
    let unit = proptest::option::of((text(4), text(6), text(6)));
    (discounts, list, words, unit, part(), text(2)).prop_map(
        |(discounts, (total, unit_price, area), words, unit, a, b)| {
            let word = |at: usize, all: &[&str]| all[usize::from(words[at]) % all.len()].to_owned();
            let rounding = |at: usize| {
                let places = ["0.01", "0.1", "1", "10", "100000"];
                let mode = word(at, &["half_up", "up", "down"]);
                json!({"mode": mode, "place": word(at, &places), "guard": words[at] > 99})
            };
            let mut chosen = Vec::new();
            let mut offered = Vec::new();
            for (at, (value, flags, group, agreed)) in discounts.into_iter().enumerate() {
                let code = format!("D{at}");
                offered.push(json!({
                    "code": code, "name": code, "value": value, "negotiable": flags[0],
                    "stack": if flags[1] { "add" } else { "multiply" },
                    "reason": word(at % 6, &["other", "special_approval", "on_time_signing"]),
                    "combinable": flags[2],
                    "exclusive_group": (group < 2).then(|| group.to_string()),
                }));
                if flags[3] {
                    chosen.push(json!({"code": code, "value": agreed.filter(|_| flags[0])}));
                }
            }
            let unit = unit.map(|(area, floor, filed)| {
                json!({
                    "unit_no": "1", "building": "1", "floor": 1, "line": "1",
                    "building_area": area, "floor_price": floor, "filed_price": filed,
                })
            });
            json!({
                "list": {"total": total, "unit_price": unit_price, "area": area},
                "scheme": {
                    "code": "S",
                    "discounts": offered,
                    "stacking": {
                        "price_basis": word(0, &["unit_first", "total_first"]),
                        "additive_base": word(1, &["running", "original"]),
                        "order": word(2, &["as_given", "rates_then_amounts"]),
                        "step_rounding": (words[3] > 99).then(|| rounding(3)),
                        "unit_rounding": rounding(4),
                        "total_rounding": rounding(5),
                    },
                    "limits": {
                        "exclusivity":
                            word(5, &["reject", "keep_best_for_buyer", "keep_first"]),
                        "max_items": (words[4] > 99).then_some(words[4] % 4),
                    },
                },
                "chosen": chosen,
                "facts": {
                    "subscription_date": "2026-05-01", "agreed_signing_date": "2026-05-08",
                    "sincerity_money": (words[2] > 99).then(|| b.clone()),
                },
                "checks": {"unit": unit},
                "authority": (words[1] > 99).then(|| json!({
                    "limits_apply_to": word(1, &["all_discounts", "special_only"]),
                    "rules": [
                        {"role": "a", "min_effective": a, "max_total_off": b},
                        {"role": "b", "may_break_floor": true},
                    ],
                })),
            })
        },
    )
}

fn without_nulls(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(key, value)| (key, without_nulls(value))).collect())
        }
        Value::Array(all) => Value::Array(all.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn every_request_gets_an_answer(request in any_request()) {
        let request = without_nulls(request);
        if let Ok(request) = serde_json::from_value::<ApplyRequest>(request.clone()) {
            let outcome = apply(&request);
            if let Ok(outcome) = &outcome {
                prop_assert!(!outcome.deal_total.is_negative());
            }
            let mut removing = request.clone();
            removing.ineligible = Ineligible::Remove;
            let _ = apply(&removing);
            let ApplyRequest { list, scheme, chosen, facts, checks, authority, .. } = request;
            let found = BestRequest::new(list.clone(), scheme.clone(), facts.clone());
            let found = found.with_chosen(chosen.clone()).with_checks(checks.clone());
            let found = best(&found);
            // The best holds what is chosen, so it is never dearer.
            if let (Ok(outcome), Ok(found)) = (&outcome, &found) {
                prop_assert!(found.best.deal_total <= outcome.deal_total);
            }
            let deal = DiscountedDeal::new(list, chosen, facts).with_checks(checks);
            let mut request = ReevaluateRequest::new(deal.clone(), deal, scheme);
            request.authority = authority;
            let _ = reevaluate(&request);
        }
    }
}
