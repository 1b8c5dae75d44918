"""The names of control samples, and the words that compare with them.

A control sample has not the coat, the dopant or the treatment.
"""

from __future__ import annotations

#: The same sample before anything was done to it.
UNTREATED = (
    r"(?:(?:un|non-?)(?!expect|precedent|chang|limit)\w+ed|bare|naked|pristine|virgin|neat|"
    r"as[- ](?:synthesi[sz]ed|prepared|grown|deposited|made|received)|core[- ]only)"
)
#: A sample of the work that another is compared with.
CONTROL = (
    rf"(?:{UNTREATED}|un(?!der|til|like)\w+|as-\w+|reference|control|plain|pure|blank|initial|"
    r"original|native|\w+-free|core)"
)
#: Any sample that another is compared with, those of common methods included.
STANDARD = rf"(?:{CONTROL}|conventional|commercial|sputtered)"
#: Words that set a value or a sample against another.
AGAINST = (
    r"(?:(?:(?:as )?(?:compared|opposed)|in comparison) (?:to|with)|relative to|(?:as )?against|"
    r"versus|vs\.?|rather than|instead of)"
)
