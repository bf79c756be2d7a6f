"""Where, in which territory and for how long the work is seen."""
