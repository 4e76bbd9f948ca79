"""The parts that OpenDocument files are read with."""
