"""How copy detection is measured, in the order of the work: bases, furniture, changes, pile, runs, scoring, tables."""
