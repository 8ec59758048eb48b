//! Names of the project: what to show for codes, and where an error is in the user's files.

use crate::failure::{Failure, Located, join, meant};
use crate::load::Loaded;
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::project::Project;
use kaipan::{Label, Text};

/// What is known of the project besides its prices.
pub(crate) struct Names {
    /// The project, without its units.
    pub(crate) project: Project,
    /// Unit numbers, in the order of the project.
    pub(crate) units: Vec<Text>,
    /// Codes of the buildings, in the order of their first unit.
    pub(crate) buildings: Vec<Text>,
    /// Codes and names of the schemes.
    schemes: Vec<(Text, Option<Label>)>,
    file: String,
    units_file: Option<String>,
}

impl Names {
    /// Takes down the names of a project.
    pub(crate) fn new(loaded: &Loaded) -> Names {
        let from = &loaded.request.project;
        let project = Project {
            name: from.name.clone(),
            registered_name: from.registered_name.clone(),
            project_company: from.project_company.clone(),
            city: from.city.clone(),
            buildings: from.buildings.clone(),
            permits: from.permits.clone(),
            ..Project::default()
        };
        let mut buildings: Vec<Text> = Vec::new();
        for unit in &from.units {
            if buildings.last() != Some(&unit.building) && !buildings.contains(&unit.building) {
                buildings.push(unit.building.clone());
            }
        }
        let schemes = loaded.request.schemes.iter();
        Names {
            project,
            units: from.units.iter().map(|unit| unit.unit_no.clone()).collect(),
            buildings,
            schemes: schemes.map(|one| (one.code.clone(), one.name.clone())).collect(),
            file: loaded.file.clone(),
            units_file: loaded.units_file.clone(),
        }
    }

    /// Codes and names of the buildings.
    pub(crate) fn building_names(&self) -> Vec<Text> {
        let names = self.buildings.iter().map(|code| self.building(code).into());
        self.buildings.iter().cloned().chain(names).collect()
    }

    /// The name of a building to show.
    pub(crate) fn building<'a>(&'a self, code: &'a str) -> &'a str {
        let known = self.project.buildings.iter().find(|building| building.code == code);
        known.and_then(|building| building.name.as_deref()).unwrap_or(code)
    }

    /// The name of a scheme to show: the code in English, since names are Chinese.
    pub(crate) fn scheme<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        let known = self.schemes.iter().find(|(known, _)| *known == code);
        let name = known.and_then(|(_, name)| name.as_deref()).filter(|_| lang == Lang::Zh);
        name.unwrap_or(code)
    }

    /// The name of a stair to show.
    pub(crate) fn stair<'a>(&'a self, building: &str, code: &'a str) -> &'a str {
        let known = self.project.buildings.iter().find(|one| one.code == building);
        let stair = known.and_then(|one| one.stairs.iter().find(|stair| stair.code == code));
        stair.and_then(|stair| stair.name.as_deref()).unwrap_or(code)
    }

    /// An error of the core as a failure, with its places in the user's files and options.
    pub(crate) fn locate(&self, error: &Error, lang: Lang) -> Failure {
        Failure::new(error, |error| Located {
            place: self.place(&error.path(), lang),
            error: error.clone(),
            suggestion: self.suggestion(error, lang),
        })
    }

    /// The project's file.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// A place in the project's file.
    pub(crate) fn in_file(&self, path: &str) -> String {
        join(&self.file, path)
    }

    /// A path of a request, in the user's files and options.
    pub(crate) fn place(&self, path: &str, lang: Lang) -> String {
        if path.starts_with("/explain") {
            return "--explain".to_owned();
        }
        let unit = path.strip_prefix("/project/units/").and_then(|rest| {
            let (at, field) = rest.split_once('/').unwrap_or((rest, ""));
            let unit_no = self.units.get(at.parse::<usize>().ok()?)?;
            Some((unit_no, field))
        });
        match unit {
            Some((unit_no, field)) if self.units_file.is_some() => {
                self.place_of_unit(unit_no, field, lang)
            }
            Some((unit_no, _)) => {
                format!("{} ({} {unit_no})", join(&self.file, path), lang.say("房号", "unit"))
            }
            None => join(&self.file, path),
        }
    }

    /// A unit, and a field of it, in the file that it comes from.
    pub(crate) fn place_of_unit(&self, unit_no: &str, field: &str, lang: Lang) -> String {
        let file = self.units_file.as_ref().unwrap_or(&self.file);
        let unit = format!("{} {unit_no}", lang.say("房号", "unit"));
        let field = field.trim_start_matches('/');
        let field = if field.is_empty() { String::new() } else { format!(", {field}") };
        format!("{file}: {unit}{field}")
    }

    /// The unit that was most likely meant by an unknown one.
    pub(crate) fn suggestion(&self, error: &Error, lang: Lang) -> Option<String> {
        if error.code() != Code::PricingUnknownUnit {
            return None;
        }
        let asked = &error.params().iter().find(|param| param.name == "unit_no")?.value;
        did_you_mean(&self.units, asked, lang)
    }
}

/// A question for the code or name that was most likely meant; none if nothing is like it.
pub(crate) fn did_you_mean(known: &[Text], asked: &str, lang: Lang) -> Option<String> {
    likely(known, asked).map(|name| meant(name, lang))
}

/// What is spelt nearly the same, else the only one that holds what was asked, or the longest that
/// it holds.
fn likely<'a>(known: &'a [Text], asked: &str) -> Option<&'a Text> {
    if let Some(nearest) = kaipan::nearest(known.iter().map(Text::as_str), asked) {
        return known.iter().find(|name| *name == nearest);
    }
    let letters = |text: &str| text.chars().count();
    let asked = asked.trim().to_lowercase();
    let all: Vec<(&Text, String)> = known.iter().map(|name| (name, name.to_lowercase())).collect();
    // A single letter or digit is in too many names to say anything.
    let telling = |text: &str| letters(text) > 1;
    let mut holding = all.iter().filter(|(_, name)| telling(&asked) && name.contains(&asked));
    if let (Some((name, _)), None) = (holding.next(), holding.next()) {
        return Some(name);
    }
    let held = all.iter().filter(|(_, name)| telling(name) && asked.contains(name.as_str()));
    held.max_by_key(|(_, name)| letters(name)).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_like_the_question_is_suggested() {
        let known = ["AJ", "GJJ", "商业按揭七成", "公积金贷款", "1-1-1001", "1-1-1002", "13"];
        let known = known.map(Text::from);
        for (asked, expected) in [
            ("aj", Some("AJ")),
            ("按揭", Some("商业按揭七成")),
            ("公积金贷款（首套）", Some("公积金贷款")),
            ("1-1-10001", Some("1-1-1001")),
            ("GJ", Some("GJJ")),
            ("QZ", None),
            ("99", None),
            ("1", None),
            ("1-1", None),
            ("", None),
        ] {
            assert_eq!(likely(&known, asked).map(Text::as_str), expected, "{asked}");
        }
    }
}
