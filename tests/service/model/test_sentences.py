import pytest

from service.model.sentences import Claim, Stream, claims

TEXT = (
    "Taksten er 900 kr. [1] Den gælder fra 1. maj, jf. pkt. 3 [2]. Udvalget er enigt. "
    "Prisen er 5 mio. kr. og stiger [1][3].\n- Sagen er „udsat“ [2]\n"
    "2. Mødet er den 3. juni [kilde 1]."
)
EXPECTED = [
    Claim("Taksten er 900 kr.", (1,)),
    Claim("Den gælder fra 1. maj, jf. pkt. 3.", (2,)),
    Claim("Udvalget er enigt.", ()),
    Claim("Prisen er 5 mio. kr. og stiger.", (1, 3)),
    Claim("Sagen er „udsat“", (2,)),
    Claim("Mødet er den 3. juni.", (1,)),
]


def streamed(text: str, size: int) -> list[Claim]:
    stream = Stream()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    found = [claim for piece in pieces for claim in stream.feed(piece)]
    return [*found, *stream.rest()]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 1000])
def test_sentences_are_the_same_however_the_text_is_cut_up(size: int) -> None:
    assert streamed(TEXT, size) == EXPECTED


def test_a_sentence_is_given_when_the_next_one_begins() -> None:
    stream = Stream()

    assert list(stream.feed("Taksten er 900 kr. [1].")) == []
    assert list(stream.feed(" D")) == [Claim("Taksten er 900 kr.", (1,))]


def test_the_marks_of_the_next_sentence_are_not_lent_to_one_without() -> None:
    assert next(claims("Udvalget er enigt. Taksten er 900 kr. [1]")).citations == ()


def test_thoughts_of_a_model_are_no_answer() -> None:
    assert streamed("<think>Taksten er 1 kr. [1].</think>Taksten er 900 kr. [1].", 4) == [
        Claim("Taksten er 900 kr.", (1,))
    ]


def test_a_model_may_say_that_the_sources_do_not_answer() -> None:
    stream = Stream()
    list(stream.feed("INTET SVAR"))
    list(stream.rest())

    assert stream.no_answer
