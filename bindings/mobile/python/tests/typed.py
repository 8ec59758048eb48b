"""Operations as a Python program calls them: through their types."""
import inspect
import re

import kaipan


def snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def function(operation: str):
    return getattr(kaipan, operation.replace(".", "_"))


def types(operation: str):
    """Names of request and response type."""
    hints = inspect.get_annotations(function(operation))
    return tuple(re.sub(r"^.*[.]", "", _name(hints[key])) for key in ("request", "return"))


def _name(hint) -> str:
    return hint if isinstance(hint, str) else getattr(hint, "__name__", str(hint))


def request(operation: str, text: str):
    """The typed request of an operation, from JSON."""
    return getattr(kaipan, snake(types(operation)[0]) + "_from_json")(text)


def answer(operation: str, text: str) -> str:
    """JSON to request, call, response to JSON; errors as JSON."""
    try:
        known = {info.name for info in kaipan.operations()}
        if operation not in known:
            return kaipan.call(operation, text)
        response = function(operation)(request(operation, text))
        return getattr(kaipan, snake(types(operation)[1]) + "_to_json")(response)
    except kaipan.KaipanError as error:
        return error.json()


__all__ = ["answer", "function", "request", "types"]
