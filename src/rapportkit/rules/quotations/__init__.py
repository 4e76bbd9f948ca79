"""Rules about quotations: Q…. They ask only where the template says that the Chatham House Rule applies."""
