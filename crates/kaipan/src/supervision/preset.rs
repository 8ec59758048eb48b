//! Rules of supervision to begin with.

use super::rule::{RequiredBalance, SupervisionRule, SupervisionStage};
use crate::number::Rate;
use crate::{Date, Label, Text};

/// The project is accepted as completed.
const COMPLETION_ACCEPTED: &str = "completion_accepted";
/// Water, power, gas and heat are ready for handover.
const UTILITIES_READY: &str = "utilities_ready";
/// The main structure is topped out.
const TOPPED_OUT: &str = "topped_out";

/// What a city's table has, as an example: the share of the supervised sum that is kept from a node on.
const CITY: [(&str, i64); 4] = [
    ("foundation_done", 800_000),
    ("half_built", 600_000),
    (TOPPED_OUT, 400_000),
    (COMPLETION_ACCEPTED, 50_000),
];

impl SupervisionRule {
    /// Rules to begin with: the national rule of 2026, and before it a city's table as an example.
    ///
    /// | planning permit | house money | kept | source |
    /// |---|---|---|---|
    /// | before 2026-08-28 | may lie elsewhere above the supervised sum | of the supervised sum 100 %, from the foundation 80 %, half built 60 %, topped out 40 %, completion accepted 5 %, nothing from the first registration on | example of a city's table; a host puts its own city's in its place |
    /// | from then on | in the supervised account | all, until completion is accepted and utilities are ready | 建房规〔2026〕3号 |
    ///
    /// ```
    /// use kaipan::supervision::SupervisionRule;
    /// let rules = SupervisionRule::presets();
    /// let of = |day: &str| -> kaipan::Result<bool> {
    ///     Ok(SupervisionRule::in_force(&rules, Some(day.parse()?)).unwrap().house_money)
    /// };
    /// assert_eq!((of("2026-08-27")?, of("2026-08-28")?), (false, true));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn presets() -> Vec<SupervisionRule> {
        vec![SupervisionRule::city_example(), SupervisionRule::national()]
    }

    /// 建房规〔2026〕3号: all until completion is accepted and water, power, gas and heat are ready. A
    /// deposit stays until the same.
    pub fn national() -> SupervisionRule {
        let ready = || vec![Text::constant(COMPLETION_ACCEPTED), Text::constant(UTILITIES_READY)];
        let stages = || {
            vec![
                stage(Vec::new(), RequiredBalance::All {}),
                stage(ready(), RequiredBalance::Ended {}),
            ]
        };
        SupervisionRule {
            code: Text::constant("national_2026"),
            name: Label::constant("购房款全部入监管账户"),
            name_en: Some(Label::constant("all purchase money in the supervised account")),
            from: Date::from_ymd(2026, 8, 28),
            house_money: true,
            presale: stages(),
            deposit: stages(),
            source: Some(Label::constant("建房规〔2026〕3号")),
        }
    }

    /// A table of nodes as cities had them before: an example, not the table of any one city.
    pub fn city_example() -> SupervisionRule {
        let share = |millionths| RequiredBalance::ShareOfSupervised {
            share: Rate::from_millionths(millionths),
        };
        let nodes = CITY.iter().map(|(node, kept)| stage(vec![Text::constant(node)], share(*kept)));
        let first = stage(Vec::new(), share(1_000_000));
        let last = stage(vec![Text::constant("first_registration")], RequiredBalance::Ended {});
        SupervisionRule {
            code: Text::constant("city_example"),
            name: Label::constant("节点留存比例（示例）"),
            name_en: Some(Label::constant("shares kept by node (example)")),
            from: None,
            house_money: false,
            presale: std::iter::once(first).chain(nodes).chain([last]).collect(),
            deposit: Vec::new(),
            source: Some(Label::constant("各地预售资金监管办法的常见形式，示例")),
        }
    }
}

fn stage(nodes: Vec<Text>, required: RequiredBalance) -> SupervisionStage {
    SupervisionStage { nodes, required }
}
