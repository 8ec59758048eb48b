//! Names that units have: what selections, factors and permits may refer to.
//!
//! A name that no unit has is told ([`Code::ProjectNameUnmatched`]), with the nearest one that is
//! there. A name that some unit has in another spelling ([`spelling`]) is a violation
//! ([`Code::ProjectNameSpelling`]): a spreadsheet has taken a zero from one of the two.

use super::check::FEW;
use super::{Clause, Dimension, Selection, Unit};
use crate::error::{Code, Error, Finding, Input, InputPlace, finding};
use crate::nearest::spelling;
use crate::{Label, Text};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// What a name is a name of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum NameKind {
    Attribute(Dimension),
    Batch,
    Permit,
}

impl NameKind {
    fn value<'u>(&self, unit: &'u Unit) -> Option<Cow<'u, str>> {
        match self {
            NameKind::Attribute(dimension) => unit.attribute(dimension),
            NameKind::Batch => unit.batch.as_deref().map(Cow::Borrowed),
            NameKind::Permit => unit.permit.as_deref().map(Cow::Borrowed),
        }
    }

    /// In English and in Chinese.
    fn words(&self) -> (Cow<'static, str>, Cow<'static, str>) {
        let (en, zh) = match self {
            NameKind::Batch => ("batch", "推盘批次"),
            NameKind::Permit => ("permit", "预售许可证"),
            NameKind::Attribute(dimension) => match dimension {
                Dimension::Building => ("building", "楼栋"),
                Dimension::Stair => ("stair", "单元"),
                Dimension::Floor => ("floor", "楼层"),
                Dimension::Line => ("line", "户位"),
                Dimension::Stack => ("stack", "户位（楼栋/单元/户位）"),
                Dimension::Phase => ("phase", "分期"),
                Dimension::Precinct => ("precinct", "组团"),
                Dimension::Orientation => ("orientation", "朝向"),
                Dimension::View => ("view", "景观"),
                Dimension::Layout => ("layout", "户型"),
                Dimension::AreaBand => ("area band", "面积段"),
                Dimension::Fitout => ("fit-out", "装修标准"),
                Dimension::Noise => ("noise", "噪音"),
                Dimension::Daylight => ("daylight", "采光"),
                Dimension::ProductType => ("product type", "业态"),
                Dimension::Unit => ("unit number", "房号"),
                Dimension::Custom(name) => {
                    return (
                        Cow::Owned(format!("attribute \"{name}\"")),
                        Cow::Owned(format!("属性“{name}”")),
                    );
                }
            },
        };
        (Cow::Borrowed(en), Cow::Borrowed(zh))
    }
}

/// The values that units have of one kind.
struct Values {
    /// In the order of their first units, with the number of units.
    values: Vec<(Text, u32)>,
    at: HashMap<Text, usize>,
    /// Values that are not spelt plainly, by their spelling.
    spelt: HashMap<Text, usize>,
    /// Two values of units with the same spelling.
    alike: Vec<(usize, usize)>,
}

impl Values {
    fn new(units: &[Unit], kind: &NameKind) -> Values {
        let mut values: Vec<(Text, u32)> = Vec::new();
        let mut at: HashMap<Text, usize> = HashMap::new();
        for value in units.iter().filter_map(|unit| kind.value(unit)) {
            match at.get(&*value).and_then(|at| values.get_mut(*at)) {
                Some((_, count)) => *count = count.saturating_add(1),
                None => {
                    let value = Text::from(&*value);
                    at.insert(value.clone(), values.len());
                    values.push((value, 1));
                }
            }
        }
        let (mut spelt, mut alike) = (HashMap::new(), Vec::new());
        for (place, (value, _)) in values.iter().enumerate() {
            let Cow::Owned(plain) = spelling(value) else { continue };
            if plain == *value.as_str() {
                continue;
            }
            let twin = at.get(plain.as_str()).or_else(|| spelt.get(plain.as_str()));
            alike.extend(twin.map(|twin| (*twin, place)));
            spelt.entry(Text::from(plain)).or_insert(place);
        }
        Values { values, at, spelt, alike }
    }

    fn knows(&self, name: &str) -> bool {
        self.at.contains_key(name)
    }

    /// The value that is spelt like a name, with its units.
    fn spelt_like(&self, name: &str) -> Option<&(Text, u32)> {
        let plain = spelling(name);
        let twin = self.at.get(&*plain).or_else(|| self.spelt.get(&*plain));
        self.values.get(*twin?)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(value, _)| value.as_str())
    }
}

