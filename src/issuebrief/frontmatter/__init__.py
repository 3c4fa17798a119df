"""Front matter: YAML with positions, checked against a model, with hints."""
