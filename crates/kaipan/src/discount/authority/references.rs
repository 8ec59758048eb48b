//! Names by which roles refer to deals, and that almost match.

use super::asked::Scope;
use super::table::AuthorityTable;
use crate::discount::names::{PRODUCT, PROJECT, misspelt};
use crate::error::{Finding, Input};

impl AuthorityTable {
    /// Projects and product types that roles are in charge of, and that almost are those of the
    /// deal.
    pub(crate) fn references(&self, (project, product): Scope<'_>) -> Vec<Finding> {
        let rules = self.rules.iter().enumerate();
        let told = rules.flat_map(|(at, rule)| {
            let projects = misspelt(&rule.role, PROJECT, &rule.projects, project);
            let products = misspelt(&rule.role, PRODUCT, &rule.product_types, product);
            let told = projects.map(|found| found.at("projects"));
            let told = told.into_iter().chain(products.map(|found| found.at("product_types")));
            told.map(move |found| found.at(at).at("rules").within(Input::Authority))
        });
        told.collect()
    }
}
