"""What lies over the lower half of the window: which panel is open, what was typed, which row is highlighted."""

from __future__ import annotations

from dataclasses import replace

from app.ui.live import lists
from app.ui.live.ports import Call, CallFinder
from app.ui.live.scene import Panel, PanelScene, Row, RowRole


class PanelDesk:
    """At most one open panel. Reads its rows from the call; never acts on the call itself."""

    def __init__(self, call: Call, finder: CallFinder) -> None:
        self._call = call
        self._finder = finder
        self._scene: PanelScene | None = None

    @property
    def scene(self) -> PanelScene | None:
        """The open panel."""
        return self._scene

    @property
    def query(self) -> str:
        """What was typed, without the spaces around it."""
        return self._scene.query.strip() if self._scene is not None else ""

    def shows(self, panel: Panel) -> bool:
        """Whether this panel is the open one."""
        return self._scene is not None and self._scene.panel is panel

    def open(self, panel: Panel) -> None:
        """Opens a panel from its beginning."""
        self._scene = self._filled(PanelScene(panel))

    def open_story(self, story: str) -> None:
        """Opens the stories with this one written out."""
        self.open(Panel.STORIES)
        rows = self._scene.rows if self._scene is not None else ()
        row = next((row for row in rows if row.ref == story), None)
        if row is not None:
            self.highlight(row)

    @property
    def shows_stories(self) -> bool:
        """Whether the stories are open, with the one in hand written out."""
        return self._scene is not None and self._scene.panel is Panel.STORIES

    def close(self) -> bool:
        """Closes what is open; tells whether anything was."""
        was_open, self._scene = self._scene is not None, None
        return was_open

    def step_out(self) -> bool:
        """Back from a category to the board; ``False`` when the panel itself has to close."""
        if self._scene is None or not self._scene.branch:
            return False
        self.open(self._scene.panel)
        return True

    def search(self, query: str) -> bool:
        """Fills the panel with what the letters find; ``False`` when nothing changed."""
        if self._scene is None or query == self._scene.query:
            return False
        self._scene = self._filled(PanelScene(self._scene.panel, query))
        return True

    def refresh(self) -> None:
        """Reads the rows anew after the call went on; the highlight stays."""
        if self._scene is not None:
            fresh = self._filled(self._scene)
            self._scene = replace(fresh, current=min(self._scene.current, len(fresh.rows) - 1))

    def move(self, by: int) -> None:
        """Moves the highlight; it stops at the ends."""
        if self._scene is not None and self._scene.rows:
            target = max(0, min(len(self._scene.rows) - 1, self._scene.current + by))
            self._scene = replace(self._scene, current=target)

    def highlight(self, row: Row) -> None:
        """Moves the highlight to ``row``."""
        if self._scene is not None and row in self._scene.rows:
            self._scene = replace(self._scene, current=self._scene.rows.index(row))

    def by_digit(self, digit: int) -> Row | None:
        """The row that this digit reaches."""
        rows = self._scene.rows if self._scene is not None else ()
        return next((row for row in rows if row.digit == digit), None)

    def branch_into(self, row: Row) -> None:
        """Opens the rest of the objections, or one category of them."""
        self._scene = self._filled(PanelScene(Panel.OBJECTIONS, branch=row.kind or RowRole.REST))

    def _filled(self, scene: PanelScene) -> PanelScene:
        searched = bool(scene.query.strip())
        stories = lists.in_story_order(self._call.stories()) if scene.panel is Panel.STORIES else ()
        rows = self._rows_of(scene)
        best = next((place for place, row in enumerate(rows) if row.fits_best), 0)
        current = best if searched or stories else -1
        return replace(scene, rows=rows, current=current, stories=stories)

    def _rows_of(self, scene: PanelScene) -> tuple[Row, ...]:
        match scene.panel:
            case Panel.OBJECTIONS:
                return self._board_rows(scene)
            case Panel.QUESTIONS:
                titles = {stop.id: stop.title for stop in self._call.prompt.rail}
                return lists.question_rows(self._call.questions(), titles, scene.query, self._finder)
            case Panel.STORIES:
                return lists.story_rows(self._call.stories())
            case _:
                return ()

    def _board_rows(self, scene: PanelScene) -> tuple[Row, ...]:
        if scene.query.strip():
            return lists.found_rows(self._finder, scene.query.strip())
        if not scene.branch:
            likely = self._call.objections(lists.LIKELY_LIMIT)
            return lists.board_rows(likely, self._call.objection_count - len(likely))
        return lists.rest_rows(self._call.objections(), "" if scene.branch == RowRole.REST else scene.branch)
