"""What the command can do: a file a verb.

In:  the arguments, already parsed.
Out: an exit code: 0 where all went well, 1 where a brief has problems. What was typed wrongly
     is raised as `WrongUsage`, which `main.py` turns into 2.
"""
