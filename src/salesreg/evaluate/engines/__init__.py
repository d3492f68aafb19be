"""Where the SQL runs: the caller's database, or DuckDB inside the process."""
