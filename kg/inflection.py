"""The forms in which a verb of change appears: go up, goes up, went up, gone up, going up."""

from __future__ import annotations

from lemminflect import getAllInflections


def inflections(label: str) -> tuple[str, ...]:
    """The inflected forms of a label whose first word is a verb lemma, the label itself first.

    The forms are those of the dictionary of ``lemminflect`` (NIH SPECIALIST Lexicon); a label that
    opens with no verb has one form, itself.

    >>> inflections("enhance")
    ('enhance', 'enhances', 'enhanced', 'enhancing')
    >>> inflections("go up")
    ('go up', 'goes up', 'went up', 'gone up', 'going up')
    >>> inflections("enhancement")
    ('enhancement',)
    """
    verb, _, rest = label.partition(" ")
    if not verb.isalpha() or not verb.islower():
        return (label,)
    tail = f" {rest}" if rest else ""
    known = getAllInflections(verb, upos="VERB")
    forms = [form for tag in ("VBZ", "VBD", "VBN", "VBG") for form in known.get(tag, ())]
    return tuple(dict.fromkeys(form + tail for form in (verb, *forms)))
