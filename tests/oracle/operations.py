"""Every operation the oracle knows: its answer and its random requests."""
import area
import channel
import commission
import customer
import discount
import fee
import fund_plan
import generate_area
import generate_channel
import generate_customer
import generate_discount
import generate_fee
import generate_fund_plan
import generate_ledger
import generate_kpi
import generate_loan
import generate_overdue
import generate_ownership
import generate_plans
import generate_schedule
import generate_settlement
import generate_supervision
import generate_table
import ledger
import kpi
import loan
import overdue
import ownership
import plans
import schedule
import settlement
import supervision
import table
from draw import Draw
from names import disguised, settled
from numerals import PricingError

# name: what is computed, and from which random requests
OPERATIONS = {
    "pricing.table": (table.price_table, generate_table.request_of),
    "discount.apply": (discount.apply, generate_discount.apply_request),
    "discount.best": (discount.best, generate_discount.best_request),
    "payment.schedule": (schedule.schedule, generate_schedule.request_of),
    "payment.loan": (loan.loans, generate_loan.request_of),
    "fee.compute": (fee.fees, generate_fee.request_of),
    "customer.match": (customer.match, generate_customer.match_request),
    "ownership.decide": (ownership.decide, generate_ownership.decide_request),
    "ownership.due": (ownership.due, generate_ownership.due_request),
    "channel.protect": (channel.protect, generate_channel.protect_request),
    "deal.settle_change": (settlement.settle, generate_settlement.request_of),
    "deal.settle_area": (area.settled, generate_area.settle_request),
    "supervision.check": (supervision.check, generate_supervision.check_request),
    "supervision.release": (supervision.release, generate_supervision.release_request),
    "fund_plan.check": (fund_plan.check, generate_fund_plan.check_request),
    "fund_plan.pay": (fund_plan.pay, generate_fund_plan.pay_request),
    "ledger.post": (ledger.posted, generate_ledger.post_request),
    "ledger.statement": (ledger.statement, generate_ledger.statement_request),
    "kpi.split": (kpi.split, generate_kpi.split_request),
    "kpi.measure": (kpi.measure, generate_kpi.measure_request),
    "kpi.bridge": (kpi.bridge, generate_kpi.bridge_request),
    "kpi.commission": (commission.commission, generate_kpi.commission_request),
    "kpi.rephase": (plans.rephase, generate_plans.rephase_request),
    "kpi.budget": (plans.budget, generate_plans.budget_request),
    "kpi.stock_age": (plans.stock_age, generate_plans.stock_age_request),
    "overdue.assess": (overdue.assess, generate_overdue.assess_request),
    "overdue.aging": (overdue.aging, generate_overdue.aging_request),
    "overdue.forecast": (overdue.forecast, generate_overdue.forecast_request),
}


def named(name):
    """The full name of an operation; the last part will do, and `discount` is discount.apply."""
    known = [full for full in OPERATIONS if name in (full, *full.split("."))]
    if not known:
        raise SystemExit(f"no operation {name!r}; there are {', '.join(OPERATIONS)}")
    return known[0]


def answer(operation, request):
    try:
        return OPERATIONS[operation][0](settled(request))
    except PricingError as error:
        return {"error": {"code": error.code}}


def request(operation, seed, number):
    r = Draw(f"{seed}/{number}")
    drawn = OPERATIONS[operation][1](r)
    return disguised(r, drawn) if r.chance(0.2) else drawn
