"""From clean columns to people: likely duplicates, and who a name means."""
