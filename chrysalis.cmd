@echo off
rem Starts Chrysalis on Windows: finds a JDK, builds what is missing or older than its sources, then
rem runs the command. What each command and variable means is told in the file "chrysalis" beside it.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "OLDEST_JDK=25"

set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" for %%B in ("%%~dp$PATH:J..") do call :consider "%%~fB"
for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*"
  "%ProgramFiles%\Java\jdk-*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Amazon Corretto\jdk*"
  "%ProgramFiles%\Zulu\zulu-*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
  "%USERPROFILE%\.jdks\*"
) do call :consider "%%~fD"
if not defined JDK (
  >&2 echo Chrysalis needs a JDK ^(Java Development Kit^) of version %OLDEST_JDK% or newer; none was found.
  >&2 echo   Install one:
  >&2 echo     winget install EclipseAdoptium.Temurin.%OLDEST_JDK%.JDK
  >&2 echo   If you have one elsewhere, set JAVA_HOME to its directory.
  exit /b 69
)
set "JAVA_HOME=%JDK%"

set "ANY_FLAGS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set "SERVE_FLAGS=-XX:+UseG1GC -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -XX:+UseCompactObjectHeaders -Dio.netty.leakDetection.level=disabled"
set "SERVE_FLAGS=%SERVE_FLAGS% -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:G1HeapRegionSize=2m"
set "SERVE_FLAGS=%SERVE_FLAGS% -XX:G1PeriodicGCInterval=300000 %ANY_FLAGS%"
set "ROOM=app"
set "MAIN=im.chrysalis.app.Main"
set "FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 %ANY_FLAGS%"
if "%~1"=="test" goto test
if "%~1"=="serve" set "FLAGS=%SERVE_FLAGS%"
if "%~1"=="bench" (
  set "ROOM=bench"
  set "MAIN=im.chrysalis.bench.Main"
  set "FLAGS=%ANY_FLAGS%"
)
if not defined CHRYSALIS_NO_BUILD (
  call :build
  if errorlevel 1 exit /b 70
)
if "%ROOM%"=="bench" goto bench
"%JDK%\bin\java" %FLAGS% %CHRYSALIS_JAVA_OPTS% -cp "%HOME_DIR%\app\target\lib\*" %MAIN% %*
exit /b %ERRORLEVEL%

:bench
rem The word "bench" is ours; the rest is for the program.
set "WORDS="
:next_word
shift
if "%~1"=="" goto run_bench
set WORDS=%WORDS% %1
goto next_word
:run_bench
"%JDK%\bin\java" %FLAGS% %CHRYSALIS_JAVA_OPTS% -cp "%HOME_DIR%\bench\target\lib\*" %MAIN%%WORDS%
exit /b %ERRORLEVEL%

:test
set "WORDS="
:next_test_word
shift
if "%~1"=="" goto run_test
set WORDS=%WORDS% %1
goto next_test_word
:run_test
pushd "%HOME_DIR%"
call mvnw.cmd -B -ntp verify%WORDS%
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%

rem Keeps the directory as JDK when it is one and new enough.
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "FOUND=0"
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
for /f "delims=.-+_" %%V in ("%FOUND%") do set "FOUND=%%V"
if %FOUND% GEQ %OLDEST_JDK% set "JDK=%~1"
exit /b 0

rem Builds when a source is newer than the mark of the last build. One at a time: only one process
rem can make the directory.
:build
call :is_stale
if errorlevel 1 exit /b 0
if not exist "%HOME_DIR%\target" mkdir "%HOME_DIR%\target"
set "WAITING="
:take_lock
mkdir "%HOME_DIR%\target\build.lock" 2>nul && goto locked
if not defined WAITING >&2 echo Waiting for another build; if there is none, remove "%HOME_DIR%\target\build.lock"
set "WAITING=yes"
ping -n 2 127.0.0.1 >nul
goto take_lock
:locked
set "RESULT=0"
call :is_stale
if errorlevel 1 goto unlock
>&2 echo Building Chrysalis; the first time its libraries are fetched, which may take minutes ...
for %%R in (app bench) do (
  if exist "%HOME_DIR%\%%R\target\lib" rmdir /s /q "%HOME_DIR%\%%R\target\lib"
  if exist "%HOME_DIR%\%%R\target\built" del "%HOME_DIR%\%%R\target\built"
)
set "ROOMS=app"
if "%ROOM%"=="bench" set "ROOMS=app,bench"
rem The mark is as old as the build's begin: what was edited during the build is built next time.
type nul >"%HOME_DIR%\target\build.lock\began"
pushd "%HOME_DIR%"
call mvnw.cmd -B -ntp -pl %ROOMS% -am -Dmaven.test.skip=true -Dspotless.check.skip=true package >target\build.log 2>&1 <nul
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  >&2 type "%HOME_DIR%\target\build.log"
  >&2 echo The build failed; its output is above and in "%HOME_DIR%\target\build.log"
  goto unlock
)
rem "copy" keeps the time of what it copies.
for %%R in (app bench) do if exist "%HOME_DIR%\%%R\target\lib" copy /y "%HOME_DIR%\target\build.lock\began" "%HOME_DIR%\%%R\target\built" >nul
:unlock
rmdir /s /q "%HOME_DIR%\target\build.lock"
if not "%RESULT%"=="0" exit /b 1
exit /b 0

rem 0 when the room must be built, 1 when it is up to date.
:is_stale
if not exist "%HOME_DIR%\%ROOM%\target\lib" exit /b 0
if not exist "%HOME_DIR%\%ROOM%\target\built" exit /b 0
powershell -NoProfile -Command "$h = $env:HOME_DIR; $b = (Get-Item -LiteralPath (Join-Path $h ($env:ROOM + '\target\built'))).LastWriteTimeUtc; $p = @(Get-Item (Join-Path $h 'pom.xml')) + @(Get-ChildItem -LiteralPath $h -Directory | Where-Object { $env:ROOM -eq 'bench' -or $_.Name -notin 'bench', 'testkit' } | ForEach-Object { $m = $_.FullName; 'pom.xml', 'src\main' | ForEach-Object { Join-Path $m $_ } } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-Item -LiteralPath $_; Get-ChildItem -LiteralPath $_ -Recurse }); if ($p | Where-Object { $_.LastWriteTimeUtc -gt $b }) { exit 0 } else { exit 1 }"
exit /b %ERRORLEVEL%
