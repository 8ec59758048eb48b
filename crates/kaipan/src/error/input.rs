//! The inputs of the engines, by name.

macro_rules! inputs {
    ($($(#[$doc:meta])* $input:ident = $name:literal;)*) => {
        /// An input of an engine. Its name is that of the field in most requests.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Input {
            $($(#[$doc])* $input,)*
        }

        impl Input {
            /// Its name, in `snake_case`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Input::$input => $name,)*
                }
            }
        }
    };
}

inputs! {
    /// Decimals to write.
    Decimals = "decimals";
    /// A text to read.
    Text = "text";
    /// Units as CSV text.
    Csv = "csv";
    /// What separates the cells of a CSV text.
    Delimiter = "delimiter";
    /// The sheets of a spreadsheet.
    Sheets = "sheets";
    /// Name of a sheet.
    Sheet = "sheet";
    /// A project with its units.
    Project = "project";
    /// Units.
    Units = "units";
    /// One unit.
    Unit = "unit";
    /// A selection of units.
    Select = "select";
    /// Pricing schemes.
    Schemes = "schemes";
    /// One pricing scheme, or a discount scheme.
    Scheme = "scheme";
    /// Target averages and totals.
    Targets = "targets";
    /// Which rows of a price table carry their steps.
    Explain = "explain";
    /// What prices are checked against.
    Rules = "rules";
    /// Earlier changes of prices.
    LastChanges = "last_changes";
    /// Rows of columns.
    Rows = "rows";
    /// A composite discount.
    CompositeDiscount = "composite_discount";
    /// Net prices.
    Source = "source";
    /// How prices change.
    Mode = "mode";
    /// Rounding point of list totals.
    TotalRounding = "total_rounding";
    /// The floor price as a share of the list price.
    FloorRate = "floor_rate";
    /// How floor prices follow from list prices.
    FloorPrice = "floor_price";
    /// A price bill.
    Bill = "bill";
    /// Further parts of a price bill.
    Parts = "parts";
    /// Other price bills of the project.
    OtherBills = "other_bills";
    /// What is to be done with a price bill.
    Command = "command";
    /// Today.
    Today = "today";
    /// Prices to check.
    Prices = "prices";
    /// A list price.
    List = "list";
    /// What conditions look at.
    Facts = "facts";
    /// Discounts that are chosen.
    Chosen = "chosen";
    /// Roles and what they may approve.
    Authority = "authority";
    /// What was before: a deal, or a price table.
    Before = "before";
    /// What comes after: a deal, or a price table.
    After = "after";
    /// A list total.
    ListTotal = "list_total";
    /// A deal total.
    DealTotal = "deal_total";
    /// The deal total with the approved scheme alone.
    StandardTotal = "standard_total";
    /// A floor total.
    FloorTotal = "floor_total";
    /// What the discounts of single reasons take off.
    ByReason = "by_reason";
    /// A payment plan.
    Plan = "plan";
    /// The total to be paid.
    Total = "total";
    /// Dates that payments hang on.
    Dates = "dates";
    /// The day whose policies apply.
    AsOf = "as_of";
    /// A deposit in place of the plan's.
    Deposit = "deposit";
    /// A commercial loan in place of the full share.
    CommercialLoan = "commercial_loan";
    /// A fund loan in place of the full share.
    FundLoan = "fund_loan";
    /// The valuation of the bank.
    Appraisal = "appraisal";
    /// The filed total.
    FiledTotal = "filed_total";
    /// Which home of the household it is.
    HomeCount = "home_count";
    /// The least down payment.
    MinDownPayment = "min_down_payment";
    /// The largest deposit.
    DepositLimit = "deposit_limit";
    /// What loans are for.
    Purpose = "purpose";
    /// How long loans may run.
    LoanTerms = "loan_terms";
    /// What caps of loans ask of the borrowers.
    Borrower = "borrower";
    /// Amounts of fees.
    Fees = "fees";
    /// Working days.
    WorkingDays = "working_days";
    /// What was there before, with what was received.
    Existing = "existing";
    /// Loans.
    Loans = "loans";
    /// A policy.
    Policy = "policy";
    /// Amounts.
    Amounts = "amounts";
    /// A rate.
    Rate = "rate";
    /// The policies that quotes are made under.
    Policies = "policies";
    /// Unit, buyer and dates of a quote.
    Case = "case";
    /// How a buyer wants to buy.
    Choice = "choice";
    /// Several ways to buy.
    Choices = "choices";
    /// The annual rate at which later payments are worth less today.
    AnnualRate = "annual_rate";
    /// Customers.
    Customers = "customers";
    /// One customer.
    Customer = "customer";
    /// Somebody who may be a customer already.
    Newcomer = "newcomer";
    /// Merges of customers, earlier ones.
    Merges = "merges";
    /// A merge of two customers.
    Merge = "merge";
    /// What undoes a merge.
    Undo = "undo";
    /// A request to change a customer.
    Change = "change";
    /// Fields of customers that must be filled in.
    Required = "required";
    /// Where a rule is asked for: the organisation's nodes from the nearest to the root.
    Nodes = "nodes";
    /// A member's first visit in another city.
    Visit = "visit";
    /// What is shared, or no longer.
    Sharing = "sharing";
    /// What an agent who leaves holds.
    Holdings = "holdings";
    /// Who takes over from an agent who leaves.
    HandOver = "hand_over";
    /// A command's version of what it was made on.
    ExpectedVersion = "expected_version";
    /// What happened to a customer.
    History = "history";
    /// Follow-ups.
    FollowUps = "follow_ups";
    /// Sales opportunities.
    Opportunities = "opportunities";
    /// Quotations that were given.
    Quotations = "quotations";
    /// Grades of intention.
    Grades = "grades";
    /// Sales tasks.
    Tasks = "tasks";
    /// Deals.
    Deals = "deals";
    /// Quotas of discounts, offers and group purchases.
    Quotas = "quotas";
    /// How long before a deadline it is told.
    Deadlines = "deadlines";
    /// Deals whose questionnaires have open questions.
    Unanswered = "unanswered";
    /// Whose customers are.
    Owners = "owners";
    /// A queue in which buyers choose.
    Queue = "queue";
    /// A quota of a discount, an offer or a group purchase.
    Quota = "quota";
    /// The last day of a period.
    To = "to";
    /// Records by which ownership is decided.
    Records = "records";
    /// Receptions as the front desk saw them.
    Receptions = "receptions";
    /// Versions of streams.
    Streams = "streams";
    /// The organisation of a company.
    Organisation = "organisation";
    /// A node of the organisation.
    Node = "node";
    /// A node that another may hold.
    Inner = "inner";
    /// Roles and what they may do.
    Roles = "roles";
    /// Who has which role where.
    Assignments = "assignments";
    /// What somebody wants to do.
    Act = "act";
    /// Routes of approvals.
    Routes = "routes";
    /// Who stands in for whom.
    Delegations = "delegations";
    /// What is asked to be approved.
    Asked = "asked";
    /// A price that somebody has to approve, with the roles.
    Price = "price";
    /// A state, as the events so far have made it.
    State = "state";
    /// Events.
    Events = "events";
    /// Who does something.
    By = "by";
    /// When something is done.
    At = "at";
    /// Requests for approval.
    Requests = "requests";
    /// A person.
    Person = "person";
    /// A request for approval that has been decided.
    Approval = "approval";
    /// One rule.
    Rule = "rule";
    /// What was drawn last.
    Last = "last";
    /// Whom a number is for.
    NumberedFor = "numbered_for";
    /// Numbers that were issued.
    Numbers = "numbers";
    /// Counters as they stand.
    Counters = "counters";
    /// A phone by which a customer is asked for.
    Phone = "phone";
    /// What brokers registered.
    Registrations = "registrations";
    /// Units allotted to channels.
    Allotments = "allotments";
    /// Terms of commissions.
    Terms = "terms";
    /// Questionnaires.
    Questionnaires = "questionnaires";
    /// One questionnaire.
    Questionnaire = "questionnaire";
    /// The day on which something is found.
    FoundOn = "found_on";
    /// A quote as it was given.
    Quote = "quote";
    /// What the host knows as it asks.
    Context = "context";
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
    /// Commands that are not yet asked for.
    Drafts = "drafts";
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
    /// How something is computed.
    Method = "method";
    /// Events of the stock.
    StockEvents = "stock_events";
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
    /// When contracts may be ended.
    Termination = "termination";
}
