"""issuebrief: a typesetter that turns Markdown briefs into print-quality PDF."""

__version__ = "0.1.0"
