"""The shared core of every matching job: block, score with named features, decide, group, explain."""
