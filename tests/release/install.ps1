# Installs the command explainers for one user, without administrator rights: fetches the archive, compares its checksum, and adds
# its folder to the user's PATH.
#
#   EXPLAINERS_BASE     the address of the release
#   EXPLAINERS_HOME     the folder for programs (%LOCALAPPDATA%\Programs\explainers)
$ErrorActionPreference = 'Stop'
$version = '1.2.3'
$base = if ($env:EXPLAINERS_BASE) { $env:EXPLAINERS_BASE } else { 'https://github.com/example/explainers/releases/download/v1.2.3' }
$programs = if ($env:EXPLAINERS_HOME) { $env:EXPLAINERS_HOME } else { Join-Path $env:LOCALAPPDATA 'Programs\explainers' }

$address = [Uri]$base
if ($address.Scheme -ne 'https' -and -not ($address.Scheme -eq 'http' -and $address.IsLoopback)) {
    throw "'$base' is not an address that begins with https://"
}
if (-not [Environment]::Is64BitOperatingSystem) { throw 'There is no program for 32-bit Windows.' }

$name = "explainers-$version-win-x64"
New-Item -ItemType Directory -Force $programs | Out-Null
$work = Join-Path $programs ('.install-' + [Guid]::NewGuid().ToString('N'))
New-Item -ItemType Directory $work | Out-Null
try {
    foreach ($file in "$name.zip", 'SHA256SUMS') {
        Invoke-WebRequest -UseBasicParsing -Uri "$base/$file" -OutFile (Join-Path $work $file)
    }
    $line = Get-Content (Join-Path $work 'SHA256SUMS') | Where-Object { ($_ -split '\s+', 2)[1] -eq "$name.zip" }
    if (-not $line) { throw "SHA256SUMS does not name $name.zip" }
    $expected = ($line -split '\s+', 2)[0]
    if ((Get-FileHash -Algorithm SHA256 (Join-Path $work "$name.zip")).Hash -ne $expected) {
        throw "$name.zip is not what SHA256SUMS says; nothing was installed"
    }
    Expand-Archive (Join-Path $work "$name.zip") $work
    & (Join-Path $work "$name\explainers.exe") --version | Out-Null
    if ($LASTEXITCODE -ne 0) { throw 'The program does not start on this system; nothing was installed' }
    $target = Join-Path $programs 'current'
    if (Test-Path $target) { Move-Item $target (Join-Path $work 'old') }
    Move-Item (Join-Path $work $name) $target
}
finally {
    Remove-Item -Recurse -Force $work
}

Write-Output "Installed $target."
$path = [Environment]::GetEnvironmentVariable('Path', 'User')
if (($path -split ';') -notcontains $target) {
    [Environment]::SetEnvironmentVariable('Path', (@($path, $target) | Where-Object { $_ }) -join ';', 'User')
    Write-Output 'Your PATH has that folder now. Open a new terminal to use the command explainers.'
}
