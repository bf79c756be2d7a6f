"""The few types every slice shares: money, time, timecode, actor, errors, evidence, ids, the database."""
