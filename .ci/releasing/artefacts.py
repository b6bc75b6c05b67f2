"""The files of a release: archives, packages and the list of what they contain. The same commit gives the same bytes."""
import gzip
import io
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import tarfile
import time
import zipfile

import texts

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
TESTED = ROOT / "src/Explainers.Cli/bin/Debug/net10.0/explainers.dll"


def this_system():
    system = {"Linux": "linux", "Darwin": "osx", "Windows": "win"}[platform.system()]
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}[platform.machine().lower()]
    musl = system == "linux" and any(pathlib.Path("/lib").glob("ld-musl-*"))
    return f"{system}{'-musl' if musl else ''}-{machine}"


def moment():
    """The time of the commit, which all files bear; without git, that of the format of archives."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    try:
        shown = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
        return int(shown.stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return 315532800


def stand_in(folder):
    """A program that starts the build that was tested: it takes the place of the native one where that would take too long."""
    folder.mkdir(parents=True)
    program = folder / "explainers"
    program.write_text(f"#!/bin/sh\nexec '{shutil.which('dotnet')}' '{TESTED}' \"$@\"\n")
    program.chmod(0o755)
    return folder


def is_stand_in(command):
    return command.read_bytes()[:2] == b"#!"


def program_files(folder):
    return [
        path for path in sorted(folder.iterdir())
        if path.name in ("explainers", "explainers.exe") or path.suffix in (".so", ".dylib", ".dll")
    ]


def archive(program, rid, release, output):
    """Packs the program for a system, with completion scripts, manual page and licence."""
    command = next(path for path in program_files(program) if path.stem == "explainers").resolve()
    files = {path.name: (path.read_bytes(), 0o755) for path in program_files(program)}
    files["LICENSE"] = ((ROOT / "LICENSE").read_bytes(), 0o644)
    for shell, ending in SHELLS.items():
        files[f"completion/explainers.{ending}"] = (ask(command, "completion", shell).encode(), 0o644)
    files["man/explainers.1"] = (manual(command, release.version).encode(), 0o644)
    name = texts.archive_name(release, rid)
    folder = f"explainers-{release.version}-{rid}"
    pack = zipped if name.endswith(".zip") else tarred
    (output / name).write_bytes(pack({f"{folder}/{path}": file for path, file in sorted(files.items())}))
    return output / name


def tarred(files):
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as packed:
        for path, (content, mode) in files.items():
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode, entry.mtime = len(content), mode, moment()
            packed.addfile(entry, io.BytesIO(content))
    return gzip.compress(plain.getvalue(), 9, mtime=0)


def zipped(files):
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, (content, mode) in files.items():
            entry = zipfile.ZipInfo(path, time.gmtime(max(moment(), 315532800))[:6])
            entry.external_attr, entry.create_system, entry.compress_type = mode << 16, 3, zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return plain.getvalue()


def ask(command, *arguments):
    return subprocess.run([command, *arguments], capture_output=True, text=True, check=True, encoding="utf-8").stdout


def manual(command, version):
    """A manual page from what the commands say about themselves."""
    day = time.strftime("%Y-%m-%d", time.gmtime(moment()))
    lines = [
        f'.TH EXPLAINERS 1 "{day}" "explainers {version}" "User commands"',
        ".SH NAME",
        r"explainers \- compile fact sheets, articles and a theme into a static site",
    ]
    help_text = ask(command, "--help")
    for title, body in described(command, [], help_text):
        lines += [f".SH {title.upper()}", ".nf", *(roff(line) for line in body.rstrip().splitlines()), ".fi"]
    return "\n".join(lines) + "\n"


def described(command, before, help_text):
    """The help of a command and of those below it, in their order."""
    yield " ".join(["explainers", *before]), help_text
    listed = help_text.partition("\nCommands:\n")[2]
    # A stand-in starts slowly; that its page is made shows as much with the first level alone.
    for name in [] if is_stand_in(command) else re.findall(r"^  ([a-z][a-z-]*)(?: |$)", listed, re.MULTILINE):
        yield from described(command, [*before, name], ask(command, *before, name, "--help"))


def roff(line):
    escaped = line.replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + escaped if escaped.startswith((".", "'")) else escaped


def packages(version, output):
    """The .NET tool and the libraries."""
    for project in ("Cli", "Compiler", "Hosting", "Imaging"):
        subprocess.run(
            ["dotnet", "pack", f"src/Explainers.{project}", "-o", output, f"-p:Version={version}", "-v", "q"], cwd=ROOT, check=True)


def npm(program, rid, release, output):
    """The package for one system, which the package explainers asks for."""
    folder = output / "npm" / texts.npm_name(rid)
    folder.mkdir(parents=True, exist_ok=True)
    for path in program_files(program):
        shutil.copy(path, folder / path.name)
    texts.write_json(folder / "package.json", texts.npm_system(release, rid))


def bill_of_materials(release, output):
    """What the program is made from, as the lock file of its packages has it, in CycloneDX."""
    lock = json.loads((ROOT / "src/Explainers.Cli/packages.lock.json").read_text(encoding="utf-8-sig"))
    found = {}
    for framework in lock["dependencies"].values():
        for name, entry in framework.items():
            if entry["type"] != "Project":
                found[name, entry["resolved"]] = entry["contentHash"]
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment()))
    texts.write_json(output / f"explainers-{release.version}.cdx.json", {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": stamp,
            "component": {
                "type": "application", "name": "explainers", "version": release.version,
                "bom-ref": f"pkg:nuget/Explainers@{release.version}", "purl": f"pkg:nuget/Explainers@{release.version}",
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [
            {
                "type": "library", "name": name, "version": version,
                "bom-ref": f"pkg:nuget/{name}@{version}", "purl": f"pkg:nuget/{name}@{version}",
                "properties": [{"name": "nuget:contentHash", "value": digest}],
            }
            for (name, version), digest in sorted(found.items())
        ],
    })
