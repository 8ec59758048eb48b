//! Requests for `pricing.table`, drawn from the fuzzer's bytes.
//!
//! Most of them are valid by construction, so that the arithmetic is reached: names meet, inside
//! areas are smaller than building areas, references are neutral, weights add up to 1. Figures
//! are ordinary or at the limits of their types. One request in four is then damaged in places.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value, json};

/// A request for a price table.
#[derive(Debug)]
pub struct Request(pub Value);

impl<'a> Arbitrary<'a> for Request {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Request> {
        let mut value = Draw(u).request()?;
        if one_in(u, 4)? {
            for _ in 0..u.int_in_range(1..=3)? {
                let part = u.choose(&["project", "schemes", "targets", "rules", "select"])?;
                damage(&mut value[part], u)?;
            }
        }
        Ok(Request(value))
    }
}

const CLASSES: &[(&str, &[&str])] = &[
    ("orientation", &["南", "北", "东南"]),
    ("layout", &["A", "B1"]),
    ("view", &["湖", "街"]),
    ("custom:得房率", &["high", "low"]),
];
const BUILDINGS: &[&str] = &["1", "2", "3栋"];
const LINES: &[&str] = &["01", "02", "03"];
const STATES: &[&str] =
    &["on_sale", "not_released", "reserved", "controlled", "booked", "subscribed", "signed"];
const PLACES: &[&str] = &["1", "0.01", "0.1", "10", "100", "1000", "10000", "100000"];
const ODD: &[&str] = &[
    "",
    "0",
    "-0",
    "-1",
    "-100",
    "0.0000001",
    "9223372036854775807",
    "-9223372036854775808",
    "92233720368547758.08",
    "9223372036854.775808",
    "1e5",
    " 1",
    "+1",
    "1.",
    ".5",
    "NaN",
    "１２",
    "1,000",
    "00012.500000000000",
    "~",
    "/",
    "a/b~c",
    "\"",
    "\\",
    "\u{0}",
    "\u{feff}",
    "𠮷",
    "e\u{301}",
    "{name}",
    "1\n2",
    "2147483648",
    "null",
];

/// Yes, one time in some; no once the fuzzer's bytes are used up.
fn one_in(u: &mut Unstructured<'_>, times: u8) -> Result<bool> {
    Ok(!u.ratio(times - 1, times)?)
}

