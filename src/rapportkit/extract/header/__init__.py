"""The form's header: event, session and rapporteurs, from lines with labels and from the title block."""
