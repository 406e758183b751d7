"""What an import tells of what it left out."""

from index.fagordbog.leftout import LeftOut


def test_each_reason_is_told_with_its_number_and_some_examples() -> None:
    left = LeftOut()
    for number in range(5):
        left.add("labels in French", f"mot {number}")
    left.add("links", "a\n" + "b" * 100)

    assert left.told() == (
        "labels in French: 5 (mot 0, mot 1, mot 2, …)",
        f"links: 1 (a {'b' * 78})",
    )


def test_nothing_left_out_is_nothing_to_tell() -> None:
    assert LeftOut().told() == ()
