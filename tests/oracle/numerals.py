"""Plain decimal text to exact numbers and back (handbook 0.2)."""
from fractions import Fraction
from functools import lru_cache


class PricingError(Exception):
    """A request that has no price table, with the stable code of the reason."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


@lru_cache(maxsize=65536)
def number(text):
    return Fraction(str(text))


def places(count, decimals, least):
    """An integer count of 10^-decimals, with at least `least` decimals and no needless zeros."""
    whole, rest = divmod(abs(count), 10**decimals)
    rest = f"{rest:0{decimals}d}".rstrip("0").ljust(least, "0") if decimals else ""
    return ("-" if count < 0 else "") + str(whole) + ("." + rest if rest else "")


def scalar(value, decimals, least):
    """Text of a 64-bit scalar; the value must already be rounded to its decimals."""
    count = value * 10**decimals
    assert count.denominator == 1, f"{value} is not rounded to {decimals} decimals"
    if not -(2**63) <= count < 2**63:
        raise PricingError("number.overflow")
    return places(int(count), decimals, least)


def money(value):
    return scalar(value, 2, 2)


def unit_price(value):
    return scalar(value, 6, 2)


def area(value):
    return scalar(value, 4, 2)


def rate(value):
    return scalar(value, 6, 0)


def half_up(value, place):
    """To the nearest multiple of the place, a half away from zero."""
    steps = (2 * abs(value.numerator) * place.denominator + value.denominator * place.numerator) // (
        2 * value.denominator * place.numerator
    )
    return steps * place if value >= 0 else -steps * place


FEN = Fraction(1, 100)
MILLIONTH = Fraction(1, 10**6)


def plain(value):
    """Exact text if the expansion ends within 60 decimals, else half away from zero to 12."""
    for decimals in range(61):
        if 10**decimals % value.denominator == 0:
            return places(int(value * 10**decimals), decimals, 0)
    return places(int(half_up(value, Fraction(1, 10**12)) * 10**12), 12, 0)
