"""What is said where somebody gives an opinion of an answer."""

# Keys are the values of `feedback.opinion.Reason`.
OPINION_REASONS = {
    "forkert": "Svaret er forkert",
    "foraeldet": "Svaret er forældet",
    "mangelfuldt": "Svaret mangler noget",
    "kilde": "Kilden passer ikke til svaret",
    "uklart": "Svaret er svært at forstå",
    "andet": "Noget andet",
}
THANKS_TITLE = "Tak for din vurdering"
THANKS = "Tak. Vurderingen bliver læst af dem, der driver systemet. Du får ikke et svar på den."
THANKS_WITH_QUESTION = "Dit spørgsmål er gemt sammen med vurderingen, uden cpr-numre."
THANKS_WITHOUT_QUESTION = "Dit spørgsmål er ikke gemt."
