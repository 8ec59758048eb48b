//! Further parts of a bill: `--also percent=-1,building=3`.

use super::args::AdjustArgs;
use crate::failure::{Choose, Failure};
use crate::price::names::Names;
use crate::price::options::building_codes;
use crate::text::Say;
use crate::values::{Said, average, floors, per_area, percent, yuan};
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::pricing::{AdjustMode, AverageMove, BillPart, Levelling};
use kaipan::project::{AttributeMatch, Clause, Dimension, Selection};

/// The words of a part, in its order: how prices change, and which homes.
const MODES: [&str; 4] = ["percent", "amount", "total-amount", "average"];
const HOMES: [&str; 5] = ["building", "layout", "product-type", "floor", "unit"];

/// The parts that the options ask for.
///
/// # Errors
/// Text that is no part, with how to write one; buildings that do not exist.
pub(super) fn parts(
    options: &AdjustArgs,
    names: &Names,
    lang: Lang,
) -> Result<Vec<BillPart>, Failure> {
    options.also.iter().map(|text| part(text, names, lang)).collect()
}

fn part(text: &Text, names: &Names, lang: Lang) -> Result<BillPart, Failure> {
    let mut mode = None;
    let mut clause = Clause::default();
    let (mut layouts, mut products) = (Vec::new(), Vec::new());
    for piece in text.split([',', '，']) {
        let Some((word, value)) = piece.split_once('=') else {
            return Err(refused(text, &no_word(piece), lang));
        };
        let (word, value) = (word.trim(), value.trim());
        let refuse = |said: Said| refused(text, &said, lang);
        if MODES.contains(&word) && mode.is_some() {
            return Err(refused(text, &two_modes(), lang));
        }
        match word {
            "percent" => {
                let percent = percent(value).map_err(refuse)?;
                mode = Some(AdjustMode::Percent { percent });
            }
            "amount" => {
                let amount = per_area(value).map_err(refuse)?;
                mode = Some(AdjustMode::AmountPerM2 { amount });
            }
            "total-amount" => {
                let amount = yuan(value).map_err(refuse)?;
                mode = Some(AdjustMode::TotalAmount { amount });
            }
            "average" => {
                let average = average(value).map_err(refuse)?;
                let (by, levelling) = (AverageMove::Scale, Levelling::default());
                mode = Some(AdjustMode::ToAverage { average, by, levelling });
            }
            "building" => clause.building.extend(building_codes(&[value.into()], names, lang)?),
            "unit" => clause.unit_no.push(value.into()),
            "floor" => clause.floor.push(floors(value).map_err(refuse)?),
            "layout" => layouts.push(Text::from(value)),
            "product-type" => products.push(Text::from(value)),
            _ => return Err(refused(text, &no_word(piece), lang)),
        }
    }
    let Some(mode) = mode else { return Err(refused(text, &no_mode(), lang)) };
    let attributes = [(Dimension::Layout, layouts), (Dimension::ProductType, products)];
    let attributes = attributes.into_iter().filter(|(_, values)| !values.is_empty());
    clause.attributes =
        attributes.map(|(attribute, values)| AttributeMatch { attribute, values }).collect();
    let every = clause == Clause::default();
    let select = if every { Selection::all() } else { Selection::of(clause) };
    Ok(BillPart { select, mode })
}

fn no_word(piece: &str) -> Said {
    let known = || MODES.iter().chain(&HOMES).copied();
    Said {
        zh: format!(
            "“{piece}”看不懂，应为“词=值”，词可以是“{}”",
            known().collect::<Vec<_>>().join("”、“")
        ),
        en: format!(
            "\"{piece}\" is not understood: it must be WORD=VALUE, with one of {}",
            known().collect::<Vec<_>>().join(", ")
        ),
    }
}

fn two_modes() -> Said {
    Said {
        zh: "只能有一种调价方式".to_owned(), en: "prices can change in one way only".to_owned()
    }
}

fn no_mode() -> Said {
    Said {
        zh: format!("没有调价方式，要有“{}”之一", MODES.join("”、“")),
        en: format!("it does not say how prices change: one of {}", MODES.join(", ")),
    }
}

fn refused(text: &str, said: &Said, lang: Lang) -> Failure {
    let why = lang.say(&said.zh, &said.en);
    Failure::Choose(Choose {
        what: match lang {
            Lang::Zh => format!("“--also”不能是“{text}”：{why}"),
            Lang::En => format!("--also cannot be \"{text}\": {why}"),
        },
        mend: lang
            .say("例如“--also percent=-1,building=3”", "for example --also percent=-1,building=3")
            .to_owned(),
        choices: Vec::new(),
    })
}
