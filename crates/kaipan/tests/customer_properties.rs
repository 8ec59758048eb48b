//! Customers: neither the order of records nor that of merges matters, columns find what records
//! find, merging loses nothing, and no text makes anything panic.

#![allow(missing_docs)]

use kaipan::customer::*;
use kaipan::number::Money;
use kaipan::{Text, Time};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Phones that often are, or may be, one.
const PHONES: [&str; 14] = [
    "13800011234",
    "+86 138-0001-1234",
    "13800021234",
    "13911111234",
    "138****1234",
    "1380****234",
    "1391****234",
    "139xxxx1234",
    "0755-26681234",
    "0755-26681234转801",
    "+1 380 001 1234",
    "00000000000",
    "12",
    "13800011235",
];
const NUMBERS: [&str; 5] =
    ["440301800101001", "440301198001010018", "440301198202020028", "11010519491231002X", "123"];
const NAMES: [&str; 5] = ["张三", "张 三", "李四", "Zhang San", "ZHANG san"];

fn time(second: u32) -> Time {
    let start: Time = "2026-03-01T09:30:00".parse().unwrap();
    start.add_seconds(second).unwrap()
}

prop_compose! {
    fn any_customer()(
        name in proptest::sample::select(NAMES.to_vec()),
        other in proptest::option::of(proptest::sample::select(NAMES.to_vec())),
        phones in proptest::collection::vec(proptest::sample::select(PHONES.to_vec()), 0..3),
        papers in proptest::collection::vec((0_u8..3, proptest::sample::select(NUMBERS.to_vec())), 0..2),
        card in proptest::option::of(0_u8..3),
        born in proptest::option::of(0_u8..3),
        second in 0_u32..3, sequence in 0_u32..2, company in any::<bool>(),
        trail in proptest::collection::vec((0_u8..4, 0_u32..5000, any::<bool>()), 0..4),
    ) -> Customer {
        let mut one = Customer::new("", time(second), name);
        one.sequence = sequence;
        one.other_names = other.into_iter().map(Text::from).collect();
        one.phones = phones.into_iter().map(Text::from).collect();
        let kinds = [PaperKind::PersonId, PaperKind::ResidencePermit, PaperKind::Passport];
        let paper = |(kind, number): (u8, &str)| Paper::new(kinds[usize::from(kind)], number);
        one.papers = papers.into_iter().map(paper).collect();
        one.member = card.map(|card| Membership::new(format!("v-{card}")));
        one.birth_date = born.map(|born| ["1980-01-01", "1949-12-31", "1990-01-01"][usize::from(born)].parse().unwrap());
        if company { one.kind = CustomerKind::Company; }
        let kinds = [TrailKind::FollowUp, TrailKind::Opportunity, TrailKind::Receipt, TrailKind::Contract];
        one.trail = trail.into_iter().map(|(kind, fen, open)| {
            let mut entry = TrailEntry::new(kinds[usize::from(kind)], "", time(0).date(), time(9));
            entry.amount = (kind > 1).then(|| Money::from_fen(fen.into()));
            entry.open = open;
            entry
        }).collect();
        one
    }
}

/// Customers with ids of their own, and entries with ids of their own.
fn customers(least: usize, most: usize) -> impl Strategy<Value = Vec<Customer>> {
    proptest::collection::vec(any_customer(), least..most).prop_map(|mut all| {
        let mut entries = 0;
        for (at, one) in all.iter_mut().enumerate() {
            one.id = format!("C-{at}").into();
            for entry in &mut one.trail {
                entries += 1;
                entry.id = format!("E-{entries}").into();
            }
        }
        all
    })
}

