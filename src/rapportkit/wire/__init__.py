"""The JSON shapes of the contract, dump and load side by side."""
