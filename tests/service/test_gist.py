from pathlib import Path

from index import Filters
from service.assistant import ExtractiveAssistant
from service.gist import SHORT
from service.texts import DELETED_PART


def test_a_long_quote_is_told_by_its_telling_sentences(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Hvor stort var Fyrtårnets underskud i 2022?", Filters())

    told = answer.sentences[0].text
    kept = [piece.strip() for piece in told.split(DELETED_PART) if piece.strip()]
    assert all(piece in answer.citations[0].quote for piece in kept)
    assert "2,1 mio. kr." in told


def test_a_short_quote_is_told_whole(assistant: ExtractiveAssistant) -> None:
    answer = assistant.ask("Blev guiden om midlertidigt botilbud godkendt?", Filters())

    cited = answer.citations[0]
    assert len(cited.quote) <= SHORT
    assert answer.sentences[0].text == cited.quote


def test_nothing_is_told_that_is_not_in_the_quote(
    assistant: ExtractiveAssistant, sample: Path
) -> None:
    for name in sorted(path.stem for path in sample.iterdir()):
        for cited in (answer := assistant.ask(name.replace("-", " "), Filters())).citations:
            told = answer.sentences[cited.n - 1].text
            for piece in told.split(DELETED_PART):
                assert piece.strip() in cited.quote
