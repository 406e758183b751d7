"""Who asks: visitors are recognised, let in or refused, and counted."""
