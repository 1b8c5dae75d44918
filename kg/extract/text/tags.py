"""Tags and dependencies of the parse."""

from __future__ import annotations

#: Tags of finite verbs: past, present, modal.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Dependencies of the subject of an active and of a passive verb.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
