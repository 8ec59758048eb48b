//! The fields of a customer by name: to ask what is missing, and to say what changes.

use super::Customer;
use crate::Text;
use crate::customer::identity::{Paper, PaperKind, PaperNumber, Phone, name_key};
use kaipan_derive::boundary;

/// A static field of a customer.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum CustomerField {
    /// 姓名.
    Name,
    /// 其他姓名.
    OtherName,
    /// 身份证号.
    PersonId,
    /// 港澳台居民居住证号.
    ResidencePermit,
    /// 护照号.
    Passport,
    /// 港澳居民来往内地通行证号.
    HongKongMacauPermit,
    /// 台湾居民来往大陆通行证号.
    TaiwanPermit,
    /// 外国人永久居留身份证号.
    ForeignerPermit,
    /// 军官证、士兵证号.
    MilitaryCard,
    /// 统一社会信用代码.
    CompanyCode,
    /// 其他证件号.
    OtherPaper,
    /// Any paper: as a required field only.
    AnyPaper,
    /// 电话.
    Phone,
    /// 电子邮箱.
    Email,
    /// 出生日期.
    BirthDate,
    /// 性别.
    Gender,
    /// 会员卡号.
    MemberCard,
    /// 会员级别.
    MemberLevel,
    /// 会籍地.
    MemberHome,
    /// 通讯地址.
    MailingAddress,
    /// 户籍地址.
    RegisteredAddress,
    /// 婚姻状况.
    MaritalStatus,
    /// 家庭人口.
    HouseholdSize,
    /// 工作单位.
    Employer,
    /// 行业.
    Industry,
    /// 职务.
    Position,
    /// 年收入区间.
    IncomeBand,
    /// 置业目的.
    Purpose,
    /// 认知途径.
    Medium,
    /// 客户类别.
    CustomerClass,
    /// 所在城市.
    City,
    /// A field of the company's own; its name is given beside.
    Attribute,
}

