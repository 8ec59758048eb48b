//! Inputs of engines about projects, prices, organisation and people.

macro_rules! price_inputs {
    ($($before:tt)*) => {
        deal_inputs! {
            $($before)*
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
            /// Homes with their areas, prices and permits.
            Homes = "homes";
            /// Presale permits.
            Permits = "permits";
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
            /// The last day of which it is known what came in.
            ActualUntil = "actual_until";
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
            /// What the host knows as it asks.
            Context = "context";
        }
    };
}
