"""Columns priced where they lie, without a copy; the other side is `bindings/mobile/src/arrays.rs`."""
import ctypes
import sys

from .kaipan_operations import _UniffiLib


class _Array(ctypes.Structure):
    _fields_ = [("address", ctypes.c_uint64), ("len", ctypes.c_uint64)]


_Sums = ctypes.c_int64 * 2

_price = _UniffiLib.kaipan_price_arrays
_price.argtypes = (ctypes.c_uint64, ctypes.POINTER(_Array), ctypes.c_uint32, ctypes.POINTER(ctypes.c_int64))
_price.restype = ctypes.c_int8


def price(scheme, integers, codes):
    """The sums of areas and totals; None if it was not done, see `kaipan_price_arrays`.

    `integers`: the bytes of areas, gift areas, lump sums, unit prices and totals; `codes`: those of
    the columns of codes.
    """
    if sys.byteorder == "big":
        return None
    views = [(view, 8) for view in integers] + [(view, 2) for view in codes]
    arrays = (_Array * len(views))()
    # What holds the memory: nobody can free or resize it until this returns.
    held = []
    for slot, (view, size) in zip(arrays, views):
        if len(view) % size:
            return None
        if len(view):
            slot.address, holder = _place(view)
            slot.len = len(view) // size
            held.append(holder)
    sums = _Sums()
    done = _price(scheme._uniffi_clone_handle(), arrays, len(views), sums)
    return tuple(sums) if done else None


def _place(view):
    """The address of some bytes, and what keeps them there."""
    if view.readonly:
        # ctypes gives the address of what may be written to only; `bytes` do not move.
        copy = view.tobytes()
        return ctypes.cast(ctypes.c_char_p(copy), ctypes.c_void_p).value, copy
    first = ctypes.c_char.from_buffer(view)
    return ctypes.addressof(first), first
