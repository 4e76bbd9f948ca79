"""Rules about files that could not be read at all: F…. The readers find them, `validate` tells them."""
