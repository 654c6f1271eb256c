"""The right column: the objections likeliest now, the story that fits this step, the note, and more to open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.call.prompt import LikelyObjection, Prompt, StoryCard
from app.ui.keys import Action, KeyMap
from app.ui.live.action_button import ActionButton, give_room
from app.ui.live.note_box import NoteBox
from app.ui.live.note_chips import FEWEST_CHIPS, NoteChip
from app.ui.live.parts import Part
from app.ui.live.wording import percent
from app.ui.type_scale import TextRole
from app.ui.widgets import FlowLayout, KeyButton, PanelLook, PlainLabel, Variant
from app.ui.words import ui_lang

LIKELY_ROWS = 4
"""The column names the first few; the board behind its key has all seven."""

_LONG_STORY = 80
"""Letters: more than three lines of the column."""

_MORE = (
    Action.QUESTIONS,
    Action.NEXT_STEP,
    Action.CUSTOMER,
    Action.FLAG,
    Action.STORY,
    Action.REWORD,
)


class LikelyRow(KeyButton):
    """One likely objection; a click raises it, as the board's key and its digit do."""

    raised = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(cap_first=True, wrap=True, parent=parent)
        self._id = ""
        give_room(self)
        self.clicked.connect(self._raise)

    def show_likely(self, likely: LikelyObjection, key: str) -> None:
        """Shows the objection, and its share where enough calls back it."""
        self._id = likely.id
        share = percent(likely.share) if likely.share is not None else ""
        self.set_words(likely.label, key, share)

    def _raise(self) -> None:
        self.raised.emit(self._id)


class SideColumn(Part):
    """Everything that may be wanted beside the line."""

    objection_raised = Signal(str)

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(PanelLook.PLAIN, keys, parent)
        self._likely: tuple[LikelyObjection, ...] = ()
        self._story: StoryCard | None = None
        self.board = ActionButton(Action.OBJECTION_BOARD, keys, wrap=True, roomy=True, parent=self)
        self.likely_heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self.rows = [LikelyRow(self) for _ in range(LIKELY_ROWS)]
        self.story_heading = PlainLabel(role=TextRole.LABEL, parent=self)
        self.story = ActionButton(Action.STORY, keys, Variant.STORY, wrap=True, roomy=True, parent=self)
        self.note = NoteBox(keys, self, most_chips=FEWEST_CHIPS)
        self.more = [
            ActionButton(action, keys, Variant.QUIET, cap_first=True, parent=self) for action in _MORE
        ]
        self.adopt(self.board, self.story, *self.more)
        for row in self.rows:
            row.raised.connect(self.objection_raised)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.board)
        column.addSpacing(4)
        column.addWidget(self.likely_heading)
        for row in self.rows:
            column.addWidget(row)
        column.addSpacing(12)
        column.addWidget(self.story_heading)
        column.addWidget(self.story)
        column.addSpacing(12)
        column.addWidget(self.note)
        column.addStretch(1)
        more = QWidget(self)
        flow = FlowLayout(more, gap=2)
        for button in self.more:
            flow.addWidget(button)
        column.addWidget(more)

    def show_prompt(self, prompt: Prompt) -> None:
        """Shows what is likely, and the story."""
        likely = prompt.likely[:LIKELY_ROWS]
        if (likely, prompt.story) != (self._likely, self._story):
            self._likely, self._story = likely, prompt.story
            self._word()

    def show_chips(self, chips: tuple[NoteChip, ...]) -> None:
        """What a tap would note; none beside a long story: the keys at the bottom would be pushed out of sight."""
        long = self._story is not None and len(story_line(self._story)) > _LONG_STORY
        self.note.show_chips(() if long else chips)

    def set_keys(self, keys: KeyMap) -> None:
        """The keys were changed."""
        self.note.set_keys(keys)
        super().set_keys(keys)

    def retranslate(self) -> None:
        """Sets the words."""
        self.board.say(self.tr("Objection…"))
        self.likely_heading.setText(self.tr("Likely now"))
        self.story_heading.setText(self.tr("Story for this step"))
        words = (
            self.tr("Questions"),
            self.tr("Next step"),
            self.tr("Customer"),
            self.tr("Mark"),
            self.tr("Stories"),
            self.tr("My words"),
        )
        for button, short in zip(self.more, words, strict=True):
            button.say(short)
        self._word()

    def _word(self) -> None:
        lang = ui_lang()
        opens = self.keys.cap(Action.OBJECTION_BOARD, lang)
        for place, (row, likely) in enumerate(zip(self.rows, self._likely, strict=False)):
            row.show_likely(likely, f"{opens} {place + 1}" if opens else "")
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(self._likely))
        self.likely_heading.setVisible(bool(self._likely))
        story = self._story
        self.story_heading.setVisible(story is not None)
        self.story.setVisible(story is not None)
        if story is not None:
            self.story.say(story_line(story))


def story_line(story: StoryCard) -> str:
    """The story in one breath: whose, and what came of it."""
    if story.title and story.title not in story.result:
        return f"{story.title}: {story.result}"
    return story.result or story.title
