"""Between plain data (dicts, lists, strings) and typed objects."""
