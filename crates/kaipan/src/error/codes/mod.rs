//! The catalogue: every code of an error or a finding, a file for each area of the business.
//!
//! Codes and numbers are stable: never reuse one, never change its meaning. The files are read in
//! the order below, which is that of [`Code::ALL`] and of `docs/errors.md`.

use super::Severity;
use super::catalogue::{Area, Entry};
use crate::number::FAST;

/// Makes the rows of a file a macro that hands them on after the rows of the files before it.
/// A macro cannot write `$` into the one it makes, so each file passes it.
macro_rules! area {
    ($d:tt $area:ident $($rows:tt)*) => {
        macro_rules! $area {
            ([$d($d before:tt)*] $d($d rest:ident)*) => {
                gather! { [$d($d before)* $($rows)*] $d($d rest)* }
            };
        }
    };
}

/// Goes through the areas and makes the catalogue of all their rows.
macro_rules! gather {
    ([$($rows:tt)*]) => { catalogue! { $($rows)* } };
    ([$($rows:tt)*] $next:ident $($rest:ident)*) => { $next! { [$($rows)*] $($rest)* } };
}

macro_rules! catalogue {
    ($($name:ident = $number:literal $area:ident $severity:ident $code:literal
        { zh: $zh:literal, en: $en:literal, mend_zh: $hint_zh:literal, mend_en: $hint_en:literal })*) => {
        /// The stable code of an error or finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(
                #[doc = concat!("`", $code, "`: ", $en)]
                $name,
            )*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The row of the catalogue.
            #[must_use]
            pub fn entry(self) -> Entry {
                if !FAST {
                    return Entry::of(self);
                }
                match self {
                    $(Code::$name => const { Entry::of(Code::$name) })*
                }
            }

            /// The texts of its row, a line each: one address instead of five, as addresses take
            /// more room in what a page loads than what they lead to.
            pub(super) const fn texts(self) -> &'static str {
                match self {
                    $(Code::$name => concat!(
                        $code, "\n", $zh, "\n", $en, "\n", $hint_zh, "\n", $hint_en
                    ),)*
                }
            }

            /// The stable number of the code.
            #[must_use]
            pub const fn number(self) -> u32 {
                match self {
                    $(Code::$name => $number,)*
                }
            }

            pub(super) const fn area(self) -> Area {
                match self {
                    $(Code::$name => Area::$area,)*
                }
            }

            pub(super) const fn severity(self) -> Severity {
                match self {
                    $(Code::$name => Severity::$severity,)*
                }
            }
        }
    };
}

#[macro_use]
mod input;
#[macro_use]
mod number;
#[macro_use]
mod project;
#[macro_use]
mod pricing;
#[macro_use]
mod discount;
#[macro_use]
mod authority;
#[macro_use]
mod payment;
#[macro_use]
mod loan;
#[macro_use]
mod fee;
#[macro_use]
mod quote;

gather! { [] input number project pricing discount authority payment loan fee quote }
