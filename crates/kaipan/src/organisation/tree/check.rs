//! What is refused in an organisation, every reason at once.

use super::OrgTree;
use crate::Date;
use crate::check::{Span, blank, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::organisation::place::GeoPlace;

impl OrgTree<'_> {
    pub(super) fn check(&self) -> Result<()> {
        let organisation = self.organisation;
        let mut errors = Vec::new();
        if organisation.nodes.is_empty() {
            errors.push(Error::new(Code::OrganisationEmpty).at("nodes"));
        }
        for (at, node, again) in with_repeats(&organisation.nodes, |node| &node.id) {
            let place = |error: Error| error.at(at).at("nodes");
            if let Some(first) = again {
                let error = Error::new(Code::OrganisationNodeTwice).with("node", &node.id);
                errors.push(place(error.with("first", first).at("id")));
            }
            errors.extend(blank(Code::OrganisationBlank, "id", &node.id).map(place));
            let geo = node.place.iter().flat_map(GeoPlace::errors);
            errors.extend(geo.map(|error| place(error.at("place"))));
            if let Some(error) = turned(node.days()) {
                errors.push(place(error));
                continue;
            }
            errors.extend(self.wrong_memberships(node).into_iter().map(place));
            errors.extend(self.wrong_company(node).map(place));
        }
        for (at, company, again) in with_repeats(&organisation.companies, |company| &company.code) {
            errors.extend(
                blank(Code::OrganisationBlank, "code", &company.code)
                    .map(|error| error.at(at).at("companies")),
            );
            if let Some(first) = again {
                let error = Error::new(Code::OrganisationCompanyTwice).with("code", &company.code);
                errors.push(error.with("first", first).at("code").at(at).at("companies"));
            }
        }
        self.check_variants(&mut errors);
        errors.extend(self.circles());
        Error::collect(errors.into_iter().map(|error| error.within(Input::Organisation)).collect())
    }

    fn check_variants(&self, errors: &mut Vec<Error>) {
        let variants = &self.organisation.variants;
        for (at, variant) in variants.iter().enumerate() {
            let place = |error: Error| error.at(at).at("variants");
            errors.extend(blank(Code::OrganisationBlank, "code", &variant.code).map(place));
            if self.node(&variant.node).is_none() {
                let error = Error::new(Code::OrganisationUnknownNode).with("node", &variant.node);
                errors.push(place(error.with_nearest(self.ids(), &variant.node).at("node")));
            }
            if let Some(error) = turned(variant.days()) {
                errors.push(place(error));
                continue;
            }
            let before = variants.iter().take(at).enumerate();
            let mut others = before.filter(|(_, other)| {
                other.command == variant.command
                    && other.node == variant.node
                    && other.days().turned().is_none()
                    && other.days().meets(variant.days())
            });
            if let Some((_, other)) = others.next() {
                let error = Error::new(Code::OrganisationVariantOverlap);
                let error = error.with("code", &variant.code).with("other", &other.code);
                errors.push(place(error.with("node", &variant.node)));
            }
        }
    }
}

/// Refuses days that end before they begin.
pub(in crate::organisation) fn turned(days: Span<Date>) -> Option<Error> {
    days.turned().map(|_| days.named_in(Error::new(Code::OrganisationDates)).at("valid_to"))
}
