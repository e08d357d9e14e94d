"""What the screens show, laid out without Textual and Rich."""