/// The names that the units of a project have, looked up as they are asked for.
pub(crate) struct Names<'a> {
    units: &'a [Unit],
    known: BTreeMap<NameKind, Values>,
    /// Findings about the units themselves.
    alike: Vec<Finding>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(units: &'a [Unit]) -> Names<'a> {
        Names { units, known: BTreeMap::new(), alike: Vec::new() }
    }

    /// The units whose names they are.
    pub(crate) fn units(&self) -> &'a [Unit] {
        self.units
    }

    /// Names of units that differ only in spelling, of every kind that was asked for.
    pub(crate) fn take_alike(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.alike)
    }

    /// Looks at the names of an attribute of the units, without asking for one of them.
    pub(crate) fn look_at(&mut self, dimension: Dimension) {
        let kind = NameKind::Attribute(dimension);
        let is_plain = |value: Cow<'_, str>| matches!(spelling(&value), Cow::Borrowed(_));
        // Two that are plain are spelt alike only if they are the same.
        if !self.units.iter().filter_map(|unit| kind.value(unit)).all(is_plain) {
            self.values(kind);
        }
    }

    fn values(&mut self, kind: NameKind) -> &Values {
        let (units, told) = (self.units, &mut self.alike);
        self.known.entry(kind).or_insert_with_key(|kind| {
            let values = Values::new(units, kind);
            let (en, zh) = kind.words();
            let value = |at: usize| values.values.get(at).map_or("", |(value, _)| value.as_str());
            for (first, second) in values.alike.iter().take(FEW) {
                let finding = finding!(
                    Code::ProjectUnitsAlike,
                    kind = en,
                    kind_zh = zh,
                    first = value(*first),
                    second = value(*second)
                );
                told.push(finding.at("units").within(Input::Project));
            }
            values
        })
    }

    /// Tells which names of a selection no unit has, and which of its clauses no unit satisfies.
    /// `place` is the selection's.
    pub(crate) fn of_selection(
        &mut self,
        selection: &Selection,
        place: impl Into<InputPlace>,
    ) -> Vec<Finding> {
        let place = place.into();
        let mut told = Vec::new();
        let several = selection.any.len().saturating_add(selection.except.len()) > 1;
        for (list, clauses) in [("any", &selection.any), ("except", &selection.except)] {
            for (at, clause) in clauses.iter().enumerate() {
                let before = told.len();
                let place = place.clone().then(list).then(at);
                self.of_clause(clause, &place, &mut told);
                // States and prices change; whoever asks for them may well find none today.
                let lasting = clause.state.is_empty() && clause.list_price.is_none();
                if several
                    && lasting
                    && told.len() == before
                    && !self.units.iter().any(|unit| clause.matches(unit))
                {
                    told.push(finding!(Code::ProjectSelectionEmpty).placed(place));
                }
            }
        }
        told
    }

    fn of_clause(&mut self, clause: &Clause, place: &InputPlace, told: &mut Vec<Finding>) {
        each_list(clause, place, &mut |kind, names, place| {
            self.of_list(kind, names, &place, told);
        });
        let units = self.units;
        for (at, range) in clause.floor.iter().enumerate() {
            if !units.iter().any(|unit| range.contains(unit.floor)) {
                let name = ends(range.from.map(Text::of), range.to.map(Text::of));
                let kind = NameKind::Attribute(Dimension::Floor);
                let place = place.clone().then("floor").then(at);
                told.push(unmatched(&kind, &name, []).placed(place));
            }
        }
        let areas = [
            ("building_area", clause.building_area, "building area", "建筑面积"),
            ("inside_area", clause.inside_area, "inside area", "套内面积"),
        ];
        for (field, range, en, zh) in areas {
            let Some(range) = range else { continue };
            let area = |unit: &Unit| match field {
                "inside_area" => unit.inside_area,
                _ => Some(unit.building_area),
            };
            if !units.iter().any(|unit| area(unit).is_some_and(|area| range.contains(area))) {
                let name = ends(range.from.map(Text::of), range.to.map(Text::of));
                let finding = finding!(Code::ProjectNameUnmatched, kind = en, kind_zh = zh, name);
                told.push(finding.placed(place.clone().then(field)));
            }
        }
    }

    fn of_list(
        &mut self,
        kind: NameKind,
        names: &[Text],
        place: &InputPlace,
        told: &mut Vec<Finding>,
    ) {
        if names.is_empty() {
            return;
        }
        let values = self.values(kind.clone());
        let missing: Vec<(usize, &Text)> =
            names.iter().enumerate().filter(|(_, name)| !values.knows(name)).collect();
        let mut unknown: Vec<(usize, &Text)> = Vec::new();
        let mut spelt = 0_usize;
        for (at, name) in missing {
            let Some((other, count)) = values.spelt_like(name).filter(|_| spelt < FEW) else {
                unknown.push((at, name));
                continue;
            };
            spelt = spelt.saturating_add(1);
            told.push(misspelt(&kind, name, other, *count).placed(place.clone().then(at)));
        }
        if unknown.len() <= FEW {
            for (at, name) in unknown {
                let finding = unmatched(&kind, name, values.names());
                told.push(finding.placed(place.clone().then(at)));
            }
        } else {
            let name = few(unknown.iter().map(|(_, name)| name.as_str()));
            told.push(unmatched(&kind, &name, []).placed(place.clone()));
        }
    }
}

