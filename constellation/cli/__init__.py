"""The `constellation` command: one file per subcommand; what is heavy is imported late."""
