"""The rules' sentences in other languages than English: one JSON file each."""
