//! Requests for `pricing.table`, built from the fuzzer's bytes.

use arbitrary::{Arbitrary, Unstructured};
use serde_json::{Map, Value, json};

/// A decimal as text: ordinary prices and ratios, the limits of the types and a step beyond, and
/// texts that are no number.
#[derive(Debug, Clone, Arbitrary)]
pub enum Number {
    /// A price or an area.
    Price(u16, u8),
    /// A ratio near 1.
    Near(i8),
    /// A small change.
    Step(i16, u8),
    /// Any count of any decimal place.
    Any(i64, u8),
    /// One of a list of awkward texts.
    Odd(u8),
}

const ODD: &[&str] = &[
    "0",
    "-0",
    "0.000001",
    "-0.000001",
    "0.0000001",
    "1",
    "-1",
    "100",
    "-100",
    "0.5",
    "0.333333",
    "9223372036854775807",
    "-9223372036854775808",
    "92233720368547758.07",
    "92233720368547758.08",
    "-92233720368547758.08",
    "922337203685477.5807",
    "9223372036854.775807",
    "9223372036854.775808",
    "-9223372036854.775808",
    "9000000000000",
    "99999999.99",
    "1e5",
    "",
    " 1",
    "+1",
    "1.",
    ".5",
    "NaN",
    "１２",
    "1,000",
    "0x10",
    "00012.500000000000",
    "18446744073709551616",
];

impl Number {
    fn text(&self) -> String {
        let decimal = |count: i64, places: u8| {
            let unit = 10_u64.pow(u32::from(places % 8));
            let sign = if count < 0 { "-" } else { "" };
            let (whole, rest) = (count.unsigned_abs() / unit, count.unsigned_abs() % unit);
            let width = usize::from(places % 8);
            if width == 0 {
                format!("{sign}{whole}")
            } else {
                format!("{sign}{whole}.{rest:0width$}")
            }
        };
        match self {
            Number::Price(count, places) => decimal(i64::from(*count), places % 3),
            Number::Near(change) => decimal(1000 + i64::from(*change), 3),
            Number::Step(count, places) => decimal(i64::from(*count), places % 5),
            Number::Any(count, places) => decimal(*count, *places),
            Number::Odd(pick) => ODD[usize::from(*pick) % ODD.len()].to_owned(),
        }
    }
}

/// A price or an area as it comes in practice, mostly.
#[derive(Debug, Clone)]
pub struct Usual(String);

impl<'a> Arbitrary<'a> for Usual {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Usual> {
        if u.ratio(1, 12)? {
            return Ok(Usual(Number::arbitrary(u)?.text()));
        }
        let (whole, rest): (u16, u8) = u.arbitrary()?;
        Ok(Usual(format!("{}.{:02}", u32::from(whole) + 1, rest % 100)))
    }
}

/// A name: mostly one of a few, so that names meet; sometimes an awkward one.
#[derive(Debug, Clone)]
pub struct Name(String);

const NAMES: &[&str] = &["1", "2", "3栋", "01", "02", "南", "6", "-1", "A座"];
const ODD_NAMES: &[&str] = &[
    "", "~", "/", "a/b~c", "\"", "\\", "\u{0}", "\u{feff}", "𠮷", "e\u{301}", "{name}", "1\n2",
    "ＡＢ",
];

impl<'a> Arbitrary<'a> for Name {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Name> {
        let names = if u.ratio(1, 30)? { ODD_NAMES } else { NAMES };
        Ok(Name((*u.choose(names)?).to_owned()))
    }
}

/// A unit.
#[derive(Debug, Arbitrary)]
pub struct Home {
    name: Option<Name>,
    building: Name,
    stair: Option<Name>,
    floor: i8,
    line: Name,
    layout: Option<Name>,
    orientation: Option<Name>,
    own: Option<Name>,
    area: Usual,
    inside: Option<u8>,
    gift: Option<Usual>,
    state: u8,
    list_price: Option<Usual>,
    list_total: Option<Number>,
    floor_price: Option<Usual>,
    filed_price: Option<Usual>,
    entered: Option<Number>,
}

const STATES: &[&str] =
    &["on_sale", "not_released", "reserved", "controlled", "booked", "subscribed", "signed"];

