"""Registers (台账): live tables of handlings, contacts and promises; the layouts in which a reader keeps them."""
