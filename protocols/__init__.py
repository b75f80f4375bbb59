"""What comes next: a test is data plus a pure machine.

Every machine is three functions over frozen values, with no clock, file, port, thread or chance of its own::

    init(spec, plan)          -> state
    step(spec, state, event)  -> (state, effects)
    resume(spec, state, t_ns) -> (state, effects)    after a pause or an undo

Chance is drawn beforehand into an explicit plan, so a list of events is a complete test of a test.
"""
