"""The start screen: whom to call, with which playbook."""
