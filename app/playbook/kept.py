"""Keeps the newest results of a slow function, up to a weight: the same text is read once, and memory stays bounded."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


class Kept(Generic[_Asked, _Answer]):
    """A function that remembers. Results must be immutable; arguments must be hashable and are positional.

    Args:
        slow: The function.
        weigh: The weight of a result.
        most: The weight that is kept together; the results asked for longest ago go first, the newest one stays.
    """

    def __init__(self, slow: Callable[_Asked, _Answer], weigh: Callable[[_Answer], int], most: int) -> None:
        wraps(slow)(self)
        self._slow = slow
        self._weigh = weigh
        self._most = most
        self._weight = 0
        self._shelf: OrderedDict[object, tuple[_Answer, int]] = OrderedDict()
        self._lock = Lock()

    def __call__(self, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        """The result for these arguments, computed now or earlier."""
        with self._lock:
            found = self._shelf.get(args)
            if found is not None:
                self._shelf.move_to_end(args)
                return found[0]
        answer = self._slow(*args, **kwargs)
        with self._lock:
            self._keep(args, answer, self._weigh(answer))
        return answer

    def forget(self) -> None:
        """Drops everything; the next call computes again."""
        with self._lock:
            self._shelf.clear()
            self._weight = 0

    def _keep(self, key: object, answer: _Answer, weight: int) -> None:
        before = self._shelf.pop(key, None)
        self._weight += weight - (before[1] if before is not None else 0)
        self._shelf[key] = (answer, weight)
        while self._weight > self._most and len(self._shelf) > 1:
            self._weight -= self._shelf.popitem(last=False)[1][1]


def kept(
    weigh: Callable[[_Answer], int], most: int
) -> Callable[[Callable[_Asked, _Answer]], Kept[_Asked, _Answer]]:
    """Makes a function remember its results, see ``Kept``."""

    def remembering(slow: Callable[_Asked, _Answer]) -> Kept[_Asked, _Answer]:
        return Kept(slow, weigh, most)

    return remembering
