"""The second way to read a page of a PDF: by pdfplumber, into the same words and lines as by PDFium."""
