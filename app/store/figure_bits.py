"""Figures of calls that bits can tell apart: counted by putting bits together, without a look at the calls themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from app.store.desk_bits import Among, Bits, Facet, keys_in
from app.store.desk_filters import Filters

FEW = 30_000
"""Up to so many calls are looked up by their keys, which is quicker than any search for them."""
FEWEST = 20_000
"""With fewer calls than this in all, bits do not pay."""


@dataclass(slots=True)
class BitCounts:
    """The calls that fit, a bit each, and their parts by the values of facets."""

    bits: Bits
    fitting: int
    _parts: dict[Facet, dict[int, int]] = field(default_factory=dict)

    @property
    def calls(self) -> int:
        """How many calls fit."""
        return self.fitting.bit_count()

    def of(self, facet: Facet) -> dict[int, int]:
        """The fitting calls by their value of ``facet``; values of none are left out."""
        if facet not in self._parts:
            self._parts[facet] = {
                value: both
                for value, these in sorted(self.bits.by_value(facet).items())
                if (both := these & self.fitting)
            }
        return self._parts[facet]

    def groups(self) -> Iterator[tuple[int, int, int]]:
        """Numbers of playbook and source with the bits of their calls; both 0 for none."""
        sources = self.of(Facet.SOURCE)
        for playbook, of_playbook in self.of(Facet.PLAYBOOK).items():
            for source, of_source in sources.items():
                if both := of_playbook & of_source:
                    yield playbook, source, both

    def without(self, facet: Facet, value: int) -> BitCounts:
        """Those whose value is another one."""
        return BitCounts(self.bits, self.fitting & ~self.bits.of(Among(facet, frozenset({value}))))

    def keys(self) -> list[int] | None:
        """The keys of the fitting calls, where they are few."""
        return keys_in(self.fitting) if self.calls <= FEW else None


def bit_counts(db: Connection, filters: Filters, *, fewest: int = FEWEST) -> BitCounts | None:
    """The calls that ``filters`` mean; ``None`` where bits cannot say all of it, do not pay, or are not kept."""
    if db.dialect.name != "sqlite" or not filters.only_bits or filters.match:
        return None
    if int(db.execute(text("SELECT COALESCE(MAX(key), 0) FROM call")).scalar_one()) <= fewest:
        return None
    bits = Bits(db)
    return BitCounts(bits, bits.all_of(filters.in_bits))
