"""The names of control samples, and the words for a comparison with them.

A control sample lacks the coating, the dopant or the treatment.
"""

from __future__ import annotations

#: The same sample before any treatment.
UNTREATED = (
    r"(?:(?:un|non-?)(?!expect|precedent|chang|limit)\w+ed|bare|naked|pristine|virgin|neat|"
    r"as[- ](?:synthesi[sz]ed|prepared|grown|deposited|made|received)|core[- ]only)"
)
#: A sample of the work with which another is compared.
CONTROL = (
    rf"(?:{UNTREATED}|un(?!der|til|like)\w+|as-\w+|reference|control|plain|pure|blank|initial|"
    r"original|native|\w+-free|core)"
)
#: Any sample with which another is compared, including those of common methods.
STANDARD = rf"(?:{CONTROL}|conventional|commercial|sputtered)"
#: Words that compare a value or a sample with another.
AGAINST = (
    r"(?:(?:(?:as )?(?:compared|opposed)|in comparison) (?:to|with)|relative to|(?:as )?against|"
    r"versus|vs\.?|rather than|instead of)"
)
