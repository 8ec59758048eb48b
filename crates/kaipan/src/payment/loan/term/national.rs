//! How long loans may run by the national rules, as dated data.

use super::row::LoanTermRow;
use crate::payment::loan::kind::LoanKind;
use crate::project::PropertyUse;
use crate::{Date, Label};

/// A row of the national rules.
struct NationalTerm {
    /// First day: year, month, day; of all times before if absent.
    from: Option<(i32, u32, u32)>,
    loan: LoanKind,
    property_use: PropertyUse,
    max_months: u32,
    usual_months: Option<u32>,
    completed_only: bool,
    source: &'static str,
    source_en: &'static str,
}

/// A commercial loan for a home of up to 30 years, by the rules before 2026-08-28.
const HOME: NationalTerm = NationalTerm {
    from: None,
    loan: LoanKind::Commercial,
    property_use: PropertyUse::Residential,
    max_months: 360,
    usual_months: None,
    completed_only: false,
    source: "2026-08-27 及以前：个人住房贷款最长 30 年",
    source_en: "until 2026-08-27: home loans of up to 30 years",
};

/// Shops, offices and what is both home and office.
const PREMISES: NationalTerm = NationalTerm {
    property_use: PropertyUse::NonResidential,
    from: Some((2007, 9, 27)),
    max_months: 120,
    completed_only: true,
    source: "银发〔2007〕359号：商业用房、商住两用房贷款不超过 10 年，所购房屋须已竣工验收",
    source_en: "People's Bank of China, document 359 of 2007: commercial premises 10 years at most, \
                completed buildings only",
    ..HOME
};

const NATIONAL_TERMS: &[NationalTerm] = &[
    NationalTerm {
        from: Some((2026, 8, 28)),
        max_months: 480,
        source: "银发〔2026〕171号、金规〔2026〕5号：个人住房贷款最长 40 年",
        source_en: "People's Bank of China, document 171 of 2026, and the financial regulator's rules \
                    no. 5 of 2026: home loans of up to 40 years",
        ..HOME
    },
    HOME,
    NationalTerm {
        from: Some((2026, 8, 28)),
        max_months: 180,
        usual_months: Some(120),
        source: "银发〔2026〕171号、金规〔2026〕5号：商业用房（含商住两用）一般不超过 10 年，最长 15 年，\
                 且须已竣工",
        source_en: "People's Bank of China, document 171 of 2026, and the financial regulator's rules \
                    no. 5 of 2026: commercial premises normally up to 10 years, 15 at most, \
                    completed buildings only",
        ..PREMISES
    },
    PREMISES,
    NationalTerm {
        loan: LoanKind::Fund,
        source: "公积金贷款最长 30 年（通行规定，各地以当地公积金中心为准）",
        source_en: "provident fund loans of up to 30 years (common rule; the city's fund decides)",
        ..HOME
    },
];

/// How long loans may run by the national rules, newest first within each kind (handbook §4.4).
pub fn national_terms() -> impl Iterator<Item = LoanTermRow> {
    NATIONAL_TERMS.iter().map(|term| LoanTermRow {
        from: term.from.and_then(|(year, month, day)| Date::from_ymd(year, month, day)),
        loan: term.loan,
        property_use: term.property_use,
        max_months: term.max_months,
        usual_months: term.usual_months,
        completed_only: term.completed_only,
        source: Some(Label::constant(term.source)),
        source_en: Some(Label::constant(term.source_en)),
    })
}
