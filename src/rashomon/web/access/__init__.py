"""Who may ask, who may write, and what a browser may do with an answer."""
