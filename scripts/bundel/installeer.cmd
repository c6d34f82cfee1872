@echo off
rem Zet rapportage in een map, zonder netwerk en zonder rechten van een beheerder.
rem Gebruik: installeer.cmd [MAP]
setlocal
set "DOEL=%~1"
if not defined DOEL set "DOEL=%LOCALAPPDATA%\Programs\rapportage"
set "GEVONDEN="
for %%V in (3.14 3.13 3.12) do if not defined GEVONDEN (
    py -%%V -c "import sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64')" >nul 2>&1 && set "GEVONDEN=%%V"
)
if not defined GEVONDEN (
    echo Python 3.12, 3.13 of 3.14 voor x64 is hier niet gevonden; een voor 32 bits of voor ARM, of een andere, past niet. Zie LEESMIJ.txt.
    exit /b 3
)
py -%GEVONDEN% -m venv "%DOEL%\omgeving" || goto mislukt
set "PYTHON=%DOEL%\omgeving\Scripts\python.exe"
"%PYTHON%" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wielen" --require-hashes -r "%~dp0vereisten.txt" || goto mislukt
copy /y "%~dp0rapportage.cmd" "%DOEL%\rapportage.cmd" >nul || goto mislukt
"%PYTHON%" -m rapportage --version || goto mislukt
echo Rapportage staat in "%DOEL%". Start het met "%DOEL%\rapportage.cmd", of zet die map in PATH.
exit /b 0

:mislukt
echo Het installeren is niet gelukt; wat eraan scheelt, staat hierboven.
exit /b 1