/// Puts something awkward in the place of something in the request, or takes it out.
fn damage(value: &mut Value, u: &mut Unstructured<'_>) -> Result<()> {
    let children = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if children == 0 || one_in(u, 20)? {
        *value = match u.int_in_range(0..=5)? {
            0 => Value::Null,
            1 => json!(u.arbitrary::<i64>()?),
            2 => json!(u.arbitrary::<bool>()?),
            _ => json!(u.choose(ODD)?),
        };
        return Ok(());
    }
    let at = u.choose_index(children)?;
    match value {
        Value::Array(items) => match u.int_in_range(0..=15)? {
            0 => drop(items.remove(at)),
            1 => items.push(items[at].clone()),
            _ => damage(&mut items[at], u)?,
        },
        Value::Object(fields) => {
            let name = fields.keys().nth(at).cloned().unwrap_or_default();
            if one_in(u, 12)? {
                fields.remove(&name);
            } else {
                damage(&mut fields[&name], u)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// A count of the smallest step, as decimal text.
fn decimal(count: i64, places: u32) -> String {
    let (sign, unit) = (if count < 0 { "-" } else { "" }, 10_u64.pow(places));
    let (whole, rest) = (count.unsigned_abs() / unit, count.unsigned_abs() % unit);
    match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0width$}", width = places as usize),
    }
}

/// Draws from the fuzzer's bytes.
struct Draw<'u, 'a>(&'u mut Unstructured<'a>);

impl Draw<'_, '_> {
    fn one_in(&mut self, times: u8) -> Result<bool> {
        one_in(self.0, times)
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> Result<T> {
        self.0.choose(list).copied()
    }

    fn between(&mut self, low: i64, high: i64) -> Result<i64> {
        self.0.int_in_range(low..=high)
    }

    fn list<T>(&mut self, most: usize, one: impl Fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        (0..self.0.int_in_range(0..=most)?).map(|_| one(self)).collect()
    }

    /// Gives a field a value, one time in some.
    fn may(
        &mut self,
        object: &mut Value,
        times: u8,
        name: &str,
        value: impl FnOnce(&mut Self) -> Result<Value>,
    ) -> Result<()> {
        if self.one_in(times)? {
            object[name] = value(self)?;
        }
        Ok(())
    }

    /// A positive figure with that many places: ordinary, up to some billions, or near the limit.
    fn figure(&mut self, low: i64, high: i64, places: u32) -> Result<String> {
        Ok(match self.between(0, 60)? {
            0 => decimal(i64::MAX - self.between(0, 300)?, places),
            1 => decimal(self.between(1, i64::MAX)?, places),
            2 => decimal(self.between(0, 3)?, places),
            3..=20 => {
                let fine = 10_i64.pow(places);
                decimal(self.between(low * fine, high * fine)?, places)
            }
            _ => {
                let rough = places.min(2);
                decimal(self.between(low * 10_i64.pow(rough), high * 10_i64.pow(rough))?, rough)
            }
        })
    }

    fn price(&mut self) -> Result<Value> {
        Ok(json!(self.figure(5_000, 60_000, 6)?))
    }

    fn total(&mut self) -> Result<Value> {
        Ok(json!(self.figure(100_000, 9_000_000, 2)?))
    }

    /// A small figure of either sign.
    fn change(&mut self, most: i64) -> Result<Value> {
        let places = self.of(&[0, 0, 1, 2, 4, 6])?;
        let most = most * 10_i64.pow(places);
        Ok(json!(decimal(self.between(-most, most)?, places)))
    }

    /// A ratio between two thousandths.
    fn ratio(&mut self, low: i64, high: i64) -> Result<Value> {
        let places = self.of(&[3, 3, 3, 6])?;
        let scale = 10_i64.pow(places - 3);
        Ok(json!(decimal(self.between(low * scale, high * scale)?, places)))
    }

    fn point(&mut self, finest_first: bool) -> Result<Value> {
        let places = if finest_first { &PLACES[1..3] } else { PLACES };
        let mut point =
            json!({"mode": self.of(&["half_up", "up", "down"])?, "place": self.of(places)?});
        self.may(&mut point, 4, "guard", |_| Ok(json!(false)))?;
        Ok(point)
    }

    fn home(&mut self, at: usize, inside: bool) -> Result<Value> {
        let area = self.between(3_000, 20_000)?;
        let mut home = json!({
            "unit_no": format!("u{at}"), "building": self.of(BUILDINGS)?, "line": self.of(LINES)?,
            "floor": self.of(&[1, 2, 3, 5, 6, 18, 33, -1, 99])?, "state": self.of(STATES)?,
            "building_area": decimal(area, 2),
        });
        if self.one_in(40)? {
            home["building_area"] = json!(self.figure(20, 900, 4)?);
        } else if inside {
            home["inside_area"] = json!(decimal(self.between(area / 2, area)?, 2));
        }
        let mut own = json!([]);
        for (name, values) in CLASSES {
            let value = self.of(values)?;
            match name.strip_prefix("custom:") {
                Some(name) => own = json!([{"name": name, "value": value}]),
                None => self.may(&mut home, 2, name, |_| Ok(json!(value)))?,
            }
        }
        self.may(&mut home, 2, "attributes", |_| Ok(own))?;
        self.may(&mut home, 4, "stair", |_| Ok(json!("1")))?;
        self.may(&mut home, 4, "gift_area", |d| Ok(json!(d.figure(1, 30, 2)?)))?;
        self.may(&mut home, 4, "list_price", Self::price)?;
        self.may(&mut home, 4, "list_total", Self::total)?;
        self.may(&mut home, 4, "floor_price", Self::price)?;
        self.may(&mut home, 8, "floor_total", Self::total)?;
        self.may(&mut home, 4, "filed_price", Self::price)?;
        home["entered_total"] = self.total()?;
        Ok(home)
    }

    fn clause(&mut self) -> Result<Value> {
        Ok(match self.between(0, 6)? {
            0 => json!({"building": [self.of(BUILDINGS)?]}),
            1 => json!({"line": [self.of(LINES)?]}),
            2 => json!({"floor": [{"from": self.between(-2, 9)?, "to": self.between(9, 99)?}]}),
            3 => json!({"floor": [{"to": self.between(1, 20)?}]}),
            4 => {
                let (name, values) = self.of(CLASSES)?;
                json!({"attributes": [{"attribute": name, "values": [self.of(values)?]}]})
            }
            5 => json!({"building_area": {"from": decimal(self.between(3_000, 15_000)?, 2)}}),
            _ => json!({"unit_no": [format!("u{}", self.between(0, 9)?)]}),
        })
    }

    fn selection(&mut self) -> Result<Value> {
        let mut selection = json!({"any": [self.clause()?]});
        self.may(&mut selection, 5, "except", |d| Ok(json!([d.clause()?])))?;
        Ok(selection)
    }

    fn rule(&mut self, most: i64) -> Result<Value> {
        let mut rule = json!({
            "reference": self.of(&[1, 2, 6, 18, -1])?, "step": self.change(most)?,
            "axis": self.of(&["ordinal", "number"])?,
        });
        let modes = ["replace", "add"];
        self.may(&mut rule, 3, "segments", |d| {
            let low = d.between(-2, 20)?;
            Ok(json!([{"from": low, "to": low + d.between(0, 20)?, "step": d.change(most)?}]))
        })?;
        self.may(&mut rule, 3, "jumps", |d| {
            let step = d.change(most)?;
            Ok(json!([{"onto": d.between(-2, 34)?, "step": step, "mode": d.of(&modes)?}]))
        })?;
        self.may(&mut rule, 3, "top", |d| {
            let (step, of) = (d.change(most)?, d.of(&["building", "line"])?);
            Ok(json!({"step": step, "of": of, "mode": d.of(&modes)?}))
        })?;
        self.may(&mut rule, 3, "lines", |d| {
            Ok(json!([{"line": d.of(LINES)?, "step": d.change(most)?}]))
        })?;
        Ok(rule)
    }

    /// A factor; in the score variant its coefficients are scores.
    fn factor(&mut self, score: bool, inside: bool) -> Result<Value> {
        let method = self.of(&["coefficient", "percent", "difference"])?;
        let method = if score && method == "percent" { "difference" } else { method };
        let scored = score && method == "coefficient";
        let neutral = if method == "coefficient" { "1" } else { "0" };
        let value = |d: &mut Self| match (method, scored) {
            (_, true) => d.ratio(60_000, 100_000),
            ("coefficient", _) => d.ratio(800, 1_200),
            ("percent", _) => d.change(9),
            _ => d.change(400),
        };
        let most = if method == "coefficient" { 0 } else { 20 };
        let (name, keys) = match self.between(0, 5)? {
            0 => ("building", BUILDINGS),
            1 => ("line", LINES),
            2 => ("floor", &["1", "2", "3", "5", "18"][..]),
            _ => self.of(CLASSES)?,
        };
        let mut factor = json!({"dimension": name, "method": method});
        match self.between(0, 5)? {
            0 => {
                factor["dimension"] = json!("floor");
                let mut rule = self.rule(most)?;
                if scored {
                    factor["reference"] = json!(rule["reference"].to_string());
                    rule["start"] = self.ratio(60_000, 100_000)?;
                }
                factor["values"] = json!({"kind": "floors", "rule": rule});
            }
            1 if !scored => {
                let cut = decimal(self.between(3_000, 15_000)?, 2);
                let mut values = json!({"kind": "bands", "bands": [
                    {"to": cut, "value": value(self)?}, {"from": cut, "value": value(self)?}]});
                if inside {
                    values["area"] = json!(self.of(&["building", "inside"])?);
                }
                factor["dimension"] = json!("area_band");
                factor["values"] = values;
            }
            2 => {
                let steps: Vec<Value> =
                    keys.iter().skip(1).map(|_| self.change(most)).collect::<Result<_>>()?;
                factor["reference"] = json!(self.of(keys)?);
                factor["values"] = json!({"kind": "steps", "order": keys, "steps": steps});
            }
            _ => {
                let mut rows = Vec::new();
                for key in keys {
                    rows.push(json!({"key": key, "value": value(self)?}));
                }
                if scored || self.one_in(2)? {
                    let at = self.0.choose_index(rows.len())?;
                    factor["reference"] = rows[at]["key"].clone();
                    if !scored {
                        rows[at]["value"] = json!(neutral);
                    }
                }
                factor["values"] = json!({"kind": "table", "rows": rows});
            }
        }
        self.may(&mut factor, 5, "scope", Self::selection)?;
        Ok(factor)
    }

    fn discount(&mut self) -> Result<Value> {
        let share = self.between(0, 1_000)?;
        let mut modes = Vec::new();
        for share in [share, 1_000 - share] {
            modes.push(json!({"share": decimal(share, 3), "rate": self.ratio(700, 1_000)?}));
        }
        Ok(json!({"modes": modes, "others": self.list(2, |d| d.ratio(900, 1_000))?}))
    }

    fn scheme(&mut self, at: usize, inside: bool) -> Result<Value> {
        let basis = match self.between(0, 9)? {
            0 => "per_unit",
            1..=3 if inside => "inside",
            _ => "building",
        };
        let combine = self.of(&["multiplicative", "additive", "score"])?;
        let mut scheme = json!({
            "code": format!("S{at}"), "base_price": self.price()?, "area_basis": basis,
            "combine": combine, "price_basis": self.of(&["unit_first", "total_first"])?,
        });
        if basis != "per_unit" {
            let score = combine == "score";
            let mut factors = self.list(6, |d| d.factor(score, inside))?;
            let scored = |f: &Value| score && f["method"] == "coefficient";
            let mut left = factors.iter().filter(|f| scored(f)).count();
            let mut rest = 1_000_000;
            for factor in factors.iter_mut().filter(|f| scored(f)) {
                left -= 1;
                let weight = if left == 0 { rest } else { self.between(0, rest)? };
                rest -= weight;
                factor["weight"] = json!(decimal(weight, 6));
            }
            scheme["factors"] = factors.into();
            self.may(&mut scheme, 4, "overrides", |d| {
                let mut own = json!({"select": d.selection()?});
                if d.one_in(2)? {
                    own["total"] = d.total()?;
                } else {
                    own["unit_price"] = d.price()?;
                }
                Ok(json!([own]))
            })?;
        }
        self.may(&mut scheme, 3, "spots", |d| {
            Ok(json!([{"select": d.selection()?, "amount": d.change(900)?}]))
        })?;
        self.may(&mut scheme, 4, "gift", |d| {
            Ok(match d.one_in(2)? {
                true => json!({"kind": "price", "price": d.price()?}),
                false => json!({"kind": "conversion", "rate": d.ratio(0, 1_000)?}),
            })
        })?;
        self.may(&mut scheme, 4, "lump_sums", |d| {
            let amount = decimal(d.between(-9_000_000, 9_000_000)?, 2);
            Ok(json!([{"name": "礼包", "select": d.selection()?, "amount": amount}]))
        })?;
        self.may(&mut scheme, 4, "composite_discount", Self::discount)?;
        self.may(&mut scheme, 2, "unit_rounding", |d| d.point(false))?;
        self.may(&mut scheme, 2, "total_rounding", |d| d.point(false))?;
        Ok(scheme)
    }

    fn target(&mut self, homes: &[Value], inside: bool) -> Result<Value> {
        let goal = match self.one_in(3)? {
            true => json!({"kind": "total", "total": self.figure(100_000, 90_000_000, 2)?}),
            false => json!({"kind": "average", "average": self.price()?}),
        };
        let levelling = match self.between(0, 5)? {
            0 => json!({"kind": "none"}),
            1 | 2 => json!({"kind": "nudge_base", "place": self.of(&PLACES[..5])?,
                "reach": self.between(0, 30)?}),
            _ => json!({"kind": "spread_residual"}),
        };
        let mut target = json!({
            "goal": goal, "level": self.of(&["list", "net"])?, "levelling": levelling,
            "average_basis": if inside { self.of(&["building", "inside"])? } else { "building" },
        });
        self.may(&mut target, 3, "split", |d| {
            let mut shares = Vec::new();
            for name in
                BUILDINGS.iter().filter(|name| homes.iter().any(|h| h["building"] == **name))
            {
                shares.push(json!({"building": name, "coefficient": d.ratio(500, 1_500)?}));
            }
            Ok(json!({"buildings": shares, "normalise": d.0.arbitrary::<bool>()?}))
        })?;
        self.may(&mut target, 4, "base_rounding", |d| d.point(true))?;
        Ok(target)
    }

    /// Up to 12 units, 3 schemes and 2 targets, so that tries are many.
    fn request(&mut self) -> Result<Value> {
        let inside = !self.one_in(4)?;
        let mut homes = Vec::new();
        for at in 0..self.0.int_in_range(1..=12)? {
            homes.push(self.home(at, inside)?);
        }
        let count = self.of(&[1, 1, 1, 2, 3])?;
        let mut schemes = Vec::new();
        for at in 0..count {
            let mut scheme = self.scheme(at, inside)?;
            if at + 1 < count {
                scheme["scope"] = self.selection()?;
            }
            schemes.push(scheme);
        }
        let mut targets = Vec::new();
        match self.between(0, 5)? {
            0 | 1 => {}
            2 => {
                for name in &BUILDINGS[..2] {
                    let mut target = self.target(&homes, inside)?;
                    target["scope"] = json!({"any": [{"building": [name]}]});
                    if let Some(object) = target.as_object_mut() {
                        object.remove("split");
                    }
                    targets.push(target);
                }
            }
            _ => targets.push(self.target(&homes, inside)?),
        }
        let mut request = json!({
            "project": {"name": "模糊测试", "units": homes}, "schemes": schemes, "targets": targets,
            "active_deals": self.of(&["keep", "reprice"])?,
            "average_basis": if inside { self.of(&["building", "inside"])? } else { "building" },
        });
        self.may(&mut request, 2, "rules", |d| {
            let mut rules = json!({"floor": d.0.arbitrary::<bool>()?, "filed": null});
            d.may(&mut rules, 2, "filed_exact", |_| Ok(json!(true)))?;
            d.may(&mut rules, 2, "filed", |d| {
                let mut band = Map::from_iter([("up".to_owned(), d.ratio(0, 300)?)]);
                if d.one_in(2)? {
                    band.insert("down".to_owned(), d.ratio(0, 300)?);
                }
                Ok(band.into())
            })?;
            Ok(rules)
        })?;
        self.may(&mut request, 6, "select", Self::selection)?;
        Ok(request)
    }
}
