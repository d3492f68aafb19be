"""The domain: what a sales regulation says, as frozen classes."""
