//! Who gets a discount and who loses it, what a change does to it, and the best combination
//! (handbook §§3.1, 3.5).

mod discounts;

use discounts::*;
use kaipan::discount::*;
use kaipan::error::{Code, Result};
use kaipan::number::Money;
use kaipan::project::{Clause, Selection};

// ---- conditions

fn on_time() -> Sale {
    let time = named(discount("TIME", rate("0.99")), "按时签约", DiscountReason::OnTimeSigning);
    let mut request =
        all_of(total("1000000", "100"), scheme(vec![discount("LUMP", rate("0.98")), time]));
    request.facts.agreed_signing_date = Some(date("2026-05-08"));
    request
}

#[test]
fn on_time_signing_is_lost_by_signing_late() {
    let mut request = on_time();
    let before = request.apply().unwrap();
    assert_eq!(before.deal_total.to_string(), "970200.00");
    assert!(before.applied[1].conditional);
    assert_eq!(before.findings[0].code, Code::DiscountConditional);
    request.facts.signing_date = Some(date("2026-05-08"));
    let in_time = request.apply().unwrap();
    assert_eq!(in_time.deal_total.to_string(), "970200.00");
    assert!(!in_time.applied[1].conditional && in_time.findings.is_empty());
    request.facts.signing_date = Some(date("2026-05-09"));
    let late = request.apply().unwrap();
    assert_eq!(late.deal_total.to_string(), "980000.00");
    assert_eq!(removed(&late), [("TIME", vec![Code::DiscountSignedLate])]);
    // Not signed, and the day has passed.
    request.facts.signing_date = None;
    request.facts.as_of = Some(date("2026-05-09"));
    assert_eq!(request.apply().unwrap().deal_total.to_string(), "980000.00");
    request.facts.as_of = Some(date("2026-05-08"));
    assert_eq!(request.apply().unwrap().deal_total.to_string(), "970200.00");
}

#[test]
fn on_time_payment_is_lost_by_paying_late() {
    let paying = named(discount("PAY", points("0.01")), "按时付款", DiscountReason::OnTimePayment);
    let mut request = all_of(total("1000000", "100"), scheme(vec![paying]));
    let outcome = request.apply().unwrap();
    assert!(outcome.applied[0].conditional);
    request.facts.paid_late = true;
    let outcome = request.apply().unwrap();
    assert_eq!(removed(&outcome), [("PAY", vec![Code::DiscountPaidLate])]);
    assert_eq!(outcome.deal_total.to_string(), "1000000.00");
}

/// Refused with this reason alone, or not refused.
fn refused(request: &Sale) -> Option<Code> {
    match request.apply() {
        Ok(outcome) => {
            assert_eq!(outcome.applied.len(), request.chosen.len());
            None
        }
        Err(error) => {
            assert!(error.others().is_empty(), "{error:?}");
            assert_eq!(error.path(), "/chosen/0");
            Some(error.code())
        }
    }
}

fn asking_only(conditions: DiscountConditions) -> Sale {
    let one = asking(discount("A", rate("0.98")), conditions);
    all_of(total("1000000", "100"), scheme(vec![one]))
}

#[test]
fn windows_include_both_ends() {
    let mut request = asking_only(DiscountConditions {
        from: Some(date("2026-05-01")),
        to: Some(date("2026-05-31")),
        ..DiscountConditions::default()
    });
    for (day, refusal) in [
        ("2026-04-30", Some(Code::DiscountWindow)),
        ("2026-05-01", None),
        ("2026-05-31", None),
        ("2026-06-01", Some(Code::DiscountWindow)),
    ] {
        request.facts.subscription_date = date(day);
        assert_eq!(refused(&request), refusal, "{day}");
    }
}

#[test]
fn plans_projects_and_units() {
    let units = Selection::of(Clause { building: vec!["3".into()], ..Clause::default() });
    let mut request = asking_only(DiscountConditions {
        plans: vec!["LUMP".into(), "STAGED".into()],
        ..DiscountConditions::default()
    });
    assert_eq!(refused(&request), Some(Code::DiscountPlan));
    request.facts.plan = Some("LOAN".into());
    assert_eq!(refused(&request), Some(Code::DiscountPlan));
    request.facts.plan = Some("STAGED".into());
    assert_eq!(refused(&request), None);
    let mut request = asking_only(DiscountConditions {
        projects: vec!["P1".into()],
        ..DiscountConditions::default()
    });
    assert_eq!(refused(&request), Some(Code::DiscountProject));
    request.facts.project = Some("P1".into());
    assert_eq!(refused(&request), None);
    let mut request = asking_only(DiscountConditions { units, ..DiscountConditions::default() });
    assert_eq!(refused(&request), Some(Code::DiscountUnit), "no unit is no unit of building 3");
    request.unit = Some(unit("101", "2", "100"));
    assert_eq!(refused(&request), Some(Code::DiscountUnit));
    request.unit = Some(unit("101", "3", "100"));
    assert_eq!(refused(&request), None);
}

