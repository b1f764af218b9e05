"""A folder to find modules in first: what stands here is left out of a build."""
