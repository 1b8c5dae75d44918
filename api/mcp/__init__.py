"""The graph as tools of the Model Context Protocol.

:mod:`tools` defines the tools, and :mod:`server` serves them.

References
----------
https://modelcontextprotocol.io/specification
"""
