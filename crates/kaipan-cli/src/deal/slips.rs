//! 房号确认单: the slips of the homes that are held at a moment, to be printed.

use super::walk::Walk;
use kaipan::Time;
use kaipan::deal::RoomSlipWriting;
use kaipan::error::{Lang, Result};

/// The slips, an empty line between two; a line of its own where no home is held.
pub(super) fn printed(walk: &Walk<'_>, now: Option<Time>, lang: Lang) -> Result<String> {
    let mut texts = Vec::new();
    for stock in &walk.stocks {
        let hold = stock.hold.as_ref().zip(now).filter(|(hold, now)| *now < hold.until);
        let Some((hold, now)) = hold else { continue };
        let unit = walk.script.units.iter().find(|unit| unit.unit_no == stock.unit_no);
        let people = walk.known.people.iter().flatten();
        let mut details = people.filter_map(|one| one.details.as_ref());
        let details = details.find(|one| one.customer == hold.customer);
        let slip = RoomSlipWriting::new(stock, now)
            .unit(unit)
            .customer_name(details.and_then(|one| one.name.as_deref()))
            .phone(details.and_then(|one| one.phone.as_deref()))
            .slip()?;
        texts.push(if lang == Lang::Zh { slip.text_zh } else { slip.text_en });
    }
    if texts.is_empty() {
        let none =
            if lang == Lang::Zh { "这时没有选房确认" } else { "no home is held then" };
        texts.push(none.to_owned());
    }
    Ok(texts.join("\n\n") + "\n")
}
