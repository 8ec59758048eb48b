use kaipan_derive::boundary;

/// Who may waive a guard by a recorded approval (handbook §5.8).
#[boundary]
pub enum Waiver {
    /// Nobody: law sets it, or the record cannot do without.
    Nobody,
    /// 销售经理 or above.
    Manager,
    /// 财务专员.
    Finance,
    /// 市场营销部高级经理 or above.
    Senior,
    /// 城市总, 地区公司总经理.
    Executive,
}

impl Waiver {
    /// The codes of the roles, as [`RoleTable::preset`](crate::organisation::RoleTable::preset)
    /// has them; empty where nobody may.
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Waiver::Nobody => &[],
            Waiver::Manager => {
                &["sales_manager", "project_gm", "senior_sales_manager", "city_gm", "regional_gm"]
            }
            Waiver::Finance => &["finance_officer"],
            Waiver::Senior => &["senior_sales_manager", "project_gm", "city_gm", "regional_gm"],
            Waiver::Executive => &["city_gm", "regional_gm"],
        }
    }
}
