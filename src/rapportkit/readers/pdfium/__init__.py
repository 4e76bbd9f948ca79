"""Inside a PDF page: pieces of text, strokes, tables, lines, paragraphs and page furniture."""
