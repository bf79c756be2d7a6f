"""The command as people run it: real processes, real terminals, a home of each test's own."""
