"""A story as it is opened: its text as editors shaped it, where one was, what is unseen."""
