//! National rules: deed tax, stamp duty, registration fee (handbook §7.2).

use super::About;
use super::table::{ANY, HOMES, PresetBasis, PresetEvent, PresetRow, Rule, TAX, When, yuan};
use crate::fee::{BuyerKind, FeeCategory, Payer, PropertyUse};
use crate::number::Area;

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

pub(super) const RULES: &[Rule] = &[
    Rule {
        source: "财税〔2016〕23号；财政部 税务总局公告2021年第29号",
        rows: &deed_tax(Area::from_ten_thousandths(900_000), &FIRST_TIER),
        from: Some((2016, 2, 22)),
        to: Some((2024, 11, 30)),
        ..DEED_TAX
    },
    Rule {
        source: "财政部 税务总局 住房城乡建设部公告2024年第16号",
        rows: &deed_tax(Area::from_ten_thousandths(1_400_000), &[]),
        from: Some((2024, 12, 1)),
        ..DEED_TAX
    },
    until_2022(STAMP_DUTY),
    from_2022(STAMP_DUTY),
    until_2022(STAMP_DUTY_SELLER),
    from_2022(STAMP_DUTY_SELLER),
    Rule {
        source: REGISTRATION,
        rows: &[yuan(HOMES, 80), yuan(ANY, 550)],
        to: Some((2019, 6, 30)),
        ..REGISTRATION_FEE
    },
    Rule {
        source: "发改价格规〔2016〕2559号；财税〔2019〕45号",
        rows: &[yuan(HOMES_AND_PARKING, 80), yuan(ANY, 550)],
        from: Some((2019, 7, 1)),
        ..REGISTRATION_FEE
    },
    // The certificates beyond the first.
    Rule {
        code: "certificate_fee",
        name: "不动产权证书工本费",
        name_en: "certificate fee",
        source: REGISTRATION,
        basis: PresetBasis::PerCertificate { free: 1 },
        rows: &[yuan(ANY, 10)],
        ..REGISTRATION_FEE
    },
];

/// 契税.
const DEED_TAX: Rule = Rule {
    code: "deed_tax",
    name: "契税",
    name_en: "deed tax",
    basis: PresetBasis::PriceExVat,
    per_buyer: true,
    due: PresetEvent::Title,
    ..TAX
};

const fn deed_tax(small: Area, except_second: &'static [&'static str]) -> [PresetRow; 5] {
    const PERSONS: When = When { buyers: &[BuyerKind::Person], ..HOMES };
    let (first, second) = (
        When { home: Some(1), ..PERSONS },
        When { home: Some(2), except_cities: except_second, ..PERSONS },
    );
    let (to, above) = (Some(small), Some(small));
    let (only, two) = (Some("家庭唯一住房"), Some("家庭第二套住房"));
    [
        PresetRow { when: When { area_to: to, ..first }, value: 10_000, note: only },
        PresetRow { when: When { area_above: above, ..first }, value: 15_000, note: only },
        PresetRow { when: When { area_to: to, ..second }, value: 10_000, note: two },
        PresetRow { when: When { area_above: above, ..second }, value: 20_000, note: two },
        PresetRow { when: ANY, value: 30_000, note: Some("地方税率（预设 3%）") },
    ]
}

/// 印花税, 产权转移书据: one fee a party.
const STAMP_DUTY: Rule = Rule {
    code: "stamp_duty",
    name: "印花税",
    name_en: "stamp duty",
    // The exemption is the individual's who buys; the developer who sells is none.
    rows: &[
        PresetRow {
            when: When { buyers: &[BuyerKind::Person], ..HOMES },
            value: 0,
            note: Some("免征"),
        },
        STAMP_DUTY_DUE,
    ],
    per_buyer: true,
    ..TAX
};
const STAMP_DUTY_SELLER: Rule = Rule {
    code: "stamp_duty_seller",
    name: "印花税（卖方）",
    name_en: "stamp duty, seller",
    rows: &[STAMP_DUTY_DUE],
    payer: Payer::Seller,
    ..TAX
};
const STAMP_DUTY_DUE: PresetRow = PresetRow { when: ANY, value: 500, note: None };

const fn until_2022(stamp_duty: Rule) -> Rule {
    Rule {
        source: "印花税暂行条例（国务院令第11号）；财税〔2008〕137号第二条",
        from: Some((2008, 11, 1)),
        to: Some((2022, 6, 30)),
        ..stamp_duty
    }
}

const fn from_2022(stamp_duty: Rule) -> Rule {
    Rule {
        source: "印花税法；财税〔2008〕137号第二条", from: Some((2022, 7, 1)), ..stamp_duty
    }
}

/// 不动产登记费.
const REGISTRATION_FEE: Rule = Rule {
    code: "registration_fee",
    name: "不动产登记费",
    name_en: "registration fee",
    category: FeeCategory::Collected,
    basis: PresetBasis::PerUnit,
    due: PresetEvent::Title,
    from: Some((2016, 12, 6)),
    ..TAX
};
const REGISTRATION: &str = "发改价格规〔2016〕2559号";
const HOMES_AND_PARKING: When =
    When { uses: &[PropertyUse::Residential, PropertyUse::Parking], ..ANY };
