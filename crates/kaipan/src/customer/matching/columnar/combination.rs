//! The keys of a record by a rule: every combination of the values of its clues.

use crate::customer::identity::Phone;
use crate::customer::matching::clue::MatchClue;
use crate::customer::matching::known::Known;
use crate::customer::matching::policy::MatchRule;

/// Whether keys are kept, or looked up in those that are kept. It makes a difference for masked
/// phones only: a whole number is kept with its masks, and asks for masks alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Stored,
    Asked,
}

/// Stands between the parts of a key; no part holds it, since it cannot be seen.
const BETWEEN: char = '\u{1f}';

/// Two records have a rule in common if, and only if, a key of the one that asks is among those
/// of the one that is kept.
pub(super) fn combinations(known: &Known, at: usize, rule: &MatchRule, side: Side) -> Vec<Vec<u8>> {
    let mut keys = vec![at.to_string()];
    for clue in &rule.all {
        let values = values(known, *clue, side);
        let longer = keys
            .iter()
            .flat_map(|key| values.iter().map(move |value| format!("{key}{BETWEEN}{value}")));
        keys = longer.collect();
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().map(String::into_bytes).collect()
}

fn values(known: &Known, clue: MatchClue, side: Side) -> Vec<String> {
    match clue {
        MatchClue::Paper => {
            let papers = known.papers.iter();
            papers.map(|paper| format!("{}:{}", paper.kind().word(), paper.as_str())).collect()
        }
        MatchClue::MemberCard => known.card.iter().cloned().collect(),
        MatchClue::Phone => {
            let whole = |phone: &Phone| match phone {
                Phone::Full(digits) => Some(digits.clone()),
                Phone::Masked { .. } => None,
            };
            known.phones.iter().filter_map(whole).collect()
        }
        MatchClue::MaskedPhone => {
            known.phones.iter().flat_map(|phone| masks(phone, side)).collect()
        }
        MatchClue::Name => known.names.clone(),
        MatchClue::PhoneTail => known.tails().into_iter().map(str::to_owned).collect(),
        MatchClue::BirthDate => known.births.iter().map(ToString::to_string).collect(),
    }
}

/// The values by which a phone that may be another one is found.
///
/// `whole` is a mask that a whole number has; `masked` is that of a masked number, and the number of
/// digits before the hidden ones stands in front; `short` is what a mask of 3 and 4 and one of 4
/// and 3 have in common, told apart by which of them is kept.
fn masks(phone: &Phone, side: Side) -> Vec<String> {
    match phone {
        Phone::Full(digits) => {
            let word = if side == Side::Stored { "whole" } else { "masked" };
            let both = phone.is_mobile().then_some([(3, 4), (4, 3)]).into_iter().flatten();
            let mask = |(first, last): (usize, usize)| {
                let tail = digits.get(digits.len().checked_sub(last)?..)?;
                Some(format!("{word}{first}:{}*{tail}", digits.get(..first)?))
            };
            both.filter_map(mask).collect()
        }
        Phone::Masked { head, tail } => {
            let first = head.len();
            let ends = head.get(..3).zip(tail.get(tail.len().saturating_sub(3)..));
            let (ends_head, ends_tail) = ends.unwrap_or_default();
            let kept = if side == Side::Stored { first } else { 7_usize.saturating_sub(first) };
            let mut all = vec![
                format!("masked{first}:{head}*{tail}"),
                format!("short{kept}:{ends_head}*{ends_tail}"),
            ];
            all.extend((side == Side::Asked).then(|| format!("whole{first}:{head}*{tail}")));
            all
        }
    }
}
