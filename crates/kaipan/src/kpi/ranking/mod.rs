//! 排名与分类: ranks, classes by value, scores (handbook §8.6, §8.7).

mod abc;
mod listed;
mod rank;
mod score;

pub use abc::{AbcClass, AbcLine, AbcSheet, Classing, TopShare};
pub use listed::ListedFigure;
pub use rank::{RankLine, RankSheet, RankTies, Ranking};
pub use score::{ScoreBand, ScoreLine, ScorePart, ScoreSheet, ScoredPerson, Scoring};
