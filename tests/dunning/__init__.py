"""The rules of collecting: what a credit controller would notice, as properties wherever one says most."""
