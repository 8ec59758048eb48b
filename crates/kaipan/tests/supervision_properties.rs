//! Properties of supervised accounts: an answer for a day stays what it was, and what may be released is
//! exactly what may be released.

use kaipan::Date;
use kaipan::error::Code;
use kaipan::number::{Money, Rate};
use kaipan::supervision::{
    AccountMovement, MoneyAccount, MoneyAccountKind, MovementPurpose, RequiredBalance,
    SupervisedBases, SupervisedRelease, Supervising, SupervisionNode, SupervisionRule,
    SupervisionStage,
};
use proptest::prelude::*;

fn day(number: u32) -> Date {
    Date::from_ymd(2026, 9, 1).unwrap().add_days(number).unwrap()
}

fn required() -> impl Strategy<Value = RequiredBalance> {
    let share = 0..=1_000_000_i64;
    prop_oneof![
        Just(RequiredBalance::All {}),
        (0..200_000_i64).prop_map(|fen| RequiredBalance::Amount { amount: Money::from_fen(fen) }),
        share.clone().prop_map(|count| RequiredBalance::ShareOfSupervised {
            share: Rate::from_millionths(count)
        }),
        share.prop_map(|count| RequiredBalance::ShareOfContracts {
            share: Rate::from_millionths(count)
        }),
        Just(RequiredBalance::Ended {}),
    ]
}

fn rule() -> impl Strategy<Value = SupervisionRule> {
    (required(), required()).prop_map(|(first, second)| SupervisionRule {
        code: "R".into(),
        name: "R".into(),
        name_en: None,
        from: None,
        house_money: true,
        presale: vec![
            SupervisionStage { nodes: Vec::new(), required: first },
            SupervisionStage { nodes: vec!["topped_out".into()], required: second },
        ],
        deposit: Vec::new(),
        source: None,
    })
}

fn account() -> MoneyAccount {
    let bases = SupervisedBases::default()
        .with_contract_value(Money::from_fen(150_000))
        .with_supervised_sum(Money::from_fen(100_001));
    MoneyAccount::new("A", MoneyAccountKind::SupervisedPresale)
        .with_opening(Money::from_fen(50_000))
        .with_bases(vec![bases])
}

fn movements() -> impl Strategy<Value = Vec<AccountMovement>> {
    let one = (0..30_u32, 1..100_000_i64, 0..4_u8);
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let of = |(at, (on, fen, kind)): (usize, (u32, i64, u8))| {
            let (purpose, fen) = match kind {
                0 => (MovementPurpose::Release, -fen),
                1 => (MovementPurpose::Refund, -fen),
                _ => (MovementPurpose::HouseMoney, fen),
            };
            let key = format!("M{at}");
            AccountMovement::new(key.as_str(), day(on), "A", Money::from_fen(fen), purpose)
        };
        all.into_iter().enumerate().map(of).collect()
    })
}

proptest! {
    #[test]
    fn what_came_later_changes_no_answer(rule in rule(), movements in movements(), as_of in 0..30_u32) {
        let (rules, accounts) = ([rule], [account()]);
        let reached = [SupervisionNode::new("topped_out", day(15))];
        let supervising = |movements| {
            Supervising::new(&rules, &accounts).reached(&reached).movements(movements)
        };
        let whole = supervising(&movements).check(day(as_of)).unwrap();
        let until: Vec<AccountMovement> =
            movements.iter().filter(|one| one.date <= day(as_of)).cloned().collect();
        let earlier = supervising(&until).check(day(as_of)).unwrap();
        prop_assert_eq!(&whole.accounts, &earlier.accounts);
        prop_assert_eq!(whole.findings.len(), earlier.findings.len());
        let position = &whole.accounts[0];
        let sum: i64 = until.iter().map(|one| one.amount.fen()).sum();
        prop_assert_eq!(position.balance.fen(), 50_000 + sum);
        let room = position.balance.fen() - position.required.map_or(0, Money::fen);
        prop_assert_eq!(position.releasable.fen(), room.max(0));
    }

    #[test]
    fn a_release_is_allowed_up_to_the_fen(rule in rule(), movements in movements(), on in 0..30_u32) {
        let (rules, accounts) = ([rule], [account()]);
        let reached = [SupervisionNode::new("topped_out", day(15))];
        let supervising = Supervising::new(&rules, &accounts).reached(&reached).movements(&movements);
        let release = |fen| {
            supervising.release(&SupervisedRelease::new("A", day(on), Money::from_fen(fen)))
        };
        let refused = match release(1) {
            Err(error) => error.code() == Code::SupervisionBelow,
            Ok(one) => {
                let most = one.left.fen() + 1;
                let whole = release(most).unwrap();
                prop_assert_eq!(whole.left, Money::ZERO);
                // Once it is recorded, no balance from its day on has become less than it must be.
                let mut longer = movements.clone();
                let amount = Money::from_fen(-most);
                longer.push(AccountMovement::new("R", day(on), "A", amount, MovementPurpose::Release));
                let after = Supervising::new(&rules, &accounts).reached(&reached).movements(&longer);
                let later = movements.iter().map(|one| one.date).filter(|date| *date > day(on));
                for date in later.chain([day(on)]) {
                    let short = |one: &Supervising<'_>| one.check(date).unwrap().accounts[0].shortfall;
                    prop_assert!(short(&after) <= short(&supervising), "{}", date);
                }
                release(most + 1).unwrap_err().code() == Code::SupervisionBelow
            }
        };
        prop_assert!(refused);
    }
}
