"""Official letters and forms from one set of data: PDF, editable .docx and web page; measured against GB/T 9704-2012.

Knows nothing of suggestions, units or steps: it is given words and lays them out. Nothing here belongs inside a turn.
"""
