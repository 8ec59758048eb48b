//! `kaipan quote`: what a unit costs a buyer, in the terminal and as a sheet to hand over.

mod case;
mod choice;
mod places;
mod policies;
pub(crate) mod sheet;
mod terminal;
pub(crate) mod today;
mod unused;
mod words;

use crate::args::{QuoteArgs, QuoteFormat};
use crate::failure::{Choose, Failure};
use crate::layout::columns;
use crate::paint::Paint;
use crate::price::names::Names;
use crate::progress::Progress;
use crate::text::Say;
use kaipan::Date;
use kaipan::Text;
use kaipan::error::{Code, Finding, Lang, Severity};
use kaipan::number::Rate;
use kaipan::payment::PaymentPlan;
use kaipan::quote::{self, Quote, QuoteCase, QuoteChoice, QuoteComparison, Quoting, SalesPolicies};
use kaipan_ops::pricing::TableRequest;
use places::Places;
use std::path::Path;

/// What terminal and sheet are drawn with.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) lang: Lang,
    pub(crate) paint: Paint,
    pub(crate) width: usize,
    pub(crate) names: &'a Names,
    pub(crate) sales: &'a SalesPolicies,
    pub(crate) case: &'a QuoteCase,
    /// The day comes from the clock, not from the user.
    pub(crate) by_clock: bool,
}

impl View<'_> {
    /// The plan with this code.
    pub(crate) fn plan(&self, code: &str) -> Option<&PaymentPlan> {
        self.sales.plans.iter().find(|plan| plan.code == code)
    }

    /// The name of a plan.
    pub(crate) fn plan_name(&self, code: &str) -> String {
        self.plan(code).map_or(code, |plan| choice::plan_name(self.lang, plan)).to_owned()
    }

    /// The names of discounts.
    pub(crate) fn discounts(&self, codes: &[Text]) -> String {
        let name = |code: &Text| -> String {
            let found = self.sales.discounts.discounts.iter().find(|one| one.code == *code);
            let found = found.map(|one| match self.lang {
                Lang::Zh => one.name.as_str(),
                Lang::En => one.name_en.as_deref().unwrap_or(&one.code),
            });
            found.unwrap_or(code).to_owned()
        };
        codes.iter().map(name).collect::<Vec<String>>().join(self.lang.say("、", ", "))
    }

    /// What the unit is: building, floor, layout, orientation, fit-out.
    pub(crate) fn unit(&self) -> Vec<String> {
        let unit = &self.case.unit;
        let mut parts = vec![self.names.building(&unit.building).to_owned()];
        let stair = unit.stair.as_deref().map(|stair| self.names.stair(&unit.building, stair));
        parts.extend(stair.map(str::to_owned));
        parts.push(match self.lang {
            Lang::Zh => format!("{} 层", unit.floor),
            Lang::En => format!("floor {}", unit.floor),
        });
        let attributes = [&unit.layout, &unit.orientation, &unit.view, &unit.fitout];
        parts.extend(attributes.into_iter().flatten().map(ToString::to_string));
        parts
    }

    /// The agreed signing date.
    pub(crate) fn signing(&self) -> Option<Date> {
        self.case.facts.agreed_signing_date
    }
}

