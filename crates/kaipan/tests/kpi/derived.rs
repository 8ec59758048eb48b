//! Facts that are derived day by day are those that are derived at once.

use crate::history::cases;
use kaipan::deal::{
    CloseReason, DealChange, DealDocument, DealEvent, DealPrice, DocumentKind, DocumentState,
};
use kaipan::kpi::{
    Caliber, CostRecord, DerivedFacts, Fact, FactDeriving, FactPerson, FactPolicy, FactState,
    FactUnit, Measuring, PeriodKind, PeriodSeries, ScoredQuestion, SpendRecord,
};
use kaipan::money::{LedgerAccount, LedgerEntry, LedgerLeg};
use kaipan::number::{Area, Figure, Money, UnitPrice};
use kaipan::opportunity::{FollowUp, FollowUpKind};
use kaipan::questionnaire::{AnswerSheet, AnswerValue, GivenAnswer};
use kaipan::{Date, Time};
use proptest::prelude::*;

/// What is recorded at a moment, by its number.
#[derive(Debug, Clone)]
enum Moment {
    FollowUp { customer: u8, call: bool, days_back: u32 },
    Document { deal: u8, kind: DocumentKind },
    Close { deal: u8, why: CloseReason },
    Receipt { deal: u8, fen: i64, item: &'static str },
    Commission { deal: u8, fen: i64 },
    Answers { customer: u8, score: i64 },
    Spend { fen: i64, days_back: u32 },
    Cost { unit: u8, fen: i64 },
}

fn moment() -> impl Strategy<Value = Moment> {
    let kinds =
        vec![DocumentKind::Registration, DocumentKind::Subscription, DocumentKind::Contract];
    let whys = vec![
        CloseReason::Refunded,
        CloseReason::Forfeited,
        CloseReason::Quit,
        CloseReason::Void,
        CloseReason::Converted,
        CloseReason::Expired,
    ];
    let items =
        vec!["deposit", "sincerity_money", "commercial_loan", "handling_fee", "house_payment"];
    prop_oneof![
        (0..3_u8, any::<bool>(), 0..9_u32)
            .prop_map(|(customer, call, days_back)| Moment::FollowUp { customer, call, days_back }),
        (0..4_u8, prop::sample::select(kinds))
            .prop_map(|(deal, kind)| Moment::Document { deal, kind }),
        (0..4_u8, prop::sample::select(whys)).prop_map(|(deal, why)| Moment::Close { deal, why }),
        (0..4_u8, -900_000..9_000_000_i64, prop::sample::select(items))
            .prop_map(|(deal, fen, item)| Moment::Receipt { deal, fen, item }),
        (0..4_u8, -900_000..9_000_000_i64).prop_map(|(deal, fen)| Moment::Commission { deal, fen }),
        (0..3_u8, 1..6_i64).prop_map(|(customer, score)| Moment::Answers { customer, score }),
        (-900_000..9_000_000_i64, 0..9_u32)
            .prop_map(|(fen, days_back)| Moment::Spend { fen, days_back }),
        (0..5_u8, 1..9_000_000_i64).prop_map(|(unit, fen)| Moment::Cost { unit, fen }),
    ]
}

#[derive(Default)]
struct Records {
    events: Vec<DealEvent>,
    entries: Vec<LedgerEntry>,
    follow_ups: Vec<FollowUp>,
    sheets: Vec<AnswerSheet>,
    spend: Vec<SpendRecord>,
    costs: Vec<CostRecord>,
}

fn at(number: usize) -> Time {
    let day =
        Date::from_ymd(2026, 3, 1).unwrap().add_days(u32::try_from(number / 3).unwrap()).unwrap();
    Time::at(day, 9 + u32::try_from(number % 3).unwrap(), 0, 0).unwrap()
}

impl Records {
    /// Adds what was recorded at a moment.
    fn add(
        &mut self,
        number: usize,
        moment: &Moment,
        versions: &mut [u32; 4],
        open: &mut [Option<DocumentKind>; 4],
    ) {
        let now = at(number);
        let mut push = |events: &mut Vec<DealEvent>, deal: u8, change: DealChange| {
            let version = &mut versions[usize::from(deal)];
            *version += 1;
            events.push(DealEvent::new(format!("D{deal}"), *version, now, "李", change));
        };
        match moment {
            Moment::FollowUp { customer, call, days_back } => {
                let kind = if *call { FollowUpKind::Call } else { FollowUpKind::Visit };
                let met = Time::at(
                    now.date().shift_days(-i32::try_from(*days_back).unwrap()).unwrap(),
                    8,
                    0,
                    0,
                );
                let id = format!("F{number}");
                let customer = format!("C{customer}");
                self.follow_ups.push(
                    FollowUp::new(id, customer, "P1", "李", kind, met.unwrap(), now)
                        .with_media(format!("m{number}")),
                );
            }
            Moment::Document { deal, kind } => {
                let buyers = vec![kaipan::deal::DealBuyer::new(format!("C{}", deal % 3))];
                push(
                    &mut self.events,
                    *deal,
                    DealChange::BuyersNamed { buyers, agent: Some("李".into()), channel: None },
                );
                push(
                    &mut self.events,
                    *deal,
                    DealChange::UnitChosen { unit_no: format!("1-{deal}").into() },
                );
                let total = Money::from_fen(100_000_000 + i64::try_from(number).unwrap());
                let price = UnitPrice::from_micros(10_000_000_000);
                let area = Area::from_ten_thousandths(1_000_000);
                let price = DealPrice::new(price, total, area, "无", price, total, total);
                push(&mut self.events, *deal, DealChange::PriceAgreed { price });
                if let Some(document) = open[usize::from(*deal)].take() {
                    push(
                        &mut self.events,
                        *deal,
                        DealChange::DocumentClosed { document, why: CloseReason::Converted },
                    );
                }
                let document = DealDocument::new(*kind).with_state(DocumentState::Active);
                push(&mut self.events, *deal, DealChange::DocumentOpened { document });
                open[usize::from(*deal)] = Some(*kind);
            }
            Moment::Close { deal, why } => {
                if let Some(document) = open[usize::from(*deal)].take() {
                    push(
                        &mut self.events,
                        *deal,
                        DealChange::DocumentClosed { document, why: *why },
                    );
                }
            }
            Moment::Receipt { deal, fen, item } => {
                let bank = LedgerAccount::Bank { account: "基本户".into() };
                let legs = vec![
                    LedgerLeg::new(bank, *item, Money::from_fen(-fen)),
                    LedgerLeg::new(LedgerAccount::PRE_SALE, *item, Money::from_fen(*fen)),
                ];
                let entry = LedgerEntry::new(format!("R{number}"), now.date(), now, legs);
                self.entries.push(entry.with_deal(format!("D{deal}")));
            }
            Moment::Commission { deal, fen } => {
                let leg =
                    |account, fen: i64| LedgerLeg::new(account, "commission", Money::from_fen(fen));
                let legs = vec![
                    leg(LedgerAccount::CommissionCost {}, -fen),
                    leg(LedgerAccount::CommissionPayable {}, *fen),
                ];
                let entry = LedgerEntry::new(format!("C{number}"), now.date(), now, legs);
                self.entries.push(entry.with_deal(format!("D{deal}")).with_payee("李"));
            }
            Moment::Answers { customer, score } => {
                let number_given = AnswerValue::Number { number: Figure::from_millionths(*score) };
                let answers = vec![GivenAnswer::new("service", number_given)];
                let (id, customer) = (format!("W{number}"), format!("C{customer}"));
                let sheet = AnswerSheet::new(id, "Q", customer, now.date(), now, answers);
                self.sheets.push(sheet.with_project("P1"));
            }
            Moment::Spend { fen, days_back } => {
                let days = i32::try_from(*days_back).unwrap();
                let day = now.date().shift_days(-days).unwrap();
                let key = format!("{number}");
                let spend = SpendRecord::new(key, day, now, Money::from_fen(*fen));
                self.spend.push(spend.with_person("李"));
            }
            Moment::Cost { unit, fen } => {
                let key = format!("{number}");
                let cost = CostRecord::new(key, now.date(), now, Money::from_fen(*fen));
                self.costs.push(cost.with_unit_no(format!("1-{unit}")));
            }
        }
    }

