"""What clients of the OpenAI API and of MCP are told."""

CHAT_TEXT_ONLY = "må kun have tekst. Billeder, lyd og filer kan ikke læses her."
CHAT_WITHOUT_QUESTION = "Der er intet spørgsmål. Send mindst én besked med rollen user."
CHAT_NO_LOGPROBS = "kan kun være false. Her er ingen sandsynligheder at give."
BEGUN_AFRESH = "Det, der står ovenfor, gælder ikke. Her er svaret forfra:"

TOOLS = (
    "Søg og få svar med kilder i referater, dagsordener og aftaler på det specialiserede "
    "socialområde. Brug ask til et spørgsmål, search og fetch til at læse selv, decisions og "
    "timeline til lister. Sig altid, om noget er besluttet eller kun indstillet, og nævn kilden."
)
TOOL_SEARCH = "Søg i dokumenterne"
TOOL_FETCH = "Læs et sted i et dokument"
TOOL_ASK = "Få svar med kilder"
TOOL_DECISIONS = "Find beslutninger"
TOOL_TIMELINE = "Se et emnes forløb"
TOOL_UNKNOWN = "Værktøjet findes ikke. Brug et af disse: {known}."
