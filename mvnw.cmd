@echo off
rem Runs the Maven pinned in .mvn\wrapper\maven-wrapper.properties. It comes from, in this order:
rem   1. this wrapper's cache, %USERPROFILE%\.m2\wrapper\dists (MAVEN_USER_HOME moves .m2)
rem   2. the mvn on the PATH, asked for org.apache.maven:apache-maven:VERSION:bin under its own settings
rem   3. Apache's archive
rem Whatever was fetched is unpacked only if its SHA-512 is the pinned one. Windows 10 and newer have tar, curl and certutil.
setlocal
for /f "usebackq tokens=1,2 delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do (
  if "%%a"=="mavenVersion" set "version=%%b"
  if "%%a"=="distributionSha512Sum" set "sum=%%b"
)
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "dists=%MAVEN_USER_HOME%\wrapper\dists"
set "maven=%dists%\apache-maven-%version%"
set "archive=apache-maven-%version%-bin.tar.gz"
if exist "%maven%\bin\mvn.cmd" goto run

>&2 echo mvnw: fetching Maven %version%
set "work=%dists%\fetch.%RANDOM%%RANDOM%"
mkdir "%work%" || exit /b 1
where /q mvn && call :by_coordinates
call :verified && goto unpack
curl -fsSL --retry 3 --max-time 300 -o "%work%\%archive%" "https://archive.apache.org/dist/maven/maven-3/%version%/binaries/%archive%"
call :verified && goto unpack
rmdir /s /q "%work%"
>&2 echo mvnw: Maven %version% could not be fetched; put a mvn (3.6 or newer) on the PATH, or unpack it as %maven%
exit /b 1

:by_coordinates
rem From an empty folder, so that no project's pom takes part.
pushd "%work%"
call mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=org.apache.maven:apache-maven:%version%:tar.gz:bin" "-DoutputDirectory=%work%" 1>&2
popd
exit /b 0

:verified
if not exist "%work%\%archive%" exit /b 1
certutil -hashfile "%work%\%archive%" SHA512 | findstr /x /i /l "%sum%" >nul && exit /b 0
>&2 echo mvnw: %archive% does not have the pinned SHA-512
exit /b 1

:unpack
tar -xzf "%work%\%archive%" -C "%work%" || exit /b 1
rem Renamed whole, so that a broken or parallel run never leaves half a Maven there.
if not exist "%maven%" move "%work%\apache-maven-%version%" "%maven%" >nul
rmdir /s /q "%work%"

:run
"%maven%\bin\mvn.cmd" %*
