"""The floor above the ground: text becomes a tree whose every node knows its place."""
