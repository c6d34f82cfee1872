@"%~dp0omgeving\Scripts\python.exe" -P -m rapportage %*
