#!/bin/sh
# Installs the command explainers for one user, without administrator rights: fetches the archive for this system, compares its
# checksum, and puts a link into a folder of commands.
#
#   EXPLAINERS_BASE     the address of the release
#   EXPLAINERS_HOME     the folder for programs (~/.local/share/explainers)
#   EXPLAINERS_BIN      the folder for the command (~/.local/bin)
set -eu

version='@VERSION@'
base=${EXPLAINERS_BASE:-'@BASE@'}
home=${EXPLAINERS_HOME:-"${HOME:?HOME names no folder}/.local/share/explainers"}
bin=${EXPLAINERS_BIN:-"$HOME/.local/bin"}

fail() {
  echo "install.sh: $1" >&2
  exit 1
}

case $base in
  https://*) protocol='=https' ;;
  http://127.0.0.1:*|http://localhost:*|http://\[::1\]:*) protocol='=http' ;;
  *) fail "'$base' is not an address that begins with https://" ;;
esac
case $base in
  *@*) fail "'$base' names a user; only the name of a server belongs there" ;;
esac

case $(uname -s) in
  Linux)
    system=linux
    if ls /lib/ld-musl-* >/dev/null 2>&1; then system=linux-musl; fi ;;
  Darwin) system=osx ;;
  *) fail "no program for $(uname -s); on Windows, use install.ps1" ;;
esac
case $(uname -m) in
  x86_64|amd64) machine=x64 ;;
  aarch64|arm64) machine=arm64 ;;
  *) fail "no program for $(uname -m)" ;;
esac
case $system-$machine in
  linux-musl-arm64) fail "no program for Alpine on arm64; the .NET tool runs there" ;;
esac

name="explainers-$version-$system-$machine"
mkdir -p "$home" "$bin"
work=$(mktemp -d "$home/.install-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

fetch() {
  if command -v curl >/dev/null 2>&1; then
    curl --fail --silent --show-error --location --proto "$protocol" --output "$work/$1" "$base/$1" || fail "cannot fetch $base/$1"
  elif command -v wget >/dev/null 2>&1; then
    wget -q -O "$work/$1" "$base/$1" || fail "cannot fetch $base/$1"
  else
    fail "needs curl or wget"
  fi
}

fetch "$name.tar.gz"
fetch SHA256SUMS

expected=$(awk -v name="$name.tar.gz" '$2 == name { print $1 }' "$work/SHA256SUMS")
[ -n "$expected" ] || fail "SHA256SUMS does not name $name.tar.gz"
if command -v sha256sum >/dev/null 2>&1; then
  actual=$(sha256sum "$work/$name.tar.gz")
elif command -v shasum >/dev/null 2>&1; then
  actual=$(shasum -a 256 "$work/$name.tar.gz")
else
  fail "needs sha256sum or shasum, to compare the checksum"
fi
[ "${actual%% *}" = "$expected" ] || fail "$name.tar.gz is not what SHA256SUMS says; nothing was installed"

tar -xzf "$work/$name.tar.gz" -C "$work"
"$work/$name/explainers" --version >/dev/null || fail "the program does not start on this system; nothing was installed"

# The old version stays in place until the new one is complete.
if [ -e "$home/$version" ]; then mv "$home/$version" "$work/old"; fi
mv "$work/$name" "$home/$version"
ln -s "$home/$version/explainers" "$work/link"
mv -f "$work/link" "$bin/explainers"

echo "Installed $home/$version, and the command $bin/explainers."
case ":$PATH:" in
  *":$bin:"*) ;;
  *) echo "Your PATH lacks that folder. Add this line to the profile of your shell: export PATH=\"$bin:\$PATH\"" ;;
esac
