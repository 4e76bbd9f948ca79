"""How much a Word file may unfold to before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps, all counted on bytes really unpacked and never on what the file says of itself.

    `members`: entries in the zip. `member_bytes`, `total_bytes`: one part and all parts read,
    unpacked. `ratio`: unpacked to packed size of one part, once it is beyond `ratio_from` bytes:
    a long table of empty cells packs to a two-hundredth, a bomb to a thousandth.
    """

    members: int = 5_000
    member_bytes: int = 64 * 2**20
    total_bytes: int = 192 * 2**20
    ratio: int = 400
    ratio_from: int = 2**20


LIMITS = Limits()
