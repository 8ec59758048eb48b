//! Numbering rules as hosts store them.

use crate::{Date, Text};
use kaipan_derive::boundary;

/// How documents are numbered (编码规则).
#[boundary]
pub struct NumberingRule {
    /// Its code.
    pub code: Text,
    /// What it numbers.
    pub document: NumberedDocument,
    /// The pattern, such as `RG-{project}-{yyyy}{mm}-{seq:4}`. In braces: `company`, `city`,
    /// `project`, `phase`, `building` (as they are given), `yyyy`, `yy`, `mm`, `dd` (the day) and
    /// `seq:N`, the sequence in N digits, 1 to 9; everything else stands as it is.
    pub pattern: Text,
    /// What has a counter of its own.
    #[boundary(default)]
    pub scope: NumberScope,
    /// When the sequence begins anew.
    #[boundary(default)]
    pub reset: NumberReset,
    /// The first number of the sequence; 1 if absent.
    pub first: Option<u32>,
}

/// What is numbered.
#[boundary]
pub enum NumberedDocument {
    /// 客户.
    Customer,
    /// 认筹单.
    Registration,
    /// 预订单.
    Booking,
    /// 认购书.
    Subscription,
    /// 合同.
    Contract,
    /// 定价单.
    Bill,
    /// 审批单.
    Approval,
    /// 票据.
    Voucher,
}

/// What has a counter of its own.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum NumberScope {
    /// 集团: everything together.
    #[default]
    Group,
    /// 项目公司.
    Company,
    /// 城市公司.
    City,
    /// 项目.
    Project,
    /// 分期.
    Phase,
    /// 楼栋.
    Building,
}

/// When a sequence begins anew.
#[boundary]
pub enum NumberReset {
    /// 不重置.
    #[default]
    Never,
    /// 按年.
    Yearly,
    /// 按月.
    Monthly,
    /// 按日.
    Daily,
}

/// What a document is of, as its number says it: what the pattern and the scope name is needed.
#[boundary]
#[derive(Default)]
pub struct NumberedFor {
    /// Code of the project company.
    pub company: Option<Text>,
    /// Code of the city company.
    pub city: Option<Text>,
    /// Code of the project.
    pub project: Option<Text>,
    /// Code of the phase.
    pub phase: Option<Text>,
    /// Code of the building.
    pub building: Option<Text>,
}

impl NumberScope {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            NumberScope::Group => "集团",
            NumberScope::Company => "项目公司",
            NumberScope::City => "城市公司",
            NumberScope::Project => "项目",
            NumberScope::Phase => "分期",
            NumberScope::Building => "楼栋",
        }
    }
}

impl NumberedFor {
    /// The code of what a scope names; none for the group, nor where the code is blank.
    pub(super) fn of(&self, scope: NumberScope) -> Option<&Text> {
        let code = match scope {
            NumberScope::Group => None,
            NumberScope::Company => self.company.as_ref(),
            NumberScope::City => self.city.as_ref(),
            NumberScope::Project => self.project.as_ref(),
            NumberScope::Phase => self.phase.as_ref(),
            NumberScope::Building => self.building.as_ref(),
        };
        code.filter(|code| !code.trim().is_empty())
    }
}

impl NumberReset {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            NumberReset::Never => "不重置",
            NumberReset::Yearly => "按年",
            NumberReset::Monthly => "按月",
            NumberReset::Daily => "按日",
        }
    }

    /// The period of a day, written so that later ones are greater; none without a reset.
    pub(super) fn period(self, day: Date) -> Option<Text> {
        let length = match self {
            NumberReset::Never => return None,
            NumberReset::Yearly => 4,
            NumberReset::Monthly => 7,
            NumberReset::Daily => 10,
        };
        day.to_string().get(..length).map(Text::from)
    }
}
