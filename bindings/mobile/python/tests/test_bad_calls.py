"""100,000 random bad calls; afterwards a good call still works and memory is flat."""
import copy
import json
import random
import resource

import kaipan
import typed
import vectors
from test_scalars import request as good_request

CALLS = 100_000
BAD = [None, True, -1, 0, 2**31, "", "abc", "1e9", "NaN", "12.3456789", "9" * 40, [], {}, "\u0000", "开盘"]


def places(value, found, parent=None, key=None):
    """Every place of a JSON value, as its parent and key."""
    if parent is not None:
        found.append((parent, key))
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in list(children):
        places(child, found, value, key)


def spoil(draw, value):
    """A copy with one to three places spoiled."""
    value = copy.deepcopy(value)
    for _ in range(draw.randint(1, 3)):
        found = []
        places(value, found)
        if not found:
            return draw.choice(BAD)
        parent, key = draw.choice(found)
        choice = draw.random()
        if choice < 0.2 and isinstance(parent, dict):
            del parent[key]
        elif choice < 0.3 and isinstance(parent, dict):
            parent["no_such_field"] = 1
        else:
            parent[key] = draw.choice(BAD)
    return value


def resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def test_bad_calls():
    draw = random.Random(20260704)
    small = [
        (operation, json.loads(request))
        for operation, request, expected, name in vectors.cases()
        if len(request) < 1_500 and not expected.startswith('{"error"')
    ]
    assert small
    # Text cut somewhere is as bad as it gets, and cheap: most calls; the others are well-formed.
    refused, after_warm_up = 0, 0
    for call in range(CALLS):
        operation, value = draw.choice(small)
        kind = draw.random()
        try:
            if kind < 0.4:
                text = vectors.compact(value)
                typed_or_json(draw, operation, text[: draw.randrange(len(text))])
            elif kind < 0.7:
                typed_or_json(draw, operation, vectors.compact(spoil(draw, value)))
            elif kind < 0.95:
                bad = draw.choice(["x", "1e9", "0.12345678", "9" * 30, "", "-", "NaN"])
                kaipan.pricing_net_to_list(good_request(**{draw.choice(["share", "average"]): bad}))
            else:
                kaipan.call(draw.choice(["", "no.such", "quote.mak", "开盘", "\u0000"]), "{}")
        except kaipan.KaipanError as error:
            refused += 1
            assert error.code and error.zh and error.en
        if call == CALLS // 2:
            after_warm_up = resident()
    grown = resident() - after_warm_up
    assert refused > CALLS * 3 // 4
    assert grown < 8 * 1024 * 1024, f"{grown} bytes more"
    assert str(kaipan.pricing_net_to_list(good_request()).list_average) == "10235.41"


def typed_or_json(draw, operation, text):
    if draw.random() < 0.5:
        kaipan.call(operation, text)
    else:
        typed.function(operation)(typed.request(operation, text))
