"""Month tables of loans with decimal.Decimal.  python3 loan_tables.py LOANS.csv [ROUNDS]"""
import csv
import decimal
import json
import platform
import sys
import time
from collections import namedtuple
from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")
ONE = Decimal(1)
TWELVE = Decimal(12)
Month = namedtuple("Month", "number payment principal interest balance")


def instalment(principal, annual, months):
    monthly = annual / TWELVE
    grown = (ONE + monthly) ** months
    payment = principal * monthly * grown / (grown - ONE)
    return payment.quantize(FEN, ROUND_HALF_UP)


def table(principal, annual, months):
    fixed = instalment(principal, annual, months)
    balance = principal
    rows = []
    for number in range(1, months + 1):
        # Divided last: with a rounded monthly rate an exact half of a fen would be missed.
        interest = (balance * annual / TWELVE).quantize(FEN, ROUND_HALF_UP)
        payment = balance + interest if number == months else fixed
        share = payment - interest
        balance -= share
        rows.append(Month(number, payment, share, interest, balance))
    return rows


def tables(loans):
    interest = payment = balance = Decimal("0.00")
    for loan in loans:
        for month in table(*loan):
            interest += month.interest
            payment += month.payment
            balance += month.balance
    return interest, payment, balance


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    # The default of 28 digits is enough for the power to give the same fen.
    decimal.getcontext().prec = 28
    with open(sys.argv[1], newline="") as f:
        loans = [(Decimal(p), Decimal(a), int(m)) for p, a, m in csv.reader(f)]

    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        sums = tables(loans)
        best = min(best, time.perf_counter() - start)
    print(json.dumps({
        "peer": "python-decimal",
        "version": f"{platform.python_implementation()} {platform.python_version()}"
                   f" libmpdec {decimal.__libmpdec_version__}",
        "units": len(loans),
        "seconds": round(best, 6),
        "sums": [f"{one:f}" for one in sums],
    }, separators=(",", ":")))


main()
