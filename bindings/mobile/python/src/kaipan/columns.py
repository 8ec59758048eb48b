"""Many units at once: arrays of integers in, arrays of integers out."""
import sys
from array import array
from decimal import Decimal
from typing import Any, NamedTuple, Optional, Sequence

from . import _arrays
from .kaipan_operations import Axis, SchemeHandle
from .kaipan_types import PricingScheme, ProjectUnit


class Columns(NamedTuple):
    """Units as columns: what `CompiledScheme.price` takes.

    A column is anything with the buffer protocol: `array('q')` and `array('H')`, NumPy arrays,
    memoryviews.
    """

    codes: Sequence[Any]
    """One column of 16-bit codes an axis."""
    areas: Any
    """Areas in 0.0001 m², as 64-bit integers."""
    gift_areas: Any = b""
    """Gift areas in 0.0001 m²; empty if the scheme does not charge them."""
    lump_sums: Any = b""
    """Lump sums in fen; empty if the scheme has none."""


class PricedColumns(NamedTuple):
    """Prices as columns, one element a unit, and their sums."""

    unit_prices: array
    """Unit prices in fen per m² of the area basis, as 64-bit integers."""
    totals: array
    """Totals in fen, as 64-bit integers."""
    area: Decimal
    """Sum of the areas, m²."""
    total: Decimal
    """Sum of the totals, yuan."""


class CompiledScheme:
    """A pricing scheme compiled for columns of units: the same fen as `pricing_table`.

        scheme = kaipan.CompiledScheme(pricing_scheme, units)
        priced = scheme.price(scheme.columns)

    Results are `array('q')`, which `numpy.frombuffer` takes without a copy.
    """

    def __init__(self, scheme: PricingScheme, units: Sequence[ProjectUnit]):
        """Compiles a scheme for these units. They need not be in its scope."""
        self._handle = SchemeHandle(scheme, list(units))

    @property
    def axes(self) -> Sequence[Axis]:
        """The axes: one for every factor, and a last one for spot adjustments."""
        return self._handle.axes()

    @property
    def columns(self) -> Columns:
        """The units it was compiled for, as columns."""
        columns = self._handle.columns()
        size = len(columns.areas) // 8 * 2
        axes = range(len(self._handle.axes()))
        parts = [columns.codes[at * size : (at + 1) * size] for at in axes]
        rest = (columns.areas, columns.gift_areas, columns.lump_sums)
        return Columns([_integers(part, "H") for part in parts], *map(_integers, rest))

    def set_base(self, base: Decimal) -> None:
        """Changes the base price; codes stay the same."""
        self._handle.set_base(base)

    def set_exact_base(self, numerator: str, denominator: str) -> None:
        """Changes the base price to an exact quotient, as `pricing_solve_base` answers it."""
        self._handle.set_exact_base(numerator, denominator)

    def code(self, axis: int, key: str) -> Optional[int]:
        """The code of an attribute value of an axis; `None` if it is unknown or has several."""
        return self._handle.code(axis, key)

    def price(
        self, columns: Optional[Columns] = None, *, unit_prices=None, totals=None
    ) -> PricedColumns:
        """Prices units; without any, those it was compiled for.

        `unit_prices` and `totals` are arrays to write to, of an element a row, and come back in the
        result: who prices many times saves making new ones. After an error their content means
        nothing. No other thread may change any of these arrays during the call.
        """
        units = self.columns if columns is None else columns
        codes = [_view(column, 2) for column in units.codes]
        rest = [_view(column, 8) for column in (units.areas, units.gift_areas, units.lump_sums)]
        rows = len(rest[0]) // 8
        own = [array("q", [0]) * rows if out is None else out for out in (unit_prices, totals)]
        into = [_room(name, out, rows) for name, out in zip(("unit_prices", "totals"), own)]
        sums = _arrays.price(self._handle, [*rest, *into], codes)
        if sums is not None:
            area, total = sums
            return PricedColumns(*own, _decimal(area, 4), _decimal(total, 2))
        # Not done: as bytes, which takes longer, but any place and order of bytes will do, and what is
        # wrong is said.
        raw = memoryview(self._handle.price_columns(b"".join(codes), *map(bytes, rest)))
        for view, at in zip(into, (0, rows * 8)):
            view[:] = memoryview(_integers(raw[at : at + rows * 8])).cast("B")
        area, total = _integers(raw[-16:])
        return PricedColumns(*own, _decimal(area, 4), _decimal(total, 2))


def _decimal(count: int, decimals: int) -> Decimal:
    return Decimal(f"{count}e-{decimals}")


def _view(column, size: int) -> memoryview:
    """The little-endian bytes of a column of integers."""
    view = memoryview(column)
    if view.itemsize not in (1, size):
        raise TypeError(f"a column of {size}-byte integers, not of {view.itemsize}-byte items")
    if view.format in ("f", "d", "e"):
        raise TypeError("a column of integers, not of floats")
    if sys.byteorder == "big" and view.itemsize == size > 1:
        swapped = array({2: "H", 4: "i", 8: "q"}[size], view.tobytes())
        swapped.byteswap()
        view = memoryview(swapped)
    return view.cast("B")


def _room(name: str, out, rows: int) -> memoryview:
    """The bytes of an array that prices are written to."""
    view = memoryview(out)
    if view.itemsize != 8 or view.format in ("d", "P"):
        raise TypeError(f"{name}: an array of 8-byte integers, not of {view.format}")
    if view.readonly or view.nbytes != rows * 8:
        raise ValueError(f"{name}: an array of {rows} integers to write to")
    return view.cast("B")


def _integers(little: bytes, kind: str = "q") -> array:
    integers = array(kind)
    integers.frombytes(little)
    return _native(integers)


def _native(integers: array) -> array:
    if sys.byteorder == "big":
        integers.byteswap()
    return integers
