"""What happens next, with whom and when: a panel and a date field that several screens share."""
