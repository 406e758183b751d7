"""What a hostile or fooled model writes, over HTTP: nothing but true sentences comes out."""

from collections import Counter

import pytest

from service.model import ModelFailed, ModelWriter, Written
from tests.service.model.hostile import Hostile, allowed, hostile, plain
from tests.service.model.openai_server import ModelServer, says
from tests.service.model.sources import CASES, Case

HOSTILE = list(hostile())


def written(writer: ModelWriter, served: ModelServer, attack: Hostile) -> list[Written]:
    served.will(says(attack.reply))
    found = []
    try:
        for sentence in writer.write(attack.case.question, (attack.case.source, *attack.planted)):
            found.append(sentence)
    except ModelFailed:
        pass
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_hostile_answer_does_harm(writer: ModelWriter, served: ModelServer, case: Case) -> None:
    attacks = [attack for attack in HOSTILE if attack.case == case]

    harm = [
        (attack.name, sentence)
        for attack in attacks
        for sentence in written(writer, served, attack)
        if plain(sentence.text) not in allowed(case) or sentence.citations != (1,)
    ]

    assert harm == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_true_sentences_stand(writer: ModelWriter, served: ModelServer, case: Case) -> None:
    served.will(says(" ".join(f"{sentence} [1]." for sentence in case.true)))

    found = [sentence.text for sentence in writer.write(case.question, [case.source])]

    assert list(map(plain, found)) == list(map(plain, case.true))


def test_a_dropped_sentence_takes_no_true_one_with_it(
    writer: ModelWriter, served: ModelServer
) -> None:
    both = [attack for attack in HOSTILE if attack.reply.count("[1]. ") == 1]
    turned = [attack for attack in both if attack.reply.endswith(f"{attack.case.true[0]} [1].")]

    found = [written(writer, served, attack) for attack in turned]

    assert len(turned) > 100
    assert all(len(sentences) == 1 for sentences in found)


def test_there_are_three_hundred_hostile_cases_and_sixty_good_sentences() -> None:
    attacks = Counter(attack.attack for attack in HOSTILE)

    assert sum(attacks.values()) >= 300
    assert len(attacks) >= 40
    assert sum(len(case.true) for case in CASES) >= 60
