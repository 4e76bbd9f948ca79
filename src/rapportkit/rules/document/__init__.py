"""Rules about what a reader remarks on a document: D…."""
