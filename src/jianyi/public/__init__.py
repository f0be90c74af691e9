"""The public site: no sign-in, no script, nothing that is not published."""
