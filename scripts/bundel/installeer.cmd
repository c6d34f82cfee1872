@echo off
rem Zet rapportage in een map, zonder netwerk en zonder rechten van een beheerder.
rem Gebruik: installeer.cmd [MAP], met aanhalingstekens om een map met een spatie.
rem Vindt dit geen Python, geef dan eerst: set "RAPPORTAGE_PYTHON=C:\plek\van\python.exe"
setlocal
if not "%~2"=="" (
    echo Geef hoogstens een map, met aanhalingstekens eromheen: installeer.cmd "D:\Mijn map\rapportage"
    exit /b 2
)
set "DOEL=%~1"
if not defined DOEL set "DOEL=%LOCALAPPDATA%\Programs\rapportage"
set "PYTHONHOME="
set "PYTHONPATH="
set "GESCHIKT=import ensurepip, sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64' or not (3, 12) <= sys.version_info[:2] <= (3, 14) or 'WindowsApps' in sys.base_prefix)"
set "BASIS="
if defined RAPPORTAGE_PYTHON "%RAPPORTAGE_PYTHON%" -I -c "%GESCHIKT%" >nul 2>&1 && set "BASIS=%RAPPORTAGE_PYTHON%"
for %%V in (3.14 3.13 3.12) do if not defined BASIS (
    for /f "delims=" %%P in ('py -%%V -I -c "import sys; print(sys.executable)" 2^>nul') do "%%P" -I -c "%GESCHIKT%" >nul 2>&1 && set "BASIS=%%P"
)
if not defined BASIS (
    for /f "delims=" %%P in ('python -I -c "import sys; print(sys.executable)" 2^>nul') do "%%P" -I -c "%GESCHIKT%" >nul 2>&1 && set "BASIS=%%P"
)
if not defined BASIS (
    echo Python 3.12, 3.13 of 3.14 voor x64, van python.org, is hier niet gevonden; zie LEESMIJ.txt.
    exit /b 3
)
echo Rapportage komt in "%DOEL%". Dit duurt een paar minuten.
"%BASIS%" -I -m venv --clear "%DOEL%\omgeving" || goto mislukt
set "PYTHON=%DOEL%\omgeving\Scripts\python.exe"
"%PYTHON%" -I -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wielen" --require-hashes -r "%~dp0vereisten.txt" || goto mislukt
copy /y "%~dp0rapportage.cmd" "%DOEL%\rapportage.cmd" >nul || goto mislukt
"%PYTHON%" -I -m rapportage --version || goto mislukt
echo Rapportage staat in "%DOEL%". Start het met "%DOEL%\rapportage.cmd", of zet die map in PATH.
exit /b 0

:mislukt
echo Het installeren is niet gelukt; wat eraan scheelt, staat hierboven.
exit /b 1
