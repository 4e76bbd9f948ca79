"""rapportkit: rapporteurs' session reports, validated, extracted and merged."""

__version__ = "0.1.0"
