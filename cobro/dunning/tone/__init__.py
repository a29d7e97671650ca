"""The tone of what is written to a customer: what no reminder may say, in each language of the house."""

from cobro.dunning.tone.fault import Kind, ToneFault
from cobro.dunning.tone.judging import faults_of_tone, is_judged, offers_help, says_reminder, tells_harm

__all__ = ["Kind", "ToneFault", "faults_of_tone", "is_judged", "offers_help", "says_reminder", "tells_harm"]
