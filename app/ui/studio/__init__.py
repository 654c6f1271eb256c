"""The manager's playbook studio."""
