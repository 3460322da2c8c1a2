"""rectify: plan work in plain text, down to every workday."""

# A constant: asking the installed metadata costs more than the rest of `rectify --version`.
__version__ = "0.1.0"
