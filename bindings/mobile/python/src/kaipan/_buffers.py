"""How typed values are written to, and read from, the bytes that cross to the library.

uniffi's own classes copy every number through ctypes on its own. These have the same methods and
the same bytes, but keep them in Python until all are there: a price table of 10,000 homes takes a
third of the time.
"""
import ctypes
import struct

_FORMATS = {"i8": ">b", "u8": ">B", "i16": ">h", "u16": ">H", "i32": ">i", "u32": ">I",
            "i64": ">q", "u64": ">Q", "float": ">f", "double": ">d"}
_unpack_i32 = struct.Struct(">i").unpack_from
_pack_i32 = struct.Struct(">i").pack


def _reader(code: str):
    packed = struct.Struct(code)
    unpack, size = packed.unpack_from, packed.size

    def read(self):
        at = self.offset
        self.offset = at + size
        return unpack(self.data, at)[0]

    return read


def _writer(code: str):
    pack = struct.Struct(code).pack

    def write(self, value):
        self.data += pack(value)

    return write


class Stream:
    """Bytes of the library, read one value after the other; reading past the end raises."""

    __slots__ = ("data", "offset")

    def __init__(self, data: bytes):
        self.data = data
        self.offset = 0

    @classmethod
    def from_rust_buffer(cls, buffer):
        return cls(ctypes.string_at(buffer.data, buffer.len) if buffer.len else b"")

    def remaining(self):
        return len(self.data) - self.offset

    def read(self, size):
        at = self.offset
        self.offset = end = at + size
        data = self.data[at:end]
        if len(data) != size:
            raise EOFError("bytes of the library are missing")
        return data

    def read_u8(self):
        at = self.offset
        self.offset = at + 1
        return self.data[at]


class Builder:
    """Bytes for the library, written one value after the other."""

    __slots__ = ("data",)

    def __init__(self):
        self.data = bytearray()

    def write(self, value):
        self.data += value

    def discard(self):
        self.data = None


for _name, _code in _FORMATS.items():
    if _name != "u8":
        setattr(Stream, f"read_{_name}", _reader(_code))
    setattr(Builder, f"write_{_name}", _writer(_code))


def _read_text(stream):
    data, at = stream.data, stream.offset + 4
    (size,) = _unpack_i32(data, at - 4)
    stream.offset = end = at + size
    if size < 0 or end > len(data):
        raise EOFError("bytes of the library are missing")
    return data[at:end].decode()


def _write_text(value, builder):
    text = value.encode()
    builder.data += _pack_i32(len(text))
    builder.data += text


def use_in(module) -> None:
    """Makes a module that uniffi has written use these."""
    rust_buffer = module._UniffiRustBuffer

    class ModuleBuilder(Builder):
        __slots__ = ()

        def finalize(self):
            size = len(self.data)
            buffer = rust_buffer.alloc(size)
            if size:
                ctypes.memmove(buffer.data, bytes(self.data), size)
            buffer.len = size
            return buffer

    module._UniffiRustBufferStream = Stream
    module._UniffiRustBufferBuilder = ModuleBuilder
    text = module._UniffiFfiConverterString
    text.read, text.write = staticmethod(_read_text), staticmethod(_write_text)
