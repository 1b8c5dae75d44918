"""Parts of a claim as JSON: typed values, quantities, links; each read back without loss."""
