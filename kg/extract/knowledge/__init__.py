"""Knowledge of the field about its terms: kinds of property, units, usual roles, families."""
