//! The national rules, old and new.

use super::{DepositContractRow, GateRow, GateStrength, PayOutRow, SaleGates, SaleRules};
use crate::payment::Anchor;
use crate::{Date, Label};
use std::sync::LazyLock;

/// The day the rules of 2026 came into force.
const REFORM: (i32, u32, u32) = (2026, 8, 28);

const NOTICE: &str = "建房规〔2026〕3号（2026-08-28 起施行）";
const LOANS: &str = "个人住房贷款管理办法（试行），金规〔2026〕5号（2026-08-28 起施行）";

/// The national rules, made once.
static NATIONAL: LazyLock<SaleRules> = LazyLock::new(SaleRules::national);

impl SaleRules {
    /// The national rules, for those who only look at them.
    pub(in crate::deal) fn of_the_nation() -> &'static SaleRules {
        &NATIONAL
    }

    /// The national rules: 建房规〔2026〕3号 and 金规〔2026〕5号, both in force on 2026-08-28, and what
    /// held before (`law-2026` §§1, 2). Cities may add rows.
    ///
    /// | follows | before | from 2026-08-28 |
    /// |---|---|---|
    /// | planning permit | presale permit | topped out, supervised account; completed homes: sale filing, free of encumbrance, first registration told |
    /// | presale permit | loans are paid out at the mortgage's date | after the completion filing, of completed homes after the sale filing |
    /// | the day itself | no deposit contract | deposit contracts for completed homes |
    pub fn national() -> SaleRules {
        let (year, month, day) = REFORM;
        let reform = Date::from_ymd(year, month, day);
        let source = |text: &'static str| Some(Label::constant(text));
        let old = SaleGates {
            topped_out: false,
            supervised_account: false,
            sale_filing: true,
            first_registration: GateStrength::None,
        };
        let new = SaleGates {
            topped_out: true,
            supervised_account: true,
            sale_filing: true,
            first_registration: GateStrength::Warning,
        };
        SaleRules {
            gates: vec![
                GateRow { from: None, node: None, gates: old, source: None },
                GateRow { from: reform, node: None, gates: new, source: source(NOTICE) },
            ],
            pay_out: vec![
                PayOutRow {
                    from: None,
                    node: None,
                    presale: Anchor::MortgageDate {},
                    completed: Anchor::MortgageDate {},
                    source: None,
                },
                PayOutRow {
                    from: reform,
                    node: None,
                    presale: Anchor::CompletionFiled {},
                    completed: Anchor::SaleFiled {},
                    source: source(LOANS),
                },
            ],
            deposit_contract: vec![
                DepositContractRow { from: None, node: None, allowed: false, source: None },
                DepositContractRow {
                    from: reform,
                    node: None,
                    allowed: true,
                    source: source(NOTICE),
                },
            ],
        }
    }
}
