#!/bin/sh
# Zet rapportage in een map, zonder netwerk en zonder rechten van een beheerder.
# Gebruik: sh installeer.sh [MAP]
set -eu
hier=$(cd "$(dirname "$0")" && pwd)
doel=${1:-$HOME/Applications/rapportage}
gevonden=
for versie in 3.14 3.13 3.12; do
    if [ -z "$gevonden" ] && "python$versie" -c 'import venv' 2>/dev/null; then
        gevonden=python$versie
    fi
done
if [ -z "$gevonden" ]; then
    echo "Python 3.12, 3.13 of 3.14 is hier niet gevonden; zie LEESMIJ.txt." >&2
    exit 3
fi
"$gevonden" -m venv "$doel/omgeving"
python=$doel/omgeving/bin/python
"$python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$hier/wielen" \
    --require-hashes -r "$hier/vereisten.txt"
cp "$hier/rapportage" "$doel/rapportage"
chmod +x "$doel/rapportage"
"$python" -m rapportage --version
echo "Rapportage staat in $doel. Start het met $doel/rapportage, of zet die map in PATH."
