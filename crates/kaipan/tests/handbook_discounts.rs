//! The worked examples and rules of the handbook, §3.

mod discounts;

use discounts::*;
use kaipan::discount::*;
use kaipan::error::Code;
use kaipan::number::{Mode, Money, Place, Rounding};
use kaipan::pricing::PriceBasis;
use kaipan::project::Unit;

/// Lump sum 98折, on-time signing 99折, one point, 5,000 off, 10,000 counts as 20,000.
fn five() -> Vec<Discount> {
    use DiscountReason::{DepositMultiplier, LumpSum, OnTimeSigning, PaymentMethod};
    vec![
        named(discount("LUMP", rate("0.98")), "一次性付款", PaymentMethod),
        named(discount("TIME", rate("0.99")), "按时签约", OnTimeSigning),
        named(discount("OPEN", points("0.01")), "开盘", DiscountReason::Opening),
        named(discount("OFF", total_off("5000")), "总价优惠", LumpSum),
        named(discount("DEP", deposit("10000", "20000")), "认筹", DepositMultiplier),
    ]
}

#[test]
fn example_3a() {
    let list = || total("1500000", "120");
    let adding = |codes: &[&str]| {
        let mut scheme = scheme(five());
        for one in &mut scheme.discounts {
            if codes.contains(&one.code.as_str()) {
                one.stack = Stack::Add;
            }
        }
        scheme
    };
    let mut amounts_first = scheme(five());
    amounts_first.stacking.order = DiscountOrder::AsGiven;
    amounts_first.discounts.rotate_right(2);
    for (scheme, deal, rate, percent) in [
        (adding(&[]), "1425747.00", "0.950498", "95.05"),
        (adding(&["LUMP", "TIME", "OPEN"]), "1425000.00", "0.95", "95"),
        (adding(&["TIME", "OPEN"]), "1425600.00", "0.9504", "95.04"),
        (amounts_first, "1426339.53", "0.950893", "95.09"),
    ] {
        let outcome = all_of(list(), scheme).apply().unwrap();
        assert_eq!(outcome.deal_total.to_string(), deal);
        assert_eq!(outcome.effective_discount.to_string(), rate);
        assert_eq!(outcome.effective_percent.to_string(), percent);
        let off = money("1500000").checked_sub(outcome.deal_total).unwrap();
        assert_eq!(outcome.discount_amount, off);
    }
}

#[test]
fn example_3a_steps_and_shares() {
    let outcome = all_of(total("1500000", "120"), scheme(five())).apply().unwrap();
    let steps: Vec<_> = outcome.steps.iter().map(|s| (s.rule, s.after.to_string())).collect();
    let expected = [
        (DiscountRule::ListTotal, "1500000"),
        (DiscountRule::Rate, "1470000"),
        (DiscountRule::Rate, "1455300"),
        (DiscountRule::Points, "1440747"),
        (DiscountRule::TotalOff, "1435747"),
        (DiscountRule::DepositMultiplier, "1425747"),
        (DiscountRule::TotalRounding, "1425747"),
        (DiscountRule::Derived, "11881.23"),
    ];
    assert_eq!(steps, expected.map(|(rule, after)| (rule, after.to_owned())));
    let amounts: Vec<_> = outcome.applied.iter().map(|one| one.amount.to_string()).collect();
    assert_eq!(amounts, ["30000.00", "14700.00", "14553.00", "5000.00", "10000.00"]);
}

#[test]
fn example_3b() {
    let list = by_unit("12345", "121.50").with_total(money("1499918"));
    let deal = |basis: PriceBasis, unit_rounding: Rounding| {
        let mut scheme = scheme(vec![discount("A", rate("0.98")), discount("B", rate("0.99"))]);
        scheme.stacking.price_basis = basis;
        scheme.stacking.unit_rounding = unit_rounding;
        scheme.stacking.total_rounding = Rounding::YUAN;
        let outcome = all_of(list.clone(), scheme).apply().unwrap();
        (outcome.deal_unit_price.to_string(), outcome.deal_total.to_string())
    };
    let pair = |unit: &str, total: &str| (unit.to_owned(), total.to_owned());
    let unit_first = PriceBasis::UnitFirst;
    assert_eq!(deal(unit_first, Rounding::YUAN), pair("11977.00", "1455206.00"));
    assert_eq!(deal(unit_first, Rounding::FEN), pair("11977.12", "1455220.00"));
    assert_eq!(deal(PriceBasis::TotalFirst, Rounding::YUAN), pair("11977.12", "1455220.00"));
}

