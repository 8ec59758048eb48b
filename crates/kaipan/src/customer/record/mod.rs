//! 客户档案: the record of a customer (handbook §9.1).

mod family_link;
mod field;
mod membership;
mod preferences;
mod presence;
mod replace;
mod trail;
mod work;

pub use family_link::{FamilyLink, FamilyRelation};
pub use field::CustomerField;
pub use membership::Membership;
pub(crate) use membership::card_key;
pub use preferences::CustomerPreferences;
pub use presence::{CustomerPresence, CustomerShare};
pub use trail::{TrailEntry, TrailKind};
pub use work::{CustomerWork, MaritalStatus};

use super::identity::{Gender, Paper};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// Whether a customer is a person or a company.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum CustomerKind {
    /// 个人.
    #[default]
    Person,
    /// 企业或其他组织.
    Company,
}

/// 客户: the record of a customer, what is known (static) and what has happened (dynamic).
///
/// A host keeps it as it was entered. What becomes of it by merging is computed, never written into
/// it, so that a merge can be undone.
///
/// ```
/// use kaipan::customer::{Customer, Paper, PaperKind};
/// let customer = Customer::new("C-0001", "2026-03-01T09:30:00".parse()?, "张三")
///     .with_phones(vec!["138 0001 1234".into()])
///     .with_papers(vec![Paper::new(PaperKind::PersonId, "11010519491231002X")]);
/// assert_eq!(customer.age(), ("2026-03-01T09:30:00".parse()?, 0, &"C-0001".into()));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct Customer {
    /// Id, unique among all customers of the company.
    pub id: Text,
    /// When it was entered.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
    /// Person or company.
    #[boundary(default)]
    pub kind: CustomerKind,
    /// 姓名、名称.
    pub name: Text,
    /// 曾用名、英文名、简称: other names, by which the customer is found too.
    pub other_names: Vec<Text>,
    /// 证件.
    pub papers: Vec<Paper>,
    /// 电话: one number an entry; a mobile number may have its middle hidden, `138****1234`.
    pub phones: Vec<Text>,
    /// 电子邮箱.
    pub email: Option<Text>,
    /// 出生日期.
    pub birth_date: Option<Date>,
    /// 性别.
    pub gender: Option<Gender>,
    /// 会员.
    pub member: Option<Membership>,
    /// 通讯地址.
    pub mailing_address: Option<Text>,
    /// 户籍地址、注册地址.
    pub registered_address: Option<Text>,
    /// 婚姻状况.
    pub marital_status: Option<MaritalStatus>,
    /// 家庭人口.
    pub household_size: Option<u32>,
    /// 家庭成员: who of the other customers is family.
    pub relatives: Vec<FamilyLink>,
    /// 工作.
    pub work: Option<CustomerWork>,
    /// 购房意向.
    pub preferences: Option<CustomerPreferences>,
    /// Fields of the company's own, by name.
    pub attributes: Vec<CustomerAttribute>,
    /// 客户类别, by the company's own classes, such as `prospect` or `owner`.
    pub customer_class: Option<Text>,
    /// 所在城市: the city whose company keeps the record.
    pub city: Option<Text>,
    /// 置业顾问: the agent whose customer it is.
    pub agent: Option<Text>,
    /// Where else the record is used: cities and projects that imported it.
    pub presences: Vec<CustomerPresence>,
    /// Who besides the agent may work with the customer.
    pub shares: Vec<CustomerShare>,
    /// 客户轨迹: what happened with the customer, each by its id.
    pub trail: Vec<TrailEntry>,
    /// How many events the customer's stream has.
    #[boundary(default)]
    pub version: u32,
}

/// A field of the company's own.
#[boundary]
pub struct CustomerAttribute {
    /// Its name.
    pub name: Text,
    /// Its value.
    pub value: Text,
}

impl Customer {
    /// What decides which of two records is older: time, sequence, id.
    #[must_use]
    pub fn age(&self) -> (Time, u32, &Text) {
        (self.recorded_at, self.sequence, &self.id)
    }

    /// The value of a field of the company's own.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Text> {
        self.attributes.iter().find(|one| one.name == name).map(|one| &one.value)
    }
}
