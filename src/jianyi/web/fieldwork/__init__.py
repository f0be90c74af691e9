"""Pages of meetings, activities and what is counted from them."""