#[test]
fn list_price_is_derived_from_what_is_given() {
    let by_unit = by_unit("12345", "121.50");
    let outcome = all_of(by_unit, scheme(vec![])).apply().unwrap();
    assert_eq!(outcome.list_total.to_string(), "1499917.50");
    assert_eq!(outcome.deal_total, outcome.list_total);
    let outcome = all_of(total("1000000", "300"), scheme(vec![])).apply().unwrap();
    assert_eq!(outcome.list_unit_price.to_string(), "3333.33");
}

#[test]
fn definitions_3_3() {
    // In UnitFirst with an amount off the total, the two discounts differ.
    let list = by_unit("10000", "100");
    let mut scheme = scheme(vec![discount("A", rate("0.98")), discount("OFF", total_off("20000"))]);
    scheme.stacking.price_basis = PriceBasis::UnitFirst;
    let outcome = all_of(list, scheme).apply().unwrap();
    assert_eq!(outcome.deal_unit_price.to_string(), "9800.00");
    assert_eq!(outcome.deal_total.to_string(), "960000.00");
    assert_eq!(outcome.unit_discount.to_string(), "0.98");
    assert_eq!(outcome.effective_discount.to_string(), "0.96");
    assert_eq!(outcome.share_off.to_string(), "0.04");
    assert_eq!(outcome.discount_amount.to_string(), "40000.00");
}

#[test]
fn special_price_in_two_steps_3_3() {
    // 现场 98折 → 980,000; 特惠 19,600, which is 2 % of it.
    let mut boss = discount("BOSS", total_off("19600"));
    boss.reason = DiscountReason::SpecialApproval;
    let mut request =
        all_of(total("1000000", "100"), scheme(vec![discount("LUMP", rate("0.98")), boss]));
    let special = request.apply().unwrap().special.unwrap();
    assert_eq!(special.standard_total.to_string(), "980000.00");
    assert_eq!(special.standard_discount.to_string(), "0.98");
    assert_eq!(special.amount.to_string(), "19600.00");
    assert_eq!(special.rate.to_string(), "0.02");
    request.chosen = choose(&["LUMP"]);
    assert_eq!(request.apply().unwrap().special, None);
}

#[test]
fn effective_discount_is_rounded_from_the_exact_quotient() {
    // 2 ÷ 3 = 0.666667 and 66.67 %; 1 ÷ 3 off.
    let outcome =
        all_of(total("3", "1"), scheme(vec![discount("OFF", total_off("1"))])).apply().unwrap();
    assert_eq!(outcome.effective_discount.to_string(), "0.666667");
    assert_eq!(outcome.effective_percent.to_string(), "66.67");
    assert_eq!(outcome.share_off.to_string(), "0.333333");
}

#[test]
fn discount_text_3_3() {
    let mut scheme = scheme(
        five()
            .into_iter()
            .filter(|one| ["LUMP", "TIME", "OFF"].contains(&one.code.as_str()))
            .collect(),
    );
    scheme.stacking.total_rounding = Rounding::YUAN;
    let outcome = all_of(total("1500000", "120"), scheme).apply().unwrap();
    assert_eq!(outcome.text_zh, "一次性付款98折*按时签约99折;总价优惠5000元;个位四舍五入自动取整");
    assert_eq!(
        outcome.text_en,
        "LUMP 98% x TIME 99%; OFF 5000 yuan off; rounded half up to 1 yuan"
    );
}

