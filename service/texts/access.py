"""What is said to those who are not let in, and where they log in."""

NOT_RECOGNISED_TITLE = "Log ind for at bruge Aftalesvar"
NOT_RECOGNISED = "Du er ikke logget ind, eller dit log-in er udløbet."
NOT_RECOGNISED_JSON = (
    "Adgangen blev ikke godkendt. Send en gyldig nøgle eller et gyldigt token i "
    "Authorization: Bearer ..."
)
NOT_ALLOWED_TITLE = "Du har ikke adgang til siden"
NOT_ALLOWED = "Spørg dem, der driver systemet, hvis du skal have adgang."
TOO_MANY_TITLE = "Vent lidt, før du spørger igen"
TOO_MANY = "Der er stillet mange spørgsmål på kort tid. Prøv igen om {seconds} sekunder."

CROSS_SITE_TITLE = "Det kom ikke fra vores side"
CROSS_SITE = "Gå til forsiden her på siden, og prøv igen derfra."
CROSS_SITE_JSON = (
    "Kaldet kom fra en anden side. Kald uden Origin og Sec-Fetch-Site, eller fra siden selv."
)
OTHER_HOST_TITLE = "Adressen er ikke vores"
OTHER_HOST = (
    "Tjek adressen. Er den rigtig, så bed dem, der driver systemet, om at sætte den ind i "
    "AFTALESVAR_PUBLIC_URL."
)
OTHER_HOST_JSON = (
    "Navnet i Host er ikke vores. Brug det, der står i AFTALESVAR_PUBLIC_URL, eller localhost på "
    "maskinen selv."
)
TOO_SLOW_TITLE = "Det tog for lang tid at sende"
TOO_SLOW = "Vi fik ikke det hele i tide. Tjek din forbindelse, og prøv igen."
TOO_LONG_TITLE = "Adressen er for lang"
TOO_LONG = "Adressen fylder mere end 8 KB. Tjek den, og prøv igen."
MANY_HEADERS = "Kaldet har for mange eller for lange headere. Send højst 100, og højst 32 KB."
NO_HTTP = "Kaldet kunne ikke læses. Send et HTTP-kald, og højst 32 KB i headerne."

LOG_IN = "Log ind"
LOG_IN_TITLE = NOT_RECOGNISED_TITLE
LOG_IN_REFUSED = "Ret nøglen"
GO_ON = "Gå videre"
LOG_OUT = "Log ud"
LOGGED_IN_AS = "Logget ind som {name}"
LOGGED_IN = "Du er logget ind"
LOG_IN_AT_ISSUER = "Log ind med din arbejdskonto"
LOG_IN_WITH_KEY = "Log ind med en personlig nøgle"
KEY_LABEL = "Din nøgle"
KEY_HINT = "Du får nøglen af dem, der driver systemet. Den begynder med aft_. Kopiér den ind her."
WRONG_KEY = "Nøglen passer ikke. Tjek, at du har fået det hele med, eller bed om en ny nøgle."
TOO_MANY_ATTEMPTS = "Der er prøvet for mange gange. Prøv igen om {seconds} sekunder."
LOG_IN_FAILED = "Log-in lykkedes ikke. Prøv igen fra knappen her."
ISSUER_SILENT = "Vi kan ikke få fat i log-in-tjenesten lige nu. Prøv igen om lidt."
UNSAFE_LOG_IN = (
    "Du kan ikke logge ind på denne adresse, for andre kan læse med. Brug adressen, der begynder "
    "med https. Er der ikke en, så bed dem, der driver systemet, om den."
)
