"""``python -m copydesk``: the same as the command ``copydesk``."""

if __name__ == "__main__":
    # Workers import this module under another name: they need no command line, and start sooner without.
    from copydesk.cli import main

    main()
