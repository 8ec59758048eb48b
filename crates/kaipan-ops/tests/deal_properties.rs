//! Requests about deals: whether they carry the state or the events is the caller's choice, with equal
//! answers; a history in two parts comes to what it comes to whole.

#![cfg(all(feature = "json", feature = "deal"))]

#[path = "../../kaipan/benches/deals/history.rs"]
#[allow(dead_code)]
mod history;

use history::Home;
use kaipan::deal::{Deal, DealAction, DealCommand, DealDraft, UnitStock};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SIGNED: LazyLock<Home> = LazyLock::new(Home::signed);

fn call(operation: &str, request: &Value) -> (String, bool) {
    kaipan_ops::call_json(operation, request.to_string().as_bytes())
}

fn draft(kind: usize) -> DealDraft {
    match kind {
        0 => history::agreed(true),
        1 => history::agreed(false),
        2 => history::booked(),
        3 => DealDraft { reason: Some("客户要求".into()), ..DealDraft::default() },
        _ => DealDraft::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn state_or_events_give_equal_answers(
        stock_cut in 0_usize..=20,
        deal_cut in 0_usize..=20,
        action in 0..DealAction::ALL.len(),
        kind in 0_usize..5,
        with_unit: bool,
        with_deal: bool,
        expected in prop::option::of(0_u32..12),
    ) {
        let home = &*SIGNED;
        let stock_events = &home.stock_events[..stock_cut.min(home.stock_events.len())];
        let deal_events = &home.deal_events[..deal_cut.min(home.deal_events.len())];
        let (unit_no, id) = (&home.stock.unit_no, &home.deal.id);
        let stock = UnitStock::replay(unit_no.clone(), stock_events, None).unwrap();
        let deal = Deal::replay(id.clone(), deal_events, None).unwrap();
        let command = DealCommand { action: DealAction::ALL[action], draft: draft(kind) };
        let ask = |given: [Value; 2]| {
            let [mut stock, mut deal] = given;
            stock["unit_no"] = json!(unit_no);
            deal["id"] = json!(id);
            if let Some(expected) = expected {
                stock["expected_version"] = json!(expected);
                deal["expected_version"] = json!(expected);
            }
            let mut request = json!({ "context": home.context });
            if with_unit {
                request["stock"] = stock;
            }
            if with_deal {
                request["deal"] = deal;
            }
            let mut options = request.clone();
            options["drafts"] = json!([command]);
            request["command"] = json!(command);
            let decide = if with_deal { "deal.decide" } else { "stock.decide" };
            [call(decide, &request), call("deal.options", &options)]
        };
        let by_state = ask([json!({ "state": stock }), json!({ "state": deal })]);
        let by_events = ask([json!({ "events": stock_events }), json!({ "events": deal_events })]);
        prop_assert_eq!(by_state, by_events);
    }

    #[test]
    fn a_history_in_two_parts_is_the_whole(cut in 0_usize..=20) {
        let home = &*SIGNED;
        let cut = cut.min(home.deal_events.len());
        let mut deal = Deal::replay(home.deal.id.clone(), &home.deal_events[..cut], None).unwrap();
        for event in &home.deal_events[cut..] {
            deal.apply(event).unwrap();
        }
        prop_assert_eq!(&deal, &home.deal);
        let request = json!({ "deal_id": home.deal.id, "deal": home.deal_events });
        let (answer, done) = call("deal.replay", &request);
        prop_assert!(done, "{}", answer);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        prop_assert_eq!(&answer["deal"], &json!(deal));
    }
}
