//! Rules of presets as they stand in tables: data, and one function that makes rules of it.

use crate::fee::{
    BuyerKind, FeeBasis, FeeCategory, FeeCondition, FeeRow, FeeRule, Payer, PropertyUse,
};
use crate::number::{Area, Figure, Rounding};
use crate::payment::Anchor;
use crate::{Date, Label, Text};

/// Year, month, day.
type Day = (i32, u32, u32);

/// A rule of a preset.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) name_en: &'static str,
    pub(super) source: &'static str,
    pub(super) category: FeeCategory,
    pub(super) basis: PresetBasis,
    pub(super) rows: &'static [PresetRow],
    pub(super) payer: Payer,
    pub(super) per_buyer: bool,
    pub(super) due: PresetEvent,
    pub(super) from: Option<Day>,
    pub(super) to: Option<Day>,
}

/// The bases that presets have.
#[derive(Clone, Copy)]
pub(super) enum PresetBasis {
    ContractPrice,
    PriceExVat,
    SurveyedArea,
    PerUnit,
    PerCertificate { free: u32 },
}

/// What due dates of presets hang on.
#[derive(Clone, Copy)]
pub(super) enum PresetEvent {
    Signing,
    Handover,
    Title,
}

/// A value, and when it applies.
#[derive(Clone, Copy)]
pub(super) struct PresetRow {
    pub(super) when: When,
    /// Millionths.
    pub(super) value: i64,
    pub(super) note: Option<&'static str>,
}

/// The conditions that presets have.
#[derive(Clone, Copy)]
pub(super) struct When {
    pub(super) uses: &'static [PropertyUse],
    pub(super) buyers: &'static [BuyerKind],
    /// Which home of the household, from 1 on.
    pub(super) home: Option<u32>,
    pub(super) area_above: Option<Area>,
    pub(super) area_to: Option<Area>,
    pub(super) elevator: Option<bool>,
    pub(super) storeys_from: Option<u32>,
    pub(super) storeys_to: Option<u32>,
    pub(super) except_cities: &'static [&'static str],
}

/// A tax of the buyer's without rows: what other rules start from.
pub(super) const TAX: Rule = Rule {
    code: "",
    name: "",
    name_en: "",
    source: "",
    category: FeeCategory::Tax,
    basis: PresetBasis::ContractPrice,
    rows: &[],
    payer: Payer::Buyer,
    per_buyer: false,
    due: PresetEvent::Signing,
    from: None,
    to: None,
};

/// 专项维修资金: collected before the keys are handed over.
pub(super) const MAINTENANCE_FUND: Rule = Rule {
    code: "maintenance_fund",
    name: "专项维修资金",
    name_en: "special maintenance fund",
    category: FeeCategory::Collected,
    basis: PresetBasis::SurveyedArea,
    due: PresetEvent::Handover,
    ..TAX
};

/// No condition.
pub(super) const ANY: When = When {
    uses: &[],
    buyers: &[],
    home: None,
    area_above: None,
    area_to: None,
    elevator: None,
    storeys_from: None,
    storeys_to: None,
    except_cities: &[],
};

/// Homes.
pub(super) const HOMES: When = When { uses: &[PropertyUse::Residential], ..ANY };

/// A whole number of yuan, and when it applies.
pub(super) const fn yuan(when: When, yuan: i64) -> PresetRow {
    PresetRow { when, value: yuan.saturating_mul(1_000_000), note: None }
}

/// The rules of a table.
pub(super) fn rules(table: &[Rule]) -> Vec<FeeRule> {
    table.iter().map(rule).collect()
}

fn rule(rule: &Rule) -> FeeRule {
    let day = |(year, month, day): Day| Date::from_ymd(year, month, day);
    FeeRule {
        code: rule.code.into(),
        name: rule.name.into(),
        name_en: Some(rule.name_en.into()),
        source: Some(rule.source.into()),
        category: rule.category,
        basis: match rule.basis {
            PresetBasis::ContractPrice => FeeBasis::ContractPrice {},
            PresetBasis::PriceExVat => FeeBasis::PriceExVat {},
            PresetBasis::SurveyedArea => FeeBasis::SurveyedArea {},
            PresetBasis::PerUnit => FeeBasis::PerUnit {},
            PresetBasis::PerCertificate { free } => FeeBasis::PerCertificate { free },
        },
        rows: rule.rows.iter().map(row).collect(),
        min: None,
        max: None,
        rounding: Rounding::FEN,
        payer: rule.payer,
        per_buyer: rule.per_buyer,
        anchor: Some(match rule.due {
            PresetEvent::Signing => Anchor::SigningDate {},
            PresetEvent::Handover => Anchor::HandoverDate {},
            PresetEvent::Title => Anchor::TitleDate {},
        }),
        months: 0,
        days: 0,
        effective_from: rule.from.and_then(day),
        effective_to: rule.to.and_then(day),
    }
}

fn row(row: &PresetRow) -> FeeRow {
    let when = &row.when;
    FeeRow {
        when: FeeCondition {
            uses: when.uses.to_vec(),
            buyers: when.buyers.to_vec(),
            home_from: when.home,
            home_to: when.home,
            area_above: when.area_above,
            area_to: when.area_to,
            elevator: when.elevator,
            storeys_from: when.storeys_from,
            storeys_to: when.storeys_to,
            cities: Vec::new(),
            except_cities: when.except_cities.iter().map(|city| Text::from(*city)).collect(),
        },
        value: Figure::from_millionths(row.value),
        note: row.note.map(Label::from),
    }
}
