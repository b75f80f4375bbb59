"""The `qst-station` command. Heavy imports wait until a command needs them."""
