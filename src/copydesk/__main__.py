"""``python -m copydesk``: the same as the command ``copydesk``."""

if __name__ == "__main__":
    # Workers import this module too, under another name; only the process that was started runs the command.
    from copydesk.cli import main

    main()
