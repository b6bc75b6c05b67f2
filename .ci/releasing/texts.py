"""What a release says in words: checksums, and the manifests of package managers, from templates."""
import hashlib
import json
import pathlib
import re

SYSTEMS = ["linux-x64", "linux-arm64", "linux-musl-x64", "osx-arm64", "osx-x64", "win-x64"]
TEMPLATES = pathlib.Path(__file__).parent / "templates"
MISSING = "0" * 64


class Release:
    """A version, and the repository that publishes it."""

    def __init__(self, version, repository):
        if not re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", version):
            raise SystemExit(f"release: '{version}' is not a version such as 1.2.3")
        self.version = version
        self.home = f"https://github.com/{repository}"
        self.base = f"{self.home}/releases/download/v{version}"


def archive_name(release, rid):
    return f"explainers-{release.version}-{rid}" + (".zip" if rid.startswith("win") else ".tar.gz")


def npm_name(rid):
    """The name by which Node knows a system."""
    system, _, machine = rid.rpartition("-")
    return "explainers-" + {"osx": "darwin", "win": "win32"}.get(system, system) + "-" + machine


def checksum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def filled(template, release, sums):
    text = (TEMPLATES / template).read_text()
    text = text.replace("@VERSION@", release.version).replace("@HOME@", release.home).replace("@BASE@", release.base)
    return re.sub(r"@SHA256:(.+?)@", lambda found: sums[f"explainers-{release.version}-{found[1]}"], text)


def write(release, folder, complete=False):
    """Writes all texts; a complete release has an archive for every system."""
    sums = {}
    for name in (archive_name(release, rid) for rid in SYSTEMS):
        path = folder / name
        if complete and not path.exists():
            raise SystemExit(f"release: {name} is missing")
        sums[name] = checksum(path) if path.exists() else MISSING
    for path in sorted(TEMPLATES.rglob("*")):
        if path.is_dir() or path.name == "npm.js":
            continue
        target = folder / path.relative_to(TEMPLATES)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(filled(path.relative_to(TEMPLATES), release, sums), newline="\n")
    (folder / "npm").mkdir(exist_ok=True)
    (folder / "npm" / "explainers").mkdir(exist_ok=True)
    (folder / "npm" / "explainers" / "explainers.js").write_text((TEMPLATES / "npm.js").read_text(), newline="\n")
    write_json(folder / "npm" / "explainers" / "package.json", npm_package(release))
    named = sorted(path for path in folder.iterdir() if re.search(r"\.(tar\.gz|zip|nupkg|cdx\.json|sh|ps1)$", path.name))
    (folder / "SHA256SUMS").write_text("".join(f"{checksum(path)}  {path.name}\n" for path in named), newline="\n")


def npm_package(release):
    return {
        **common(release),
        "name": "explainers",
        "bin": {"explainers": "explainers.js"},
        "engines": {"node": ">=18"},
        "files": ["explainers.js"],
        "optionalDependencies": {npm_name(rid): release.version for rid in SYSTEMS},
    }


def npm_system(release, rid):
    system, machine = rid.split("-")[0], rid.split("-")[-1]
    package = {
        **common(release),
        "name": npm_name(rid),
        "os": [{"osx": "darwin", "win": "win32"}.get(system, system)],
        "cpu": [machine],
    }
    if system == "linux":
        package["libc"] = ["musl" if "musl" in rid else "glibc"]
    return package


def common(release):
    return {
        "version": release.version,
        "description": "Compiles fact sheets and articles into sites, and checks the prose against the facts.",
        "license": "MIT",
        "homepage": release.home,
        "repository": {"type": "git", "url": f"git+{release.home}.git"},
    }


def write_json(path, value):
    path.write_text(json.dumps(value, indent=2) + "\n", newline="\n")
