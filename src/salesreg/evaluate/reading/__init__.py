"""What a CRM gives, read into the tables of the contract; what does not fit told."""
