//! The case of a quote: unit, list price, buyer and dates, from the project and the options.

use super::policies::Policies;
use crate::args::QuoteArgs;
use crate::failure::{Failure, Located, join};
use crate::price::names::{Names, did_you_mean};
use crate::text::Say;
use kaipan::Date;
use kaipan::Text;
use kaipan::discount::{DealFacts, ListPrice, Referral};
use kaipan::error::{Code, Error, Finding, Lang};
use kaipan::fee::{BuyerKind, FeeBuyer, PropertyUse};
use kaipan::number::Fraction;
use kaipan::payment::BorrowerFacts;
use kaipan::pricing::{Explain, PriceSource, PriceTable, TableRow};
use kaipan::project::{Clause, Selection, Unit};
use kaipan::quote::{AttachedUnit, QuoteCase};
use kaipan_ops::pricing::{self, TableRequest};

/// Draws up the case.
///
/// # Errors
/// Units that do not exist or have no price.
pub(crate) fn case(
    mut request: TableRequest,
    policies: &Policies,
    options: &QuoteArgs,
    as_of: Date,
    (names, lang): (&Names, Lang),
) -> Result<QuoteCase, Failure> {
    request.project.inherit();
    let asked = || std::iter::once(("--unit", &options.unit)).chain(with(options));
    let mut unknown = Vec::new();
    for (place, unit_no) in
        asked().filter(|(_, unit_no)| !names.units.iter().any(|known| known == *unit_no))
    {
        unknown.push(Located {
            place: place.to_owned(),
            error: Error::new(Code::PricingUnknownUnit).with("unit_no", unit_no),
            suggestion: did_you_mean(&names.units, unit_no, lang),
        });
    }
    unknown.extend(unknown_buildings(policies, names));
    if !unknown.is_empty() {
        return Err(Failure::Coded(unknown));
    }
    let find = |unit_no: &str| request.project.units.iter().find(|unit| unit.unit_no == *unit_no);
    let Some(mut unit) = find(&options.unit).cloned() else {
        return Err(Failure::plain(&Error::new(Code::PricingUnknownUnit)));
    };
    let attached: Vec<Unit> =
        options.with.iter().filter_map(|unit_no| find(unit_no)).cloned().collect();
    let (project, city) = (request.project.name.clone(), request.project.city.clone());

    if let Some(rule) = &request.floor_price {
        rule.fill_in(&mut unit).map_err(|error| names.locate(&error, lang))?;
    }
    let listed = unit.list_total.is_some() || unit.list_price.is_some();
    let complete = listed && attached.iter().all(|unit| unit.list_total.is_some());
    let rows = match priced(request, asked().map(|(_, unit_no)| unit_no)) {
        Ok(priced) => {
            // A price in force stands, whatever the scheme makes of it.
            if !complete {
                names_match(&priced.findings, names)?;
            }
            priced.rows
        }
        // The list price in force needs no scheme; the scheme only explains it.
        Err(_) if complete => Vec::new(),
        Err(error) => return Err(names.locate(&error, lang)),
    };
    let row = |unit_no: &str| rows.iter().find(|row| row.unit_no == unit_no);
    let own = row(&unit.unit_no);
    let explains = |row: &&TableRow| match unit.list_total {
        Some(total) => row.total == total && row.source != PriceSource::Kept,
        None => !listed,
    };
    // A price of the scheme brings its floor price along.
    if let Some(row) = own.filter(|_| !listed) {
        unit.floor_price = row.floor_price;
        unit.floor_total = row.floor_total;
    }
    let list = own.filter(|_| !listed).map(ListPrice::from);
    let list_steps = own.filter(explains).map(|row| row.steps.clone()).unwrap_or_default();

    let facts = &policies.facts;
    let of_building = facts.building(&unit.building);
    let attached = attached.iter().map(|one| {
        let total = one.list_total.or_else(|| row(&one.unit_no).map(|row| row.total));
        let total = total.ok_or_else(|| {
            let error = Error::new(Code::QuoteListMissing).with("unit_no", &one.unit_no);
            Failure::Coded(vec![Located { place: "--with".to_owned(), error, suggestion: None }])
        })?;
        let of_building = facts.building(&one.building);
        Ok(AttachedUnit {
            unit_no: one.unit_no.clone(),
            total,
            building_area: one.building_area,
            surveyed_area: one.surveyed_area,
            property_use: of_building
                .and_then(|facts| facts.property_use)
                .unwrap_or(PropertyUse::Parking),
            state: Some(one.state),
        })
    });
    let attached = attached.collect::<Result<Vec<AttachedUnit>, Failure>>()?;
    unit.name = unit.name.filter(|name| !name.is_empty());
    let agreed = options.signing.or_else(|| as_of.add_days(facts.signing_days?));
    Ok(QuoteCase {
        as_of,
        project: Some(project.clone()),
        city,
        unit,
        property_use: of_building
            .and_then(|facts| facts.property_use)
            .unwrap_or(PropertyUse::Residential),
        list,
        list_steps,
        fitout: None,
        attached,
        facts: deal_facts(options, as_of, agreed, project),
        dates: facts.dates.clone(),
        buyers: options.home_count.map(buyer).into_iter().collect(),
        vat_rate: facts.vat_rate,
        elevator: of_building.and_then(|facts| facts.elevator),
        storeys: of_building.and_then(|facts| facts.storeys),
        appraisal: options.appraisal,
        assessed_price: options.assessed_price,
        borrower: BorrowerFacts {
            couple: options.borrowers.map(|count| count > 1),
            fund_balance: options.fund_balance,
            uplifts: options.uplift.clone(),
        },
        completed: of_building.and_then(|facts| facts.completed),
    })
}

