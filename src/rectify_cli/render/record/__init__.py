"""Records as what machines read."""
