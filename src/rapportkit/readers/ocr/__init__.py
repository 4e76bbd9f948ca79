"""Letters recognised in pictures of pages, by tesseract where it is installed."""