#[test]
fn step_rounding_rounds_after_each_item() {
    // 1,234,567.89 × 0.95 = 1,172,839.4955 → .50; × 0.95 = 1,114,197.525 → .53.
    // In one piece: × 0.9025 = 1,114,197.520725 → .52.
    let deal = |step_rounding: Option<Rounding>| {
        let mut scheme = scheme(vec![discount("A", rate("0.95")), discount("B", rate("0.95"))]);
        scheme.stacking.step_rounding = step_rounding;
        all_of(total("1234567.89", "100"), scheme).apply().unwrap().deal_total.to_string()
    };
    assert_eq!(deal(Some(Rounding::FEN)), "1114197.53");
    assert_eq!(deal(None), "1114197.52");
}

#[test]
fn added_points_of_the_original_price() {
    // 1,000,000 × 0.9 = 900,000; 2 points more: of the running price 882,000, of the original
    // 880,000, wherever the item stands.
    let deal = |base: AdditiveBase, codes: [&str; 2]| {
        let both = vec![discount("A", rate("0.9")), added(discount("B", points("0.02")))];
        let mut scheme = scheme(both);
        scheme.stacking.additive_base = base;
        scheme.stacking.order = DiscountOrder::AsGiven;
        let mut request = all_of(total("1000000", "100"), scheme);
        request.chosen = choose(&codes);
        request.apply().unwrap().deal_total.to_string()
    };
    assert_eq!(deal(AdditiveBase::Running, ["A", "B"]), "882000.00");
    assert_eq!(deal(AdditiveBase::Running, ["B", "A"]), "882000.00");
    assert_eq!(deal(AdditiveBase::Original, ["A", "B"]), "880000.00");
    // 1,000,000 − 20,000 = 980,000; × 0.9.
    assert_eq!(deal(AdditiveBase::Original, ["B", "A"]), "882000.00");
}

#[test]
fn nothing_is_less_than_zero() {
    let outcome =
        all_of(total("100", "1"), scheme(vec![discount("OFF", total_off("101"))])).apply().unwrap();
    assert_eq!(outcome.deal_total, Money::ZERO);
    assert_eq!(outcome.discount_amount, outcome.list_total);
    assert!(outcome.steps.iter().any(|step| step.rule == DiscountRule::NotBelowZero));
    assert_eq!(outcome.findings[0].code, Code::DiscountNothingLeft);
}

#[test]
fn unit_price_off_by_basis() {
    // 10,000/m², 99.99 m², 12.345/m² off, whole yuan a m² in UnitFirst.
    let deal = |basis: PriceBasis| {
        let list = by_unit("10000", "99.99");
        let mut scheme = scheme(vec![discount("OFF", unit_off("12.345"))]);
        scheme.stacking.price_basis = basis;
        scheme.stacking.unit_rounding = Rounding::YUAN;
        let outcome = all_of(list, scheme).apply().unwrap();
        (outcome.deal_unit_price.to_string(), outcome.deal_total.to_string())
    };
    // 999,900 − 1,234.37655 = 998,665.62345.
    assert_eq!(deal(PriceBasis::TotalFirst), ("9987.65".into(), "998665.62".into()));
    // 9,987.655 → 9,988; × 99.99 = 998,700.12.
    assert_eq!(deal(PriceBasis::UnitFirst), ("9988.00".into(), "998700.12".into()));
}

#[test]
fn a_list_price_that_rounds_to_nothing_is_no_price() {
    let refused = |list: ListPrice| {
        let error = all_of(list, scheme(vec![])).apply().unwrap_err();
        (error.code(), error.path().to_owned(), error.params()[0].value.clone())
    };
    let nothing = |field: &str| (Code::DiscountListNotPositive, "/list".to_owned(), field.into());
    // 0.01 ÷ 100 = 0.0001 → 0.00 a m².
    assert_eq!(refused(total("0.01", "100")), nothing("unit_price"));
    let tiny = by_unit("0.01", "0.01");
    assert_eq!(refused(tiny), nothing("total"));
}

