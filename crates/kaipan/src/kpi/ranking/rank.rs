use super::listed::{ListedFigure, wrong_list};
use crate::Text;
use crate::builder::inputs;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::rounded::{divided, rate};
use crate::number::{Figure, Rate, overflow};
use kaipan_derive::boundary;

/// Ranks figures (handbook §8.6).
///
/// ```
/// use kaipan::kpi::{ListedFigure, Ranking};
/// let figure = |id: &str, value: &str| -> kaipan::Result<ListedFigure> {
///     Ok(ListedFigure::new(id).with_value(value.parse()?))
/// };
/// let agents = [figure("李", "8")?, figure("王", "12")?, figure("张", "8")?, figure("赵", "3")?];
/// let sheet = Ranking::new(&agents).sheet()?;
/// let ranks: Vec<_> = sheet.lines.iter().map(|line| (line.id.as_str(), line.rank)).collect();
/// assert_eq!(ranks, [("王", Some(1)), ("张", Some(2)), ("李", Some(2)), ("赵", Some(4))]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Ranking<'a> {
    items: &'a [ListedFigure],
    ties: RankTies,
    ascending: bool,
}

/// What equal figures do to the ranks behind them.
#[boundary]
pub enum RankTies {
    /// 1, 1, 3: they take places.
    #[default]
    Competition,
    /// 1, 1, 2: they share one.
    Dense,
}

/// Figures by rank.
#[boundary(answer)]
pub struct RankSheet {
    /// Every figure, the first rank first; equal ones by id; those without a value last.
    #[boundary(required)]
    pub lines: Vec<RankLine>,
    /// Σ of the figures.
    pub total: Figure,
    /// Who has the highest figure; several if they are equal.
    pub highest: Vec<Text>,
    /// Who has the lowest figure.
    pub lowest: Vec<Text>,
}

/// A figure with its rank.
#[boundary(answer)]
pub struct RankLine {
    /// Whose.
    pub id: Text,
    /// The figure.
    pub value: Option<Figure>,
    /// Its rank, from 1; none without a value.
    pub rank: Option<u32>,
    /// 构成比: its share of the total: 0.25 is 25 %. 4 decimals, half up; absent of a total of 0.
    pub share: Option<Rate>,
}

impl<'a> Ranking<'a> {
    /// Of figures in any order.
    pub fn new(items: &'a [ListedFigure]) -> Ranking<'a> {
        Ranking { items, ties: RankTies::default(), ascending: false }
    }

    inputs! {
        /// What equal figures do to the ranks behind them.
        ties: RankTies;
        /// The smallest is the best: days, cost.
        ascending: bool;
    }

    /// The ranks.
    ///
    /// # Errors
    /// [`Code::KpiBlank`], [`Code::KpiIdTwice`]; [`Code::KpiLevelsMixed`] of nodes of different levels.
    pub fn sheet(&self) -> Result<RankSheet> {
        let mut errors = wrong_list(self.items);
        let first = self.items.iter().find_map(|item| item.level);
        let other = self.items.iter().enumerate().find_map(|(at, item)| {
            let level = item.level.filter(|level| Some(*level) != first)?;
            Some((at, level))
        });
        if let Some(((at, other), first)) = other.zip(first) {
            let error = Error::new(Code::KpiLevelsMixed)
                .with("level", first.word())
                .with("level_zh", first.chinese())
                .with("other", other.word())
                .with("other_zh", other.chinese());
            errors.push(error.at("level").at(at).within(Input::Items));
        }
        Error::collect(errors)?;
        let mut order: Vec<&ListedFigure> = self.items.iter().collect();
        order.sort_by(|a, b| {
            let by_value =
                if self.ascending { a.value.cmp(&b.value) } else { b.value.cmp(&a.value) };
            (a.value.is_none()).cmp(&b.value.is_none()).then(by_value).then(a.id.cmp(&b.id))
        });
        let values = self.items.iter().filter_map(|item| item.value);
        let total =
            values.clone().try_fold(Figure::ZERO, Figure::checked_add).ok_or_else(overflow)?;
        let (mut lines, mut rank, mut before) = (Vec::with_capacity(order.len()), 0_u32, None);
        for (at, item) in order.into_iter().enumerate() {
            if item.value.is_some() && item.value != before {
                rank = match self.ties {
                    RankTies::Dense => rank.saturating_add(1),
                    RankTies::Competition => {
                        u32::try_from(at).map_err(|_| overflow())?.saturating_add(1)
                    }
                };
                before = item.value;
            }
            let share = match item.value {
                Some(value) => divided(&value.into(), &total.into())?,
                None => None,
            };
            lines.push(RankLine {
                id: item.id.clone(),
                value: item.value,
                rank: item.value.map(|_| rank),
                share: share.as_ref().map(rate).transpose()?,
            });
        }
        let with = |value: Option<Figure>| {
            let own = lines.iter().filter(|line| line.value.is_some() && line.value == value);
            own.map(|line| line.id.clone()).collect()
        };
        let (highest, lowest) = (with(values.clone().max()), with(values.min()));
        Ok(RankSheet { lines, total, highest, lowest })
    }
}
