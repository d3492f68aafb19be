"""Values: money, time, scales, conditions. They know nothing of the domain."""
