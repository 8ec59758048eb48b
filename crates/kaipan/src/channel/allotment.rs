//! 渠道房源: units that a channel may sell.

use crate::check::Span;
use crate::error::{Code, Error, Finding, Input, finding};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// 渠道房源分配: units allotted to a channel (handbook §37.5).
///
/// ```
/// use kaipan::channel::ChannelAllotment;
/// let at = "2026-02-27T18:00:00".parse()?;
/// let allotment = ChannelAllotment::new("A-1", "channel-a", "p1", vec!["1-101".into()], at)
///     .with_valid_to("2026-03-31".parse()?);
/// assert!(allotment.holds_on("2026-03-31".parse()?));
/// assert!(!allotment.holds_on("2026-04-01".parse()?));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct ChannelAllotment {
    /// Id, unique among all allotments.
    pub id: Text,
    /// The channel.
    pub channel: Text,
    /// The project.
    pub project: Text,
    /// The units, by their numbers.
    #[boundary(required)]
    pub units: Vec<Text>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// When it was entered.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
}

/// What one channel may sell on a day.
#[boundary(answer)]
pub struct AllottedUnits {
    /// The channel.
    pub channel: Text,
    /// The project.
    pub project: Text,
    /// How many units.
    pub count: u32,
    /// The units, in the order of their numbers, each once.
    #[boundary(required)]
    pub units: Vec<Text>,
}

impl ChannelAllotment {
    /// Whether the units are the channel's on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid().contains(day)
    }

    fn valid(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }

    /// What decides which of two allotments came first: time, sequence, id.
    fn age(&self) -> (Time, u32, &Text) {
        (self.recorded_at, self.sequence, &self.id)
    }

    /// What is wrong with it.
    pub(super) fn turned(&self) -> Option<Error> {
        let turned = self.valid().turned().map(|_| Error::new(Code::ChannelDatesTurned));
        turned.map(|error| self.valid().named_in(error).at("valid_to"))
    }
}

/// What each channel may sell on a day, by channel and project.
pub(super) fn allotted(allotments: &[ChannelAllotment], on: Date) -> Vec<AllottedUnits> {
    let mut all: Vec<(&Text, &Text, &Text)> = Vec::new();
    for one in allotments.iter().filter(|one| one.holds_on(on)) {
        all.extend(one.units.iter().map(|unit| (&one.channel, &one.project, unit)));
    }
    all.sort_unstable();
    all.dedup();
    let groups = all.chunk_by(|one, two| (one.0, one.1) == (two.0, two.1));
    let group = |group: &[(&Text, &Text, &Text)]| {
        let (channel, project, _) = *group.first()?;
        Some(AllottedUnits {
            channel: channel.clone(),
            project: project.clone(),
            count: u32::try_from(group.len()).unwrap_or(u32::MAX),
            units: group.iter().map(|(_, _, unit)| (*unit).clone()).collect(),
        })
    };
    groups.filter_map(group).collect()
}

/// Units that two channels may sell on one day, each told at the allotment that came later; and
/// units given twice by one.
pub(super) fn conflicts(allotments: &[ChannelAllotment]) -> Vec<Finding> {
    /// A unit with the place of its allotment and its own there.
    type Placed<'a> = (&'a Text, &'a Text, &'a ChannelAllotment, usize, usize);
    let mut all: Vec<Placed<'_>> = Vec::new();
    for (at, one) in allotments.iter().enumerate() {
        let units = one.units.iter().enumerate();
        all.extend(units.map(|(place, unit)| (&one.project, unit, one, at, place)));
    }
    all.sort_by(|a, b| (a.0, a.1, a.2.age(), a.4).cmp(&(b.0, b.1, b.2.age(), b.4)));
    let mut told = Vec::new();
    for of_unit in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (number, (_, unit, later, at, place)) in of_unit.iter().enumerate() {
            let earlier = of_unit.iter().take(number);
            let clash = earlier.clone().find(|(.., earlier, _, _)| {
                earlier.channel != later.channel && earlier.valid().meets(later.valid())
            });
            let again = earlier.clone().find(|(.., earlier, _, _)| earlier.id == later.id);
            let finding = match (clash, again) {
                (Some((_, _, earlier, ..)), _) => finding!(
                    Code::ChannelUnitTwice,
                    unit = unit,
                    channel = earlier.channel,
                    other = later.channel
                ),
                (None, Some(_)) => finding!(Code::ChannelUnitRepeated, unit = unit),
                (None, None) => continue,
            };
            let finding = finding.unit(unit).at(*place).at("units").at(*at);
            told.push((*at, *place, finding.within(Input::Allotments)));
        }
    }
    told.sort_by_key(|(at, place, _)| (*at, *place));
    told.into_iter().map(|(.., finding)| finding).collect()
}
