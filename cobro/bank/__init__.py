"""The bank: files of movements read, and the question whose money each movement is."""
