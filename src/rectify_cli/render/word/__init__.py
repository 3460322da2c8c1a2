"""Word documents: their text as XML, their styles, their pages."""
