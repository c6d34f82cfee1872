"""Find drawings and pictures whose data, description or size is not what readers need."""
