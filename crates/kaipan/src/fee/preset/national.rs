//! National rules: deed tax, stamp duty, registration fee (handbook §7.2).

use super::{About, blank, row, uses, yuan};
use crate::Date;
use crate::Text;
use crate::fee::{
    BuyerKind, FeeBasis, FeeCategory, FeeCondition, FeeRow, FeeRule, Payer, PropertyUse,
};
use crate::number::Area;
use crate::payment::Anchor;

pub(super) const ABOUT: About = About {
    name: "全国",
    name_en: "national",
    city: None,
    remark: "契税的地方税率预设为 3%（法定幅度 3%–5%），与当地不符时用同代码的自有规则替代。",
    remark_en: "The local rate of deed tax is preset at 3 % (3 to 5 % by law); where the city has \
                another, a rule of your own with the same code takes its place.",
};

/// Cities whose second homes had no lower rate until 2024-11-30.
const FIRST_TIER: [&str; 4] = ["北京", "上海", "广州", "深圳"];

pub(super) fn rules() -> Vec<FeeRule> {
    let mut rules = deed_tax();
    rules.extend(stamp_duty());
    rules.extend(registration_fee());
    rules
}

/// 契税.
fn deed_tax() -> Vec<FeeRule> {
    let deed_tax = |source, rows| FeeRule {
        basis: FeeBasis::PriceExVat {},
        rows,
        per_buyer: true,
        anchor: Some(Anchor::TitleDate {}),
        ..blank("deed_tax", "契税", "deed tax", source)
    };
    let second_home_cities = FeeCondition {
        except_cities: FIRST_TIER.iter().map(|city| Text::from(*city)).collect(),
        ..FeeCondition::default()
    };
    vec![
        FeeRule {
            effective_from: Date::from_ymd(2016, 2, 22),
            effective_to: Date::from_ymd(2024, 11, 30),
            ..deed_tax(
                "财税〔2016〕23号；财政部 税务总局公告2021年第29号",
                deed_tax_rows(Area::from_ten_thousandths(900_000), &second_home_cities),
            )
        },
        FeeRule {
            effective_from: Date::from_ymd(2024, 12, 1),
            ..deed_tax(
                "财政部 税务总局 住房城乡建设部公告2024年第16号",
                deed_tax_rows(Area::from_ten_thousandths(1_400_000), &FeeCondition::default()),
            )
        },
    ]
}

fn deed_tax_rows(small: Area, second_home: &FeeCondition) -> Vec<FeeRow> {
    let home = |count: u32, large: bool, base: &FeeCondition| FeeCondition {
        uses: vec![PropertyUse::Residential],
        buyers: vec![BuyerKind::Person],
        home_from: Some(count),
        home_to: Some(count),
        area_above: large.then_some(small),
        area_to: (!large).then_some(small),
        ..base.clone()
    };
    let noted =
        |when, millionths, note: &str| FeeRow { note: Some(note.into()), ..row(when, millionths) };
    let any = FeeCondition::default();
    vec![
        noted(home(1, false, &any), 10_000, "家庭唯一住房"),
        noted(home(1, true, &any), 15_000, "家庭唯一住房"),
        noted(home(2, false, second_home), 10_000, "家庭第二套住房"),
        noted(home(2, true, second_home), 20_000, "家庭第二套住房"),
        noted(any, 30_000, "地方税率（预设 3%）"),
    ]
}

/// 印花税, 产权转移书据: one fee a party.
fn stamp_duty() -> Vec<FeeRule> {
    let exempt =
        FeeCondition { buyers: vec![BuyerKind::Person], ..uses(&[PropertyUse::Residential]) };
    let due = row(FeeCondition::default(), 500);
    // The exemption is the individual's who buys; the developer who sells is none.
    let buyer = vec![FeeRow { note: Some("免征".into()), ..row(exempt, 0) }, due.clone()];
    let parties = [
        (Payer::Buyer, buyer, "stamp_duty", "印花税", "stamp duty"),
        (Payer::Seller, vec![due], "stamp_duty_seller", "印花税（卖方）", "stamp duty, seller"),
    ];
    let mut rules = Vec::new();
    for (payer, rows, code, name, name_en) in parties {
        let stamp_duty = |source| FeeRule {
            rows: rows.clone(),
            payer,
            per_buyer: payer == Payer::Buyer,
            anchor: Some(Anchor::SigningDate {}),
            ..blank(code, name, name_en, source)
        };
        rules.push(FeeRule {
            effective_from: Date::from_ymd(2008, 11, 1),
            effective_to: Date::from_ymd(2022, 6, 30),
            ..stamp_duty("印花税暂行条例（国务院令第11号）；财税〔2008〕137号第二条")
        });
        rules.push(FeeRule {
            effective_from: Date::from_ymd(2022, 7, 1),
            ..stamp_duty("印花税法；财税〔2008〕137号第二条")
        });
    }
    rules
}

/// 不动产登记费 and the certificates beyond the first.
fn registration_fee() -> Vec<FeeRule> {
    const SOURCE: &str = "发改价格规〔2016〕2559号";
    let collected = |code, name, name_en, source: &str| FeeRule {
        category: FeeCategory::Collected,
        basis: FeeBasis::PerUnit {},
        anchor: Some(Anchor::TitleDate {}),
        effective_from: Date::from_ymd(2016, 12, 6),
        ..blank(code, name, name_en, source)
    };
    let registration =
        |source| collected("registration_fee", "不动产登记费", "registration fee", source);
    vec![
        FeeRule {
            rows: vec![
                yuan(uses(&[PropertyUse::Residential]), 80),
                yuan(FeeCondition::default(), 550),
            ],
            effective_to: Date::from_ymd(2019, 6, 30),
            ..registration(SOURCE)
        },
        FeeRule {
            rows: vec![
                yuan(uses(&[PropertyUse::Residential, PropertyUse::Parking]), 80),
                yuan(FeeCondition::default(), 550),
            ],
            effective_from: Date::from_ymd(2019, 7, 1),
            ..registration("发改价格规〔2016〕2559号；财税〔2019〕45号")
        },
        FeeRule {
            basis: FeeBasis::PerCertificate { free: 1 },
            rows: vec![yuan(FeeCondition::default(), 10)],
            ..collected("certificate_fee", "不动产权证书工本费", "certificate fee", SOURCE)
        },
    ]
}
