//! What is proved at the end of a day, from the stored events alone.

mod endings;
mod homes;
mod money;
mod quotas;
mod replays;
#[cfg(test)]
mod tests;

use crate::buyer::Buyer;
use crate::failure::say;
use crate::history::History;
use kaipan::error::Lang;

/// A text in Chinese and English.
type Words = (String, String);

/// What was looked at, and everything that is not as it has to be.
#[derive(Debug)]
pub(crate) struct Proof {
    /// What holds.
    claim: (&'static str, &'static str),
    /// How much was looked at.
    counted: Words,
    breaches: Vec<Words>,
}

impl Proof {
    /// All is as it has to be.
    pub(crate) fn holds(&self) -> bool {
        self.breaches.is_empty()
    }

    /// The claim with what was counted, and every breach in a line of its own.
    pub(crate) fn lines(&self, lang: Lang) -> Vec<String> {
        let of = |words: &Words| say(lang, &words.0, &words.1).to_owned();
        let mark = if self.holds() { "✓" } else { "✗" };
        let claim = say(lang, self.claim.0, self.claim.1);
        let first = match lang {
            Lang::Zh => format!("  {mark} {claim}：{}", of(&self.counted)),
            Lang::En => format!("  {mark} {claim}: {}", of(&self.counted)),
        };
        let breaches = self.breaches.iter().map(|breach| format!("      {}", of(breach)));
        std::iter::once(first).chain(breaches).collect()
    }
}

/// Every proof of a day.
pub(crate) fn of(history: &History, buyers: &[Buyer], homes: usize) -> Vec<Proof> {
    let (replayed, replays) = replays::prove(history);
    vec![
        replays,
        homes::prove(&replayed, history, homes),
        quotas::prove(&replayed, history),
        money::prove(&replayed, history, buyers),
        endings::prove(&replayed, history, buyers),
    ]
}
