//! The best combination against every combination there is.

mod discounts;

use discounts::random::sale;
use discounts::*;
use kaipan::Text;
use kaipan::discount::*;
use kaipan::number::Money;
use proptest::prelude::*;

/// Price and size of every combination that `apply` accepts; codes in the order of the scheme.
fn every_combination(request: &Sale) -> Vec<(Vec<Text>, Money)> {
    let codes: Vec<Text> = request.scheme.discounts.iter().map(|d| d.code.clone()).collect();
    let mut all = Vec::new();
    for set in 0..1_u32 << codes.len() {
        let taken = codes.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
        let taken: Vec<Text> = taken.map(|(_, code)| code.clone()).collect();
        let names: Vec<&str> = taken.iter().map(Text::as_str).collect();
        let one = Sale { chosen: choose(&names), ..request.clone() };
        if let Ok(outcome) = one.apply() {
            all.push((taken, outcome.deal_total));
        }
    }
    all
}

fn is_gift(request: &Sale, code: &str) -> bool {
    let one = request.scheme.discounts.iter().find(|one| one.code == code).unwrap();
    matches!(one.value, DiscountKind::Gift { .. })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, ..ProptestConfig::default() })]

    #[test]
    fn best_is_the_cheapest_of_all(request in sale(), forced in 0..8_usize) {
        let codes: Vec<&str> = request.scheme.discounts.iter().map(|d| d.code.as_str()).collect();
        let forced: Vec<&str> = codes.get(forced).copied().into_iter().collect();
        let all: Vec<_> = every_combination(&request)
            .into_iter()
            .filter(|(set, _)| forced.iter().all(|code| set.iter().any(|one| one == code)))
            .collect();
        let response = match request.engine().best(&choose(&forced)) {
            Ok(response) => response,
            Err(error) => {
                prop_assert!(all.is_empty(), "{error}");
                return Ok(());
            }
        };
        let lowest = all.iter().map(|(_, total)| *total).min().unwrap();
        prop_assert_eq!(response.best.deal_total, lowest);
        // Among equals the fewest; gifts do not count, they cost nothing.
        let size = |set: &[Text]| {
            set.iter().filter(|code| !is_gift(&request, code) || forced.contains(&code.as_str())).count()
        };
        let fewest = all.iter().filter(|(_, total)| *total == lowest).map(|(set, _)| size(set)).min();
        let mut found: Vec<Text> = given(&response.best).into_iter().map(Into::into).collect();
        found.sort();
        prop_assert_eq!(Some(size(&found)), fewest);
        // And among those the first in the order of the scheme.
        let plain = |set: &[Text]| -> Vec<Text> {
            set.iter().filter(|code| !is_gift(&request, code) || forced.contains(&code.as_str())).cloned().collect()
        };
        let first = all.iter().filter(|(set, total)| *total == lowest && Some(size(set)) == fewest)
            .map(|(set, _)| plain(set)).min();
        prop_assert_eq!(Some(plain(&found)), first);
        // A gift that could join is in.
        for code in &codes {
            if is_gift(&request, code) && !found.iter().any(|one| one == code) {
                let mut more = found.clone();
                more.push((*code).into());
                more.sort();
                prop_assert!(all.iter().all(|(set, _)| *set != more), "{code} could join {found:?}");
            }
        }
        for out in &response.excluded {
            let with = all.iter().filter(|(set, _)| set.contains(&out.code));
            prop_assert_eq!(out.deal_total_with, with.map(|(_, total)| *total).min(), "{}", out.code);
            prop_assert!(!out.why.is_empty());
        }
        prop_assert_eq!(codes.len(), response.best.applied.len() + response.excluded.len());
    }

    /// Where the cheapest is kept, chosen discounts that exclude each other are settled by the
    /// whole deal.
    #[test]
    fn the_best_settles_what_is_chosen(mut request in sale(), picks in 0_usize..64) {
        request.scheme.limits.exclusivity = Exclusivity::KeepBestForBuyer;
        let codes: Vec<Text> = request.scheme.discounts.iter().map(|d| d.code.clone()).collect();
        let picked = codes.iter().enumerate().filter(|(at, _)| picks >> at & 1 == 1);
        let chosen: Vec<&str> = picked.map(|(_, code)| code.as_str()).collect();
        let mut rejecting = request.clone();
        rejecting.scheme.limits.exclusivity = Exclusivity::Reject;
        // Pairs that may not be given together, whatever the limits.
        let mut free = rejecting.clone();
        free.scheme.limits = DiscountLimits::default();
        let agree: Vec<Vec<Text>> = every_combination(&free).into_iter().map(|(set, _)| set).collect();
        let part = |set: &[Text]| -> Vec<Text> {
            set.iter().filter(|code| chosen.contains(&code.as_str())).cloned().collect()
        };
        let ways: Vec<Vec<Text>> = agree.iter().map(|set| part(set)).collect();
        let whole = |way: &Vec<Text>| {
            let more = |other: &Vec<Text>| {
                other.len() > way.len() && way.iter().all(|code| other.contains(code))
            };
            !ways.iter().any(more)
        };
        let combinations = every_combination(&rejecting);
        let lowest = combinations
            .iter()
            .filter(|(set, _)| whole(&part(set)))
            .map(|(_, total)| *total)
            .min();
        match request.engine().best(&choose(&chosen)) {
            Ok(response) => {
                prop_assert_eq!(Some(response.best.deal_total), lowest);
                let given = |code: &str| response.best.applied.iter().any(|one| one.code == code);
                let lost: Vec<&str> = chosen.iter().copied().filter(|code| !given(code)).collect();
                let removed = removed(&response.best);
                prop_assert_eq!(removed.iter().map(|(code, _)| *code).collect::<Vec<_>>(), lost);
                prop_assert!(removed.iter().all(|(_, why)| !why.is_empty()));
            }
            Err(_) => prop_assert_eq!(lowest, None),
        }
    }

    /// The cheapest of the conflict-free choices that hold all they can.
    #[test]
    fn keeping_the_best_is_the_cheapest_way_to_settle(mut request in sale()) {
        request.scheme.limits = DiscountLimits::default();
        request.scheme.stacking.step_rounding = None;
        for one in &mut request.scheme.discounts {
            if matches!(one.value, DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. }) {
                one.value = points("0.03");
            }
        }
        let all = every_combination(&request);
        request.scheme.limits.exclusivity = Exclusivity::KeepBestForBuyer;
        let outcome = request.apply().unwrap();
        let holds = |big: &[Text], small: &[Text]| small.iter().all(|code| big.contains(code));
        let maximal = all.iter().filter(|(set, _)| {
            !all.iter().any(|(other, _)| other.len() > set.len() && holds(other, set))
        });
        let lowest = maximal.map(|(_, total)| *total).min().unwrap();
        prop_assert_eq!(outcome.deal_total, lowest);
        for (code, why) in removed(&outcome) {
            prop_assert!(!why.is_empty(), "{code} is removed without a reason");
        }
    }
}
