import pytest

from index import Hit, Kind, Passage, Ref, Status, Visibility
from service.rarity import AKIN, Rarity

HITS = ["taksten for botilbud", "taksten for aflastning", "taksten for dagtilbud og botilbud"]


@pytest.fixture
def rarity() -> Rarity:
    ref = Ref("d", "d.txt", "D", Kind.ANDET, Status.UKENDT, Visibility.OPEN)
    return Rarity([Hit(Passage(n, n, text, "", (), ref), 1.0, ()) for n, text in enumerate(HITS)])


def test_a_rare_word_tells_more_than_a_common_one(rarity: Rarity) -> None:
    asked = "takst aflastning"

    assert rarity.share(asked, "aflastning") > 0.5 > rarity.share(asked, "takst")


def test_all_words_are_the_whole_question(rarity: Rarity) -> None:
    assert rarity.share("taksten for aflastning", "aflastningens takst") == 1
    assert rarity.share("taksten", "noget andet") == 0


def test_a_form_or_a_part_of_a_compound_counts_in_part(rarity: Rarity) -> None:
    assert rarity.share("aflastningstilbud", "aflastning") == AKIN
    assert rarity.share("aflastning", "aflastningstilbud") == AKIN


def test_figures_are_never_akin(rarity: Rarity) -> None:
    assert rarity.share("2024-029219", "2024-029") == 0


def test_a_question_of_small_words_has_no_share(rarity: Rarity) -> None:
    assert rarity.share("hvad er det", "hvad er det") == 0
