"""The papers of the road as pure functions: plain values in, a document of documents.letters out. No rows, no reader, no turn."""
