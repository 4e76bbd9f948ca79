"""The parts that web pages are read with."""
