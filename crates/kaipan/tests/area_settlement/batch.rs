//! A survey in a batch: each row comes to what it comes to alone, in whatever order rows stand, and a row
//! that is not accepted leaves nothing behind.

use kaipan::Text;
use kaipan::area_settlement::{
    AreaContract, AreaSettlement, AreaSettlementPolicy, AreaSurvey, ImportedSurvey, SurveyImport,
    SurveyRow, SurveyRowResult,
};
use kaipan::deal::Deal;
use proptest::prelude::*;
use serde_json::json;

const UNITS: usize = 6;

fn unit(at: usize) -> Text {
    format!("1-{at}01").into()
}

fn deal(at: usize) -> Deal {
    // The last unit is subscribed and not signed.
    let kind = if at + 1 == UNITS { "subscription" } else { "contract" };
    let deal = json!({
        "id": format!("D-{at}"), "version": 3, "unit_no": unit(at).as_str(),
        "documents": [{"kind": kind, "state": "active"}],
    });
    serde_json::from_value(deal).unwrap()
}

fn contracts() -> Vec<AreaContract> {
    // The first unit has no contract.
    let contract = |at: usize| {
        let deal = format!("D-{at}");
        AreaContract::new(&*deal, unit(at), "100".parse().unwrap(), "1200000".parse().unwrap())
    };
    (1..UNITS).map(contract).collect()
}

fn imported(rows: &[SurveyRow], settlements: &[AreaSettlement]) -> ImportedSurvey {
    let policy = AreaSettlementPolicy::default();
    // A unit that the project does not have comes after all of them.
    let units: Vec<Text> = (0..UNITS).map(unit).collect();
    let deals: Vec<Deal> = (1..UNITS).map(deal).collect();
    let contracts = contracts();
    SurveyImport::new(&policy, rows, "li", "2026-09-01T10:00:00".parse().unwrap())
        .units(&units)
        .contracts(&contracts)
        .deals(&deals)
        .settlements(settlements)
        .submit()
        .unwrap()
}

/// The result without places, which say where the row stands.
fn told(row: &SurveyRowResult) -> (Text, Option<String>, Vec<&'static str>) {
    let state = row.decision.as_ref().and_then(|one| one.state.as_ref());
    let amount = state.map(|state| format!("{} {}", state.sheet.deal, state.sheet.amount));
    (row.unit_no.clone(), amount, row.reasons.iter().map(|one| one.code.as_str()).collect())
}

fn rows() -> impl Strategy<Value = Vec<SurveyRow>> {
    let areas = prop::sample::select(vec!["0", "94", "97", "100", "102.5", "103.01", "150"]);
    // Each unit once at most, and one that is not there.
    let each = prop::collection::vec((any::<bool>(), areas, any::<bool>()), UNITS + 1);
    each.prop_map(|each| {
        let each = each.into_iter().enumerate().filter(|(_, (is_there, ..))| *is_there);
        each.map(|(at, (_, area, confirmed))| {
            let survey = AreaSurvey::new(unit(at), area.parse().unwrap());
            SurveyRow::new(&*format!("M-{at}"), survey).with_confirmed(confirmed)
        })
        .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn rows_stand_by_themselves(rows in rows(), again: bool) {
        let together = imported(&rows, &[]);
        prop_assert_eq!(together.rows.len(), rows.len());
        let accepted = together.rows.iter().filter(|row| row.decision.is_some()).count();
        prop_assert_eq!(together.accepted as usize, accepted);
        prop_assert_eq!(together.rejected as usize, rows.len() - accepted);
        for (row, result) in rows.iter().zip(&together.rows) {
            prop_assert_eq!(result.decision.is_some(), result.reasons.is_empty());
            let alone = imported(std::slice::from_ref(row), &[]);
            prop_assert_eq!(told(&alone.rows[0]), told(result));
        }
        let mut turned = rows.clone();
        turned.reverse();
        let mut turned = imported(&turned, &[]).rows;
        turned.reverse();
        for (one, two) in turned.iter().zip(&together.rows) {
            prop_assert_eq!(told(one), told(two));
        }
        // What is accepted once is settled, and not accepted again.
        if again {
            let states = together.rows.iter().filter_map(|row| row.decision.as_ref()?.state.clone());
            let states: Vec<AreaSettlement> = states.collect();
            let second = imported(&rows, &states);
            prop_assert_eq!(second.accepted, 0);
            for (first, second) in together.rows.iter().zip(&second.rows) {
                if first.decision.is_some() {
                    prop_assert_eq!(told(second).2, ["area_settlement.already_settled"]);
                }
            }
        }
    }
}
