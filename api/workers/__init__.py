"""Workers: processes that run expensive reads of the graph and can be killed.

:mod:`zygote` is the process that workers are forked from, :mod:`worker` what runs in them,
:mod:`tasks` what they can be asked to do. In the service, :mod:`processes` starts and ends them,
:mod:`lanes` and :mod:`quota` say who comes next and who has had enough, :mod:`pool` puts these
together, :mod:`asking` hands it the requests.
"""
