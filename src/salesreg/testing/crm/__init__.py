"""A CRM held against a regulation: what it must do, and how it is driven."""
