"""Sample documents of our own writing, with questions and the facts they state."""
