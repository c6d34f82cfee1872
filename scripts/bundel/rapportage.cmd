@"%~dp0omgeving\Scripts\python.exe" -m rapportage %*
