use kaipan_derive::boundary;

/// Who may waive a guard by a recorded approval (`domain-2` §24).
#[boundary]
pub enum Waiver {
    /// Nobody: law sets it, or the record cannot do without.
    Nobody,
    /// 销售经理.
    Manager,
    /// 财务专员.
    Finance,
    /// 市场营销部高级经理.
    Senior,
    /// 地区公司总经理.
    Executive,
}

impl Waiver {
    /// The codes of the roles; empty where nobody may.
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Waiver::Nobody => &[],
            Waiver::Manager => &["sales_manager", "senior_sales_manager", "regional_gm"],
            Waiver::Finance => &["finance_officer"],
            Waiver::Senior => &["senior_sales_manager", "regional_gm"],
            Waiver::Executive => &["regional_gm"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deal::DealGuard;
    use crate::organisation::RoleTable;

    #[test]
    fn whoever_may_waive_is_a_role_of_the_preset() {
        let table = RoleTable::preset();
        for role in DealGuard::ALL.iter().flat_map(|guard| guard.waiver().roles()) {
            assert!(table.roles.iter().any(|known| known.code == *role), "{role}");
        }
    }
}
