"""What a playbook says: model, reader, expressions, merge fields, checks, patches, playbook tests."""
