import struct

import pytest

import kaipan
from kaipan import _buffers, kaipan_operations, kaipan_requests, kaipan_types


@pytest.mark.parametrize("module", [kaipan_types, kaipan_requests, kaipan_operations])
def test_generated_code_uses_them(module):
    with module._UniffiRustBuffer.alloc_with_builder() as builder:
        assert isinstance(builder, _buffers.Builder)
        builder.write_i8(-1)
        builder.write_u8(255)
        builder.write_i32(-5)
        builder.write_u64(2**64 - 1)
        builder.write_double(0.5)
        module._UniffiFfiConverterString.write("开盘", builder)
        builder.write(b"end")
        buffer = builder.finalize()
    with buffer.consume_with_stream() as stream:
        assert isinstance(stream, _buffers.Stream)
        found = stream.read_i8(), stream.read_u8(), stream.read_i32(), stream.read_u64()
        assert found == (-1, 255, -5, 2**64 - 1)
        assert stream.read_double() == 0.5
        assert module._UniffiFfiConverterString.read(stream) == "开盘"
        assert stream.read(3) == b"end" and stream.remaining() == 0


def test_bytes_that_are_missing_are_an_error():
    for short in (b"\0\0\0\x05ab", b"\0\0\0", b"\xff\xff\xff\xff"):
        with pytest.raises((EOFError, struct.error)):
            kaipan_types._UniffiFfiConverterString.read(_buffers.Stream(short))
    with pytest.raises(struct.error):
        _buffers.Stream(b"\0").read_i16()
    with pytest.raises(IndexError):
        _buffers.Stream(b"").read_u8()
    with pytest.raises(EOFError):
        _buffers.Stream(b"ab").read(3)
    with pytest.raises(struct.error):
        _buffers.Builder().write_u8(256)


def test_a_text_that_is_none_leaves_nothing_behind():
    with pytest.raises(UnicodeEncodeError):
        kaipan.call("\ud800", "{}")
    assert kaipan.operations()
