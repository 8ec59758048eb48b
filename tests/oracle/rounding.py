"""Rounding policies: round(x) = sgn(x) * mode(|x| / place) * place (handbook 0.3)."""
from fractions import Fraction
from math import ceil, floor

from numerals import FEN, half_up, number


class Rounding:
    def __init__(self, data):
        self.mode = data.get("mode", "half_up")
        self.place = number(data["place"])
        self.guard = data.get("guard", True)

    def __call__(self, value):
        if self.guard and abs(value) < self.place:
            return half_up(value, FEN)
        steps = abs(value) / self.place
        size = {
            "half_up": lambda: floor(steps + Fraction(1, 2)),
            "up": lambda: ceil(steps),
            "down": lambda: floor(steps),
        }[self.mode]()
        return (size if value >= 0 else -size) * self.place


YUAN = Rounding({"place": "1"})
