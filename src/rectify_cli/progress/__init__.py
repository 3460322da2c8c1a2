"""Reports to what is so: events → ledger → status → forecast. No clock, no files."""
