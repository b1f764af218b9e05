"""Floor 9: page-shaped values: sorted, grouped, counted, with the address of everything they name.

Templates loop over them and print; they decide nothing.
"""
