"""The regulation runs: its clauses evaluated on the data of a CRM."""
