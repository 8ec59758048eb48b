//! Newcomers matched with very many customers: columns of keys against PostgreSQL with indexes.
//!
//! Both have their indexes beforehand, and newcomers with their keys; only the matching is timed.
//! Every newcomer, customer and rule that was found goes into the checksum.

use crate::{Failure, Outcome, others};
use kaipan::Time;
use kaipan::customer::{
    Customer, CustomerKeys, MatchPolicy, Membership, Paper, PaperKind, PaperNumber, PersonId,
    Phone, name_key,
};
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// So many customers, a hundredth of that as newcomers.
pub(crate) fn measure(folder: &Path, count: usize, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let at: Time = "2026-03-01T09:30:00".parse()?;
    let customers: Vec<Customer> =
        (0..count).map(|row| customer(&mut draw, at, row, "C")).collect::<Result<_, _>>()?;
    let mut newcomers = Vec::new();
    for row in 0..(count / 100).max(1) {
        let mut newcomer = customer(&mut draw, at, row, "N")?;
        borrow(&mut draw, &customers, &mut newcomer);
        newcomers.push(newcomer);
    }
    write(folder, "customer", &customers)?;
    write(folder, "newcomer", &newcomers)?;
    let policy = MatchPolicy::default();
    let start = Instant::now();
    let keys = CustomerKeys::new(&customers, &policy)?;
    eprintln!("keys of {count} customers and their index: {:.1} s", start.elapsed().as_secs_f64());
    drop(customers);
    let asked = keys.newcomers(&newcomers);
    let mut best = f64::INFINITY;
    for _ in 0..=rounds.max(1) {
        let start = Instant::now();
        let found = black_box(keys.match_many(black_box(&asked)));
        best = best.min(start.elapsed().as_secs_f64());
        drop(found);
    }
    let found = keys.match_many(&asked);
    let checksum: u128 = found
        .iter()
        .map(|one| (one.newcomer as u128 + 1) * (one.customer as u128 + 1) * (one.rule as u128 + 1))
        .sum();
    let own = Outcome {
        peer: "kaipan-keys".into(),
        version: crate::kaipan_paths::version(),
        units: newcomers.len() as u64,
        seconds: best,
        sums: vec![format!("{} pairs", found.len()), checksum.to_string()],
        ..Outcome::default()
    };
    drop(keys);
    let script = others::here().join("postgres/match_customers.sh");
    let mut postgres = Command::new("bash");
    postgres.arg(script).arg(folder).arg(rounds.to_string());
    Ok(vec![own, others::run("PostgreSQL customers", &mut postgres)?])
}

/// Numbers that look random and are the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

const FAMILY: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗",
];
const GIVEN: [&str; 20] = [
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
    "超", "秀", "霞", "平",
];

fn customer(draw: &mut Draw, at: Time, row: usize, mark: &str) -> Result<Customer, Failure> {
    let mut pick = |list: &[&'static str]| list[draw.below(list.len() as u64) as usize];
    let name = format!("{}{}{}", pick(&FAMILY), pick(&GIVEN), pick(&GIVEN));
    let mut one = Customer::new(format!("{mark}-{row}"), at, name);
    let mut mobile = || format!("1{}{:09}", 30 + draw.below(70), draw.below(1_000_000_000));
    let first: String = mobile().chars().take(11).collect();
    let second: String = mobile().chars().take(11).collect();
    one.phones.push(first.into());
    if draw.below(4) == 0 {
        one.phones.push(second.into());
    }
    if draw.below(50) == 0 {
        mask(draw, &mut one);
    }
    if draw.below(2) == 0 {
        let (year, month, day) = (1950 + draw.below(55), 1 + draw.below(12), 1 + draw.below(28));
        let number =
            format!("4403{:02}{year}{month:02}{day:02}{:03}", draw.below(10), draw.below(1000));
        // The check character is the one that is accepted.
        let right = "0123456789X".chars().map(|check| format!("{number}{check}"));
        let right = right.into_iter().find(|number| PersonId::read(number).is_ok());
        one.papers.push(Paper::new(PaperKind::PersonId, right.ok_or("no check character")?));
    }
    if draw.below(5) == 0 {
        one.member = Some(Membership::new(format!("V{:08}", draw.below(100_000_000))));
    }
    Ok(one)
}

/// Hides the middle of the first phone, unless it is hidden already.
fn mask(draw: &mut Draw, one: &mut Customer) {
    let first = one.phones.first_mut();
    let Some(phone) = first.filter(|phone| !phone.contains('*')) else { return };
    let (head, tail) = if draw.below(2) == 0 { (3, 7) } else { (4, 8) };
    *phone = format!("{}****{}", &phone[..head], &phone[tail..]).into();
}

/// Gives half of the newcomers something that a customer has.
fn borrow(draw: &mut Draw, customers: &[Customer], newcomer: &mut Customer) {
    let known = &customers[draw.below(customers.len() as u64) as usize];
    match draw.below(10) {
        0 | 1 => newcomer.phones.clone_from(&known.phones),
        2 => newcomer.papers.clone_from(&known.papers),
        3 => newcomer.member.clone_from(&known.member),
        4 => newcomer.name = known.name.clone(),
        _ => {}
    }
    if draw.below(10) == 0 {
        mask(draw, newcomer);
    }
}

/// The keys of records as rows of two tables.
fn write(folder: &Path, name: &str, records: &[Customer]) -> Result<(), Failure> {
    let (mut rows, mut phones) = (String::new(), String::new());
    for (row, one) in records.iter().enumerate() {
        let paper = one.papers.first().map(PaperNumber::of).transpose()?;
        let paper = paper.as_ref().map_or("", PaperNumber::as_str);
        let born = one.papers.first().map(|paper| PersonId::read(&paper.number)).transpose()?;
        let born = born.map(|number| number.birth_date().to_string()).unwrap_or_default();
        let card = one.member.as_ref().map_or("", |member| member.card.as_str());
        let key = name_key(&one.name);
        writeln!(rows, "{row},{paper},{card},{key},{born}")?;
        for phone in &one.phones {
            let (number, ends, masked) = match Phone::read(phone)? {
                Phone::Full(digits) => {
                    let ends = [&digits[..3], &digits[7..], &digits[..4], &digits[8..]];
                    (digits.clone(), ends.map(str::to_owned), 0)
                }
                Phone::Masked { head, tail } => {
                    let short = tail[tail.len() - 3..].to_owned();
                    let (tail4, head4) = match head.len() {
                        3 => (tail, String::new()),
                        _ => (String::new(), head.clone()),
                    };
                    let masked = if head4.is_empty() { 3 } else { 4 };
                    (String::new(), [head[..3].to_owned(), tail4, head4, short], masked)
                }
            };
            writeln!(phones, "{row},{number},{},{masked},{key}", ends.join(","))?;
        }
    }
    fs::write(folder.join(format!("{name}s.csv")), rows)?;
    fs::write(folder.join(format!("{name}_phones.csv")), phones)?;
    Ok(())
}
