"""A regulation in and out of dicts, JSON, YAML and files."""
