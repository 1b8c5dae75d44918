"""What the field knows of its terms: kinds of property, units, usual roles, families of solids."""
