"""A program that a type checker refuses: a row has no such field."""
import kaipan


def wrong(response: kaipan.PriceTable) -> str:
    return response.rows[0].no_such_field