#[test]
fn an_impossible_unit_is_refused() {
    let mut request = all_of(total("1000000", "100"), scheme(vec![]));
    request.unit = Some(unit("101", "1", "-100"));
    let error = request.apply().unwrap_err();
    assert_wrong(&error, &[(Code::ProjectArea, "/unit/building_area")]);
}

#[test]
fn added_points_stand_together() {
    // The group is calculated at the place of its first; the text shows it so.
    let mut request = all_of(
        total("1000000", "100"),
        scheme(vec![
            added(discount("A", points("0.01"))),
            discount("B", rate("0.98")),
            added(discount("C", points("0.02"))),
        ]),
    );
    let outcome = request.apply().unwrap();
    assert_eq!(outcome.deal_total.to_string(), "950600.00");
    assert_eq!(given(&outcome), ["A", "C", "B"]);
    assert_eq!(outcome.text_zh, "A减1点+C减2点*B98折");
    let amounts: Vec<_> = outcome.applied.iter().map(|one| one.amount.to_string()).collect();
    assert_eq!(amounts, ["10000.00", "20000.00", "19400.00"]);
    // Points of the original price are summed wherever they stand.
    request.scheme.stacking.additive_base = AdditiveBase::Original;
    let outcome = request.apply().unwrap();
    // (1,000,000 − 10,000) × 0.98 − 20,000.
    assert_eq!(outcome.deal_total.to_string(), "950200.00");
    assert_eq!(outcome.text_zh, "A减1点*B98折+C减2点");
}

#[test]
fn amounts_wait_in_unit_first() {
    let mut request = all_of(
        total("1000000", "100"),
        scheme(vec![discount("OFF", total_off("5000")), discount("A", rate("0.98"))]),
    );
    request.scheme.stacking.price_basis = PriceBasis::UnitFirst;
    request.scheme.stacking.order = DiscountOrder::AsGiven;
    request.scheme.stacking.unit_rounding = Rounding::YUAN;
    let outcome = request.apply().unwrap();
    assert_eq!(outcome.deal_total.to_string(), "975000.00");
    assert_eq!(outcome.text_zh, "A98折;OFF优惠5000元;单价个位四舍五入取整");
}

#[test]
fn the_text_names_only_rounding_points_that_were_passed() {
    // A fixed total in a scheme of unit prices: no unit price is rounded.
    let mut request = all_of(
        total("1500000", "120"),
        scheme(vec![discount("FIX", fixed("1200000")), discount("A", rate("0.98"))]),
    );
    request.scheme.discounts[0].combinable = true;
    request.scheme.stacking.price_basis = PriceBasis::UnitFirst;
    request.scheme.stacking.unit_rounding = Rounding::YUAN;
    request.scheme.stacking.total_rounding = Rounding::YUAN;
    let outcome = request.apply().unwrap();
    assert_eq!(outcome.text_zh, "FIX一口价1200000元;A98折;个位四舍五入自动取整");
    // A fixed unit price with a rate on top, in a scheme of totals: it is.
    request.scheme.stacking.price_basis = PriceBasis::TotalFirst;
    request.scheme.discounts[0].value =
        DiscountKind::FixedUnitPrice { unit_price: "9999".parse().unwrap() };
    let outcome = request.apply().unwrap();
    // 9,799.02 → 9,799.
    assert_eq!(outcome.deal_total.to_string(), "1175880.00");
    assert_eq!(
        outcome.text_zh,
        "FIX一口价9999元/㎡;A98折;单价个位四舍五入取整;个位四舍五入自动取整"
    );
}

// ---- 3.4 authority

/// Of a list total of 1,500,000.
fn asked(deal: &str) -> AskedPrice<'static> {
    AskedPrice::new(money("1500000"), money(deal))
}

