"""What the document cannot say: a cursor goes on with the list it was given for, and with no other.

`view`, `state`, `shelf` and `q` say which list is asked for, and OpenAPI has no way to tie one
parameter to another. A generated cursor of another list is refused with 400, as promised; here it
becomes one of the list that is asked for, so that accepting it can be checked.
"""

import re

import schemathesis

VIEWS = "live|new|open|waiting|overdue|supervised|stuck|resolved|closed|archived"
SHELVES = "mine|queue|waiting"


def part_asked_for(path, query):
    """The names cursors begin with here, and the one this query takes where it is just one."""
    if path.endswith("/tickets"):
        return VIEWS, "live" if query.get("q") else query.get("view") or query.get("state")
    if path.endswith("/worklist"):
        return SHELVES, query.get("shelf")
    return None, None


@schemathesis.hook
def map_query(ctx, query):
    cursor = query.get("cursor") if query else None
    parts, part = part_asked_for(ctx.operation.path, query) if isinstance(cursor, str) else (None, None)
    matched = re.fullmatch(f"(?:{parts})_(?P<place>.*)", cursor) if parts else None
    if matched and isinstance(part, str):
        query["cursor"] = f"{part}_{matched['place']}"
    return query
