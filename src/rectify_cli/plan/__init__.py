"""Document → plan: what a file says becomes what it means, every reference resolved."""
