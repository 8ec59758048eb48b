//! Documentation generated from the catalogue.
