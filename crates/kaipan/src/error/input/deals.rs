//! Inputs of engines about deals, services, money and measures.

macro_rules! deal_inputs {
    ($($before:tt)*) => {
        inputs! {
            $($before)*
            /// The stock of a unit.
            Stock = "stock";
            /// A deal.
            Deal = "deal";
            /// Entries of a lottery.
            Entries = "entries";
            /// A seed.
            Seed = "seed";
            /// A hash that was published.
            PublishedHash = "published_hash";
            /// Money that was received.
            Received = "received";
            /// The discounts of a deal, looked at again.
            Discounts = "discounts";
            /// The deal that a change of unit moves to.
            ToDeal = "to_deal";
            /// The unit that a change of unit moves to.
            ToUnit = "to_unit";
            /// A service of a deal.
            Service = "service";
            /// Services of deals.
            Services = "services";
            /// The machine of a service.
            Definition = "definition";
            /// Machines of services.
            Definitions = "definitions";
            /// What is known of a project, its phases and buildings.
            Status = "status";
            /// What a contract says about areas.
            Contract = "contract";
            /// Contracts.
            Contracts = "contracts";
            /// What a survey found.
            Survey = "survey";
            /// Settlements of areas, earlier ones.
            Settlements = "settlements";
            /// The day of a settlement.
            SettledOn = "settled_on";
            /// What is unpaid of the house.
            Unpaid = "unpaid";
            /// The day on which a buyer asked to quit.
            QuitRequestedOn = "quit_requested_on";
            /// The day of a refund.
            RefundedOn = "refunded_on";
            /// Books of vouchers.
            Books = "books";
            /// Receipts of the ledger.
            Receipts = "receipts";
            /// Accounts that money lies in.
            Accounts = "accounts";
            /// Movements of accounts.
            Movements = "movements";
            /// Nodes that were reached.
            Reached = "reached";
            /// Money that is to leave a supervised account.
            Release = "release";
            /// Payments that were made.
            Payments = "payments";
            /// A payment that is to be made.
            Payment = "payment";
            /// What was posted to a ledger.
            Postings = "postings";
            /// The accounts of a general ledger.
            Mapping = "mapping";
            /// A list of a bank or a card terminal.
            Batch = "batch";
            /// A place in the recorded order.
            Horizon = "horizon";
            /// Milestones of a project.
            Nodes = "nodes";
            /// How a node moves.
            Shift = "shift";
            /// Which earlier period something is compared with.
            Base = "base";
            /// What was reached in an earlier period.
            Bases = "bases";
            /// Marketing campaigns.
            Campaigns = "campaigns";
            /// Stages of a sale.
            Stages = "stages";
            /// Instalments.
            Instalments = "instalments";
            /// Sales plans.
            Plans = "plans";
            /// What periods of a plan are to be.
            Phases = "phases";
            /// Why something is done.
            Reason = "reason";
            /// What a request for approval is about.
            Subject = "subject";
            /// A waiver.
            Waiver = "waiver";
            /// Budgets.
            Budgets = "budgets";
            /// An expense.
            Expense = "expense";
            /// What makes stock slow.
            Slow = "slow";
            /// Prices from which a further group begins.
            PriceBounds = "price_bounds";
            /// Facts and targets in periods.
            Periods = "periods";
            /// One period.
            Period = "period";
            /// Sums over periods.
            Phasing = "phasing";
            /// The name of what is measured.
            Metric = "metric";
            /// Names of what is measured.
            Metrics = "metrics";
            /// Measures.
            Measures = "measures";
            /// Ratios of measures.
            Ratios = "ratios";
            /// The smallest step.
            Quantum = "quantum";
            /// What was reached.
            Actuals = "actuals";
            /// From which shortfall on something is alarming.
            AlertBelow = "alert_below";
            /// How cancellations are treated.
            Treatment = "treatment";
            /// A level of the organisation.
            Level = "level";
            /// The first of two figures.
            First = "first";
            /// The second of two figures.
            Second = "second";
            /// Facts of the second figure.
            SecondFacts = "second_facts";
            /// Items of a list.
            Items = "items";
            /// The share of class A.
            AShare = "a_share";
            /// The share of classes A and B.
            BShare = "b_share";
            /// The share of a list that is its top.
            TopShare = "top_share";
            /// The most that counts.
            Cap = "cap";
            /// Classes by score.
            Bands = "bands";
            /// Persons.
            Persons = "persons";
            /// Whether a year before is compared.
            YearOnYear = "year_on_year";
            /// Over how many periods a mean goes.
            Moving = "moving";
            /// Figures in periods.
            Series = "series";
            /// Orders.
            Orders = "orders";
            /// How many periods ahead.
            Ahead = "ahead";
            /// How many days ahead something is listed.
            AheadDays = "ahead_days";
            /// How many days before its due day a claim is looked at.
            LeadDays = "lead_days";
            /// Whose tasks alone are wanted.
            Agent = "agent";
            /// How something is computed.
            Method = "method";
            /// Events of the stock.
            StockEvents = "stock_events";
            /// What was spent on marketing.
            Spend = "spend";
            /// What homes and projects cost.
            Costs = "costs";
            /// Claims: what deals owe.
            Claims = "claims";
            /// Money that no claim has.
            Prepayments = "prepayments";
            /// Buckets of days overdue.
            Buckets = "buckets";
            /// What is known of the deals of claims.
            ClaimDeals = "claim_deals";
            /// Reasons that something may be overdue for.
            ReasonClasses = "reason_classes";
            /// Reasons that were found for what is overdue.
            Reasons = "reasons";
            /// How likely and how late money comes in.
            ForecastPolicy = "forecast_policy";
            /// Sales that are planned.
            Sales = "sales";
            /// Waivers of late fees.
            Waivers = "waivers";
            /// What was posted of late fees.
            Posted = "posted";
            /// Demands for payment.
            Demands = "demands";
            /// The group of each node, where facts are columns.
            Groups = "groups";
            /// Details that columns name by their place.
            Details = "details";
            /// When contracts may be ended.
            Termination = "termination";
            /// The name of a report.
            Report = "report";
            /// Whose reading of facts is taken.
            Caliber = "caliber";
            /// Who reads a report.
            Reader = "reader";
            /// A table made by hand.
            Hand = "hand";
            /// When reports are due.
            Schedules = "schedules";
        }
    };
}
