"""How copydesk and its peers are run, scored and shown, the way of a page: pages, tools, runs, scores, tables."""
