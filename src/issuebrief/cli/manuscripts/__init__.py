"""What `issuebrief import` does besides reading a manuscript: it asks, and takes corrections into a brief."""
