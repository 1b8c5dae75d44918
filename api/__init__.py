"""The HTTP service and the ``aldkg`` command: two interfaces to the same answers.

:func:`api.app.create_app` makes the service, and :func:`api.cli.main` runs the command. The
package holds no domain rules: both interfaces parse the request, call :mod:`kg` or :mod:`corpus`,
and print the result.
"""
