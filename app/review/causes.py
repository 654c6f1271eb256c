"""Why a mark is bad: a short list, so that causes can be counted. Codes are kept in reviews."""

from __future__ import annotations

from collections.abc import Mapping

from app.playbook.vocabulary import Label

CAUSES: Mapping[str, Label] = {
    "not_known": Label("did not know how", "neznalost postupu"),
    "forgotten": Label("knew, but it slipped", "zapomenuto"),
    "rushed": Label("no time or under pressure", "spěch nebo tlak"),
    "habit": Label("an old habit", "starý návyk"),
    "playbook": Label("the playbook led there", "vedl k tomu scénář"),
    "customer": Label("the customer left no room", "zákazník nedal prostor"),
    "tool": Label("the program or the line", "program nebo spojení"),
}