#[test]
fn members_groups_employees_campaigns() {
    let mut request = asking_only(DiscountConditions {
        member_levels: vec!["金卡".into()],
        ..DiscountConditions::default()
    });
    assert_eq!(refused(&request), Some(Code::DiscountMemberLevel));
    request.facts.member_level = Some("金卡".into());
    assert_eq!(refused(&request), None);
    let mut request = asking_only(DiscountConditions {
        min_group_units: Some(5),
        ..DiscountConditions::default()
    });
    request.facts.group_units = Some(4);
    assert_eq!(refused(&request), Some(Code::DiscountGroupSize));
    request.facts.group_units = Some(5);
    assert_eq!(refused(&request), None);
    let mut request =
        asking_only(DiscountConditions { employee: true, ..DiscountConditions::default() });
    assert_eq!(refused(&request), Some(Code::DiscountEmployee));
    request.facts.employee = true;
    assert_eq!(refused(&request), None);
    let mut request = asking_only(DiscountConditions::default());
    request.scheme.discounts[0].campaign = Some("五一".into());
    assert_eq!(refused(&request), Some(Code::DiscountCampaign));
    request.facts.campaigns = vec!["元旦".into(), "五一".into()];
    assert_eq!(refused(&request), None);
    assert_eq!(request.apply().unwrap().applied[0].campaign.as_deref(), Some("五一"));
}

#[test]
fn referral_by_an_owner_before_the_first_visit() {
    let mut request =
        asking_only(DiscountConditions { referral: true, ..DiscountConditions::default() });
    assert_eq!(refused(&request), Some(Code::DiscountReferral));
    let referral = |recorded: &str, visit: Option<&str>, is_owner: bool| {
        let referral = Referral::new("3-1-1802", is_owner, date(recorded));
        Some(Referral { first_visit: visit.map(date), ..referral })
    };
    for (facts, refusal) in [
        (referral("2026-04-01", Some("2026-04-02"), true), None),
        (referral("2026-04-02", Some("2026-04-02"), true), None),
        (referral("2026-04-03", Some("2026-04-02"), true), Some(Code::DiscountReferral)),
        (referral("2026-04-01", Some("2026-04-02"), false), Some(Code::DiscountReferral)),
        // Without a first visit the buyer was here on the day of subscription at the latest.
        (referral("2026-05-01", None, true), None),
        (referral("2026-05-02", None, true), Some(Code::DiscountReferral)),
    ] {
        request.facts.referral = facts.clone();
        assert_eq!(refused(&request), refusal, "{facts:?}");
    }
}

#[test]
fn quota_counts_earlier_deals() {
    let mut request = asking_only(DiscountConditions::default());
    request.scheme.discounts[0].max_uses = Some(20);
    assert_eq!(refused(&request), None);
    let used = |used: u32| vec![DiscountUse::new("A", used)];
    request.facts.uses = used(19);
    assert_eq!(refused(&request), None);
    request.facts.uses = used(20);
    assert_eq!(refused(&request), Some(Code::DiscountQuota));
    request.scheme.discounts[0].max_uses = None;
    assert_eq!(refused(&request), None);
}

#[test]
fn switched_off_discounts_and_schemes_out_of_force() {
    let mut request = asking_only(DiscountConditions::default());
    request.scheme.discounts[0].enabled = false;
    assert_eq!(refused(&request), Some(Code::DiscountDisabled));
    request.scheme.discounts[0].enabled = true;
    request.scheme.valid_to = Some(date("2026-04-30"));
    let error = request.apply().unwrap_err();
    assert_wrong(&error, &[(Code::DiscountSchemeWindow, "/scheme")]);
}

