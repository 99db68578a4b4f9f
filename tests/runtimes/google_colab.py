"""What Colab's own package means to a notebook: that it is imported, and where widgets ask.

Copied as `google/colab/__init__.py` and `google/colab/output.py`.
"""


def enable_custom_widget_manager() -> None:
    """Load a widget manager; anywidget calls this by itself."""
