"""What is in the collection and what is missing, as far as the asker may know."""

from datetime import date

from index import EVERYTHING, OPEN_ONLY


def test_the_collection_says_what_it_holds(archive):
    found = archive.collection(OPEN_ONLY)

    assert found.kinds == {
        "dagsorden": 1,
        "guide": 1,
        "referat": 4,
        "socialaftale": 1,
        "styringsaftale": 2,
    }
    assert (found.documents, found.latest_meeting) == (9, date(2025, 3, 12))
    assert found.bodies == ("KKR Østfjorden", "Styregruppe Social")
    assert found.editions == ("2023-2024", "2025-2026")


def test_the_collection_says_which_minutes_are_missing(made):
    assert [(m.held, m.agenda, m.minutes) for m in made.collection(OPEN_ONLY).meetings] == [
        (date(2025, 1, 10), True, True),
        (date(2025, 3, 14), True, False),
    ]


def test_the_collection_names_its_drafts(made):
    (draft,) = made.collection(OPEN_ONLY).drafts

    assert (draft.title, draft.status) == ("Styringsaftale 2025-2026", "udkast")


def test_only_passages_that_may_be_seen_are_counted(made):
    assert made.collection(OPEN_ONLY).passages < made.collection(EVERYTHING).passages
