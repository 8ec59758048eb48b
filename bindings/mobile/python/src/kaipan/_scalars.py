"""Scalars as the text in which they cross to the library.

Nothing is judged here: what does not fit is refused by the library, with code and place.
"""
import datetime
from decimal import Decimal
from fractions import Fraction

# No number of the library has more digits than this; longer ones are not written out in full.
_MOST_DIGITS = 400


def decimal_text(value):
    """The plain digits of a number."""
    if isinstance(value, Decimal):
        text = str(value)
        if "E" in text and abs(value.adjusted()) < _MOST_DIGITS:
            return format(value, "f")
        return text
    if isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() > 3 * _MOST_DIGITS:
            return f"{'-' if value < 0 else ''}1E+{value.bit_length() * 3 // 10}"
        return str(value)
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    raise TypeError(f"a number is a decimal.Decimal, an int or text, not {type(value).__name__}")


def fraction_text(value):
    """A share of a whole: a quotient, or what decimal_text takes."""
    if isinstance(value, Fraction):
        return str(value)
    return decimal_text(value)


def date_text(value):
    """A date as YYYY-MM-DD."""
    if isinstance(value, datetime.date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    raise TypeError(f"a date is a datetime.date or text, not {type(value).__name__}")
