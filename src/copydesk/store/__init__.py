"""What is kept between runs: on disk, and read from there without holding it in memory."""