/// The lists of names of a clause, each with what they are names of and its place below the
/// clause's.
fn each_list(
    clause: &Clause,
    place: &InputPlace,
    each: &mut dyn FnMut(NameKind, &[Text], InputPlace),
) {
    let lists = [
        (NameKind::Attribute(Dimension::Unit), "unit_no", &clause.unit_no),
        (NameKind::Attribute(Dimension::Building), "building", &clause.building),
        (NameKind::Attribute(Dimension::Stair), "stair", &clause.stair),
        (NameKind::Attribute(Dimension::Line), "line", &clause.line),
        (NameKind::Batch, "batch", &clause.batch),
        (NameKind::Permit, "permit", &clause.permit),
    ];
    for (kind, field, names) in lists.into_iter().filter(|(_, _, names)| !names.is_empty()) {
        each(kind, names, place.clone().then(field));
    }
    for (at, asked) in clause.attributes.iter().enumerate() {
        let place = place.clone().then("attributes").then(at).then("values");
        each(NameKind::Attribute(asked.attribute.clone()), &asked.values, place);
    }
}

/// Tells which names of a selection differ from those of one unit only in spelling. Of the other
/// units of its project nothing is known. `place` is the selection's.
pub(crate) fn spelt_otherwise(
    selection: &Selection,
    unit: &Unit,
    place: impl Into<InputPlace>,
) -> Vec<Finding> {
    let place = place.into();
    let mut told = Vec::new();
    for (list, clauses) in [("any", &selection.any), ("except", &selection.except)] {
        for (at, clause) in clauses.iter().enumerate() {
            let place = place.clone().then(list).then(at);
            each_list(clause, &place, &mut |kind, names, place| {
                let Some(value) = kind.value(unit).filter(|_| !names.is_empty()) else { return };
                if names.iter().any(|name| *name == *value) {
                    return;
                }
                let plain = spelling(&value);
                for (at, name) in names.iter().enumerate() {
                    if spelling(name) == plain {
                        let finding = misspelt(&kind, name, &value, 1);
                        told.push(finding.placed(place.clone().then(at)));
                    }
                }
            });
        }
    }
    told
}

fn misspelt(kind: &NameKind, name: &str, other: &str, count: u32) -> Finding {
    let (en, zh) = kind.words();
    finding!(Code::ProjectNameSpelling, kind = en, kind_zh = zh, name, other, count)
}

fn unmatched<'a>(kind: &NameKind, name: &str, names: impl IntoIterator<Item = &'a str>) -> Finding {
    let (en, zh) = kind.words();
    Error::new(Code::ProjectNameUnmatched)
        .with_long("kind", en)
        .with_long("kind_zh", zh)
        .with_long("name", name)
        .with_nearest(names, name)
        .finding()
}

fn ends(from: Option<Text>, to: Option<Text>) -> Label {
    Label::of(format_args!("{}–{}", from.unwrap_or_default(), to.unwrap_or_default()))
}

/// The first few of many names, and how many there are: `a, b, c, d, e … (12)`.
pub(crate) fn few<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Text {
    let count = names.len();
    let shown: Vec<&str> = names.take(FEW).collect();
    let rest = if count > FEW { format!(" … ({count})") } else { String::new() };
    Text::of(format_args!("{}{rest}", shown.join(", ")))
}