fn with(options: &QuoteArgs) -> impl Iterator<Item = (&'static str, &Text)> {
    options.with.iter().map(|unit_no| ("--with", unit_no))
}

/// Buildings of case.json that no unit is in: what is said of them would count for nobody.
fn unknown_buildings(policies: &Policies, names: &Names) -> Vec<Located> {
    let mut unknown = Vec::new();
    for (at, facts) in policies.facts.buildings.iter().enumerate() {
        for (place, code) in facts.buildings.iter().enumerate() {
            if names.buildings.iter().any(|known| known == code) {
                continue;
            }
            let error = Error::new(Code::ProjectUnknownReference)
                .with("kind", "building")
                .with("kind_zh", "楼栋")
                .with("name", code)
                .with_nearest(names.buildings.iter().map(Text::as_str), code);
            let path = format!("/buildings/{at}/buildings/{place}");
            unknown.push(Located {
                place: join(&policies.case_file, &path),
                error,
                suggestion: None,
            });
        }
    }
    unknown
}

/// Refuses prices of a project whose names do not match: nothing that is signed may hang on them.
fn names_match(findings: &[Finding], names: &Names) -> Result<(), Failure> {
    const CODES: [Code; 4] = [
        Code::PricingFactorSpelling,
        Code::PricingFactorMismatch,
        Code::ProjectNameSpelling,
        Code::ProjectUnitsAlike,
    ];
    let refused = findings.iter().filter(|finding| CODES.contains(&finding.code));
    let refused: Vec<Located> = refused
        .map(|finding| {
            let path = finding.path.as_ref().map(ToString::to_string);
            let place = path.as_deref().unwrap_or_default();
            // Its place is told as one in the file.
            let mut unplaced = finding.clone();
            unplaced.path = None;
            Located { place: names.in_file(place), error: unplaced.to_error(), suggestion: None }
        })
        .collect();
    if refused.is_empty() { Ok(()) } else { Err(Failure::Coded(refused)) }
}

/// The units' rows of the price table, with their steps.
fn priced<'a>(
    mut request: TableRequest,
    unit_nos: impl Iterator<Item = &'a Text>,
) -> kaipan::error::Result<PriceTable> {
    let unit_no: Vec<Text> = unit_nos.cloned().collect();
    request.explain = Explain::Units { unit_nos: unit_no.clone() };
    request.select = Selection::of(Clause { unit_no, ..Clause::default() });
    pricing::table(request)
}

fn deal_facts(
    options: &QuoteArgs,
    as_of: Date,
    agreed_signing_date: Option<Date>,
    project: Text,
) -> DealFacts {
    DealFacts {
        subscription_date: as_of,
        agreed_signing_date,
        signing_date: None,
        as_of: Some(as_of),
        paid_late: false,
        project: Some(project),
        plan: None,
        member_level: options.member.clone(),
        group_units: options.group,
        referral: options.referrer.as_ref().map(|referrer| Referral {
            referrer: referrer.clone(),
            is_owner: true,
            recorded_on: as_of,
            first_visit: None,
        }),
        employee: options.employee,
        campaigns: options.campaign.clone(),
        sincerity_money: None,
        uses: Vec::new(),
    }
}

/// A buyer alone, with this home of the household.
fn buyer(home_count: u32) -> FeeBuyer {
    FeeBuyer {
        name: None,
        buyer: BuyerKind::Person,
        share: Fraction::ONE,
        home_count: Some(home_count),
    }
}

/// What is said of the list price beside its amount.
pub(crate) fn list_source(case: &QuoteCase, lang: Lang) -> &'static str {
    if case.list.is_some() {
        lang.say("按定价方案", "by the pricing scheme")
    } else {
        lang.say("现行", "in force")
    }
}
