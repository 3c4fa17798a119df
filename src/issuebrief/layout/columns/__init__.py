"""Columns: filled, levelled and set on the baseline grid."""
