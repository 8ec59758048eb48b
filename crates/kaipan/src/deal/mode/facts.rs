//! What is known of a building, as the gates of its sale need it.

use crate::{Date, Text};
use kaipan_derive::boundary;

/// How homes are sold (销售方式).
#[boundary]
pub enum SaleMode {
    /// 预售: before they are completed, under a presale permit.
    #[default]
    Presale,
    /// 现房销售: completed, under a filed sale plan.
    Completed,
}

/// Whether home and land use right are free of mortgage, seizure and other limits.
#[boundary]
pub enum Encumbrance {
    /// 无权利限制.
    Free,
    /// 有抵押、查封等权利限制.
    Encumbered,
}

/// What is known of a project, a phase or a building (`law-2026` §1). What is absent is not known, or
/// has not happened.
#[boundary]
#[derive(Default)]
pub struct SaleFacts {
    /// How its homes are sold.
    pub mode: Option<SaleMode>,
    /// 建设工程规划许可证: the day of the planning permit.
    pub planning_permit: Option<Date>,
    /// 建筑工程施工许可证: the day of the construction permit.
    pub construction_permit: Option<Date>,
    /// 主体结构封顶: the day the main structure was topped out.
    pub topped_out: Option<Date>,
    /// 现房销售备案: the day the sale plan of completed homes was filed.
    pub sale_filing: Option<Date>,
    /// Mortgage, seizure and other limits.
    pub encumbrance: Option<Encumbrance>,
    /// 首次登记: the day of the first registration.
    pub first_registration: Option<Date>,
    /// 资金监管账户: the supervised account for purchase money.
    pub supervised_account: Option<Text>,
    /// 定金监管账户: the supervised account for deposits of deposit contracts.
    pub deposit_account: Option<Text>,
    /// 竣工备案: the day the completion was filed.
    pub completion_filing: Option<Date>,
}

impl SaleFacts {
    /// These facts, and where they say nothing, what `wider` says.
    #[must_use]
    pub(super) fn or(self, wider: &SaleFacts) -> SaleFacts {
        let SaleFacts {
            mode,
            planning_permit,
            construction_permit,
            topped_out,
            sale_filing,
            encumbrance,
            first_registration,
            supervised_account,
            deposit_account,
            completion_filing,
        } = self;
        SaleFacts {
            mode: mode.or(wider.mode),
            planning_permit: planning_permit.or(wider.planning_permit),
            construction_permit: construction_permit.or(wider.construction_permit),
            topped_out: topped_out.or(wider.topped_out),
            sale_filing: sale_filing.or(wider.sale_filing),
            encumbrance: encumbrance.or(wider.encumbrance),
            first_registration: first_registration.or(wider.first_registration),
            supervised_account: supervised_account.or_else(|| wider.supervised_account.clone()),
            deposit_account: deposit_account.or_else(|| wider.deposit_account.clone()),
            completion_filing: completion_filing.or(wider.completion_filing),
        }
    }

    /// How homes are sold; presale where nothing is said.
    pub fn mode(&self) -> SaleMode {
        self.mode.unwrap_or_default()
    }
}
