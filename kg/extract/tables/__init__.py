"""Claims from tables: the heads of columns name quantities and roles, the cells give them.

:mod:`.grid` assembles the rows of a table, with the samples in rows; :mod:`.heads` finds the term
and unit of a head; :mod:`.cells` reads a cell below it; :mod:`.credit` assigns rows to studies;
:mod:`.read` makes findings. A head or a cell that is not understood gives no finding.
"""
