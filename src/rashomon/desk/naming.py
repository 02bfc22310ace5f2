"""What people said about names, as the judgements that resolving a story keeps to."""

from collections.abc import Iterable, Mapping

from rashomon.desk.continuity import standing
from rashomon.model import Judgement
from rashomon.store import StoredJudgement

_VERDICTS = {"merge": "same", "split": "apart"}


def judgements_for(
    stories: Iterable[str], said: Iterable[StoredJudgement], gone: Mapping[str, str]
) -> dict[str, tuple[Judgement, ...]]:
    """Return each story's judgements on names; of two on the same names the later one holds.

    What was said in a story that ended goes with its articles (`gone`).
    """
    found: dict[str, dict[str, Judgement]] = {story: {} for story in stories}
    for each in said:
        verdict = _VERDICTS.get(each.kind)
        if verdict is None:
            continue
        left, right = each.subject["names"]
        judgement = Judgement(left=left, right=right, verdict=verdict, by=each.who)  # type: ignore[arg-type]
        home = standing(each.story, found, gone) if each.story else None
        for story in [home] if home else () if each.story else found:
            found[story][judgement.id] = judgement
    return {story: tuple(sorted(held.values())) for story, held in found.items()}
