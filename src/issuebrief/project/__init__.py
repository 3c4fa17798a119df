"""What a house has decided for all its briefs: configuration, policy, limits, workspace."""
