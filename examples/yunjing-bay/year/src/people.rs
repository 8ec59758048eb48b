//! Customers, all of them invented.

use crate::chance::Dice;
use crate::failure::Outcome;
use kaipan::customer::{
    Customer, CustomerPreferences, FamilyLink, FamilyRelation, Gender, MaritalStatus, Paper,
    PaperKind,
};
use kaipan::deal::{BuyerDetails, BuyerFacts, DealBuyer};
use kaipan::number::Fraction;
use kaipan::service::ServiceBuyer;
use kaipan::{Date, Label, Text, Time};

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
    "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾",
];
const GIVEN: &[&str] = &[
    "伟", "芳", "秀英", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "娟", "涛", "明", "超",
    "秀兰", "霞", "平", "刚", "桂英", "子轩", "雨桐", "浩然", "欣怡", "梓涵", "思远", "嘉怡", "晨",
];
const DISTRICTS: &[&str] = &["上城区", "拱墅区", "西湖区", "滨江区", "萧山区", "余杭区", "钱塘区"];
const PURPOSES: &[&str] = &["首次置业", "改善", "投资", "养老"];

/// 媒体: by what a customer heard of the project, and how often of a hundred.
pub(crate) const MEDIA: &[(&str, u32)] = &[
    ("户外广告", 14),
    ("短视频", 21),
    ("朋友圈", 13),
    ("房产网站", 12),
    ("老带新", 15),
    ("渠道", 17),
    ("路过", 8),
];

/// 渠道: the agencies that bring customers.
pub(crate) const CHANNELS: &[&str] = &["云桥分销", "安居联行", "和顺经纪"];

/// A customer and who buys with him.
#[derive(Debug, Clone)]
pub(crate) struct Household {
    pub(crate) customer: Customer,
    pub(crate) spouse: Option<Customer>,
    pub(crate) agent: Text,
    pub(crate) media: &'static str,
    pub(crate) channel: Option<&'static str>,
}

/// A customer by chance.
pub(crate) fn customer(dice: &mut Dice, id: Text, recorded_at: Time) -> Outcome<Customer> {
    let (surname, given) = (dice.place(SURNAMES.len()), dice.place(GIVEN.len()));
    let name = format!("{}{}", SURNAMES[surname], GIVEN[given]);
    let gender = if dice.chance(500) { Gender::Male } else { Gender::Female };
    let (year, month, day) = (dice.between(1962, 2001), dice.between(1, 12), dice.between(1, 28));
    let order = dice.below(500) * 2 + u32::from(gender == Gender::Male);
    let number = person_id(&format!("330199{year}{month:02}{day:02}{:03}", order % 1000));
    let phone = format!("1{}{:08}", dice.between(30, 39), dice.below(100_000_000));
    let birth: Date = format!("{year}-{month:02}-{day:02}").parse()?;
    Ok(Customer::new(id, recorded_at, name)
        .with_papers(vec![Paper::new(PaperKind::PersonId, number)])
        .with_phones(vec![phone.into()])
        .with_gender(gender)
        .with_birth_date(birth)
        .with_version(1))
}

/// The check character of an identity number (GB 11643-1999).
fn person_id(seventeen: &str) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let digits = seventeen.bytes().map(|one| u32::from(one - b'0'));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = usize::try_from(sum % 11).ok().and_then(|at| CHECKS.get(at));
    format!("{seventeen}{}", check.copied().unwrap_or('X'))
}

/// A household by chance, known since a moment.
pub(crate) fn household(
    dice: &mut Dice,
    id: Text,
    at: Time,
    agent: &Text,
    city: Option<&Text>,
) -> Outcome<Household> {
    let weights: Vec<u32> = MEDIA.iter().map(|(_, weight)| *weight).collect();
    let media = MEDIA[dice.weighted(&weights)].0;
    let channel = if media == "渠道" { dice.pick(CHANNELS) } else { None };
    let married = dice.chance(560);
    let low = dice.between(18, 60);
    let preferences = CustomerPreferences {
        purpose: dice.pick(PURPOSES).map(Text::from),
        budget_from: Some(format!("{low}0000").parse()?),
        budget_to: Some(format!("{}0000", low * 13 / 10).parse()?),
        districts: dice.pick(DISTRICTS).map(Text::from).into_iter().collect(),
        medium: Some(media.into()),
        ..CustomerPreferences::default()
    };
    let mut customer = customer(dice, id, at)?
        .with_agent(agent.clone())
        .with_marital_status(if married { MaritalStatus::Married } else { MaritalStatus::Single })
        .with_preferences(preferences);
    customer.city = city.cloned();
    Ok(Household { customer, spouse: None, agent: agent.clone(), media, channel })
}

impl Household {
    /// Husband or wife of the customer, who buys too.
    pub(crate) fn marry(&mut self, dice: &mut Dice, at: Time) -> Outcome<Customer> {
        let id = Text::of(format_args!("{}-2", self.customer.id));
        let link = FamilyLink::new(self.customer.id.clone(), FamilyRelation::Spouse);
        let spouse = customer(dice, id, at)?
            .with_agent(self.agent.clone())
            .with_marital_status(MaritalStatus::Married)
            .with_relatives(vec![link]);
        self.customer.marital_status = Some(MaritalStatus::Married);
        self.spouse = Some(spouse.clone());
        Ok(spouse)
    }

    /// The buyers of a deal.
    pub(crate) fn buyers(&self) -> Outcome<Vec<DealBuyer>> {
        let first = DealBuyer::new(self.customer.id.clone());
        let Some(spouse) = &self.spouse else { return Ok(vec![first]) };
        let half = Fraction::new(1, 2)?;
        let second = DealBuyer::new(spouse.id.clone()).with_relation("配偶").with_share(half);
        Ok(vec![first.with_share(half), second])
    }

    /// What is known of the buyers.
    pub(crate) fn facts(&self) -> Vec<BuyerFacts> {
        std::iter::once(&self.customer).chain(&self.spouse).map(facts).collect()
    }

    /// The kinds of buyers, for the documents that they bring.
    pub(crate) fn kinds(&self) -> Vec<ServiceBuyer> {
        let mut kinds = vec![ServiceBuyer::Resident];
        if self.customer.marital_status == Some(MaritalStatus::Married) {
            kinds.push(ServiceBuyer::Married);
        }
        kinds
    }
}

fn facts(customer: &Customer) -> BuyerFacts {
    let mut details = BuyerDetails::new(customer.id.clone());
    details.name = Some(Label::of(&customer.name));
    details.paper_kind = Some("居民身份证".into());
    details.paper_number = customer.papers.first().map(|paper| paper.number.clone());
    details.phone = customer.phones.first().cloned();
    BuyerFacts::new(customer.id.clone(), true).with_version(customer.version).with_details(details)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan::customer::{PersonId, Phone};

    #[test]
    fn papers_and_phones_are_sound() {
        let mut dice = Dice::new(3, 1);
        for number in 0..300 {
            let (id, at) = (Text::of(number), "2026-03-01T10:00:00".parse().unwrap());
            let agent = "李娜".into();
            let mut one = household(&mut dice, id, at, &agent, None).unwrap();
            one.marry(&mut dice, at).unwrap();
            for customer in [&one.customer, one.spouse.as_ref().unwrap()] {
                let paper = PersonId::read(&customer.papers[0].number).unwrap();
                assert_eq!(Some(paper.birth_date()), customer.birth_date);
                assert_eq!(Some(paper.gender()), customer.gender);
                Phone::read(&customer.phones[0]).unwrap();
            }
            assert_eq!(one.buyers().unwrap().len(), 2);
        }
    }
}
