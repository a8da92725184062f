"""The scripts that make the weights in ``copydesk.weights`` from data: one command each, fixed seeds, a card."""
