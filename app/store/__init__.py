"""Where calls, leads and playbook texts are kept; rows never leave this package."""
