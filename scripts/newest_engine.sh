#!/bin/sh
# Try the newest WeasyPrint and pydyf, and say what would break.
#
# In:  .venv/ for development. The environment variable ENGINE names other packages than the newest ones, such as
#      "weasyprint==71.0 pydyf==0.14.0".
# Out: .venv-newest/, an environment like .venv/ but for these packages and what they need. The replaced symbols that
#      are gone or changed, the tests of the adapter, the fast tests. It ends with 0 where all is well.
set -u
cd "$(dirname "$0")/.."

engine=${ENGINE:-weasyprint pydyf}
case $(uname -s) in
MINGW* | MSYS*) programs=Scripts ;;
*) programs=bin ;;
esac
newest=.venv-newest/$programs/python

set_up() {
    if [ ! -x "$newest" ]; then ".venv/$programs/python" -m venv .venv-newest; fi &&
        pip --require-hashes -r requirements/develop.txt &&
        pip --no-deps --no-build-isolation -e . &&
        # shellcheck disable=SC2086 -- several packages
        pip --upgrade $engine
}

pip() { "$newest" -m pip install -q --disable-pip-version-check "$@"; }

fast="not browser and not validators and not slow and not exhaustive"
set_up || exit 1
status=0
echo "Replaced symbols"
"$newest" scripts/replaced_symbols.py || status=1
echo "Tests of the adapter"
"$newest" -m pytest -q -n 0 tests/engine tests/layout/test_engine_guard.py || status=1
echo "Fast tests"
"$newest" -m pytest -q -n "${WORKERS:-2}" --dist worksteal -m "$fast" || status=1
exit $status