#[test]
fn tiers_by_member_level_and_group_size() {
    let mut one = discount("A", points("0.005"));
    let tier = |level: Option<&str>, units: Option<u32>, value: DiscountKind| DiscountTier {
        member_level: level.map(Into::into),
        min_group_units: units,
        value,
    };
    one.tiers = vec![
        tier(Some("金卡"), Some(5), points("0.04")),
        tier(Some("金卡"), None, points("0.02")),
        tier(None, Some(10), points("0.03")),
        tier(None, Some(5), points("0.01")),
    ];
    let mut request = all_of(total("1000000", "100"), scheme(vec![one]));
    for (level, units, deal) in [
        (None, None, "995000.00"),
        (None, Some(4), "995000.00"),
        (None, Some(5), "990000.00"),
        (None, Some(10), "970000.00"),
        (Some("金卡"), None, "980000.00"),
        (Some("金卡"), Some(5), "960000.00"),
        (Some("银卡"), Some(12), "970000.00"),
    ] {
        request.facts.member_level = level.map(Into::into);
        request.facts.group_units = units;
        assert_eq!(request.apply().unwrap().deal_total.to_string(), deal);
    }
}

#[test]
fn deposit_multiplier_takes_off_what_counts_beyond_the_money() {
    let one = named(
        discount("DEP", deposit("10000", "20000")),
        "认筹",
        DiscountReason::DepositMultiplier,
    );
    let mut request = all_of(total("1500000", "100"), scheme(vec![one]));
    let outcome = request.apply().unwrap();
    assert_eq!(outcome.deal_total.to_string(), "1490000.00");
    assert_eq!(outcome.text_zh, "认筹交10000抵20000");
    request.facts.sincerity_money = Some(money("9999.99"));
    assert_eq!(refused(&request), Some(Code::DiscountSincerityMoney));
    request.facts.sincerity_money = Some(money("10000"));
    assert_eq!(refused(&request), None);
}

#[test]
fn agreed_values() {
    let mut one = discount("BOSS", rate("0.99"));
    one.negotiable = true;
    let mut request = all_of(total("1000000", "100"), scheme(vec![one]));
    assert_eq!(request.apply().unwrap().deal_total.to_string(), "990000.00");
    request.chosen[0].value = Some(rate("0.97"));
    assert_eq!(request.apply().unwrap().deal_total.to_string(), "970000.00");
    request.chosen[0].value = Some(points("0.03"));
    let error = request.apply().unwrap_err();
    assert_wrong(&error, &[(Code::DiscountValueKind, "/chosen/0/value")]);
    request.chosen[0].value = Some(rate("1.01"));
    request.scheme.discounts[0].negotiable = false;
    let error = request.apply().unwrap_err();
    assert_wrong(
        &error,
        &[
            (Code::DiscountNotNegotiable, "/chosen/0/value"),
            (Code::DiscountValue, "/chosen/0/value/rate"),
        ],
    );
}

#[test]
fn all_reasons_come_out_at_once() {
    let window = DiscountConditions {
        to: Some(date("2026-04-30")),
        plans: vec!["LUMP".into()],
        ..DiscountConditions::default()
    };
    let a = asking(grouped(discount("A", rate("0.98")), "G"), window);
    let b = grouped(discount("B", rate("0.99")), "G");
    let mut request = all_of(total("1000000", "100"), scheme(vec![a, b]));
    request.chosen.extend(choose(&["NONE", "B"]));
    request.scheme.limits.max_items = Some(1);
    let mut table = table_3_4();
    table.rules.truncate(4);
    request.authority = Some(table);
    request.list.area = "0".parse().unwrap();
    let error = request.apply().unwrap_err();
    assert_wrong(
        &error,
        &[
            (Code::DiscountListNotPositive, "/list/area"),
            (Code::DiscountAuthorityGap, "/authority/rules"),
            (Code::DiscountAuthorityGap, "/authority/rules"),
            (Code::DiscountWindow, "/chosen/0"),
            (Code::DiscountPlan, "/chosen/0"),
            (Code::DiscountUnknown, "/chosen/2"),
            (Code::DiscountChosenTwice, "/chosen/3"),
            (Code::DiscountExclusiveGroup, "/chosen/1"),
            (Code::DiscountTooManyItems, "/chosen/3"),
        ],
    );
}

// ---- re-evaluation

