"""Find what hands, pastes and other programs left in the texts of a paper."""
