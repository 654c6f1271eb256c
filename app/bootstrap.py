"""Builds the services that windows and commands work with: the only place where storage meets the domain."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.call.clock import SystemClock
from app.call.ports import CallBook, Clock, Journal, TroubleKind
from app.call.reps import RepBook
from app.leads.lead import LeadBook
from app.review.ports import CallDesk, FigureBook, LessonBook, ProposalBook, ReviewBook
from app.settings import Settings

if TYPE_CHECKING:
    from app.playbook.library import Library
    from app.review.calibrating import CalibrationBook
    from app.review.coaching import CoachingBook
    from app.review.drafts import DraftBook
    from app.store.claims import CallClaims
    from app.store.daily import DailyBackup
    from app.store.database import Database
    from app.store.late_lessons import LateLessons
    from app.store.problems import StoreTrouble
    from app.store.sources import StoredGoodVersions

CLOSING_SECONDS = 5.0
"""How long closing waits for the disk before it leaves events in the spool."""
JOURNAL_PATIENCE = 1.0
"""Seconds that the journal waits for another program's lock before it says so and spools."""
PLAYBOOK_PATIENCE = 0.2
"""Seconds that reading playbooks waits to remember a good version."""
SEEN_FILE = "playbooks-seen.json"
"""In the data folder: what the playbooks folder held when it was last read and found sound."""
_LEFTOVER_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Services:
    """Everything outside the window, ready to use. Books may be used from any thread but the journal's.

    ``impatient`` is the same database for who must not wait long for it. ``trouble`` is what kept the database from being
    written at the start; the journal tells when it is over.
    """

    settings: Settings
    home: Path
    library: Library
    journal: Journal
    calls: CallBook
    leads: LeadBook
    reps: RepBook
    lessons: LessonBook
    proposals: ProposalBook
    desk: CallDesk
    reviews: ReviewBook
    figures: FigureBook
    calibrations: CalibrationBook
    drafts: DraftBook
    coaching: CoachingBook
    clock: Clock
    database: Database
    impatient: Database
    backup: DailyBackup | None = None
    late_lessons: LateLessons | None = None
    trouble: TroubleKind | None = None

    def close(self) -> bool:
        """Flushes and ends everything; ``False`` when events are left in the spool only."""
        if self.backup is not None:
            self.backup.close()
        if self.late_lessons is not None:
            self.late_lessons.close()
        kept = self.journal.close(CLOSING_SECONDS)
        self.database.close()
        self.impatient.close()
        return kept


def playbooks_folder(settings: Settings) -> Path:
    """The folder with the playbooks: the one set, else those that came with the program."""
    if settings.playbooks:
        return Path(settings.playbooks).expanduser().absolute()
    in_wheel = Path(__file__).with_name("shipped")
    return in_wheel if in_wheel.is_dir() else Path(__file__).parent.parent / "playbooks"


def build_services(
    settings: Settings,
    home: Path,
    *,
    clock: Clock | None = None,
    journal: Journal | None = None,
    calls: CallBook | None = None,
    leads: LeadBook | None = None,
    reps: RepBook | None = None,
    lessons: LessonBook | None = None,
    proposals: ProposalBook | None = None,
    desk: CallDesk | None = None,
    reviews: ReviewBook | None = None,
    figures: FigureBook | None = None,
    calibrations: CalibrationBook | None = None,
    drafts: DraftBook | None = None,
    coaching: CoachingBook | None = None,
    library: Library | None = None,
) -> Services:
    """Opens the database (making or upgrading it, after a backup) and builds everything that is not given.

    A database that is locked, full, read-only or out of reach is no obstacle: calls go on and the journal spools.
    Takes its time (imports SQLAlchemy): call it after the first paint, off the window's thread.

    Raises:
        StartProblem: The database is newer, foreign, damaged or cannot be upgraded, or its address is unusable.
    """
    from app.store.calls import StoredCalls, nothing_waits
    from app.store.claims import FOLDER, CallClaims
    from app.store.daily import DailyBackup
    from app.store.database import Database
    from app.store.journal import StoredJournal
    from app.store.late_lessons import LateLessons
    from app.store.leads import StoredLeads
    from app.store.reps import StoredReps
    from app.store.sources import StoredGoodVersions

    database, trouble = _opened(settings, home)
    impatient = Database(database.url, patience=PLAYBOOK_PATIENCE)
    claims = CallClaims(home / FOLDER)
    journal = journal or _journal(database, settings, home, claims, trouble)
    waiting = journal.waiting if isinstance(journal, StoredJournal) else nothing_waits
    return Services(
        settings=settings,
        home=home,
        library=library or _library(settings, home, StoredGoodVersions(impatient)),
        journal=journal,
        calls=calls or StoredCalls(database, waiting, claims),
        leads=leads or StoredLeads(database, country=settings.country),
        reps=reps or StoredReps(database),
        lessons=lessons or _lessons(impatient),
        proposals=proposals or _proposals(database),
        desk=desk or _desk(database),
        reviews=reviews or _reviews(database),
        figures=figures or _figures(database),
        calibrations=calibrations or _calibrations(database),
        drafts=drafts or _drafts(database),
        coaching=coaching or _coaching(database),
        clock=clock or SystemClock(),
        database=database,
        impatient=impatient,
        backup=DailyBackup(database.path, database.backups) if database.path and database.backups else None,
        late_lessons=LateLessons(database),
        trouble=trouble.kind if trouble else None,
    )


