"""What was received on an old schedule, on the lines of the new one."""
from numerals import number


def place(lines, existing):
    """Sets `received` of the lines and returns what none of them can take.

    A receipt stays on the line of its item and name; what that line is too small for goes to the
    open own-funds lines in order.
    """
    for line in lines:
        line.received = number(0)
    left = number(0)
    for old in existing:
        received = number(old["received"])
        for line in lines:
            if (line.item, line.name) == (old["item"], old["name"]):
                part = min(received, line.amount - line.received)
                line.received += part
                received -= part
                break
        left += received
    for line in lines:
        if line.own:
            part = min(left, line.amount - line.received)
            line.received += part
            left -= part
    return left
