"""Findings said in Chinese: sentences by their English template, and the words put into them."""