fn pick(list: &[&'static str], at: u8) -> &'static str {
    list[usize::from(at) % list.len()]
}

/// Puts in what is there.
fn put(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value);
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

impl Home {
    fn json(&self, at: usize) -> Value {
        let name = self.name.as_ref().map_or_else(|| format!("u{at}"), |name| name.0.clone());
        let mut unit = object(json!({
            "unit_no": name, "building": self.building.0, "floor": self.floor, "line": self.line.0,
            "building_area": self.area.0, "state": pick(STATES, self.state),
        }));
        let text = |name: &Option<Name>| name.as_ref().map(|name| json!(name.0));
        let usual = |number: &Option<Usual>| number.as_ref().map(|number| json!(number.0));
        let number = |number: &Option<Number>| number.as_ref().map(|number| json!(number.text()));
        put(&mut unit, "stair", text(&self.stair));
        put(&mut unit, "layout", text(&self.layout));
        put(&mut unit, "orientation", text(&self.orientation));
        put(
            &mut unit,
            "attributes",
            text(&self.own).map(|v| json!([{"name": "得房率", "value": v}])),
        );
        let inside = |share: u8| match self.area.0.parse::<f64>() {
            Ok(area) => json!(format!("{:.2}", area * f64::from(share) / 255.0)),
            Err(_) => json!(share.to_string()),
        };
        put(&mut unit, "inside_area", self.inside.map(inside));
        put(&mut unit, "gift_area", usual(&self.gift));
        put(&mut unit, "list_price", usual(&self.list_price));
        put(&mut unit, "list_total", number(&self.list_total));
        put(&mut unit, "floor_price", usual(&self.floor_price));
        put(&mut unit, "filed_price", usual(&self.filed_price));
        put(&mut unit, "entered_total", number(&self.entered));
        unit.into()
    }
}

/// Which units something is about.
#[derive(Debug, Clone, Arbitrary)]
pub enum Select {
    /// All.
    All,
    /// Those of a building.
    Building(Name),
    /// Those of a line.
    Line(Name),
    /// Floors between two.
    Floors(Option<i8>, Option<i8>),
    /// Those with a value of an attribute.
    Value(u8, Name),
    /// Areas between two.
    Area(Option<Usual>, Option<Usual>),
    /// One unit.
    Unit(u8),
    /// The first but not the second.
    Except(Box<Select>, Box<Select>),
}

impl Select {
    fn clause(&self) -> Option<Value> {
        let usual = |number: &Option<Usual>| number.as_ref().map(|number| json!(number.0));
        let ends = |from: Option<Value>, to: Option<Value>| {
            let mut range = Map::new();
            put(&mut range, "from", from);
            put(&mut range, "to", to);
            range
        };
        Some(match self {
            Select::All => return None,
            Select::Building(name) => json!({"building": [name.0]}),
            Select::Line(name) => json!({"line": [name.0]}),
            Select::Floors(from, to) => {
                json!({"floor": [ends(from.map(|f| json!(f)), to.map(|f| json!(f)))]})
            }
            Select::Value(dimension, name) => json!({"attributes": [
                {"attribute": pick(DIMENSIONS, *dimension), "values": [name.0]}
            ]}),
            Select::Area(from, to) => json!({"building_area": ends(usual(from), usual(to))}),
            Select::Unit(at) => json!({"unit_no": [format!("u{}", at % 8)]}),
            Select::Except(of, _) => return of.clause(),
        })
    }

    fn json(&self) -> Value {
        let mut selection = Map::new();
        put(&mut selection, "any", self.clause().map(|clause| json!([clause])));
        if let Select::Except(_, except) = self {
            put(&mut selection, "except", except.clause().map(|clause| json!([clause])));
        }
        selection.into()
    }
}

const DIMENSIONS: &[&str] = &[
    "building",
    "line",
    "floor",
    "orientation",
    "layout",
    "stack",
    "unit",
    "stair",
    "custom:得房率",
    "product_type",
];
const METHODS: &[&str] = &["coefficient", "percent", "difference"];
const PLACES: &[&str] = &["1", "0.01", "0.1", "10", "100", "1000", "10000", "100000", "0.001", "0"];
const MODES: &[&str] = &["half_up", "up", "down", "odd"];

/// A rounding point.
#[derive(Debug, Arbitrary)]
pub struct Point(u8, u8, Option<bool>);

impl Point {
    fn json(&self) -> Value {
        // The last of each list is refused: give it a small share.
        let choose = |list: &[&'static str], at: u8| match at {
            255 => list[list.len() - 1],
            at => pick(&list[..list.len() - 1], at),
        };
        let mut point =
            object(json!({"mode": choose(MODES, self.0), "place": choose(PLACES, self.1)}));
        put(&mut point, "guard", self.2.map(|guard| json!(guard)));
        point.into()
    }
}

/// Where the values of a factor come from.
#[derive(Debug, Arbitrary)]
pub enum Values {
    /// Rows.
    Table(Vec<(Name, Number)>),
    /// Steps.
    Steps(Vec<(Name, Number)>),
    /// A rule for floors.
    Floors(Rule),
    /// Bands of areas.
    Bands(Vec<(u8, Number)>, bool),
}

/// A rule for floors.
#[derive(Debug, Arbitrary)]
pub struct Rule {
    reference: i8,
    start: Option<Number>,
    step: Number,
    by_number: bool,
    segment: Option<(i16, i16, Number)>,
    jump: Option<(i32, Number, bool)>,
    top: Option<(Number, bool, bool)>,
    line: Option<(Name, Number)>,
}

impl Rule {
    fn json(&self) -> Value {
        let mode = |add: bool| if add { "add" } else { "replace" };
        let mut rule = object(json!({
            "reference": self.reference, "step": self.step.text(),
            "axis": if self.by_number { "number" } else { "ordinal" },
        }));
        put(&mut rule, "start", self.start.as_ref().map(|start| json!(start.text())));
        let segment = |(from, to, step): &(i16, i16, Number)| json!([{"from": from, "to": to, "step": step.text()}]);
        put(&mut rule, "segments", self.segment.as_ref().map(segment));
        let jump = |(onto, step, add): &(i32, Number, bool)| {
            let onto = if onto % 2 == 0 { onto / 2 } else { onto % 40 };
            json!([{"onto": onto, "step": step.text(), "mode": mode(*add)}])
        };
        put(&mut rule, "jumps", self.jump.as_ref().map(jump));
        let top = |(step, line, add): &(Number, bool, bool)| {
            let of = if *line { "line" } else { "building" };
            json!({"step": step.text(), "of": of, "mode": mode(*add)})
        };
        put(&mut rule, "top", self.top.as_ref().map(top));
        let line = |(line, step): &(Name, Number)| json!([{"line": line.0, "step": step.text()}]);
        put(&mut rule, "lines", self.line.as_ref().map(line));
        rule.into()
    }
}

/// A factor.
#[derive(Debug, Arbitrary)]
pub struct Factor {
    dimension: u8,
    method: u8,
    values: Values,
    reference: Option<u8>,
    scope: Option<Select>,
    weight: Option<Number>,
}

impl Factor {
    fn json(&self, score: bool, count: usize) -> Value {
        let method = pick(METHODS, self.method);
        let neutral = if method == "coefficient" { "1" } else { "0" };
        let mut dimension = pick(DIMENSIONS, self.dimension);
        let mut reference = None;
        // Names in the order given, each once: duplicates are refused before any arithmetic.
        let once = |rows: &[(Name, Number)]| {
            let mut kept: Vec<(String, String)> = Vec::new();
            for (name, number) in rows.iter().take(6) {
                if kept.iter().all(|(other, _)| *other != name.0) {
                    kept.push((name.0.clone(), number.text()));
                }
            }
            kept
        };
        let values = match &self.values {
            Values::Table(rows) => {
                let mut rows = once(rows);
                if dimension == "floor" {
                    for (at, row) in rows.iter_mut().enumerate() {
                        row.0 = at.to_string();
                    }
                }
                let chosen = self.reference.filter(|_| !rows.is_empty());
                if let Some(at) = chosen {
                    let at = usize::from(at) % rows.len();
                    if !score {
                        neutral.clone_into(&mut rows[at].1);
                    }
                    reference = Some(rows[at].0.clone());
                }
                let row = |(key, value): &(String, String)| json!({"key": key, "value": value});
                json!({"kind": "table", "rows": rows.iter().map(row).collect::<Vec<_>>()})
            }
            Values::Steps(rows) => {
                let rows = once(rows);
                if dimension == "floor" {
                    dimension = "line";
                }
                let at = usize::from(self.reference.unwrap_or_default());
                reference = rows.get(at % rows.len().max(1)).map(|row| row.0.clone());
                let order: Vec<_> = rows.iter().map(|row| &row.0).collect();
                let steps: Vec<_> = rows.iter().skip(1).map(|row| &row.1).collect();
                json!({"kind": "steps", "order": order, "steps": steps})
            }
            Values::Floors(rule) => {
                dimension = "floor";
                json!({"kind": "floors", "rule": rule.json()})
            }
            Values::Bands(bands, inside) => {
                dimension = "area_band";
                let mut from = 0_u32;
                let band = |(width, value): &(u8, Number)| {
                    let to = from + u32::from(*width) * 64 + 1;
                    let band = json!({"from": from.to_string(), "to": to.to_string(), "value": value.text()});
                    from = to;
                    band
                };
                let bands: Vec<Value> = bands.iter().take(5).map(band).collect();
                let area = if *inside { "inside" } else { "building" };
                json!({"kind": "bands", "area": area, "bands": bands})
            }
        };
        let mut factor =
            object(json!({"dimension": dimension, "method": method, "values": values}));
        put(&mut factor, "reference", reference.map(|reference| json!(reference)));
        put(&mut factor, "scope", self.scope.as_ref().map(Select::json));
        if score {
            let even = if count == 1 { "1".to_owned() } else { "0.5".to_owned() };
            factor.insert(
                "weight".to_owned(),
                json!(self.weight.as_ref().map_or(even, Number::text)),
            );
        }
        factor.into()
    }
}

/// A pricing scheme.
#[derive(Debug, Arbitrary)]
pub struct Scheme {
    scope: Select,
    base: Option<Usual>,
    area_basis: u8,
    total_first: bool,
    combine: u8,
    factors: Vec<Factor>,
    spot: Option<(Select, Number)>,
    gift: Option<(bool, Number)>,
    lump_sum: Option<(Select, Number)>,
    discount: Option<(u16, Vec<u8>)>,
    by_hand: Option<(Select, bool, Usual)>,
    unit_point: Option<Point>,
    total_point: Option<Point>,
}

impl Scheme {
    fn json(&self, at: usize, last: bool) -> Value {
        let combine = pick(&["multiplicative", "additive", "score"], self.combine);
        let area_basis = pick(&["building", "building", "inside", "per_unit"], self.area_basis);
        let mut scheme = object(json!({
            "code": format!("S{at}"), "area_basis": area_basis, "combine": combine,
            "price_basis": if self.total_first { "total_first" } else { "unit_first" },
        }));
        if !last {
            scheme.insert("scope".to_owned(), self.scope.json());
        }
        put(&mut scheme, "base_price", self.base.as_ref().map(|base| json!(base.0)));
        if area_basis != "per_unit" {
            let count = self.factors.len().min(4);
            let factor = |factor: &Factor| factor.json(combine == "score", count);
            let factors: Vec<Value> = self.factors.iter().take(4).map(factor).collect();
            scheme.insert("factors".to_owned(), factors.into());
        }
        let spot = |(select, amount): &(Select, Number)| json!([{"select": select.json(), "amount": amount.text()}]);
        put(&mut scheme, "spots", self.spot.as_ref().map(spot));
        let gift = |(price, number): &(bool, Number)| match price {
            true => json!({"kind": "price", "price": number.text()}),
            false => json!({"kind": "conversion", "rate": number.text()}),
        };
        put(&mut scheme, "gift", self.gift.as_ref().map(gift));
        let lump_sum = |(select, amount): &(Select, Number)| json!([{"name": "礼包", "select": select.json(), "amount": amount.text()}]);
        put(&mut scheme, "lump_sums", self.lump_sum.as_ref().map(lump_sum));
        let discount = |(share, rates): &(u16, Vec<u8>)| {
            let share = u32::from(*share) % 1001;
            let ratio = |count: u32| format!("{}.{:03}", count / 1000, count % 1000);
            let rate = |at: usize| ratio(1000 - u32::from(rates.get(at).copied().unwrap_or(3)));
            json!({"modes": [{"share": ratio(share), "rate": rate(0)},
                {"share": ratio(1000 - share), "rate": rate(1)}],
                "others": (2..rates.len().min(5)).map(rate).collect::<Vec<_>>()})
        };
        put(&mut scheme, "composite_discount", self.discount.as_ref().map(discount));
        let by_hand = |(select, total, number): &(Select, bool, Usual)| {
            let field = if *total { "total" } else { "unit_price" };
            json!([{"select": select.json(), field: number.0}])
        };
        put(&mut scheme, "overrides", self.by_hand.as_ref().map(by_hand));
        put(&mut scheme, "unit_rounding", self.unit_point.as_ref().map(Point::json));
        put(&mut scheme, "total_rounding", self.total_point.as_ref().map(Point::json));
        scheme.into()
    }
}

/// A target.
#[derive(Debug, Arbitrary)]
pub struct Target {
    scope: Select,
    total: bool,
    goal: Usual,
    inside: bool,
    net: bool,
    split: Option<(Vec<Number>, Option<bool>)>,
    base_point: Option<Point>,
    levelling: u8,
    reach: u8,
}

impl Target {
    fn json(&self, alone: bool, homes: &[Home]) -> Value {
        let goal = match self.total {
            true => {
                json!({"kind": "total", "total": format!("{}000", self.goal.0.replace('.', ""))})
            }
            false => json!({"kind": "average", "average": self.goal.0}),
        };
        let mut target = object(json!({
            "goal": goal, "average_basis": if self.inside { "inside" } else { "building" },
            "level": if self.net { "net" } else { "list" },
            "levelling": match self.levelling % 4 {
                0 => json!({"kind": "none"}),
                1 => json!({"kind": "nudge_base", "place": pick(&PLACES[..5], self.levelling / 4),
                    "reach": self.reach % 30}),
                _ => json!({"kind": "spread_residual"}),
            },
        }));
        if !alone {
            target.insert("scope".to_owned(), self.scope.json());
        }
        let split = |(shares, normalise): &(Vec<Number>, Option<bool>)| {
            let mut names: Vec<&str> = homes.iter().map(|home| home.building.0.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            let share = |(at, name): (usize, &&str)| {
                let coefficient = shares.get(at).map_or_else(|| "1".to_owned(), Number::text);
                json!({"building": name, "coefficient": coefficient})
            };
            let buildings: Vec<Value> = names.iter().enumerate().map(share).collect();
            json!({"buildings": buildings, "normalise": normalise.unwrap_or(true)})
        };
        put(&mut target, "split", self.split.as_ref().map(split));
        put(&mut target, "base_rounding", self.base_point.as_ref().map(Point::json));
        target.into()
    }
}

/// A request for a price table.
#[derive(Debug, Arbitrary)]
pub struct Request {
    homes: Vec<Home>,
    schemes: Vec<Scheme>,
    targets: Vec<Target>,
    rules: Option<(bool, bool, Option<(Number, Option<Number>)>)>,
    select: Option<Select>,
    reprice: bool,
    inside: bool,
}

impl Request {
    /// The request as JSON; at most 12 units, 3 schemes and 2 targets, so that tries are many.
    #[must_use]
    pub fn json(&self) -> Value {
        let homes = &self.homes[..self.homes.len().min(12)];
        let schemes = &self.schemes[..self.schemes.len().min(3)];
        let targets = &self.targets[..self.targets.len().min(2)];
        let units: Vec<Value> = homes.iter().enumerate().map(|(at, home)| home.json(at)).collect();
        let scheme = |(at, scheme): (usize, &Scheme)| scheme.json(at, at + 1 == schemes.len());
        let target = |target: &Target| target.json(targets.len() == 1, homes);
        let mut request = object(json!({
            "project": {"name": "模糊测试", "units": units},
            "schemes": schemes.iter().enumerate().map(scheme).collect::<Vec<_>>(),
            "targets": targets.iter().map(target).collect::<Vec<_>>(),
            "active_deals": if self.reprice { "reprice" } else { "keep" },
            "average_basis": if self.inside { "inside" } else { "building" },
        }));
        let rules = |(floor, exact, filed): &(bool, bool, Option<(Number, Option<Number>)>)| {
            let band = |(up, down): &(Number, Option<Number>)| {
                let mut band = object(json!({"up": up.text()}));
                put(&mut band, "down", down.as_ref().map(|down| json!(down.text())));
                band
            };
            json!({"floor": floor, "filed_exact": exact, "filed": filed.as_ref().map(band)})
        };
        put(&mut request, "rules", self.rules.as_ref().map(rules));
        put(&mut request, "select", self.select.as_ref().map(Select::json));
        request.into()
    }
}