/// A deal before and after a change.
fn changed() -> [Sale; 2] {
    let bound = |plan: &str| DiscountConditions {
        plans: vec![plan.into()],
        to: Some(date("2026-05-31")),
        ..DiscountConditions::default()
    };
    let time = named(discount("TIME", rate("0.99")), "按时签约", DiscountReason::OnTimeSigning);
    let garden = Selection::of(Clause { building: vec!["3".into()], ..Clause::default() });
    let scheme = scheme(vec![
        asking(discount("LUMP", rate("0.97")), bound("LUMP")),
        asking(discount("LOAN", rate("0.98")), bound("LOAN")),
        time,
        asking(
            discount("GARDEN", total_off("5000")),
            DiscountConditions { units: garden, ..DiscountConditions::default() },
        ),
    ]);
    let mut facts = facts("2026-05-20");
    facts.plan = Some("LUMP".into());
    facts.agreed_signing_date = Some(date("2026-06-01"));
    let before = Sale {
        chosen: choose(&["LUMP", "TIME", "GARDEN"]),
        facts,
        unit: Some(unit("3-101", "3", "100")),
        ..all_of(total("1000000", "100"), scheme)
    };
    [before.clone(), before]
}

fn reevaluate([before, after]: &[Sale; 2]) -> Result<Reevaluation> {
    before.engine().reevaluate(&before.chosen, &after.engine(), &after.chosen)
}

#[test]
fn a_change_of_plan_takes_its_discount_along() {
    let mut sides = changed();
    sides[1].facts.plan = Some("LOAN".into());
    sides[1].chosen.push(ChosenDiscount::new("LOAN"));
    // The day of the change is past the window; conditions are those of the subscription.
    sides[1].facts.subscription_date = date("2026-06-10");
    let response = reevaluate(&sides).unwrap();
    // 1,000,000 × 0.97 × 0.99 − 5,000 and × 0.98 × 0.99 − 5,000.
    assert_eq!(response.before.deal_total.to_string(), "955300.00");
    assert_eq!(response.after.deal_total.to_string(), "965200.00");
    assert_eq!(response.difference.to_string(), "9900.00");
    assert_eq!(response.gained, ["LOAN"]);
    assert_eq!(response.lost.len(), 1);
    assert_eq!(response.lost[0].code, "LUMP");
    assert_eq!(response.lost[0].why[0].code, Code::DiscountPlan);
    assert_eq!(response.lost[0].why[0].path.as_ref().unwrap(), &"/after/chosen/0");
}

#[test]
fn a_change_of_unit_takes_the_discounts_of_the_unit() {
    let mut sides = changed();
    sides[1].list = total("1100000", "110");
    if let Some(unit) = &mut sides[1].unit {
        unit.unit_no = "2-101".into();
        unit.building = "2".into();
        unit.building_area = "110".parse().unwrap();
    }
    let response = reevaluate(&sides).unwrap();
    assert_eq!(response.after.deal_total.to_string(), "1056330.00");
    assert_eq!(response.lost[0].code, "GARDEN");
    assert_eq!(response.lost[0].why[0].code, Code::DiscountUnit);
    assert_eq!(response.difference.to_string(), "101030.00");
}

#[test]
fn the_real_signing_date_counts_for_on_time_discounts() {
    let mut sides = changed();
    sides[1].facts.signing_date = Some(date("2026-06-02"));
    let response = reevaluate(&sides).unwrap();
    // 1,000,000 × 0.97 − 5,000.
    assert_eq!(response.after.deal_total.to_string(), "965000.00");
    assert_eq!(response.lost[0].why[0].code, Code::DiscountSignedLate);
    sides[1].facts.signing_date = Some(date("2026-06-01"));
    let response = reevaluate(&sides).unwrap();
    assert_eq!(response.difference, Money::ZERO);
    assert!(response.lost.is_empty() && response.gained.is_empty());
}

#[test]
fn a_discount_given_up_is_lost_without_a_reason() {
    let mut sides = changed();
    sides[1].chosen = choose(&["TIME"]);
    let response = reevaluate(&sides).unwrap();
    let lost: Vec<_> = response.lost.iter().map(|one| (one.code.as_str(), one.why.len())).collect();
    assert_eq!(lost, [("LUMP", 0), ("GARDEN", 0)]);
}

