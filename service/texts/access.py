"""What is said to those who are not let in."""

NOT_RECOGNISED_TITLE = "Log ind for at bruge Aftalesvar"
NOT_RECOGNISED = "Du er ikke logget ind, eller dit log-in er udløbet."
NOT_RECOGNISED_JSON = (
    "Adgangen blev ikke godkendt. Send en gyldig nøgle eller et gyldigt token i "
    "Authorization: Bearer ..."
)
NOT_ALLOWED_TITLE = "Du har ikke adgang til siden"
NOT_ALLOWED = "Spørg dem, der driver systemet, hvis du skal have adgang."
TOO_MANY_TITLE = "Vent lidt, før du spørger igen"
TOO_MANY = "Du har stillet mange spørgsmål på kort tid. Prøv igen om {seconds} sekunder."