#[test]
fn table_and_examples_3_4() {
    let table = table_3_4();
    let role = |price: AskedPrice<'_>| table.approval(&price).unwrap().approval.role;
    // 95.05 %.
    assert_eq!(role(asked("1425747")).unwrap(), "城市公司营销总");
    // 97.2 %.
    assert_eq!(role(asked("1458000")).unwrap(), "项目总");
    // 99 %, below the floor price.
    assert_eq!(role(asked("1485000").floor_total(money("1485000.01"))).unwrap(), "总部");
    assert_eq!(role(asked("1485000").floor_total(money("1485000"))).unwrap(), "置业顾问");
    // Limits are met to the fen.
    for (deal, expected) in [
        ("1484999.99", "销售经理"),
        ("1470000", "销售经理"),
        ("1469999.99", "项目总"),
        ("1440000", "项目总"),
        ("1439999.99", "城市公司营销总"),
        ("1395000", "城市公司营销总"),
        ("1394999.99", "总部"),
        ("0", "总部"),
    ] {
        assert_eq!(role(asked(deal)).unwrap(), expected, "{deal}");
    }
    assert_eq!(role(asked("1500000")), None, "without a discount nobody is asked");
}

#[test]
fn every_role_says_why_not() {
    let approval =
        table_3_4().approval(&asked("1425747").floor_total(money("1430000"))).unwrap().approval;
    let why = |at: usize| approval.roles[at].why.iter().map(|w| w.code).collect::<Vec<_>>();
    assert_eq!(why(0), [Code::DiscountAuthorityEffective, Code::DiscountAuthorityFloor]);
    assert_eq!(why(3), [Code::DiscountAuthorityFloor]);
    assert_eq!(why(4), []);
    assert!(approval.below_floor);
    assert_eq!(approval.effective_discount.to_string(), "0.950498");
}

#[test]
fn authority_comes_with_the_price() {
    let mut request = all_of(total("1500000", "120"), scheme(five()));
    request.authority = Some(table_3_4());
    let approval = request.apply().unwrap().approval.unwrap();
    assert_eq!(approval.role.as_deref(), Some("城市公司营销总"));
    // 1,425,747 ÷ 120 = 11,881.225: below a floor price of 11,900.
    request.unit =
        Some(Unit { floor_price: Some("11900".parse().unwrap()), ..unit("1-1-101", "1", "120") });
    let outcome = request.apply().unwrap();
    assert_eq!(outcome.approval.unwrap().role.as_deref(), Some("总部"));
    assert_eq!(outcome.findings[0].code, Code::PricingBelowFloor);
}

#[test]
fn only_what_goes_beyond_the_scheme_counts() {
    // 98折 by the scheme, then a special approval of 99折.
    let mut discounts = vec![discount("LUMP", rate("0.98")), discount("BOSS", rate("0.99"))];
    discounts[1].reason = DiscountReason::SpecialApproval;
    let mut request = all_of(total("1000000", "100"), scheme(discounts));
    let mut table = table_3_4();
    table.limits_apply_to = LimitsApplyTo::SpecialOnly;
    request.authority = Some(table);
    let approval = request.apply().unwrap().approval.unwrap();
    assert_eq!(approval.role.as_deref(), Some("置业顾问"));
    assert_eq!(approval.effective_discount.to_string(), "0.99");
    assert_eq!(approval.discount_amount.to_string(), "9800.00");
    // The standard discount alone needs nobody.
    request.chosen = choose(&["LUMP"]);
    assert_eq!(request.apply().unwrap().approval.unwrap().role, None);
    // Against all discounts it is 97.02 %.
    request.chosen = choose(&["LUMP", "BOSS"]);
    request.authority = Some(table_3_4());
    let approval = request.apply().unwrap().approval.unwrap();
    assert_eq!(approval.role.as_deref(), Some("项目总"));
}

#[test]
fn two_forms_of_one_limit() {
    // 0.04 points is the same as 0.96; a table may mix both forms.
    let (price, mut table) = (asked("1440000"), table_3_4());
    let rule = &mut table.rules[2];
    (rule.min_effective, rule.max_share_off) = (None, Some("0.04".parse().unwrap()));
    let response = table.approval(&price).unwrap();
    assert_eq!(response.approval.role.as_deref(), Some("项目总"));
    assert!(response.findings.is_empty(), "{:?}", response.findings);
    // Tighter than the role below: 98.5 % above 98 %.
    table.rules[2].max_share_off = Some("0.015".parse().unwrap());
    let response = table.approval(&price).unwrap();
    let found: Vec<_> = response.findings.iter().map(|found| found.code).collect();
    assert_eq!(found, [Code::DiscountAuthorityOrder]);
    assert_eq!(response.approval.role.as_deref(), Some("城市公司营销总"));
}

