"""Pages of handling units: office, divisions, case officers, leaders."""
