//! Loading what a quote needs beside the project: sales.json and case.json.

use crate::commented;
use crate::failure::Failure;
use crate::input;
use kaipan::Text;
use kaipan::error::{Code, Result};
use kaipan::fee::PropertyUse;
use kaipan::number::Rate;
use kaipan::payment::AnchorDates;
use kaipan::quote::SalesPolicies;
use kaipan_derive::boundary;
use std::path::Path;

/// The policies of a project and the facts of its quotes.
pub(crate) struct Policies {
    /// sales.json.
    pub(crate) sales: SalesPolicies,
    /// case.json, or nothing.
    pub(crate) facts: CaseFacts,
    /// Names of the files, for messages.
    pub(crate) sales_file: String,
    /// See `sales_file`.
    pub(crate) case_file: String,
}

/// case.json: what is the same in every quote of the project.
#[boundary(read)]
#[derive(Debug, Default)]
pub(crate) struct CaseFacts {
    /// Days from subscription to the agreed signing date.
    pub(crate) signing_days: Option<u32>,
    /// Dates that payments hang on: construction nodes, handover, title.
    #[boundary(empty)]
    pub(crate) dates: AnchorDates,
    /// VAT rate in the prices.
    pub(crate) vat_rate: Option<Rate>,
    /// What fees and loans ask of the buildings.
    pub(crate) buildings: Vec<BuildingFacts>,
}

/// What fees and loans ask of some buildings.
#[boundary(read)]
#[derive(Debug)]
pub(crate) struct BuildingFacts {
    /// Codes of the buildings.
    #[boundary(required)]
    pub(crate) buildings: Vec<Text>,
    /// Use of their units; residential if absent.
    pub(crate) property_use: Option<PropertyUse>,
    /// With a lift.
    pub(crate) elevator: Option<bool>,
    /// Storeys.
    pub(crate) storeys: Option<u32>,
    /// Accepted as completed, which loans for commercial premises ask for.
    pub(crate) completed: Option<bool>,
}

impl CaseFacts {
    /// What is known of a building.
    pub(crate) fn building(&self, code: &str) -> Option<&BuildingFacts> {
        self.buildings.iter().find(|facts| facts.buildings.iter().any(|one| one == code))
    }
}

/// Loads the files beside project.json.
///
/// # Errors
/// A missing sales.json; files that do not hold what they should, with the name of the file.
pub(crate) fn load(project_file: &str) -> Result<Policies, Failure> {
    let beside = |name: &str| Path::new(project_file).with_file_name(name);
    let (sales_path, case_path) = (beside("sales.json"), beside("case.json"));
    if !sales_path.exists() {
        return Err(needed(&sales_path.display().to_string()));
    }
    let sales = read::<SalesPolicies>(&sales_path)?;
    let facts = if case_path.exists() { read(&case_path)? } else { CaseFacts::default() };
    Ok(Policies {
        sales,
        facts,
        sales_file: sales_path.display().to_string(),
        case_file: case_path.display().to_string(),
    })
}

/// There is no sales.json.
fn needed(file: &str) -> Failure {
    let error = input::refused_with(
        file,
        ["文件不存在", "there is no such file"],
        [
            "报价需要销售政策；“kaipan init”会建立一份带说明的，“examples/yunjing-bay/sales.json”是完整的例子",
            "a quote needs the sales policies; kaipan init makes some to fill in, and \
             examples/yunjing-bay/sales.json has more of them",
        ],
    );
    Failure::plain(&error)
}

fn read<T: kaipan::json::Read>(path: &Path) -> Result<T, Failure> {
    let file = path.display().to_string();
    let parsed = commented::read(path);
    parsed.map_err(|error| match error.code() {
        Code::InputFile => Failure::plain(&error),
        _ => Failure::in_file(&file, &error),
    })
}
