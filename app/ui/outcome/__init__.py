"""After hang-up: the outcome in a few keys, the summary for the CRM, the follow-up for the calendar."""
