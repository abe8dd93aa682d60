"""How sentences come into the catalogues: gathered from code, templates and packs, merged, compiled.  `make words`."""
