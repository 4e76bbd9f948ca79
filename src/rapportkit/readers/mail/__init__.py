"""The parts that mails are read with."""
