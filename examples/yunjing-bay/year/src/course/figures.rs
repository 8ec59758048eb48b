//! What is aimed at, and what is spent.

use crate::days::{SEASONS, day, earlier};
use crate::failure::Outcome;
use crate::people::MEDIA;
use crate::record::{About, Body, Metric, Period, Spend, Target};
use crate::site::Kind;
use crate::world::{World, YEAR};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};

/// Of a thousand homes so many are to be sold.
const AIM: u64 = 600;

impl World<'_, '_, '_> {
    /// 销售指标 of the year, of its buildings, of its months, and of every agent in each: the parts
    /// come to the whole.
    pub(super) fn targets(&mut self, now: Time) -> Outcome {
        let homes = self.site.units.iter().zip(0..);
        let homes = homes.filter(|(_, at)| {
            self.site.building(*at).is_ok_and(|building| building.kind == Kind::Home)
        });
        let (mut count, mut fen) = (0_u64, 0_u64);
        for (unit, _) in homes {
            count += 1;
            let price = unit.list_price.map_or(0, |price| price.micros()) / 10_000;
            let yuan = price * unit.building_area.ten_thousandths() / 1_000_000;
            fen += u64::try_from(yuan).unwrap_or(0) * 100;
        }
        let units = (count * AIM / 1000).max(1);
        // In whole ten thousands.
        let amount = fen * AIM / 1000 / 1_000_000 * 1_000_000;
        for (metric, whole, is_money) in [
            (Metric::FirstVisits, units * 9, false),
            (Metric::SubscribedUnits, units, false),
            (Metric::SignedUnits, units * 19 / 20, false),
            (Metric::SignedAmount, amount, true),
            (Metric::Collections, amount * 7 / 10, true),
        ] {
            self.target(now, metric, whole, is_money)?;
        }
        Ok(())
    }

    fn target(&mut self, now: Time, metric: Metric, whole: u64, is_money: bool) -> Outcome {
        let of_node = About { node: Some(self.site.node.clone()), ..About::default() };
        let target = |node, agent, days: (Date, Date), period, value: u64| Target {
            node,
            agent,
            metric,
            period,
            first_day: days.0,
            last_day: days.1,
            count: (!is_money).then(|| u32::try_from(value).unwrap_or(u32::MAX)),
            amount: is_money.then(|| Money::from_fen(i64::try_from(value).unwrap_or(i64::MAX))),
        };
        let (node, days) = (self.site.node.clone(), (day(YEAR.0)?, day(YEAR.1)?));
        let year = target(node.clone(), None, days, Period::Year, whole);
        self.journal.fact(now, &of_node, Body::Target(year))?;
        let (buildings, homes): (Vec<_>, Vec<_>) = self.homes_by_building()?.into_iter().unzip();
        for (building, value) in buildings.into_iter().zip(split(whole, &homes)) {
            let about = About { node: Some(building.clone()), ..About::default() };
            let own = target(building, None, days, Period::Year, value);
            self.journal.fact(now, &about, Body::Target(own))?;
        }
        let agents = self.team.agents.clone();
        let equal = vec![1; agents.len()];
        for ((value, from), next) in split(whole, &SEASONS).into_iter().zip(1..).zip(2..) {
            let last = if next > 12 { day(YEAR.1)? } else { earlier(first_of(next)?, 1)? };
            let days = (first_of(from)?, last);
            let month = target(node.clone(), None, days, Period::Month, value);
            self.journal.fact(now, &of_node, Body::Target(month))?;
            if metric != Metric::SubscribedUnits {
                continue;
            }
            for (agent, share) in agents.iter().zip(split(value, &equal)) {
                let about = About { agent: Some(agent.clone()), ..of_node.clone() };
                let own = target(node.clone(), Some(agent.clone()), days, Period::Month, share);
                self.journal.fact(now, &about, Body::Target(own))?;
            }
        }
        Ok(())
    }

    /// The nodes of the buildings with homes, and how many each has.
    fn homes_by_building(&self) -> Outcome<Vec<(Text, u32)>> {
        let mut counts: Vec<(Text, u32)> = Vec::new();
        for unit in 0..self.site.units.len() {
            let Some(node) = self.site.node_of(unit) else { continue };
            if self.site.building(unit)?.kind != Kind::Home {
                continue;
            }
            match counts.iter_mut().find(|(known, _)| *known == node) {
                Some((_, count)) => *count += 1,
                None => counts.push((node, 1)),
            }
        }
        Ok(counts)
    }

    /// 营销费用 of a month, by medium.
    pub(super) fn spend(&mut self, now: Time, month: usize) -> Outcome {
        let planner = crate::team::Team::worker("planner")?.person;
        let season = i64::from(SEASONS.get(month).copied().unwrap_or(0));
        let homes = i64::try_from(self.site.units.len()).unwrap_or(0);
        let campaign = match month + 1 {
            1 | 2 => "蓄客",
            3 | 4 => "首开",
            5 | 6 => "加推",
            7 | 8 => "盛夏购房节",
            9 | 10 => "金九银十",
            _ => "年终冲刺",
        };
        for (medium, weight) in MEDIA.iter().filter(|(medium, _)| *medium != "路过") {
            let chance = i64::from(self.dice.between(80, 125));
            // Some 20,000 yuan a home in the year, 1 % of the sales; in whole yuan.
            let yuan = homes * season * i64::from(*weight) * chance / 450;
            let spend = Spend {
                medium: (*medium).into(),
                campaign: campaign.into(),
                department: "营销策划部".into(),
                person: planner.clone(),
                amount: Money::from_fen(yuan * 100),
            };
            let about = About {
                node: Some(self.site.node.clone()),
                media: Some((*medium).into()),
                ..About::default()
            };
            self.journal.fact(now, &about, Body::Spend(spend))?;
        }
        Ok(())
    }
}

fn first_of(month: u32) -> Outcome<Date> {
    day(&format!("2026-{month:02}-01"))
}

/// A whole in parts by weight; each part ends where the weights up to it do, so that they come to
/// the whole.
fn split(whole: u64, weights: &[u32]) -> Vec<u64> {
    let all: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let (mut sum, mut before) = (0_u64, 0);
    weights
        .iter()
        .map(|weight| {
            sum += u64::from(*weight);
            let upto = whole * sum / all.max(1);
            let part = upto - before;
            before = upto;
            part
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_to_the_whole() {
        for whole in [0, 1, 7, 634, 3_912_345_678_900] {
            let parts = split(whole, &SEASONS);
            assert_eq!((parts.len(), parts.iter().sum::<u64>()), (12, whole));
        }
        assert_eq!(split(10, &[1, 1, 1]), [3, 3, 4]);
    }
}