fn any_policy() -> impl Strategy<Value = MatchPolicy> {
    let clues = [
        MatchClue::Paper,
        MatchClue::MemberCard,
        MatchClue::Phone,
        MatchClue::MaskedPhone,
        MatchClue::Name,
        MatchClue::PhoneTail,
        MatchClue::BirthDate,
    ];
    let clues = proptest::sample::subsequence(clues.to_vec(), 1..4);
    let levels = proptest::sample::select(vec![MatchLevel::Same, MatchLevel::Suspect]);
    let rules = proptest::collection::vec((levels, clues), 0..5);
    let own = rules.prop_map(|rules| {
        let rules = rules.into_iter().map(|(level, all)| MatchRule::new(level, all));
        MatchPolicy::default().with_rules(rules.collect())
    });
    prop_oneof![Just(MatchPolicy::default()), own]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn columns_find_what_records_find(
        known in customers(0, 12), newcomers in proptest::collection::vec(any_customer(), 0..6),
        policy in any_policy(),
    ) {
        let keys = CustomerKeys::new(&known, &policy).unwrap();
        let found = keys.match_many(&keys.newcomers(&newcomers));
        let mut by_columns: BTreeMap<(usize, Text), Vec<Vec<MatchClue>>> = BTreeMap::new();
        for one in found {
            let rules = by_columns.entry((one.newcomer, known[one.customer].id.clone())).or_default();
            rules.push(policy.rules[one.rule].all.clone());
        }
        let matching = Matching::new(&known).unwrap().policy(&policy).unwrap();
        let mut by_records = BTreeMap::new();
        for (at, newcomer) in newcomers.iter().enumerate() {
            for candidate in matching.of(newcomer).candidates {
                let rules: Vec<Vec<MatchClue>> =
                    candidate.reasons.into_iter().map(|reason| reason.clues).collect();
                by_records.insert((at, candidate.id), rules);
            }
        }
        prop_assert_eq!(by_columns, by_records);
    }

    #[test]
    fn matching_does_not_depend_on_the_order(
        known in customers(0, 9), newcomer in any_customer(), turn in 0_usize..9,
    ) {
        let mut other = known.clone();
        other.rotate_left(turn.min(known.len()));
        other.reverse();
        let one = Matching::new(&known).unwrap().of(&newcomer);
        let two = Matching::new(&other).unwrap().of(&newcomer);
        prop_assert_eq!(one, two);
    }

    #[test]
    fn duplicates_are_those_that_matching_joins(known in customers(0, 9), policy in any_policy()) {
        let found = Duplicates::new(&known).policy(&policy).groups().unwrap();
        let matching = Matching::new(&known).unwrap().policy(&policy).unwrap();
        // Joined by hand: the least place that can be reached.
        let mut least: Vec<usize> = (0..known.len()).collect();
        for _ in 0..known.len() {
            for (at, one) in known.iter().enumerate() {
                for candidate in matching.of(one).candidates {
                    let other = known.iter().position(|other| other.id == candidate.id).unwrap();
                    let first = least[at].min(least[other]);
                    (least[at], least[other]) = (first, first);
                }
            }
        }
        let mut expected: BTreeMap<usize, BTreeSet<Text>> = BTreeMap::new();
        for (at, first) in least.iter().enumerate() {
            expected.entry(*first).or_default().insert(known[at].id.clone());
        }
        let different = expected.len();
        let expected: BTreeSet<BTreeSet<Text>> =
            expected.into_values().filter(|group| group.len() > 1).collect();
        let groups: BTreeSet<BTreeSet<Text>> = found.groups.iter()
            .map(|group| group.members.iter().map(|member| member.id.clone()).collect()).collect();
        prop_assert_eq!(groups, expected);
        prop_assert_eq!(found.different as usize, different);
        prop_assert!(found.groups.iter().flat_map(|group| &group.links).all(|link| !link.reasons.is_empty()));
    }

    #[test]
    fn merging_loses_nothing_in_any_order(
        known in customers(2, 8),
        pairs in proptest::collection::vec((0_usize..8, 0_usize..8, any::<bool>()), 1..8),
        turn in 0_usize..8,
    ) {
        let merge = |(at, (one, other, turned)): (usize, (usize, usize, bool))| {
            let (one, other) = (one % known.len(), other % known.len());
            let (one, other) = if turned { (other, one) } else { (one, other) };
            (one != other).then(|| {
                let [one, other] = [one, other].map(|at| known[at].id.clone());
                CustomerMerge::new(format!("M-{at}"), one, other, time(100), "manager").with_confirmed(true)
            })
        };
        let merges: Vec<CustomerMerge> = pairs.into_iter().enumerate().filter_map(merge).collect();
        let merged = Merging::new(&known, &merges).unwrap().merged().unwrap();
        // In another order of records and merges, every pair turned, every merge twice.
        let (mut others, mut again) = (known.clone(), merges.clone());
        others.rotate_left(turn % known.len());
        again.reverse();
        for (at, one) in merges.iter().enumerate() {
            let mut turned = one.clone();
            turned.id = format!("T-{at}").into();
            std::mem::swap(&mut turned.one, &mut turned.other);
            again.push(turned);
        }
        prop_assert_eq!(&Merging::new(&others, &again).unwrap().merged().unwrap(), &merged);
        // Every entry once, in the customer that its record belongs to, and the same sums.
        for customer in &merged.customers {
            let records = known.iter().filter(|one| customer.members.contains(&one.id));
            let mut entries: Vec<(Text, Option<i64>)> = records
                .flat_map(|one| one.trail.iter().map(|entry| (entry.id.clone(), entry.amount.map(Money::fen))))
                .collect();
            entries.sort();
            let mut kept: Vec<(Text, Option<i64>)> =
                customer.customer.trail.iter().map(|one| (one.id.clone(), one.amount.map(Money::fen))).collect();
            kept.sort();
            prop_assert_eq!(&kept, &entries);
            let sum: i64 = entries.iter().filter_map(|(_, amount)| *amount).sum();
            let totals: i64 = customer.totals.iter().filter_map(|one| one.amount).map(Money::fen).sum();
            prop_assert_eq!(totals, sum);
            let oldest = known.iter().filter(|one| customer.members.contains(&one.id)).min_by_key(|one| one.age());
            prop_assert_eq!(&customer.customer.id, &oldest.unwrap().id);
        }
        // No alias leads to an alias, and none is there twice.
        let aliases: BTreeSet<&Text> = merged.aliases.iter().map(|one| &one.alias).collect();
        prop_assert_eq!(aliases.len(), merged.aliases.len());
        prop_assert!(merged.aliases.iter().all(|one| !aliases.contains(&one.id)));
    }

    #[test]
    fn a_merge_that_is_taken_back_never_was(known in customers(3, 6)) {
        let merge = |id: &str, one: usize, other: usize, second: u32| {
            let [one, other] = [one, other].map(|at| known[at].id.clone());
            CustomerMerge::new(id, one, other, time(second), "manager").with_confirmed(true)
        };
        let first = merge("M-1", 0, 1, 100);
        let before = Merging::new(&known, std::slice::from_ref(&first)).unwrap().merged().unwrap();
        let done = Merging::new(&known, std::slice::from_ref(&first)).unwrap()
            .merge(&merge("M-2", 1, 2, 200)).unwrap();
        let merges = [first, done.merge];
        let undo = CustomerUnmerge::new("M-2", time(300), "manager");
        let undone = Merging::new(&known, &merges).unwrap().undo(&undo, &[]).unwrap();
        let [first, _] = merges;
        let after = [first, undone.merge];
        prop_assert_eq!(Merging::new(&known, &after).unwrap().merged().unwrap(), before);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[ -~０-９*•转张·\u{200b}xX+-]{0,24}") {
        if let Ok(phone) = Phone::read(&text) {
            if let Phone::Full(digits) = &phone {
                prop_assert_eq!(Phone::read(digits), Ok(phone.clone()));
            }
            let shown = phone.shown();
            prop_assert!(shown.contains("****"));
        }
        if let Ok(number) = PersonId::read(&text) {
            prop_assert_eq!(PersonId::read(number.as_str()), Ok(number));
        }
        if let Ok(code) = CompanyCode::read(&text) {
            prop_assert_eq!(CompanyCode::read(code.as_str()), Ok(code));
        }
        let key = name_key(&text);
        prop_assert_eq!(name_key(&key), key);
    }
}
