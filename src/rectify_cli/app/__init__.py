"""Use cases, one a file: plain arguments in, values out. The world comes in through `store`."""
