from service.conflicts.stated import statements


def test_a_sentence_that_breaks_off_goes_on_with_its_list() -> None:
    text = "Godkendt.\nTilsynet udsendte to vejledninger om henholdsvis\n1) magt og 2) alarmer."

    assert [text[start:end] for start, end in statements(text)] == [
        "Godkendt.",
        "Tilsynet udsendte to vejledninger om henholdsvis\n1) magt og 2) alarmer.",
    ]
