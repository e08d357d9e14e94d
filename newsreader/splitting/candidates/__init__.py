"""Which of the marker candidates stand, by the company that they keep."""
