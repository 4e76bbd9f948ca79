"""Rules about the Chatham House Rule: R…. They ask only where the template says that it applies."""