    fn derive(&self, state: &FactState, units: &[FactUnit]) -> DerivedFacts {
        let satisfaction = vec![ScoredQuestion::new("Q", "service")];
        let policy = FactPolicy { satisfaction, ..FactPolicy::default() };
        let day = |text: &str| text.parse::<Date>().unwrap();
        let persons = [
            FactPerson::new("李", "一部").with_valid_to(day("2026-03-06")),
            FactPerson::new("李", "二部").with_valid_from(day("2026-03-07")),
        ];
        FactDeriving::new(state)
            .policy(&policy)
            .persons(&persons)
            .sheets(&self.sheets)
            .spend(&self.spend)
            .costs(&self.costs)
            .units(units)
            .events(&self.events)
            .entries(&self.entries)
            .follow_ups(&self.follow_ups)
            .derive()
            .unwrap()
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn day_by_day_as_at_once(moments in prop::collection::vec(moment(), 0..40), chunk in 1..9_usize) {
        let units: Vec<FactUnit> = (0..4).map(|deal| FactUnit::new(format!("1-{deal}"), "P1")).collect();
        let (mut versions, mut open) = ([0_u32; 4], [None; 4]);
        let mut all = Records::default();
        let mut parts: Vec<Records> = Vec::new();
        for (number, moment) in moments.iter().enumerate() {
            if number % chunk == 0 {
                parts.push(Records::default());
            }
            let before = (versions, open);
            parts.last_mut().unwrap().add(number, moment, &mut versions, &mut open);
            (versions, open) = before;
            all.add(number, moment, &mut versions, &mut open);
        }
        let at_once = all.derive(&FactState::default(), &units).state;
        let mut state = FactState::default();
        for part in &parts {
            state = part.derive(&state, &units).state;
        }
        if parts.is_empty() {
            state = all.derive(&state, &units).state;
        }
        prop_assert_eq!(&state.facts, &at_once.facts);
        prop_assert_eq!(&state, &at_once);
        // The order of the lists says nothing.
        all.events.reverse();
        all.entries.reverse();
        all.follow_ups.reverse();
        all.sheets.reverse();
        all.spend.reverse();
        all.costs.reverse();
        let turned = all.derive(&FactState::default(), &units).state;
        prop_assert_eq!(turned, at_once);
    }
}

/// The deal of `kpi.facts/03-changes` was subscribed, changed its unit, was signed, changed its price and
/// was quit: in net figures nothing is left of it, in either caliber.
#[test]
fn what_was_quit_comes_to_nothing() {
    let file =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/kpi.facts/03-changes.json");
    let vector: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let facts = vector["response"]["state"]["facts"].clone();
    let facts: Vec<Fact> = serde_json::from_value(facts).unwrap();
    let year = PeriodSeries::new(
        PeriodKind::Cumulative,
        "2026-01-01".parse().unwrap(),
        "2026-12-31".parse().unwrap(),
    );
    let signed = ["net_signings".into(), "net_signed_amount".into()];
    let subscribed = ["net_subscriptions".into(), "net_subscribed_amount".into()];
    for (metrics, caliber) in [
        (&signed, Caliber::Marketing),
        (&signed, Caliber::Finance),
        (&subscribed, Caliber::Marketing),
    ] {
        let table = Measuring::new(&facts, metrics, &year).caliber(caliber).table().unwrap();
        for cell in &table.groups[0].cells {
            assert_eq!(cell.value.as_ref().unwrap().to_string(), "0", "{}", cell.metric);
        }
    }
}
