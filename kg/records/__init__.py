"""Parts of a claim as JSON: typed values, quantities, links; each can be read back without loss."""
