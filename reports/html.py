def render(run, presentation):
    return ""
