//! Names of what people do, as grants, process variants and questions about rights write them.
//!
//! A company may have commands of its own besides these; where one is written that is not here, it
//! is told, with the nearest name.

use crate::error::{Code, Error, Finding};

/// A command by its name, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandName {
    /// Its name, `area.verb`.
    pub name: &'static str,
    /// What it is, in Chinese.
    pub chinese: &'static str,
    /// What it is, in English.
    pub english: &'static str,
}

macro_rules! commands {
    ($($constant:ident = $name:literal $chinese:literal $english:literal;)*) => {
        $(
            #[doc = concat!($chinese, ": ", $english, ".")]
            pub const $constant: &str = $name;
        )*

        /// Every command that the library knows, in the order of the business.
        pub const ALL: &[CommandName] = &[
            $(CommandName { name: $name, chinese: $chinese, english: $english }),*
        ];
    };
}

commands! {
    PROJECT_EDIT = "project.edit" "项目资料" "change data of a project";
    STOCK_EDIT = "stock.edit" "房源资料" "enter or change stock data";
    STOCK_RELEASE = "stock.release" "放盘" "release units";
    STOCK_WITHDRAW = "stock.withdraw" "收盘" "withdraw units";
    STOCK_CONTROL = "stock.control" "销控" "take units from sale and give them back";
    STOCK_RESERVE = "stock.reserve" "预留" "reserve units";
    PRICE_CHANGE = "price.change" "价格变更" "change prices";
    AREA_CHANGE = "area.change" "面积变更" "change areas";
    TARGET_SET = "target.set" "销售指标" "set targets";
    CAMPAIGN_MANAGE = "campaign.manage" "营销活动" "plan campaigns";
    SPEND_RECORD = "spend.record" "营销费用" "record marketing spend";
    CUSTOMER_REGISTER = "customer.register" "客户登记" "enter customers";
    CUSTOMER_EDIT = "customer.edit" "客户资料修改" "change data of customers";
    CUSTOMER_MERGE = "customer.merge" "客户合并" "merge customers";
    CUSTOMER_REASSIGN = "customer.reassign" "客户分配" "give customers to another agent";
    FOLLOW_UP_RECORD = "follow_up.record" "跟进记录" "record follow-ups";
    OPPORTUNITY_MANAGE = "opportunity.manage" "销售机会" "open, move and close opportunities";
    CHANNEL_REGISTER = "channel.register" "渠道报备" "register customers of channels";
    CONFLICT_REPORT = "conflict.report" "撞单上报" "report conflicts of ownership";
    CONFLICT_DECIDE = "conflict.decide" "撞单裁定" "decide conflicts of ownership";
    DEAL_CONFIRM_ROOM = "deal.confirm_room" "选房确认" "confirm the unit that a customer chose";
    DEAL_REGISTER = "deal.register" "认筹" "register interest before opening";
    DEAL_DRAFT = "deal.draft" "预订及认购草稿" "draft bookings and subscriptions";
    DEAL_BOOK = "deal.book" "预订" "book a unit";
    DEAL_SUBSCRIBE = "deal.subscribe" "认购" "execute subscriptions";
    DEAL_REVIEW = "deal.review" "认购审核" "review subscriptions";
    DEAL_LOCK = "deal.lock" "审核锁定" "lock documents";
    DEAL_UNLOCK = "deal.unlock" "解锁" "unlock documents";
    DEAL_CHANGE = "deal.change" "交易变更" "change unit, name, plan, discount or price";
    DEAL_QUIT = "deal.quit" "退房" "end deals";
    DEAL_VOID = "deal.void" "作废" "void documents entered by mistake";
    DEAL_READ = "deal.read" "查看交易" "read deals";
    CONTRACT_SIGN = "contract.sign" "签约" "enter contracts";
    CONTRACT_REVIEW = "contract.review" "合同财务审核" "finance review of contracts and changes";
    CONTRACT_FILE = "contract.file" "合同备案" "file contracts";
    DISCOUNT_SPECIAL = "discount.special" "特殊折扣执行" "use approved special discounts";
    APPROVAL_DECIDE = "approval.decide" "审批" "approve by route and authority";
    REMINDER_SEND = "reminder.send" "催款催签" "send reminders";
    RECEIPT_RECORD = "receipt.record" "收款" "record receipts";
    RECEIPT_VERIFY = "receipt.verify" "核对预收" "verify pre-payments";
    REFUND_PAY = "refund.pay" "退款" "pay refunds";
    TRANSFER_POST = "transfer.post" "转款" "post transfers";
    VOUCHER_ISSUE = "voucher.issue" "开票" "issue and void vouchers";
    PERIOD_CLOSE = "period.close" "关账" "close periods";
    SUPERVISED_ACCOUNT_MANAGE = "supervised_account.manage" "监管账户" "manage supervised accounts";
    SERVICE_MORTGAGE = "service.mortgage" "按揭办理" "see to mortgages";
    SERVICE_AREA = "service.area" "面积补差" "settle areas";
    SERVICE_HANDOVER = "service.handover" "入伙" "hand homes over";
    SERVICE_TITLE = "service.title" "产权办理" "see to titles";
    REPORT_READ = "report.read" "查看报表" "read reports";
}

/// What there is to say about a command that is not in the list.
pub(crate) fn unknown(name: &str) -> Option<Finding> {
    let names = ALL.iter().map(|command| command.name);
    let is_known = names.clone().any(|known| known == name);
    let error = || Error::new(Code::OrganisationCommandUnknown).with("command", name);
    (!is_known).then(|| error().with_nearest(names, name).finding())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_near_ones_are_told() {
        let mut names: Vec<&str> = ALL.iter().map(|command| command.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        assert_eq!(unknown(DEAL_SUBSCRIBE), None);
        let found = unknown("deal.subscribed").unwrap();
        assert!(found.en.contains("\"deal.subscribe\""), "{}", found.en);
    }
}
