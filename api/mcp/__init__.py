"""The graph as tools of the Model Context Protocol: :mod:`tools` answers, :mod:`server` serves.

References
----------
https://modelcontextprotocol.io/specification
"""