#[test]
fn what_is_wrong_with_a_change_says_where() {
    let mut sides = changed();
    sides[0].chosen.extend(choose(&["NONE"]));
    sides[1].chosen.extend(choose(&["GONE"]));
    sides[1].list.area = "0".parse().unwrap();
    sides[0].scheme.discounts[0].value = rate("1.5");
    sides[0].authority = Some(AuthorityTable::new(vec![]));
    let error = reevaluate(&sides).unwrap_err();
    assert_wrong(
        &error,
        &[
            (Code::DiscountValue, "/scheme/discounts/0/value/rate"),
            (Code::DiscountAuthorityEmpty, "/authority/rules"),
            (Code::DiscountUnknown, "/before/chosen/3"),
            (Code::DiscountListNotPositive, "/after/list/area"),
            (Code::DiscountUnknown, "/after/chosen/3"),
        ],
    );
}

// ---- the best combination

#[test]
fn best_says_why_the_others_are_out() {
    let mut boss = discount("BOSS", rate("0.9"));
    boss.negotiable = true;
    let past = DiscountConditions { to: Some(date("2026-01-01")), ..Default::default() };
    let scheme = scheme(vec![
        grouped(discount("LUMP", rate("0.97")), "PLAN"),
        grouped(discount("LOAN", rate("0.98")), "PLAN"),
        discount("OFF", total_off("5000")),
        discount("FIX", fixed("970000")),
        discount("NONE", rate("1")),
        boss,
        asking(discount("PAST", rate("0.9")), past),
    ]);
    let request = Sale { chosen: vec![], ..all_of(total("1000000", "100"), scheme) };
    let response = request.best().unwrap();
    assert_eq!(given(&response.best), ["LUMP", "OFF"]);
    assert_eq!(response.best.deal_total.to_string(), "965000.00");
    let excluded: Vec<_> = response
        .excluded
        .iter()
        .map(|one| {
            let why: Vec<Code> = one.why.iter().map(|why| why.code).collect();
            (one.code.as_str(), why, one.deal_total_with.map(|total| total.to_string()))
        })
        .collect();
    let with = |total: &str| Some(total.to_owned());
    let alone = Code::DiscountFixedPriceAlone;
    assert_eq!(
        excluded,
        [
            (
                "LOAN",
                vec![Code::DiscountExclusiveGroup, Code::DiscountCostsMore],
                with("975000.00")
            ),
            ("FIX", vec![alone, alone, Code::DiscountCostsMore], with("970000.00")),
            ("NONE", vec![Code::DiscountNoGain], with("965000.00")),
            ("BOSS", vec![Code::DiscountNoAgreedValue], None),
            ("PAST", vec![Code::DiscountWindow], None),
        ]
    );
    assert_eq!(response.excluded[0].combination_with, ["LOAN", "OFF"]);
}

#[test]
fn best_holds_what_has_to_be_in() {
    let scheme = scheme(vec![
        grouped(discount("LUMP", rate("0.97")), "PLAN"),
        grouped(discount("LOAN", rate("0.98")), "PLAN"),
        discount("OFF", total_off("5000")),
    ]);
    let mut request = Sale { chosen: choose(&["LOAN"]), ..all_of(total("1000000", "100"), scheme) };
    let response = request.best().unwrap();
    assert_eq!(given(&response.best), ["LOAN", "OFF"]);
    let codes: Vec<Code> = response.excluded[0].why.iter().map(|why| why.code).collect();
    assert_eq!(codes, [Code::DiscountExclusiveGroup, Code::DiscountNeverTogether]);
    // Everything that is wrong at once, here too.
    request.chosen = choose(&["NOBODY"]);
    request.list.total = None;
    let error = request.best().unwrap_err();
    assert_wrong(
        &error,
        &[(Code::DiscountListMissing, "/list"), (Code::DiscountUnknown, "/chosen/0")],
    );
}

#[test]
fn gifts_join_the_best_where_they_may() {
    let gift = |code: &str| discount(code, DiscountKind::Gift { value: None });
    let mut barred = gift("CAR");
    barred.not_with = vec!["LUMP".into()];
    let request = Sale {
        chosen: vec![],
        ..all_of(
            total("1000000", "100"),
            scheme(vec![gift("FRIDGE"), barred, discount("LUMP", rate("0.97"))]),
        )
    };
    let response = request.best().unwrap();
    assert_eq!(given(&response.best), ["LUMP", "FRIDGE"]);
    assert_eq!(response.best.text_zh, "LUMP97折;赠送FRIDGE");
    assert_eq!(response.excluded[0].code, "CAR");
    assert_eq!(response.excluded[0].deal_total_with.unwrap().to_string(), "1000000.00");
}
