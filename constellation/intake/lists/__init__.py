"""Lists beside the roster: answers, last year's pairings, conflicts, personal networks, calendars."""
