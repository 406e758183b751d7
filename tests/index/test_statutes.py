"""Laws and their paragraphs."""

import pytest

from index.fagordbog import Concept, Kind, Label
from index.fagordbog.laws import names_of_laws
from index.statutes import Cited, Statutes

SERVICE, CHILD = "serviceloven", "barnets lov"
CONCEPTS = [
    Concept(
        SERVICE,
        (
            Label("SEL", Kind.ABBREVIATION),
            Label("lov om social service", Kind.PROFESSIONAL),
            Label("socialret", Kind.PROFESSIONAL),
            Label("servicelovens § 107", Kind.PROFESSIONAL),
            Label("loven om det sociale", Kind.EVERYDAY),
            Label("lov", Kind.PROFESSIONAL, ambiguous=True),
        ),
    ),
    Concept(CHILD, (Label("BL", Kind.ABBREVIATION),)),
    Concept("takst", (Label("prislov", Kind.PROFESSIONAL),)),
]


@pytest.fixture
def statutes() -> Statutes:
    return Statutes(names_of_laws(CONCEPTS))


def terms(statutes: Statutes, text: str) -> list[str]:
    return [cited.term for cited in statutes.cited(text)]


def test_a_law_is_called_by_its_names_and_not_by_what_it_is_about() -> None:
    assert names_of_laws(CONCEPTS) == {
        SERVICE: SERVICE,
        "sel": SERVICE,
        "lov om social service": SERVICE,
        CHILD: CHILD,
        "bl": CHILD,
    }


@pytest.mark.parametrize(
    "text",
    [
        "servicelovens § 107",
        "SEL § 107",
        "sel §107",
        "§ 107 i lov om social service",
        "Lov om social service, § 107",
        "efter § 107, stk. 2, i serviceloven",
    ],
)
def test_one_place_is_one_term_however_it_is_written(statutes: Statutes, text: str) -> None:
    assert terms(statutes, text) == ["§107=serviceloven"]


def test_the_same_paragraph_of_another_law_is_another_place(statutes: Statutes) -> None:
    assert terms(statutes, "§ 107 i barnets lov") == ["§107=barnets lov"]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("servicelovens §§ 85, 107 og 108", ["85", "107", "108"]),
        ("servicelovens § 85, stk. 2 og 107", ["85", "107"]),
        ("servicelovens § 85 A", ["85a"]),
        ("§ 107 i serviceloven", ["107"]),
        ("servicelovens §§ 108 e og 109", ["108e", "109"]),
    ],
)
def test_all_paragraphs_of_a_list_are_cited(
    statutes: Statutes, text: str, paragraphs: list[str]
) -> None:
    assert [cited.paragraph for cited in statutes.cited(text)] == paragraphs


def test_the_nearest_law_is_the_one_meant(statutes: Statutes) -> None:
    text = "servicelovens § 107 og barnets lovs § 43"

    assert terms(statutes, text) == ["§107=serviceloven", "§43=barnets lov"]


def test_a_citation_knows_where_it_stands(statutes: Statutes) -> None:
    text = "jf. SEL § 107, stk. 1"

    [cited] = statutes.cited(text)

    assert cited == Cited(SERVICE, "107", 8, 13)
    assert text[cited.start : cited.end] == "§ 107"


@pytest.mark.parametrize(
    "text",
    [
        "§ 107",
        "serviceloven",
        "punkt 107 i serviceloven",
        f"serviceloven {'og så videre ' * 8} § 107",
        "Hotel § 107",
        "",
        "§ i serviceloven",
    ],
)
def test_without_a_law_near_there_is_no_place(statutes: Statutes, text: str) -> None:
    assert statutes.cited(text) == []


def test_where_no_law_is_known_nothing_is_cited() -> None:
    assert Statutes({}).cited("servicelovens § 107") == []


@pytest.mark.parametrize(
    "text",
    [
        "servicelovens § 52, nu barnets lovs § 32",
        "§ 32 i barnets lov (tidligere § 52 i serviceloven)",
        "barnets lovs § 32 erstatter servicelovens § 52",
    ],
)
def test_a_document_tells_of_a_new_number(statutes: Statutes, text: str) -> None:
    assert statutes.same([text]) == {
        "§52=serviceloven": "§32=barnets lov",
        "§32=barnets lov": "§52=serviceloven",
    }


@pytest.mark.parametrize(
    "text",
    [
        "servicelovens § 52 og barnets lovs § 32",
        "servicelovens § 52, nu § 53 i serviceloven",
        f"servicelovens § 52. Nu {'gælder der noget helt andet ' * 4} barnets lovs § 32",
    ],
)
def test_two_places_that_are_only_named_are_two(statutes: Statutes, text: str) -> None:
    assert statutes.same([text]) == {}


def test_the_first_document_that_tells_is_right(statutes: Statutes) -> None:
    texts = ["servicelovens § 52, nu barnets lovs § 32", "servicelovens § 52, nu barnets lovs § 99"]

    assert statutes.same(texts)["§52=serviceloven"] == "§32=barnets lov"


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    "text",
    ["§" * 20_000, "SEL § " * 5_000, "SEL § 1, stk. 1, " * 400, f"SEL § {'1, ' * 20_000}"],
    ids=range(4),
)
def test_any_text_is_read(statutes: Statutes, text: str) -> None:
    assert isinstance(statutes.cited(text), list)


@pytest.mark.parametrize(
    "text", ["Serviceloven og § 32 i barnets lov", "jf. serviceloven, § 32 i barnets lov"]
)
def test_a_paragraph_said_to_be_in_a_law_is_of_that_law(text: str) -> None:
    names = {"serviceloven": "serviceloven", "barnets lov": "barnets lov"}

    assert [cited.term for cited in Statutes(names).cited(text)] == ["§32=barnets lov"]
