"""Workers: processes that run expensive reads of the graph and can be killed.

:mod:`zygote` is the process from which workers are forked, :mod:`worker` is their main loop, and
:mod:`tasks` defines their tasks. In the service, :mod:`processes` starts and ends workers,
:mod:`lanes` decides which task runs next, :mod:`quota` limits what one client may run at a time,
:mod:`pool` combines these, and :mod:`asking` passes requests to the pool.
"""