def open_database(settings: Settings, home: Path) -> Database:
    """The database of ``settings``, made or brought up to date where it can be reached.

    Raises:
        StartProblem: See ``build_services``.
    """
    return _opened(settings, home)[0]


def waiting_folders(database: Database, home: Path) -> list[Path]:
    """Where events may lie that the database did not take: beside it, in the data folder, else in a refuge."""
    from app.settings.refuge import refuges

    return [*_usual_folders(database, home), *refuges(database.label)]


def _usual_folders(database: Database, home: Path) -> list[Path]:
    return [database.path.parent, home] if database.path else [home]


def _opened(settings: Settings, home: Path) -> tuple[Database, StoreTrouble | None]:
    """The database, and what keeps it from being used or written for now."""
    from app.store.database import Database, url_of
    from app.store.problems import StartProblem, StoreTrouble

    url = url_of(settings.database, home)
    database = Database(url)
    try:
        database.prepare()
    except StoreTrouble as trouble:
        return database, trouble
    except StartProblem:
        database.close()
        raise
    return database, database.standing_trouble()


def _journal(
    database: Database,
    settings: Settings,
    home: Path,
    claims: CallClaims,
    trouble: StoreTrouble | None = None,
) -> Journal:
    from app.settings.refuge import refuges
    from app.store.database import Database as OwnDatabase
    from app.store.journal import StoredJournal
    from app.store.spool import Spool, waiting_files

    elsewhere = refuges(database.label)
    name = database.path.name if database.path else "callcue"
    left = waiting_files(waiting_folders(database, home))
    with contextlib.suppress(OSError):  # without a folder there is no spool, and events wait in memory
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    journal = StoredJournal(
        OwnDatabase(database.url, patience=JOURNAL_PATIENCE),
        Spool(_usual_folders(database, home), name, elsewhere),
        country=settings.country,
        trouble=trouble,
        claims=claims,
    )
    if left:
        journal.flush(_LEFTOVER_SECONDS)
    return journal


def _lessons(database: Database) -> LessonBook:
    from app.store.when_asked import WhenAsked

    def make() -> LessonBook:
        from app.store.lessons import StoredLessons

        return StoredLessons(database)

    return cast("LessonBook", WhenAsked(make))


def _proposals(database: Database) -> ProposalBook:
    from app.store.when_asked import WhenAsked

    def make() -> ProposalBook:
        from app.store.proposals import StoredProposals

        return StoredProposals(database)

    return cast("ProposalBook", WhenAsked(make))


def _library(settings: Settings, home: Path, good: StoredGoodVersions) -> Library:
    from app.playbook.library import Library
    from app.playbook.seen import SeenFolder

    return Library(playbooks_folder(settings), good, SeenFolder(home / SEEN_FILE, good.revisions))


def _desk(database: Database) -> CallDesk:
    from app.store.when_asked import WhenAsked

    def make() -> CallDesk:
        from app.store.desk import StoredDesk

        return StoredDesk(database)

    return cast("CallDesk", WhenAsked(make))


def _reviews(database: Database) -> ReviewBook:
    from app.store.when_asked import WhenAsked

    def make() -> ReviewBook:
        from app.store.reviews import StoredReviews

        return StoredReviews(database)

    return cast("ReviewBook", WhenAsked(make))


def _calibrations(database: Database) -> CalibrationBook:
    from app.store.when_asked import WhenAsked

    def make() -> CalibrationBook:
        from app.store.calibrations import StoredCalibrations

        return StoredCalibrations(database)

    return cast("CalibrationBook", WhenAsked(make))


def _drafts(database: Database) -> DraftBook:
    from app.store.when_asked import WhenAsked

    def make() -> DraftBook:
        from app.store.drafts import StoredDrafts

        return StoredDrafts(database)

    return cast("DraftBook", WhenAsked(make))


def _coaching(database: Database) -> CoachingBook:
    from app.store.when_asked import WhenAsked

    def make() -> CoachingBook:
        from app.store.coaching import StoredCoaching

        return StoredCoaching(database)

    return cast("CoachingBook", WhenAsked(make))


def _figures(database: Database) -> FigureBook:
    from app.store.when_asked import WhenAsked

    def make() -> FigureBook:
        from app.store.figure_book import StoredFigures

        return StoredFigures(database)

    return cast("FigureBook", WhenAsked(make))
