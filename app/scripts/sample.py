"""``callcue sample``: fills an empty database with believable made-up calls, all marked as samples."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence

from app.bootstrap import Services, playbooks_folder
from app.playbook.source import Source
from app.playbook.vocabulary import Label
from app.review.printed import whole_number
from app.scripts.commands import COMMANDS, Subparsers
from app.scripts.maker import shelf
from app.scripts.making import MakingFailed, Order, batches, sources
from app.scripts.opened import opened_services
from app.scripts.parser import Parser, count
from app.scripts.stop import CLEAN, INTERRUPTED, Stop
from app.settings import Settings

_ABOUT = Label(
    "Makes leads and calls up and records them as samples, so that everything can be tried on full lists.\n"
    "The same seed makes the same people; customers of different temper walk through the shipped playbooks.",
    "Vymyslí kontakty a hovory a zaznamená je jako ukázky, aby šlo všechno vyzkoušet na plných seznamech.\n"
    "Stejné semínko dá stejné lidi; zákazníci různé povahy projdou dodané scénáře.",
)
_CALLS = Label("how many calls (default: 500)", "kolik hovorů (výchozí: 500)")
_SEED = Label("the seed (default: 1)", "semínko (výchozí: 1)")
_ADD = Label("add to a database that has calls already", "přidat do databáze, která už hovory má")
_NOT_EMPTY = Label(
    "This database has calls already; made-up ones would mix with them. Choose another with --db or --home, or say --add.",
    "V této databázi už hovory jsou a vymyšlené by se s nimi smíchaly. Zvolte jinou pomocí --db nebo --home, "
    "nebo přidejte --add.",
)
_NO_PLAYBOOKS = Label(
    "There is no playbook in {folder} that can be used.", "Ve složce {folder} není použitelný scénář."
)
_DONE = Label(
    "Calls made up: {calls}. Reviews of them: {reviews}. 'callcue calls' lists the calls.",
    "Vymyšleno hovorů: {calls}. Jejich hodnocení: {reviews}. Hovory vypíše „callcue calls“.",
)
_STOPPED = Label(
    "Stopped. {calls} made-up calls are in the database, all of them whole; 'callcue sample --add' adds more.",
    "Zastaveno. V databázi je {calls} vymyšlených hovorů, všechny celé; další přidá „callcue sample --add“.",
)
_FAILED = Label(
    "The process that makes calls up has ended, perhaps for want of memory. {calls} calls are in the database, all of "
    "them whole; 'callcue sample --add' adds more.",
    "Proces, který hovory vymýšlí, skončil, možná mu došla paměť. V databázi je {calls} hovorů, všechny celé; další "
    "přidá „callcue sample --add“.",
)
_STOPPED_REVIEWING = Label(
    "Stopped. All {calls} made-up calls and {reviews} reviews of them are in the database.",
    "Zastaveno. V databázi jsou všechny vymyšlené hovory ({calls}) a jejich hodnocení ({reviews}).",
)
_REVIEWING = Label("{done} of {all} reviews", "{done} z {all} hodnocení")
_PROGRESS = Label("{done} of {all} calls", "{done} z {all} hovorů")
_SAME = Label(
    "Made-up calls of the seed {seed} are in this database already; another --seed makes others.",
    "Vymyšlené hovory ze semínka {seed} v databázi už jsou; jiné --seed vymyslí další.",
)


_CALLS_A_REVIEW, _MOST_REVIEWS = 25, 8_000
"""A trainer reviews about one call in so many; of very many calls only the newest ones, as in life."""


def add(subparsers: Subparsers) -> None:
    """Adds the command's parser."""
    lang = Parser.lang
    parser = subparsers.add_parser(
        "sample", help=COMMANDS["sample"].help.in_lang(lang), description=_ABOUT.in_lang(lang)
    )
    parser.add_argument("--calls", type=count, default=500, metavar="N", help=_CALLS.in_lang(lang))
    parser.add_argument("--seed", type=count, default=1, metavar="S", help=_SEED.in_lang(lang))
    parser.add_argument("--add", action="store_true", help=_ADD.in_lang(lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Makes the calls up and stores them."""
    with opened_services(args) as services:
        if not args.add and services.calls.recent(1):
            raise Stop(_NOT_EMPTY.in_lang(args.lang))
        books = shelf()
        if not books:
            raise Stop(_NO_PLAYBOOKS.in_lang(args.lang).format(folder=playbooks_folder(Settings())))
        order = Order(args.calls, args.seed, services.clock.now(), services.settings.country)
        stored = _store(services, order, sources(books), args.lang)
        reviewed = _review(services, order, args.lang)
    sys.stdout.write(
        _DONE.in_lang(args.lang).format(
            calls=whole_number(stored, args.lang), reviews=whole_number(reviewed, args.lang)
        )
        + "\n"
    )
    return CLEAN


def _store(services: Services, order: Order, texts: Sequence[Source], lang: str) -> int:
    from sqlalchemy.exc import IntegrityError

    from app.store.bulk import keep_sources, store_batches

    assert services.database is not None, "commands open the real database"
    progress = _Progress(order.calls, lang)
    keep_sources(services.database, texts)
    with contextlib.closing(batches(order)) as made:
        try:
            stored = store_batches(services.database, made, progress=progress.told)
        except KeyboardInterrupt as stopped:
            raise Stop(
                _STOPPED.in_lang(lang).format(calls=whole_number(progress.done, lang)), INTERRUPTED
            ) from stopped
        except IntegrityError as there:
            raise Stop(_SAME.in_lang(lang).format(seed=order.seed)) from there
        except MakingFailed as failed:
            raise Stop(_FAILED.in_lang(lang).format(calls=whole_number(progress.done, lang))) from failed
        finally:
            progress.over()
    return stored


def _review(services: Services, order: Order, lang: str) -> int:
    """Reviews a part of the calls; only those that were talked, as trainers do."""
    from app.review.sample_reviews import TRAINERS
    from app.scripts.reviewing import pinned_cards, some_reviews
    from app.store.bulk_reviews import store_reviews

    cards = pinned_cards(playbooks_folder(Settings()))
    if not cards:
        return 0
    wanted = min(_MOST_REVIEWS, order.calls // _CALLS_A_REVIEW)
    progress = _Progress(max(1, wanted), lang, _REVIEWING)
    try:
        files = [one.file for one in cards.values()]
        made = some_reviews(services.desk, cards, order, wanted)
        return store_reviews(services.database, files, made, progress.told, TRAINERS)
    except KeyboardInterrupt as stopped:
        words = _STOPPED_REVIEWING.in_lang(lang).format(
            calls=whole_number(order.calls, lang), reviews=whole_number(progress.done, lang)
        )
        raise Stop(words, INTERRUPTED) from stopped
    finally:
        progress.over()


class _Progress:
    """Tells how far it is: over and over on one line of a terminal, else in tenths."""

    def __init__(self, calls: int, lang: str, words: Label = _PROGRESS) -> None:
        self._all = calls
        self._words = words
        self._lang = lang
        self._on_line = sys.stderr.isatty()
        self._tenth = 0
        self.done = 0

    def told(self, done: int) -> None:
        """So many calls are stored."""
        self.done = done
        text = self._words.in_lang(self._lang).format(
            done=whole_number(done, self._lang), all=whole_number(self._all, self._lang)
        )
        tenth = done * 10 // self._all
        if self._on_line:
            sys.stderr.write(f"\r{text}")
            sys.stderr.flush()
        elif tenth > self._tenth:
            sys.stderr.write(text + "\n")
        self._tenth = tenth

    def over(self) -> None:
        """The line is finished."""
        if self._on_line:
            sys.stderr.write("\n")
