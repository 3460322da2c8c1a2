"""The top floor: what is typed becomes a call of a use case, its answer goes to the screen."""
