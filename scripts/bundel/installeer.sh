#!/bin/sh
# Zet rapportage in een map, zonder netwerk en zonder rechten van een beheerder.
# Gebruik: sh installeer.sh [MAP], met aanhalingstekens om een map met een spatie.
set -eu
mislukt() {
    status=$?
    if [ "$status" -ne 0 ] && [ "$status" -ne 2 ] && [ "$status" -ne 3 ]; then
        echo "Het installeren is niet gelukt; wat eraan scheelt, staat hierboven." >&2
    fi
}
trap mislukt EXIT
case "$#:${1:-}" in
    0: | 1:[!-]*) ;;
    *)
        echo 'Gebruik: sh installeer.sh [MAP], met aanhalingstekens om een map met een spatie.' >&2
        exit 2
        ;;
esac
hier=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
doel=${1:-$HOME/Applications/rapportage}
unset PYTHONHOME PYTHONPATH
gevonden=
for versie in 3.14 3.13 3.12; do
    if [ -z "$gevonden" ] && "python$versie" -I -c 'import ensurepip, venv' 2>/dev/null; then
        gevonden=python$versie
    fi
done
if [ -z "$gevonden" ]; then
    echo "Python 3.12, 3.13 of 3.14 (met venv) is hier niet gevonden; zie LEESMIJ.txt." >&2
    exit 3
fi
echo "Rapportage komt in $doel. Dit duurt een paar minuten."
"$gevonden" -I -m venv --clear "$doel/omgeving"
python=$doel/omgeving/bin/python
"$python" -I -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links "$hier/wielen" \
    --require-hashes -r "$hier/vereisten.txt"
cp "$hier/rapportage" "$doel/rapportage"
chmod +x "$doel/rapportage"
"$python" -I -m rapportage --version
echo "Rapportage staat in '$doel'. Start het met '$doel/rapportage', of zet die map in PATH."
