"""The HTTP service and the ``aldkg`` command: two interfaces to the same answers.

``api.app.create_app`` makes the service, ``api.cli.main`` is the command. No domain rule lives
here: both parse what is asked, call :mod:`kg` or :mod:`corpus`, and print what comes back.
"""
