//! 必填栏目: which fields of a customer must be filled in, by region or project and by day.

use crate::check::Span;
use crate::customer::record::{Customer, CustomerField, CustomerKind};
use crate::error::{Code, Error, Finding, Input, finding};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Fields that must be filled in: everything that the rows ask for together.
#[boundary]
#[derive(Default)]
pub struct RequiredFields {
    /// The rows.
    pub rows: Vec<RequiredRow>,
}

/// What one node of the organisation asks for.
#[boundary]
pub struct RequiredRow {
    /// The region, city or project; everywhere if absent. What a node asks for holds for everything
    /// below it.
    pub node: Option<Text>,
    /// Persons or companies only; both if absent.
    pub kind: Option<CustomerKind>,
    /// Customers of these classes only; all if empty.
    pub classes: Vec<Text>,
    /// The fields.
    #[boundary(required)]
    pub fields: Vec<RequiredField>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// A field that must be filled in.
#[boundary]
pub struct RequiredField {
    /// The field.
    pub field: CustomerField,
    /// The name of the field, for one of the company's own.
    pub attribute: Option<Text>,
}

/// A field that must be filled in and is not.
#[boundary(answer)]
pub struct MissingField {
    /// The field.
    pub field: CustomerField,
    /// The name of the field, for one of the company's own.
    pub attribute: Option<Text>,
    /// Who asks for it; everywhere if absent.
    pub node: Option<Text>,
}

impl RequiredFields {
    /// What a customer lacks, each field once; `nodes` are the organisation's from the nearest to
    /// the root.
    pub(super) fn missing(
        &self,
        customer: &Customer,
        nodes: &[Text],
        on: Date,
    ) -> Vec<MissingField> {
        let mut missing: Vec<MissingField> = Vec::new();
        for row in self.rows.iter().filter(|row| row.holds(customer, nodes, on)) {
            for RequiredField { field, attribute } in &row.fields {
                let is_told =
                    missing.iter().any(|one| (one.field, &one.attribute) == (*field, attribute));
                if !is_told && field.values(customer, attribute.as_deref()).is_empty() {
                    let (attribute, node) = (attribute.clone(), row.node.clone());
                    missing.push(MissingField { field: *field, attribute, node });
                }
            }
        }
        missing
    }

    /// What is wrong with the rows.
    pub(super) fn errors(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let placed = |error: Error| error.at(at).at("rows").within(Input::Required);
            let days = Span::new(row.valid_from, row.valid_to);
            if days.turned().is_some() {
                let error = days.named_in(Error::new(Code::CustomerDatesTurned));
                errors.push(placed(error.at("valid_to")));
            }
            for (place, one) in row.fields.iter().enumerate() {
                if (one.field == CustomerField::Attribute) != one.attribute.is_some() {
                    let error = Error::new(Code::CustomerChangeAttribute);
                    let error = error.with("field", one.field.word());
                    let error = error.with("field_zh", one.field.chinese()).at("attribute");
                    errors.push(placed(error.at(place).at("fields")));
                }
            }
        }
        errors
    }

    /// Rows that ask for nothing.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let empty = self.rows.iter().enumerate().filter(|(_, row)| row.fields.is_empty());
        let told = empty.map(|(at, _)| {
            let told = finding!(Code::CustomerRequiredNothing, number = at.saturating_add(1));
            told.at("fields").at(at).at("rows").within(Input::Required)
        });
        told.collect()
    }
}

impl RequiredRow {
    fn holds(&self, customer: &Customer, nodes: &[Text], on: Date) -> bool {
        let class = customer.customer_class.as_ref();
        self.node.as_ref().is_none_or(|node| nodes.contains(node))
            && self.kind.is_none_or(|kind| kind == customer.kind)
            && (self.classes.is_empty() || class.is_some_and(|class| self.classes.contains(class)))
            && Span::new(self.valid_from, self.valid_to).contains(on)
    }
}
