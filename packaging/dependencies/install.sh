# Sourced by packaging/run and tests/run: installs the Debian packages that are missing, and only those.
# shellcheck shell=bash

if [ -t 2 ]; then
    say() { printf '\033[1m• %s\033[0m\n' "$*" >&2; }
else
    say() { printf '• %s\n' "$*" >&2; }
fi

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# missing_packages FILE…: prints the packages of the lists that are not installed.
missing_packages() {
    local name probe installed
    # One question for all packages: a call for each would take a second.
    installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^ii  *//p' | sort -u)
    sed -e 's/#.*//' "$@" | while read -r name probe; do
        [ -n "$name" ] || continue
        case "$probe" in
        \?*) command -v "${probe#\?}" >/dev/null 2>&1 && continue ;;
        +*) command -v "${probe#+}" >/dev/null 2>&1 || continue ;;
        esac
        grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

# install_packages FILE…: says what is missing and installs it, as root or through sudo.
install_packages() {
    local missing
    local -a as_root=()
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian: the packages named in packaging/dependencies/ are taken to be there"
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -eq 0 ]; then
        say "All Debian packages are there"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            fail "these packages are missing; run this as root or install them yourself: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 ||
        fail "apt-get could not install: ${missing[*]}"
}

# configure_build FOLDER ARGUMENTS…: a CMake build with Ninja, and with ccache where it is installed. Called again
# with the same arguments it does nothing.
configure_build() {
    local folder=$1 stamp arguments
    shift
    local -a options=(-S "$PONDER_ROOT" -B "$folder" -G Ninja "$@")
    if command -v ccache >/dev/null 2>&1; then
        # Checkouts in different places compile the same thing.
        export CCACHE_BASEDIR=$PONDER_ROOT CCACHE_NOHASHDIR=1
        options+=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    stamp=$folder/configured-with
    arguments=$(printf '%s\n' "${options[@]}")
    if [ -e "$folder/build.ninja" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$arguments" ]; then
        return # Ninja runs CMake by itself when a CMakeLists.txt changes.
    fi
    say "Configuring ${folder#"$PONDER_ROOT"/}"
    mkdir -p "$folder"
    LC_ALL=C.UTF-8 cmake "${options[@]}" >"$folder/configure.log" 2>&1 || {
        tail -n 40 "$folder/configure.log" >&2
        fail "configuring failed; the whole log is $folder/configure.log"
    }
    printf '%s\n' "$arguments" >"$stamp"
}

# The build that packaging/run starts and the end-to-end tests and benchmarks look at. Warnings are errors in
# build/asan, not here: at -O2 GCC 12 sees uninitialised variants where there are none.
configure_release() {
    configure_build "$PONDER_ROOT/build/release" -DCMAKE_BUILD_TYPE=Release
}

# build FOLDER TARGET…
build() {
    local folder=$1
    shift
    say "Building ${folder#"$PONDER_ROOT"/}${*:+ ($*)}"
    # Without a UTF-8 locale each of Qt's tools has a remark to make.
    LC_ALL=C.UTF-8 cmake --build "$folder" --parallel "$(nproc)" ${1:+--target "$@"} >&2 || fail "the build failed"
}
