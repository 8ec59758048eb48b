"""How names are compared: what looks the same on paper is the same.

Spaces around a name and runs of them inside, characters without a shape, the width of letters,
digits and punctuation, and the kind of dash make no difference. Upper and lower case do.
"""
import unicodedata

# Fields of requests that hold the name of something; labels (`name`, `note`) only show one.
FIELDS = {
    "unit_no", "unit_nos", "building", "stair", "line", "orientation", "view", "layout", "noise", "phase",
    "key", "reference", "values", "code", "not_with", "exclusive_group", "plan", "plans", "project", "projects",
    "campaign", "campaigns", "member_level", "member_levels",
}


def same(text):
    """The one way to write what a name is compared by."""
    seen = ""
    for mark in text:
        if unicodedata.category(mark) == "Pd":
            mark = "-"
        elif 0xFF01 <= ord(mark) <= 0xFF5E:
            mark = unicodedata.normalize("NFKC", mark)
        elif mark.isspace():
            mark = " "
        elif unicodedata.category(mark) in ("Cf", "Cc"):
            mark = ""
        seen += mark
    return " ".join(seen.split())


def each(value, change, field=None):
    """A request with every name in it changed."""
    if isinstance(value, dict):
        return {key: each(one, change, key) for key, one in value.items()}
    if isinstance(value, list):
        return [each(one, change, field) for one in value]
    return change(value) if isinstance(value, str) and field in FIELDS else value


def settled(request):
    return each(request, same)


def disguised(r, request):
    """The same request as careless people type it."""
    def typed(name):
        if not name or not r.chance(0.3):
            return name
        kind = r.choice(["wide", "spaces", "nothing", "dash"])
        if kind == "wide":
            return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
        if kind == "spaces":
            return r.choice([" ", "\t", "\u00a0", "\u3000"]) + name + r.choice(["", " ", "\r\n", "\u3000 "])
        if kind == "nothing":
            at = r.randint(0, len(name))
            return name[:at] + r.choice(["\u200b", "\ufeff", "\u00ad", "\u200e"]) + name[at:]
        return name.replace("-", r.choice(["\u2010", "\u2013", "\u2014", "\uff0d"]))
    return each(request, typed)
