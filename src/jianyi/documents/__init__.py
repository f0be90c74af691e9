"""Files from outside: guarding them, reading their text, recognising suggestions and replies in it.

Knows nothing of cases or the database; imports only jianyi.kit.
"""
