import kaipan
import typed
import vectors


def test_every_vector_gives_its_bytes_through_types():
    wrong, count = [], 0
    for operation, request, expected, name in vectors.cases():
        count += 1
        if typed.answer(operation, request) != expected:
            wrong.append(name)
    assert count > 400 and not wrong, f"{len(wrong)} of {count}: {wrong}"


def test_every_vector_gives_its_bytes_through_json():
    for operation, request, expected, name in vectors.cases():
        try:
            found = kaipan.call(operation, request)
        except kaipan.KaipanError as error:
            found = error.json()
        assert found == expected, name


def test_requests_survive_python():
    """JSON to request and back, and again: nothing is lost on the way."""
    for operation, text, _, name in vectors.cases():
        if operation not in {info.name for info in kaipan.operations()}:
            continue
        try:
            request = typed.request(operation, text)
        except kaipan.KaipanError:
            continue
        to_json = getattr(kaipan, typed.snake(typed.types(operation)[0]) + "_to_json")
        written = to_json(request)
        again = typed.request(operation, written)
        assert again == request and to_json(again) == written, name


def test_functions_are_those_of_the_catalogue():
    listed = {info.name for info in kaipan.operations()}
    folders = {path.name for path in vectors.VECTORS.iterdir() if path.is_dir()}
    assert listed <= folders
    for name in listed:
        assert callable(typed.function(name)), name
        assert typed.function(name).__doc__, name
