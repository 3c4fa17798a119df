#!/bin/sh
# Make the virtual environment and see to the native libraries.
#
# In:  what it is for: "run" (setting briefs), "develop" (tests and linters too), "docs" (what makes the
#      documentation's site, and nothing else), or "tools" (Ghostscript, qpdf and a Chromium, for some tests, and
#      nothing else). The environment variable PYTHON names the Python to
#      use, INSTALL=no forbids the system's package manager.
# Out: .venv/ with the pinned packages and issuebrief itself, and a stamp .venv/.run, .venv/.develop or
#      .venv/.docs. Where something is missing that may not be installed, one line to type.
set -eu
cd "$(dirname "$0")/.."

purpose=${1:-run}
venv=.venv
case $(uname -s) in
MINGW* | MSYS*) windows=yes programs=$venv/Scripts ;;
*) windows=no programs=$venv/bin ;;
esac

say() { printf '%s\n' "$@" >&2; }
stop() { say "$@"; exit 1; }
one_line() { echo "$1" | tr '\n' ' ' | sed 's/ $//'; }
have() { command -v "$1" >/dev/null 2>&1; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if have "$name" && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    found=$(python3 --version 2>/dev/null || echo "none")
    stop "issuebrief needs Python 3.11 or later, and found $found." \
        "Install one, then say which: make PYTHON=/path/to/python3.12"
}

# The package manager of this system, and the packages that hold the libraries.
know_system() {
    install=install
    if [ $windows = yes ]; then
        # MSYS2 has Pango with all that it needs, where WeasyPrint looks for it.
        manager=
        if have pacman; then manager=pacman; fi
        install=-S
        packages="mingw-w64-ucrt-x86_64-pango"
        browser=
    elif have apt-get; then
        manager=apt-get
        packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        browser="chromium"
    elif have dnf; then
        manager=dnf
        packages="pango harfbuzz"
        browser="chromium"
    elif have brew; then
        manager=brew
        packages="pango"
        browser="--cask chromium"
    else
        manager=
        packages=
        browser=
    fi
}

# "sudo", "sudo -n" or nothing: what has to stand before the package manager.
know_permission() {
    permitted=yes
    before=
    if [ "$manager" != brew ] && [ "$manager" != pacman ] && [ "$(id -u)" -ne 0 ]; then
        before=sudo
        if have sudo && sudo -n true 2>/dev/null; then before="sudo -n"; else permitted=no; fi
    fi
    if [ "${INSTALL:-yes}" = no ] || [ -z "$manager" ]; then permitted=no; fi
}

# install_packages WHAT PACKAGE…: install, or stop with the line to type.
install_packages() {
    what=$1
    shift
    know_permission
    if [ "$permitted" = no ]; then
        stop "$what. Type this, then run make again:" "  ${before:+sudo }$manager $install $*"
    fi
    say "$what: installing $* with $manager"
    case $manager in
    apt-get)
        # The list of packages may be old or empty: it is fetched when the first try fails.
        apt_install "$@" >/dev/null 2>&1 || { $before apt-get update -q >&2 && apt_install "$@" >&2; }
        ;;
    dnf) $before dnf install -y "$@" >&2 ;;
    brew) brew install "$@" >&2 ;;
    pacman) pacman -S --needed --noconfirm "$@" >&2 ;;
    esac || stop "The installation failed. Type this, then run make again:" "  ${before:+sudo }$manager $install $*"
}

apt_install() {
    $before env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" </dev/null
}

see_to_prepress() {
    if have gs && have qpdf; then return; fi
    [ -n "$manager" ] || stop "Ghostscript and qpdf are missing, and there is no package manager that is known here."
    install_packages "Ghostscript or qpdf is missing" ghostscript qpdf
}

# with_libraries PROGRAM ARGUMENT…: run something that needs the native libraries.
with_libraries() {
    if [ "$(uname -s)" = Darwin ] && have brew; then
        # Homebrew's folder is not one of those that the loader searches by itself.
        DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib:/usr/local/lib:/usr/lib" "$@"
    else
        "$@"
    fi
}

missing_libraries() { with_libraries "$python" scripts/libraries.py; }

see_to_libraries() {
    if missing=$(missing_libraries); then return; fi
    missing=$(one_line "$missing")
    [ -n "$manager" ] || stop "These libraries are missing: $missing" \
        "Install Pango (1.44 or later) and HarfBuzz with its subset library, then run make again."
    # shellcheck disable=SC2086 # one word a package
    install_packages "Pango or HarfBuzz is missing ($missing)" $packages
    if ! missing=$(missing_libraries); then
        stop "Still missing after the installation: $(one_line "$missing")" \
            "See https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
    fi
}

see_to_venv() {
    if "$programs/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return; fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        [ "$manager" = apt-get ] || stop "$python cannot make virtual environments: it lacks ensurepip."
        install_packages "Python's venv is missing" "python$version-venv"
    fi
    say "Making $venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
}

see_to_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if have "$name"; then return; fi
    done
    [ -n "$browser" ] || stop "There is no Chromium, and no package manager that is known here to get it with."
    # shellcheck disable=SC2086 # one word an argument
    install_packages "Chromium is missing" $browser
}

install_pinned() {
    say "Installing the pinned packages of requirements/$purpose.txt"
    "$programs/python" -m pip install -q --disable-pip-version-check --require-hashes -r "requirements/$purpose.txt"
    if [ "$purpose" = docs ]; then return; fi
    "$programs/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
}

# Compile the modules, and what the engine reads of C. Python may be told to write no compiled modules, as it
# often is in containers: each build would compile them all anew.
compile_ahead() {
    export PYTHONDONTWRITEBYTECODE=
    "$programs/python" -m compileall -q src
    with_libraries "$programs/python" -c 'from issuebrief.engine.loading import load_engine; load_engine()'
}

know_system
if [ "$purpose" = tools ]; then
    see_to_prepress
    see_to_browser
    exit
fi
python=$(find_python)
if [ "$purpose" = docs ]; then
    see_to_venv
    install_pinned
    touch "$venv/.docs"
    exit
fi
see_to_libraries
see_to_venv
install_pinned
compile_ahead
touch "$venv/.run" "$venv/.$purpose"
