"""Claims from tables: what the heads of the columns name, and what the cells below say of it.

:mod:`.grid` puts the rows of a table together, with the samples in rows; :mod:`.heads` tells what
a head names and in which unit; :mod:`.cells` reads a cell below it; :mod:`.credit` tells whose a
row is; :mod:`.read` makes findings. A head or a cell that is not understood makes none.
"""
