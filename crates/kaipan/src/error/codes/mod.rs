//! The catalogue: every code of an error or a finding, a file for each area of the business.
//!
//! Codes and numbers are stable: never reuse one, never change its meaning. The files are read in
//! the order below, which is that of [`Code::ALL`] and of `docs/errors.md`.

/// Makes the rows of a file a macro that hands them on after the rows of the files before it.
/// A macro cannot write `$` into the one it makes, so each file passes it.
macro_rules! area {
    ($d:tt $area:ident $($rows:tt)*) => {
        macro_rules! $area {
            ($d into:ident [$d($d before:tt)*] $d($d rest:ident)*) => {
                gather! { $d into [$d($d before)* $($rows)*] $d($d rest)* }
            };
        }
    };
}

/// Goes through the areas and hands all their rows to a macro.
macro_rules! gather {
    ($into:ident) => {
        gather! {
            $into [] input number project pricing discount authority payment loan fee quote
            organisation approval customer customer_record opportunity ownership channel
            questionnaire numbering deal deal_task choosing deal_stream deal_change area_settlement service
            voucher supervision fund_plan ledger ledger_money kpi_target kpi kpi_plan overdue
            overdue_beside report report_hand
        }
    };
    ($into:ident [$($rows:tt)*]) => { $into! { $($rows)* } };
    ($into:ident [$($rows:tt)*] $next:ident $($rest:ident)*) => {
        $next! { $into [$($rows)*] $($rest)* }
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
#[macro_use]
mod organisation;
#[macro_use]
mod approval;
#[cfg(feature = "customer")]
#[macro_use]
mod customer;
#[cfg(not(feature = "customer"))]
area! { $ customer }
#[cfg(feature = "customer")]
#[macro_use]
mod customer_record;
#[cfg(not(feature = "customer"))]
area! { $ customer_record }
#[cfg(feature = "opportunity")]
#[macro_use]
mod opportunity;
#[cfg(not(feature = "opportunity"))]
area! { $ opportunity }
#[cfg(feature = "ownership")]
#[macro_use]
mod ownership;
#[cfg(not(feature = "ownership"))]
area! { $ ownership }
#[cfg(feature = "channel")]
#[macro_use]
mod channel;
#[cfg(not(feature = "channel"))]
area! { $ channel }
#[cfg(feature = "questionnaire")]
#[macro_use]
mod questionnaire;
#[cfg(not(feature = "questionnaire"))]
area! { $ questionnaire }
#[cfg(feature = "numbering")]
#[macro_use]
mod numbering;
#[cfg(not(feature = "numbering"))]
area! { $ numbering }
#[cfg(feature = "deal")]
#[macro_use]
mod deal;
#[cfg(not(feature = "deal"))]
area! { $ deal }
#[cfg(feature = "deal")]
#[macro_use]
mod deal_task;
#[cfg(not(feature = "deal"))]
area! { $ deal_task }
#[cfg(feature = "deal")]
#[macro_use]
mod choosing;
#[cfg(not(feature = "deal"))]
area! { $ choosing }
#[cfg(feature = "deal")]
#[macro_use]
mod deal_stream;
#[cfg(not(feature = "deal"))]
area! { $ deal_stream }
#[cfg(feature = "deal")]
#[macro_use]
mod deal_change;
#[cfg(not(feature = "deal"))]
area! { $ deal_change }
#[cfg(feature = "area_settlement")]
#[macro_use]
mod area_settlement;
#[cfg(not(feature = "area_settlement"))]
area! { $ area_settlement }
#[cfg(feature = "service")]
#[macro_use]
mod service;
#[cfg(not(feature = "service"))]
area! { $ service }
#[cfg(feature = "voucher")]
#[macro_use]
mod voucher;
#[cfg(not(feature = "voucher"))]
area! { $ voucher }
#[cfg(feature = "supervision")]
#[macro_use]
mod supervision;
#[cfg(not(feature = "supervision"))]
area! { $ supervision }
#[cfg(feature = "fund_plan")]
#[macro_use]
mod fund_plan;
#[cfg(not(feature = "fund_plan"))]
area! { $ fund_plan }
#[cfg(feature = "ledger")]
#[macro_use]
mod ledger;
#[cfg(not(feature = "ledger"))]
area! { $ ledger }
#[cfg(feature = "ledger")]
#[macro_use]
mod ledger_money;
#[cfg(not(feature = "ledger"))]
area! { $ ledger_money }
#[cfg(feature = "kpi")]
#[macro_use]
mod kpi;
#[cfg(not(feature = "kpi"))]
area! { $ kpi }
#[cfg(feature = "kpi")]
#[macro_use]
mod kpi_target;
#[cfg(not(feature = "kpi"))]
area! { $ kpi_target }
#[cfg(feature = "kpi")]
#[macro_use]
mod kpi_plan;
#[cfg(not(feature = "kpi"))]
area! { $ kpi_plan }
#[cfg(feature = "overdue")]
#[macro_use]
mod overdue;
#[cfg(not(feature = "overdue"))]
area! { $ overdue }
#[cfg(feature = "overdue")]
#[macro_use]
mod overdue_beside;
#[cfg(not(feature = "overdue"))]
area! { $ overdue_beside }
#[cfg(feature = "report")]
#[macro_use]
mod report;
#[cfg(not(feature = "report"))]
area! { $ report }
#[cfg(feature = "report")]
#[macro_use]
mod report_hand;
#[cfg(not(feature = "report"))]
area! { $ report_hand }

mod code;

pub use code::Code;
