use crate::Text;
use crate::builder::{inputs, optional_inputs};
use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::kpi::rounded::{figure, whole};
use crate::number::{Figure, Fraction, Rate, Unrounded};
use kaipan_derive::boundary;

/// 业绩考核: scores persons by how far they reach their targets (handbook §8.7).
///
/// The score is Σ weight × completion, each completion up to the cap, in percent: 100.00 is every target
/// met. The same way scores customers by whatever is weighed, with bands for classes.
///
/// ```
/// use kaipan::kpi::{ScorePart, ScoredPerson, Scoring};
/// let parts = vec![
///     ScorePart::new("signed_amount", "0.7".parse()?, "1.3".parse()?),
///     ScorePart::new("visits", "0.3".parse()?, "0.5".parse()?),
/// ];
/// let sheet = Scoring::new(&[ScoredPerson::new("李", parts)]).cap("1.2".parse::<kaipan::number::Rate>()?).sheet()?;
/// assert_eq!(sheet.lines[0].score.to_string(), "99");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Scoring<'a> {
    persons: &'a [ScoredPerson],
    cap: Option<Rate>,
    bands: &'a [ScoreBand],
}

/// Somebody with what counts for the score.
#[boundary]
pub struct ScoredPerson {
    /// The id, unique among the persons.
    pub id: Text,
    /// What counts; the weights come to 1.
    #[boundary(required)]
    pub parts: Vec<ScorePart>,
}

/// Something that counts for a score.
#[boundary]
pub struct ScorePart {
    /// The measure, or whatever is weighed.
    pub metric: Text,
    /// Its weight.
    pub weight: Fraction,
    /// 完成率: 1.1 is 110 %.
    pub completion: Rate,
}

/// A class by score.
#[boundary]
pub struct ScoreBand {
    /// Its name.
    pub name: Text,
    /// From this score on, in percent.
    pub from: Figure,
}

/// Scores.
#[boundary(answer)]
pub struct ScoreSheet {
    /// One entry for each person, in the order given.
    #[boundary(required)]
    pub lines: Vec<ScoreLine>,
}

/// The score of somebody.
#[boundary(answer)]
pub struct ScoreLine {
    /// The id.
    pub id: Text,
    /// The score in percent, 2 decimals, half up.
    pub score: Figure,
    /// The class, where bands are given: the highest that the score reaches.
    pub band: Option<Text>,
}

impl<'a> Scoring<'a> {
    /// Of persons.
    pub const fn new(persons: &'a [ScoredPerson]) -> Scoring<'a> {
        Scoring { persons, cap: None, bands: &[] }
    }

    optional_inputs! {
        /// A completion counts up to this; without an end if absent.
        cap: Rate;
    }

    inputs! {
        /// Classes by score, in any order.
        bands: &'a [ScoreBand];
    }

    /// The scores.
    ///
    /// # Errors
    /// [`Code::KpiBlank`], [`Code::KpiIdTwice`] of persons, their parts and bands; [`Code::KpiNumber`] of
    /// weights and of a cap that is not above zero; [`Code::KpiWeightsSum`].
    pub fn sheet(&self) -> Result<ScoreSheet> {
        self.refuse()?;
        let mut lines = Vec::with_capacity(self.persons.len());
        for person in self.persons {
            let mut sum = Unrounded::ZERO;
            for part in &person.parts {
                let counted = self.cap.map_or(part.completion, |cap| part.completion.min(cap));
                sum = sum.add(&part.weight.exact().mul(&counted.into())?)?.reduced()?;
            }
            let exact = sum.mul(&whole(100)?)?;
            let score = figure(&exact, 2)?;
            let reached = self.bands.iter().filter(|band| band.from <= score);
            let band = reached.max_by_key(|band| band.from).map(|band| band.name.clone());
            lines.push(ScoreLine { id: person.id.clone(), score, band });
        }
        Ok(ScoreSheet { lines })
    }

    fn refuse(&self) -> Result<()> {
        let mut errors = Vec::new();
        let cap = self.cap.and_then(|cap| Must::BePositive.refused(Code::KpiNumber, "cap", cap));
        errors.extend(cap.map(|error| error.placed(Input::Cap)));
        let twice = |id: &Text, first: Option<usize>, field: &'static str| {
            first.map(|first| {
                Error::new(Code::KpiIdTwice).with("id", id).with("first", first).at(field)
            })
        };
        for (at, band, first) in with_repeats(self.bands, |band| band.from) {
            let own = blank(Code::KpiBlank, "name", &band.name).into_iter();
            let own = own.chain(twice(&band.name, first, "from"));
            errors.extend(own.map(|error| error.at(at).within(Input::Bands)));
        }
        for (at, person, first) in with_repeats(self.persons, |person| &person.id) {
            let mut own: Vec<Error> = blank(Code::KpiBlank, "id", &person.id).into_iter().collect();
            own.extend(twice(&person.id, first, "id"));
            for (place, part, first) in with_repeats(&person.parts, |part| &part.metric) {
                let wrong = Must::BeShare.refused(Code::KpiNumber, "weight", part.weight);
                let blank = blank(Code::KpiBlank, "metric", &part.metric).into_iter();
                let wrong = blank.chain(wrong).chain(twice(&part.metric, first, "metric"));
                own.extend(wrong.map(|error| error.at(place).at("parts")));
            }
            if own.is_empty() {
                own.extend(weights(person)?);
            }
            errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Persons)));
        }
        Error::collect(errors)
    }
}

/// Weights that do not come to 1.
fn weights(person: &ScoredPerson) -> Result<Option<Error>> {
    let (sum, text) = Fraction::sum(person.parts.iter().map(|part| part.weight))?;
    let error = || Error::new(Code::KpiWeightsSum).with("sum", text).at("parts");
    Ok((!sum.compare(&Unrounded::ONE)?.is_eq()).then(error))
}