#[test]
fn limits_in_yuan_by_reason_and_scope() {
    let mut table = table_3_4();
    let boss = DiscountReason::SpecialApproval;
    table.rules[0].reason_limits = vec![
        ReasonLimit::new(boss)
            .with_max_share_off("0.009999".parse().unwrap())
            .with_max_total_off(money("14999.99")),
    ];
    table.rules[1].max_total_off = Some(money("14999.99"));
    table.rules[2].product_types = vec!["villa".into()];
    table.rules[3].projects = vec!["P1".into()];
    let amounts = [ReasonAmount::new(boss, money("15000"))];
    let price = asked("1485000").by_reason(&amounts).project("P1").product_type("high_rise");
    let approval = table.approval(&price).unwrap().approval;
    let why = |at: usize| approval.roles[at].why.iter().map(|w| w.code).collect::<Vec<_>>();
    assert_eq!(why(0), [Code::DiscountAuthorityReason, Code::DiscountAuthorityReason]);
    assert_eq!(why(1), [Code::DiscountAuthorityAmount]);
    assert_eq!(why(2), [Code::DiscountAuthorityScope]);
    assert_eq!(approval.role.as_deref(), Some("城市公司营销总"));
}

// ---- 3.5 exclusivity

fn exclusive(exclusivity: Exclusivity) -> Sale {
    let discounts = vec![
        grouped(discount("A", rate("0.99")), "G"),
        discount("FREE", total_off("100")),
        grouped(discount("B", rate("0.97")), "G"),
    ];
    let mut request = all_of(total("100000", "10"), scheme(discounts));
    request.scheme.limits.exclusivity = exclusivity;
    request
}

#[test]
fn exclusive_groups_3_5() {
    let error = exclusive(Exclusivity::Reject).apply().unwrap_err();
    assert_wrong(&error, &[(Code::DiscountExclusiveGroup, "/chosen/2")]);
    let first = exclusive(Exclusivity::KeepFirst).apply().unwrap();
    assert_eq!(given(&first), ["A", "FREE"]);
    assert_eq!(removed(&first), [("B", vec![Code::DiscountExclusiveGroup])]);
    assert_eq!(first.deal_total.to_string(), "98900.00");
    let best = exclusive(Exclusivity::KeepBestForBuyer).apply().unwrap();
    assert_eq!(given(&best), ["B", "FREE"]);
    assert_eq!(removed(&best), [("A", vec![Code::DiscountExclusiveGroup])]);
    assert_eq!(best.deal_total.to_string(), "96900.00");
}

#[test]
fn keep_best_looks_at_the_price_not_at_the_rate() {
    // 3 % of 100,000 is 3,000, less than 3,500 off; of 1,000,000 it is 30,000.
    let kept = |list: &str| {
        let discounts = vec![
            grouped(discount("RATE", rate("0.97")), "G"),
            grouped(discount("OFF", total_off("3500")), "G"),
        ];
        let mut request = all_of(total(list, "10"), scheme(discounts));
        request.scheme.limits.exclusivity = Exclusivity::KeepBestForBuyer;
        given(&request.apply().unwrap()).join(" ")
    };
    assert_eq!(kept("100000"), "OFF");
    assert_eq!(kept("1000000"), "RATE");
}