impl CustomerField {
    /// In Chinese.
    pub(crate) fn chinese(self) -> &'static str {
        match self {
            CustomerField::Name => "姓名",
            CustomerField::OtherName => "其他姓名",
            CustomerField::PersonId => "身份证号",
            CustomerField::ResidencePermit => "港澳台居民居住证号",
            CustomerField::Passport => "护照号",
            CustomerField::HongKongMacauPermit => "港澳居民来往内地通行证号",
            CustomerField::TaiwanPermit => "台湾居民来往大陆通行证号",
            CustomerField::ForeignerPermit => "外国人永久居留身份证号",
            CustomerField::MilitaryCard => "军官证或士兵证号",
            CustomerField::CompanyCode => "统一社会信用代码",
            CustomerField::OtherPaper => "其他证件号",
            CustomerField::AnyPaper => "证件",
            CustomerField::Phone => "电话",
            CustomerField::Email => "电子邮箱",
            CustomerField::BirthDate => "出生日期",
            CustomerField::Gender => "性别",
            CustomerField::MemberCard => "会员卡号",
            CustomerField::MemberLevel => "会员级别",
            CustomerField::MemberHome => "会籍地",
            CustomerField::MailingAddress => "通讯地址",
            CustomerField::RegisteredAddress => "户籍地址",
            CustomerField::MaritalStatus => "婚姻状况",
            CustomerField::HouseholdSize => "家庭人口",
            CustomerField::Employer => "工作单位",
            CustomerField::Industry => "行业",
            CustomerField::Position => "职务",
            CustomerField::IncomeBand => "年收入区间",
            CustomerField::Purpose => "置业目的",
            CustomerField::Medium => "认知途径",
            CustomerField::CustomerClass => "客户类别",
            CustomerField::City => "所在城市",
            CustomerField::Attribute => "自定义栏目",
        }
    }

    /// The kind of paper whose number this is.
    pub(crate) fn paper(self) -> Option<PaperKind> {
        Some(match self {
            CustomerField::PersonId => PaperKind::PersonId,
            CustomerField::ResidencePermit => PaperKind::ResidencePermit,
            CustomerField::Passport => PaperKind::Passport,
            CustomerField::HongKongMacauPermit => PaperKind::HongKongMacauPermit,
            CustomerField::TaiwanPermit => PaperKind::TaiwanPermit,
            CustomerField::ForeignerPermit => PaperKind::ForeignerPermit,
            CustomerField::MilitaryCard => PaperKind::MilitaryCard,
            CustomerField::CompanyCode => PaperKind::CompanyCode,
            CustomerField::OtherPaper => PaperKind::Other,
            _ => return None,
        })
    }

    /// Whether a customer may have several values of it.
    pub(crate) fn has_several(self) -> bool {
        matches!(self, CustomerField::OtherName | CustomerField::Phone) || self.paper().is_some()
    }

    /// The values that a customer has of it, as text; `attribute` is the name of an own field.
    pub(crate) fn values(self, customer: &Customer, attribute: Option<&str>) -> Vec<Text> {
        let member = customer.member.as_ref();
        let work = customer.work.as_ref();
        let wish = customer.preferences.as_ref();
        let one = match self {
            CustomerField::OtherName => return customer.other_names.clone(),
            CustomerField::Phone => return customer.phones.clone(),
            CustomerField::AnyPaper => {
                return customer.papers.iter().map(|paper| paper.number.clone()).collect();
            }
            CustomerField::Name => Some(customer.name.clone()),
            CustomerField::Email => customer.email.clone(),
            CustomerField::BirthDate => customer.birth_date.map(Text::of),
            CustomerField::Gender => customer.gender.map(|gender| gender.word().into()),
            CustomerField::MemberCard => member.map(|member| member.card.clone()),
            CustomerField::MemberLevel => member.and_then(|member| member.level.clone()),
            CustomerField::MemberHome => member.and_then(|member| member.home.clone()),
            CustomerField::MailingAddress => customer.mailing_address.clone(),
            CustomerField::RegisteredAddress => customer.registered_address.clone(),
            CustomerField::MaritalStatus => {
                customer.marital_status.map(|status| status.word().into())
            }
            CustomerField::HouseholdSize => customer.household_size.map(Text::of),
            CustomerField::Employer => work.and_then(|work| work.employer.clone()),
            CustomerField::Industry => work.and_then(|work| work.industry.clone()),
            CustomerField::Position => work.and_then(|work| work.position.clone()),
            CustomerField::IncomeBand => work.and_then(|work| work.income_band.clone()),
            CustomerField::Purpose => wish.and_then(|wish| wish.purpose.clone()),
            CustomerField::Medium => wish.and_then(|wish| wish.medium.clone()),
            CustomerField::CustomerClass => customer.customer_class.clone(),
            CustomerField::City => customer.city.clone(),
            CustomerField::Attribute => {
                attribute.and_then(|name| customer.attribute(name)).cloned()
            }
            paper => {
                let kind = paper.paper();
                let own = customer.papers.iter().filter(|paper| Some(paper.kind) == kind);
                return own.map(|paper| paper.number.clone()).collect();
            }
        };
        one.into_iter().filter(|value| !value.is_empty()).collect()
    }

    /// Whether two values of it are one, however they are written.
    pub(crate) fn is_same(self, one: &Text, other: &Text) -> bool {
        let phones = || Some((Phone::read(one).ok()?, Phone::read(other).ok()?));
        let papers = |kind| {
            let number = |text: &Text| PaperNumber::of(&Paper::new(kind, text.clone())).ok();
            Some((number(one)?, number(other)?))
        };
        let same = match (self, self.paper()) {
            (CustomerField::Phone, _) => phones().map(|(one, other)| one == other),
            (CustomerField::Name | CustomerField::OtherName, _) => {
                Some(name_key(one) == name_key(other))
            }
            (_, Some(kind)) => papers(kind).map(|(one, other)| one == other),
            _ => None,
        };
        same.unwrap_or(one == other)
    }
}
