"""Algorithms and interactive figures of the book *Mathematics for Machine Learning*."""