#[test]
fn keep_best_removes_only_what_excludes_another() {
    // A discount that gains nothing, here below the rounding place, excludes nobody: it stays.
    let discounts = vec![
        grouped(discount("A", rate("0.99")), "G"),
        grouped(discount("B", rate("0.97")), "G"),
        discount("SMALL", total_off("10")),
        discount("NONE", rate("1")),
    ];
    let mut request = all_of(total("100000", "10"), scheme(discounts));
    request.scheme.limits.exclusivity = Exclusivity::KeepBestForBuyer;
    request.scheme.stacking.total_rounding = place("1000");
    let outcome = request.apply().unwrap();
    assert_eq!(given(&outcome), ["B", "NONE", "SMALL"]);
    assert_eq!(removed(&outcome), [("A", vec![Code::DiscountExclusiveGroup])]);
}

#[test]
fn pairwise_bans_hold_both_ways() {
    for order in [["A", "B"], ["B", "A"]] {
        let mut a = discount("A", rate("0.99"));
        a.not_with = vec!["B".into()];
        let mut request =
            all_of(total("100000", "10"), scheme(vec![a, discount("B", rate("0.98"))]));
        request.chosen = choose(&order);
        let error = request.apply().unwrap_err();
        assert_wrong(&error, &[(Code::DiscountNotWith, "/chosen/1")]);
    }
}

#[test]
fn limits_on_number_and_points() {
    let mut request = all_of(total("1500000", "120"), scheme(five()));
    request.scheme.limits.max_items = Some(5);
    request.scheme.limits.max_share_off = Some("0.04".parse().unwrap());
    assert!(request.apply().is_ok(), "2 + 1 + 1 points; amounts off are no points");
    request.scheme.limits.max_items = Some(4);
    request.scheme.limits.max_share_off = Some("0.039999".parse().unwrap());
    let error = request.apply().unwrap_err();
    assert_wrong(
        &error,
        &[(Code::DiscountTooManyItems, "/chosen/4"), (Code::DiscountTooManyPoints, "/chosen/4")],
    );
    let params: Vec<_> = error.others()[0].params().iter().map(|p| p.value.as_str()).collect();
    assert_eq!(params, ["4", "3.9999"]);
}

#[test]
fn a_fixed_price_stands_alone() {
    let discounts = |combinable: bool| {
        let mut fixed = discount("FIX", fixed("1200000"));
        fixed.combinable = combinable;
        let gift = discount("GIFT", DiscountKind::Gift { value: Some(money("3000")) });
        vec![discount("LUMP", rate("0.98")), fixed, gift]
    };
    let alone = all_of(total("1500000", "120"), scheme(discounts(false)));
    let error = alone.apply().unwrap_err();
    assert_wrong(&error, &[(Code::DiscountFixedPriceAlone, "/chosen/1")]);
    let both = all_of(total("1500000", "120"), scheme(discounts(true))).apply().unwrap();
    assert_eq!(given(&both), ["FIX", "LUMP", "GIFT"]);
    assert_eq!(both.deal_total.to_string(), "1176000.00");
    // The fixed price itself is not touched by rounding points.
    let mut request = alone;
    request.chosen = choose(&["FIX", "GIFT"]);
    request.scheme.stacking.total_rounding = Rounding::new(Mode::Down, Place::HundredThousand);
    request.scheme.stacking.step_rounding = Some(place("1000"));
    request.scheme.discounts[1].value = fixed("1234567.89");
    let outcome = request.apply().unwrap();
    assert_eq!(outcome.deal_total.to_string(), "1234567.89");
    assert_eq!(outcome.text_zh, "FIX一口价1234567.89元;赠送GIFT");
    assert_eq!(outcome.effective_discount.to_string(), "0.823045");
}

#[test]
fn a_fixed_unit_price_times_the_area() {
    let value = DiscountKind::FixedUnitPrice { unit_price: "9999.99".parse().unwrap() };
    let mut scheme = scheme(vec![discount("FIX", value)]);
    scheme.stacking.total_rounding = Rounding::YUAN;
    let outcome = all_of(total("1500000", "120.5"), scheme).apply().unwrap();
    assert_eq!(outcome.deal_unit_price.to_string(), "9999.99");
    // 1,204,998.795.
    assert_eq!(outcome.deal_total.to_string(), "1204999.00");
    assert_eq!(outcome.text_zh, "FIX一口价9999.99元/㎡;个位四舍五入自动取整");
}
