"""The model that ships: what it is, and that it is any good."""

import numpy as np
import pytest

from index.meaning import OwnEmbedder
from index.meaning.embedder import MODEL

MOST = 40_000_000  # bytes
FLOOR = 14  # of twenty questions whose own text is the nearest

# Invented for this test, and none of what the model was trained on.
ASKED = {
    "Hvor længe står man i kø for at få en plads?": (
        "Ventelisten til autismetilbuddet er vokset til 34 borgere, og ventetiden er ni måneder."
    ),
    "Er det blevet billigere at bo der?": (
        "Taksten for et døgnophold nedsættes med 1,5 pct. fra årsskiftet."
    ),
    "Hvilket hjem drejer nøglen om til sommer?": (
        "Botilbuddet Lærkebo nedlægges pr. 30. juni, da efterspørgslen er faldet markant."
    ),
    "Hvad sagde klageinstansen om de ekstra penge?": (
        "Ankestyrelsen hjemviste afgørelsen om merudgifter til fornyet behandling."
    ),
    "Hvor kan kommende mødre, der drikker, flytte hen?": (
        "Gravide med et rusmiddelforbrug tilbydes ophold på familieafdelingen inden fødslen."
    ),
    "Bliver folk holdt fast med tvang oftere end før?": (
        "Antallet af magtanvendelser steg med 12 pct. i forhold til året før."
    ),
    "Har de ansatte lært at give piller rigtigt?": (
        "Medarbejderne har gennemført kursus i medicinhåndtering hos en sygeplejerske."
    ),
    "Hvem styrer stedet, efter at chefen er stoppet?": (
        "Forstanderen fratræder sin stilling, og souschefen konstitueres indtil videre."
    ),
    "Hvor mange misbrugte unger har man talt med?": (
        "Børnehuset behandlede 140 sager om seksuelle overgreb i samarbejde med politiet."
    ),
    "Hvem hjælper, når man næsten ikke kan se?": (
        "Synskonsulenterne rådgiver voksne med nedsat syn om hjælpemidler i hjemmet."
    ),
    "Kan min søn få en med, når han skal ud at handle?": (
        "Der bevilges ledsagelse i 15 timer om måneden til borgere, der ikke kan færdes alene."
    ),
    "Bliver kollegerne mindre hjemme med influenza nu?": (
        "Sygefraværet faldt til 5,1 pct. i andet kvartal."
    ),
    "Kan han sove, mens hullerne bliver lavet?": (
        "Tandplejen for personer med vidtgående handicap tilbyder behandling i fuld narkose."
    ),
    "Hvor skal dagcentret ligge fremover?": (
        "Aktivitets- og samværstilbuddet flytter til nye lokaler ved havnen."
    ),
    "Hvem skal bestemme over de låste døre for kriminelle teenagere?": (
        "Regionsrådet overtager driften af den sikrede institution for unge."
    ),
    "Må lærerne få noget at vide, uden at mor og far siger ja?": (
        "Forældremyndighedens indehaver skal give samtykke, før oplysninger udveksles med skolen."
    ),
    "Hvor sov folk uden bolig, da det var koldt?": (
        "Forsorgshjemmet havde overbelægning i vintermånederne, og hjemløse blev henvist videre."
    ),
    "Hvad havde kontrollen at udsætte på bygningen?": (
        "Tilsynet fandt de fysiske rammer uegnede og gav et påbud om renovering."
    ),
    "Hvor lang tid i forvejen skal vi sige stop, hvis hun vil ud?": (
        "Opsigelsesvarslet er tre måneder, hvorefter betalingsforpligtelsen ophører."
    ),
    "Hvad sker der efter sygehuset, når man har haft en blodprop i hovedet?": (
        "Borgere med erhvervet hjerneskade modtager genoptræning efter udskrivning."
    ),
}


@pytest.fixture(scope="module")
def model() -> OwnEmbedder:
    """The model as the product loads it."""
    return OwnEmbedder()


def test_the_model_is_small() -> None:
    assert MODEL.stat().st_size < MOST


def test_vectors_have_length_one(model: OwnEmbedder) -> None:
    vectors = np.array(model.embed_passages([*ASKED, *ASKED.values()]))

    assert vectors.shape == (2 * len(ASKED), model.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_a_text_has_one_vector_whatever_stands_beside_it(model: OwnEmbedder) -> None:
    question = next(iter(ASKED))

    among = model.embed_passages([*ASKED.values(), question])[-1]

    assert np.allclose(among, model.embed_query(question), atol=1e-5)


def test_everyday_questions_find_their_texts(model: OwnEmbedder) -> None:
    texts = np.array(model.embed_passages(list(ASKED.values())))
    questions = np.array([model.embed_query(question) for question in ASKED])

    nearest = (questions @ texts.T).argmax(1)

    assert (nearest == np.arange(len(ASKED))).sum() >= FLOOR


@pytest.mark.parametrize(
    "text",
    ["", "   \n\t", "🙂🎉", "\x00\x07\x1b\ufeff", "§ 107", "takst " * 2000, "a" * 5000, "\ud800"],
    ids=["empty", "white", "emoji", "control", "paragraph", "long", "one-word", "half-character"],
)
def test_every_text_has_a_vector(model: OwnEmbedder, text: str) -> None:
    vector = np.array(model.embed_query(text))

    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)
