"""What is otherwise in a report's content than in an earlier one's."""
