"""What screens are made of: widgets drawn line by line, prompts, overlays."""
