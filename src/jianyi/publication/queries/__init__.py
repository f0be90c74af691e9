"""Publications as their readers may see them."""