/// Quotes a unit and prints it.
pub(crate) fn run(options: &QuoteArgs, lang: Lang) -> Result<u8, Failure> {
    let progress = Progress::start(lang.say("正在计算 …", "computing …"));
    let loaded = crate::load::load(&options.project, crate::load::UnitsFrom::default(), lang)?;
    let names = Names::new(&loaded);
    let policies = policies::load(&loaded.file)?;
    let choices = choice::choices(options, &policies, lang)?;
    let by_clock = options.date.is_none();
    let Some(as_of) = options.date.or_else(today::today) else {
        return Err(Failure::Choose(Choose {
            what: lang.say("系统时钟不可用", "the system's clock cannot be read").to_owned(),
            mend: lang.say("用“--date”给出日期", "give the date with --date").to_owned(),
            choices: Vec::new(),
        }));
    };
    let told = loaded.told.clone();
    let nowhere = unit_references(&loaded.request, &policies.sales);
    let case = case::case(loaded.request, &policies, options, as_of, (&names, lang))?;
    let places = Places { policies: &policies, options, names: &names, lang };
    let view = View {
        lang,
        paint: Paint::new(options.color),
        width: columns(options.width),
        names: &names,
        sales: &policies.sales,
        case: &case,
        by_clock,
    };
    let mut remarks = unused::remarks(options, &view, &choices);
    let mut answer = answer(&view, choices, options, places)?;
    answer.add(nowhere);
    drop(progress);
    remarks.extend(told);
    unused::confirmation(options, answer.findings(), &mut remarks);
    if let Some(file) = &options.html {
        let page = match &answer {
            Answer::One(quote) => sheet::quote(&view, quote),
            Answer::Several(rows) => sheet::comparison(&view, rows, annual_rate(options)),
        };
        write(file, &page)?;
    }
    let text = match options.format {
        QuoteFormat::Json => answer.json(),
        QuoteFormat::Table => {
            let mut lines = match &answer {
                Answer::One(quote) => terminal::quote(&view, quote),
                Answer::Several(rows) => terminal::comparison(&view, rows, annual_rate(options)),
            };
            lines.extend(
                options.html.as_deref().map(|file| written(lang, file)).into_iter().flatten(),
            );
            lines.join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    remarks.write();
    Ok(0)
}

/// Names in the discounts' choices of units that no unit of the project has. The quote itself knows
/// only the units that it is about.
fn unit_references(request: &TableRequest, sales: &SalesPolicies) -> Vec<Finding> {
    let chosen = sales.discounts.discounts.iter();
    if chosen.into_iter().all(|discount| discount.conditions.units.is_all()) {
        return Vec::new();
    }
    let mut project = request.project.clone();
    project.inherit();
    quote::unit_references(sales, &project.units)
}

/// The rate of a comparison.
fn annual_rate(options: &QuoteArgs) -> Rate {
    options.annual_rate.unwrap_or(THREE_PERCENT)
}

const THREE_PERCENT: Rate = Rate::from_millionths(30_000);

/// One quote, or several choices side by side.
enum Answer {
    One(Box<Quote>),
    Several(QuoteComparison),
}

impl Answer {
    /// Everything that was found.
    fn findings(&self) -> Vec<&Finding> {
        match self {
            Answer::One(quote) => quote.all_findings().collect(),
            Answer::Several(rows) => rows.rows.iter().flat_map(|row| &row.findings).collect(),
        }
    }

    /// What only the whole project can tell, unless the quote has told it already.
    fn add(&mut self, told: Vec<Finding>) {
        let known = self.findings();
        let same =
            |one: &Finding, other: &Finding| one.code == other.code && one.path == other.path;
        let new = told.into_iter().filter(|one| !known.iter().any(|other| same(one, other)));
        let new: Vec<Finding> = new.collect();
        match self {
            Answer::One(quote) => quote.findings.extend(new),
            Answer::Several(rows) => rows.findings.extend(new),
        }
    }

    fn json(&self) -> String {
        let text = match self {
            Answer::One(quote) => kaipan_ops::json::write(quote.as_ref(), 16_384),
            Answer::Several(rows) => kaipan_ops::json::write(rows, 8_192),
        };
        text + "\n"
    }
}

fn answer(
    view: &View<'_>,
    mut choices: Vec<QuoteChoice>,
    options: &QuoteArgs,
    places: Places<'_>,
) -> Result<Answer, Failure> {
    let quoting = Quoting::new(view.sales, view.case);
    if let ([_], false) = (choices.as_slice(), options.compare)
        && let Some(choice) = choices.pop()
    {
        return quoting
            .quote(&choice)
            .map(Box::new)
            .map(Answer::One)
            .map_err(|error| places.failure(&error));
    }
    let compared = quoting.compare(&choices, annual_rate(options));
    compared.map(Answer::Several).map_err(|error| places.failure(&error))
}

fn write(file: &Path, page: &str) -> Result<(), Failure> {
    std::fs::write(file, page).map_err(|error| Failure::File(file.display().to_string(), error))
}

fn written(lang: Lang, file: &Path) -> [String; 2] {
    let file = crate::layout::clean(&file.display().to_string());
    [String::new(), format!("{}{file}", lang.say("已写出 ", "written: "))]
}

/// Everything a person should read, the gravest first.
pub(crate) fn findings(quote: &Quote) -> Vec<&Finding> {
    let mut all: Vec<&Finding> = quote.all_findings().collect();
    all.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    all
}

/// Why a sheet must not be handed over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The price breaks a rule.
    Price,
    /// A unit is not on sale, whatever its price.
    Unit,
}

/// Why what has these findings must not be handed over, the price before the unit.
pub(crate) fn broken<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Option<Broken> {
    let mut found = None;
    for finding in findings {
        if finding.severity == Severity::Violation {
            return Some(Broken::Price);
        }
        if finding.code == Code::QuoteUnitState {
            found = Some(Broken::Unit);
        }
    }
    found
}

/// The rate of a comparison as a remark.
pub(crate) fn rate_remark(lang: Lang, rate: Rate) -> String {
    let rate = words::exact_percent(rate);
    match lang {
        Lang::Zh => format!("折现成本按年利率 {rate} 折算到报价日"),
        Lang::En => format!("present cost: later payments discounted at {rate} a year"),
    }
}
