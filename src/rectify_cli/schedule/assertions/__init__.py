"""What an assertion comes to once there are dates."""
