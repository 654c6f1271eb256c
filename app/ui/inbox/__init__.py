"""The manager's inbox: what calls propose for playbooks, wordings under test, and whether reminders are followed."""
