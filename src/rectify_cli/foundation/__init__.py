"""The ground floor: places in a text, findings, the table of rules, ids. Imports nothing."""
