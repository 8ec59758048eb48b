//! Tests of whole years.
