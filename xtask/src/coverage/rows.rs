//! The lines of the two tables.

/// Who has to do what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The library.
    Core,
    /// The program that uses it.
    Host,
    /// Nobody here.
    Out,
}

/// Something that was asked for.
#[derive(Debug)]
pub(crate) struct Requirement {
    pub(crate) id: String,
    pub(crate) scope: Scope,
    pub(crate) feature: String,
    pub(crate) quote: String,
}

/// How far it is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// All of it.
    Served,
    /// A part of it; the notes say what is lacking.
    Part,
    /// None of it yet.
    Open,
    /// The host program does it, on what the library gives.
    Host,
    /// It is outside this library.
    Out,
}

/// What serves a requirement.
#[derive(Debug)]
pub(crate) struct Claim {
    pub(crate) id: String,
    pub(crate) status: Status,
    /// Operations of the catalogue.
    pub(crate) operations: Vec<String>,
    /// Types of the core, `area::Type`.
    pub(crate) types: Vec<String>,
    /// Vectors `operation/NN`, tests `path::test`, files.
    pub(crate) proof: Vec<String>,
    /// What is lacking, or how it is served, in Chinese.
    pub(crate) note_zh: String,
    /// The same in English.
    pub(crate) note_en: String,
}

/// What the lines of a table hold. The first line of a heading, and those that begin with `#`, say
/// what the columns are.
pub(crate) fn lines<T>(
    text: &str,
    read: fn(&[&str]) -> Result<T, String>,
) -> Vec<Result<T, String>> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| read(&line.split('\t').collect::<Vec<_>>())).collect()
}

impl Requirement {
    pub(crate) fn of(columns: &[&str]) -> Result<Requirement, String> {
        let [id, scope, feature, quote] = columns else { return Err(count(columns, 4)) };
        let scope = match *scope {
            "core" => Scope::Core,
            "host" => Scope::Host,
            "out" => Scope::Out,
            other => return Err(format!("{id}: there is no scope {other}")),
        };
        let [id, feature, quote] = [id, feature, quote].map(|text| (*text).to_owned());
        Ok(Requirement { id, scope, feature, quote })
    }
}

impl Claim {
    pub(crate) fn of(columns: &[&str]) -> Result<Claim, String> {
        let [id, status, operations, types, proof, zh, en] = columns else {
            return Err(count(columns, 7));
        };
        let status = match *status {
            "served" => Status::Served,
            "part" => Status::Part,
            "open" => Status::Open,
            "host" => Status::Host,
            "out" => Status::Out,
            other => return Err(format!("{id}: there is no status {other}")),
        };
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Ok(Claim {
            id: (*id).to_owned(),
            status,
            operations: words(operations),
            types: words(types),
            proof: words(proof),
            note_zh: (*zh).to_owned(),
            note_en: (*en).to_owned(),
        })
    }

    /// What does not fit together in it.
    pub(crate) fn wrong(&self, scope: Scope) -> Vec<String> {
        let mut wrong = Vec::new();
        let fits = match scope {
            Scope::Core => matches!(self.status, Status::Served | Status::Part | Status::Open),
            Scope::Host => self.status == Status::Host,
            Scope::Out => self.status == Status::Out,
        };
        if !fits {
            wrong.push(match scope {
                Scope::Core => "asked of the library: served, part or open".to_owned(),
                Scope::Host => "asked of the host: host".to_owned(),
                Scope::Out => "outside the library: out".to_owned(),
            });
        }
        let nothing = self.operations.is_empty() && self.types.is_empty();
        let is_claim = matches!(self.status, Status::Served | Status::Part);
        if is_claim && nothing {
            wrong.push("nothing serves it".to_owned());
        }
        if is_claim && self.proof.is_empty() {
            wrong.push("no proof".to_owned());
        }
        if matches!(self.status, Status::Open | Status::Out) && !(nothing && self.proof.is_empty())
        {
            wrong.push("open, and names what serves it or proves it".to_owned());
        }
        let notes = [&self.note_zh, &self.note_en].map(|note| !note.is_empty());
        if self.status == Status::Part && notes != [true, true] {
            wrong.push("a part only: say what is lacking, in both languages".to_owned());
        }
        if notes[0] != notes[1] {
            wrong.push("a note in one language only".to_owned());
        }
        wrong
    }
}

fn count(columns: &[&str], wanted: usize) -> String {
    let id = columns.first().copied().unwrap_or_default();
    format!("{id}: has {} columns, not {wanted}", columns.len())
}
