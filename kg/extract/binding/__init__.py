"""Every number of a sentence gets one typed owner: process, sample, test, instrument, result."""
