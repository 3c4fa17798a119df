"""Figures, tables and boxes at the heads and feet of columns."""
