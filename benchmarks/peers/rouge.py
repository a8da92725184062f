"""ROUGE-LSum F1 by the official code beside the data: ``{key: [paragraphs, body]}`` in, ``{key: F1}`` out, both JSON.

    python rouge.py FOLDER-OF-THE-OFFICIAL-CODE

Runs in its own environment, since the metric needs packages that copydesk does not.
"""

import json
import sys


def main() -> None:
    """Count all pairs."""
    sys.path.insert(0, sys.argv[1])
    from score import RougeLsum

    count = RougeLsum()
    scores = {key: count(paragraphs, body)["f1"] for key, (paragraphs, body) in json.load(sys.stdin).items()}
    json.dump(scores, sys.stdout)


if __name__ == "__main__":
    main()
