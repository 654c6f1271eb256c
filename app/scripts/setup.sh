#!/usr/bin/env bash
# Sets up what Callcue needs, and only what is missing: a virtual environment, the pinned packages, and on Debian and
# Ubuntu the system libraries that Qt opens windows with. Usage: setup.sh run|dev
set -eu
cd "$(dirname "$0")/../.."
wanted=${1:-run}
venv=.venv
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME

say() { printf '%s\n' "callcue setup: $*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt_install() {
    say "installing $*"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1 && return 0
    as_root apt-get update -qq >/dev/null 2>&1 || true
    as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# --- Python 3.11 to 3.13 ------------------------------------------------------------------------------------------
fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

python=$(find_python) || {
    if can_install; then apt_install python3 python3-venv || true; fi
    python=$(find_python) || {
        how="Install one"
        command -v apt-get >/dev/null 2>&1 && how="Install it (sudo apt-get install python3 python3-venv)"
        say "Python 3.11, 3.12 or 3.13 is needed and none was found. $how, or name one: make run PYTHON=/path/to/python3"
        exit 1
    }
}

# --- Qt's system libraries (Linux) --------------------------------------------------------------------------------
qt_libraries="libEGL.so.1:libegl1 libGL.so.1:libgl1 libxkbcommon.so.0:libxkbcommon0 libdbus-1.so.3:libdbus-1-3
libfontconfig.so.1:libfontconfig1 libglib-2.0.so.0:libglib2.0-0 libxkbcommon-x11.so.0:libxkbcommon-x11-0
libX11-xcb.so.1:libx11-xcb1 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0
libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-xinerama.so.0:libxcb-xinerama0
libxcb-xkb.so.1:libxcb-xkb1"

loadable() {
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" >/dev/null 2>&1
}

if [ "$(uname -s)" = Linux ]; then
    missing=""
    for pair in $qt_libraries; do
        loadable "${pair%%:*}" || missing="$missing ${pair##*:}"
    done
    if command -v fc-list >/dev/null 2>&1 && [ -z "$(fc-list 2>/dev/null | head -n 1)" ]; then
        missing="$missing fonts-inter"
    elif ! command -v fc-list >/dev/null 2>&1 && ! ls /usr/share/fonts/*/* >/dev/null 2>&1; then
        missing="$missing fonts-inter"
    fi
    if [ -n "$missing" ]; then
        if can_install; then
            # shellcheck disable=SC2086
            apt_install $missing || say "some system packages could not be installed:$missing"
        else
            who="a window needs"
            [ "$wanted" = dev ] && who="windows and the tests need"
            say "$who these system packages: sudo apt-get install$missing"
        fi
    fi
fi

# --- virtual environment and packages -----------------------------------------------------------------------------
make_venv() {
    rm -rf "$venv"
    "$python" -m venv "$venv" >/dev/null 2>&1 && return 0
    rm -rf "$venv"  # half of one is taken for a whole one the next time
    return 1
}

# without pip it is what a broken-off start left behind
if [ ! -x "$venv/bin/python" ] || ! fits "$venv/bin/python" || ! "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; then
    if ! make_venv; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if can_install; then apt_install "python$version-venv" || apt_install python3-venv || true; fi
        make_venv || {
            say "no virtual environment can be made; on Debian and Ubuntu: sudo apt-get install python$version-venv"
            exit 1
        }
    fi
fi

extras=""
[ "$wanted" = dev ] && extras="[dev]"
stamp="$venv/.callcue-$wanted"
if [ ! -e "$stamp" ] || [ pyproject.toml -nt "$stamp" ] || [ constraints.txt -nt "$stamp" ]; then
    say "installing Python packages (once; this takes a minute)"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$extras" >&2
    touch "$stamp"
fi
