//! The roles of the handbook (§22.3) and what they may do.

use super::command::*;
use super::model::{Grant, GrantScope, Role, RoleTable};
use crate::error::{Error, Input, Result};
use crate::{Label, Text};

/// A role of the preset: code, names in Chinese and English, and its commands by scope.
struct PresetRole {
    code: &'static str,
    names: [&'static str; 2],
    may: &'static [(GrantScope, &'static [&'static str])],
}

const fn role(
    code: &'static str,
    names: [&'static str; 2],
    may: &'static [(GrantScope, &'static [&'static str])],
) -> PresetRole {
    PresetRole { code, names, may }
}

/// What clerks and operators enter.
const DATA: &[(GrantScope, &[&str])] = &[(GrantScope::Project, &[STOCK_EDIT, PROJECT_EDIT])];
/// What heads of a node do there.
const HEAD: &[(GrantScope, &[&str])] =
    &[(GrantScope::Node, &[APPROVAL_DECIDE, DEAL_READ, REPORT_READ])];
/// What departments of the headquarters read.
const READ: &[(GrantScope, &[&str])] = &[(GrantScope::All, &[REPORT_READ, DEAL_READ])];

const ROLES: &[PresetRole] = &[
    role("data_clerk", ["资料专员", "data clerk"], DATA),
    role("operator", ["业务操作员", "operator"], DATA),
    role(
        "sales_agent",
        ["置业顾问", "sales agent"],
        &[(
            GrantScope::Own,
            &[
                CUSTOMER_REGISTER,
                CUSTOMER_EDIT,
                FOLLOW_UP_RECORD,
                OPPORTUNITY_MANAGE,
                DEAL_CONFIRM_ROOM,
                DEAL_REGISTER,
                DEAL_DRAFT,
                DEAL_READ,
            ],
        )],
    ),
    role(
        "stock_controller",
        ["现场销控", "stock controller"],
        &[(
            GrantScope::Project,
            &[
                STOCK_RELEASE,
                STOCK_WITHDRAW,
                STOCK_CONTROL,
                STOCK_RESERVE,
                DEAL_BOOK,
                DEAL_SUBSCRIBE,
                DEAL_CHANGE,
                DEAL_QUIT,
                DEAL_VOID,
                DEAL_READ,
                CONFLICT_REPORT,
            ],
        )],
    ),
    role(
        "marketing_officer",
        ["营销专员", "marketing officer"],
        &[(
            GrantScope::Project,
            &[
                CONTRACT_SIGN,
                DISCOUNT_SPECIAL,
                CONTRACT_FILE,
                REMINDER_SEND,
                CHANNEL_REGISTER,
                DEAL_READ,
            ],
        )],
    ),
    role(
        "planner",
        ["营销策划", "planner"],
        &[(GrantScope::City, &[TARGET_SET, CAMPAIGN_MANAGE, SPEND_RECORD, REPORT_READ])],
    ),
    role(
        "sales_manager",
        ["销售经理", "sales manager"],
        &[(
            GrantScope::Project,
            &[
                DEAL_REVIEW,
                DEAL_LOCK,
                DEAL_UNLOCK,
                DEAL_READ,
                CUSTOMER_REASSIGN,
                CUSTOMER_MERGE,
                CONFLICT_DECIDE,
                APPROVAL_DECIDE,
                REPORT_READ,
            ],
        )],
    ),
    role(
        "cashier",
        ["现场财务", "cashier"],
        &[(
            GrantScope::Project,
            &[RECEIPT_RECORD, RECEIPT_VERIFY, REFUND_PAY, TRANSFER_POST, VOUCHER_ISSUE, DEAL_READ],
        )],
    ),
    role(
        "finance_officer",
        ["财务专员", "finance officer"],
        &[(
            GrantScope::City,
            &[
                CONTRACT_REVIEW,
                PERIOD_CLOSE,
                SUPERVISED_ACCOUNT_MANAGE,
                APPROVAL_DECIDE,
                DEAL_READ,
                REPORT_READ,
            ],
        )],
    ),
    role(
        "service_officer",
        ["销售服务", "service officer"],
        &[(
            GrantScope::Project,
            &[
                CONTRACT_FILE,
                SERVICE_MORTGAGE,
                SERVICE_AREA,
                SERVICE_HANDOVER,
                SERVICE_TITLE,
                DEAL_READ,
            ],
        )],
    ),
    role(
        "senior_sales_manager",
        ["市场营销部高级经理", "senior sales manager"],
        &[(
            GrantScope::Region,
            &[APPROVAL_DECIDE, PRICE_CHANGE, AREA_CHANGE, STOCK_EDIT, DEAL_READ, REPORT_READ],
        )],
    ),
    role("regional_gm", ["地区公司总经理", "general manager of the regional company"], HEAD),
    role("project_gm", ["项目总", "general manager of the project"], HEAD),
    role("city_marketing_head", ["城市公司营销总", "head of marketing of the city company"], HEAD),
    role("city_gm", ["城市总", "general manager of the city company"], HEAD),
    role("headquarters_marketing", ["总部营销技术部", "marketing of the headquarters"], READ),
    role("headquarters_finance", ["总部财务", "finance of the headquarters"], READ),
    role("manager", ["管理人员", "manager"], &[(GrantScope::Node, &[REPORT_READ])]),
];

impl RoleTable {
    /// The roles of the handbook (§22.3) and what they may do: data to begin with, which a company
    /// changes as it likes.
    ///
    /// ```
    /// use kaipan::organisation::RoleTable;
    /// let table = RoleTable::preset();
    /// assert_eq!(table.roles[0].name, "资料专员");
    /// ```
    #[must_use]
    pub fn preset() -> RoleTable {
        let roles = ROLES.iter().map(|PresetRole { code, names: [chinese, english], .. }| Role {
            code: Text::constant(code),
            name: Label::constant(chinese),
            name_en: Label::constant(english),
        });
        let grants = ROLES.iter().flat_map(|role| {
            role.may.iter().flat_map(|(scope, commands)| {
                commands.iter().map(|command| Grant {
                    role: Text::constant(role.code),
                    command: Text::constant(command),
                    scope: *scope,
                })
            })
        });
        RoleTable { roles: roles.collect(), grants: grants.collect() }
    }

    /// Only these roles of the table, and what they may do; in its order.
    ///
    /// # Errors
    /// [`Code::OrganisationUnknownRole`](crate::error::Code::OrganisationUnknownRole) for a role that it does not have, in [`Input::Roles`].
    pub fn only(mut self, codes: &[Text]) -> Result<RoleTable> {
        let errors = codes.iter().enumerate().filter_map(|(at, code)| {
            let error = self.unknown_role(code)?;
            Some(error.at(at).within(Input::Roles))
        });
        Error::collect(errors.collect())?;
        self.roles.retain(|role| codes.contains(&role.code));
        self.grants.retain(|grant| codes.contains(&grant.role));
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_of_the_list_is_somebodys() {
        let table = RoleTable::preset();
        for command in ALL {
            let mut grants = table.grants.iter();
            assert!(grants.any(|grant| grant.command == command.name), "{}", command.name);
        }
        assert!(
            table
                .grants
                .iter()
                .all(|grant| super::super::command::unknown(&grant.command).is_none())
        );
        assert_eq!(table.roles.len(), 18);
    }
}
