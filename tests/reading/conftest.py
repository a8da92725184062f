"""The laws are asserted outside of test modules; pytest explains their failures as it does those of tests."""

import pytest

pytest.register_assert_rewrite("html_laws", "text_laws")
