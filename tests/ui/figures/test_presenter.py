"""What the screen of figures does, without a window."""

from __future__ import annotations

from app.review.figures import FigureName
from app.review.query import Field
from app.ui.figures.presenter import FiguresPresenter
from app.ui.figures.scene import FiguresScene
from tests.fakes import FakeClock
from tests.ui.fakes import AtOnce, Later
from tests.ui.figures.fakes import FAIR, WEB, FakeFigures, books


class Screen:
    """The view and the outside in one."""

    def __init__(self) -> None:
        self.scenes: list[FiguresScene] = []
        self.copied: list[str] = []
        self.lines: list[str] = []

    def show_scene(self, scene: FiguresScene) -> None:
        self.scenes.append(scene)

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def show_calls(self, line: str) -> None:
        self.lines.append(line)


def opened(
    figures: FakeFigures, runner: AtOnce | Later | None = None, line: str = ""
) -> tuple[FiguresPresenter, Screen]:
    screen = Screen()
    presenter = FiguresPresenter(screen, screen, runner or AtOnce(), FakeClock(), books(figures), lang="en")
    presenter.open(line)
    return presenter, screen


def drawn(presenter: FiguresPresenter) -> FigureName | None:
    return presenter.scene.figure.name if presenter.scene.figure is not None else None


def state(presenter: FiguresPresenter) -> tuple[bool, bool, FigureName | None]:
    return presenter.scene.troubled, presenter.scene.stopped, drawn(presenter)


def test_a_figure_is_counted_for_the_line_and_once_only() -> None:
    figures = FakeFigures()
    presenter, _ = opened(figures, line="rep:eva")
    assert figures.asked[0][0] is FigureName.OUTCOMES
    assert figures.asked[0][1].values(Field.REP) == ("eva",)
    presenter.choose(FigureName.MOODS)
    presenter.choose(FigureName.OUTCOMES)
    assert len(figures.asked) == 2
    presenter.again()
    assert len(figures.asked) == 3


def test_a_row_leads_to_its_calls_in_the_language_of_the_window() -> None:
    presenter, screen = opened(FakeFigures(), line="rep:eva")
    presenter.choose(FigureName.OBJECTIONS)
    presenter.move_row(1)
    presenter.open_row(presenter.scene.row)
    presenter.speak("cs")
    presenter.open_row(0)
    assert screen.lines[0].startswith("rep:eva playbook:inbound source:web objection:")
    assert screen.lines[1].startswith("obchodník:eva scénář:inbound zdroj:web námitka:")
    presenter.open_row(99)
    assert len(screen.lines) == 2


def test_groups_are_looked_at_one_by_one() -> None:
    presenter, _ = opened(FakeFigures())
    presenter.choose(FigureName.OBJECTIONS)
    assert presenter.scene.groups == (WEB, FAIR)
    assert presenter.scene.shown is not None
    assert {row.group for row in presenter.scene.shown.rows} == {WEB}
    presenter.choose_group(FAIR)
    assert {row.group for row in presenter.scene.shown.rows} == {FAIR}


def test_words_that_change_nothing_count_nothing_and_mistakes_are_told() -> None:
    figures = FakeFigures()
    presenter, _ = opened(figures)
    presenter.type_line("outcom:lost")
    assert presenter.scene.mistakes[0].nearest == "outcome"
    assert len(figures.asked) == 1
    presenter.type_line("outcome:lost")
    assert len(figures.asked) == 2


def test_an_answer_to_an_earlier_question_is_kept_but_not_shown() -> None:
    figures, runner = FakeFigures(), Later()
    presenter, _ = opened(figures, runner)
    presenter.choose(FigureName.MOODS)
    assert figures.stops == 1
    runner.work(1)
    assert presenter.scene.busy
    runner.work(1)
    assert drawn(presenter) is FigureName.MOODS
    presenter.choose(FigureName.OUTCOMES)
    assert drawn(presenter) is FigureName.OUTCOMES
    assert len(figures.asked) == 2


def test_trouble_and_stopping_are_told_and_can_be_tried_again() -> None:
    figures = FakeFigures()
    figures.broken = True
    presenter, _ = opened(figures)
    assert state(presenter) == (True, False, None)
    figures.broken, figures.stopping = False, True
    presenter.again()
    assert state(presenter) == (False, True, None)
    figures.stopping = False
    presenter.again()
    assert state(presenter) == (False, False, FigureName.OUTCOMES)


def test_the_table_is_copied_with_its_ranges() -> None:
    presenter, screen = opened(FakeFigures())
    presenter.choose(FigureName.NEXT_STEPS)
    presenter.copy()
    assert "Likely range" in screen.copied[0]
    assert "25 of" not in screen.copied[0]
    assert presenter.scene.copied


def test_completions_come_from_the_records() -> None:
    presenter, _ = opened(FakeFigures())
    presenter.type_line("rep:ev")
    assert [one.text for one in presenter.suggest(6)] == ['"Eva Nová" ']
