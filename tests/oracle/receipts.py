"""What was received on an old schedule, on the lines of the new one."""
from numerals import number

LOANS = ("commercial_loan", "fund_loan")


def same(line, old):
    """A loan and the deposit are known by their kind, a fee by its code, all else by its name."""
    if line.item != old["item"]:
        return False
    if line.item == "fee" and "fee" in old:
        return line.fee == old["fee"]
    return line.item in (*LOANS, "deposit") or line.name == old["name"]


def take(line, amount):
    part = min(amount, line.amount - line.received)
    line.received += part
    return amount - part


def place(lines, existing):
    """Sets `received` of the lines; returns what no line can take, and how much of it was lent.

    A receipt stays on its line; what that line is too small for goes to the open own-funds lines
    after it, then to those before it. What was lent pays only that loan, a fee only that fee.
    """
    for line in lines:
        line.received = number(0)
    left = []
    for old in existing:
        at = next((n for n, line in enumerate(lines) if same(line, old)), None)
        received = number(old["received"])
        left.append((old["item"], at, received if at is None else take(lines[at], received)))
    surplus, of_loans = number(0), number(0)
    for item, at, amount in left:
        if item in LOANS:
            of_loans += amount
        elif item != "fee":
            start = 0 if at is None else at + 1
            for line in lines[start:] + lines[:start]:
                if line.own:
                    amount = take(line, amount)
        surplus += amount
    return surplus, of_loans
