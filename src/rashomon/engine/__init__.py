"""Engine: the whole journey over many articles, on this machine or on a cluster."""
