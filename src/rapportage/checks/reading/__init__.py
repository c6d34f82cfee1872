"""Read what texts and tables say, as rules do: sentences, numbers, directions, cells, and what is named."""
