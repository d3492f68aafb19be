"""Live use in a CRM: what one deal needs now, without a database."""
