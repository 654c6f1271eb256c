"""What we learn from calls: replay, queries, scorecards, figures."""
