"""Checks a release by using it, as somebody does who has none of the tools that made it."""
import functools
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import threading

import artefacts
import texts

ROOT = artefacts.ROOT
DAY = "2026-11-23"


def run(release, archive, output):
    """Runs all checks; the status is 1 where one fails."""
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for check in (same_archive, unpacked, installed, manifests, npm, container):
            folder = pathlib.Path(scratch) / check.__name__
            folder.mkdir()
            try:
                said = check(release, archive, output, folder)
                print(f"release: {check.__name__}: {said or 'ok'}")
            except (AssertionError, OSError, subprocess.CalledProcessError) as error:
                failed = 1
                print(f"release: {check.__name__}: FAILED: {error} {getattr(error, 'stderr', None) or ''}")
    return failed


# All that install.sh and the launcher for Node ask of a system.
COMMANDS = "sh uname ls mkdir mktemp rm curl wget awk sha256sum shasum tar gzip mv ln node env"


@functools.cache
def commands():
    folder = tempfile.TemporaryDirectory()
    for name in COMMANDS.split():
        if found := shutil.which(name):
            (pathlib.Path(folder.name) / name).symlink_to(pathlib.Path(found).resolve() if name == "node" else found)
    return folder


def bare(folder, **more):
    """An environment with a home of its own, and without dotnet."""
    return {"PATH": commands().name, "HOME": str(folder), "LANG": "C.UTF-8", "DOTNET_ROOT": "/nowhere", **more}


def call(*command, **more):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True, **more)


def site(folder, *command, env=None):
    """Begins a site and builds it; answers with all its files."""
    call(*command, "new", "site", "site", cwd=folder, env=env)
    call(*command, "build", "--strict", "--today", DAY, "--cache", folder / "cache", cwd=folder / "site", env=env)
    written = folder / "site" / "output"
    return {str(path.relative_to(written)): path.read_bytes() for path in sorted(written.rglob("*")) if path.is_file()}


@functools.cache
def tested():
    with tempfile.TemporaryDirectory() as folder:
        return site(pathlib.Path(folder), "dotnet", artefacts.TESTED)


def compare(built):
    differing = [path for path in sorted(built.keys() | tested().keys()) if built.get(path) != tested().get(path)]
    assert not differing, f"{len(differing)} files differ from those of the tested build: {', '.join(differing[:5])}"
    return f"{len(built)} files of a new site are those of the tested build"


def same_archive(release, archive, output, folder):
    """Packing what was unpacked gives the same bytes."""
    with tarfile.open(archive) as packed:
        files = {entry.name: (packed.extractfile(entry).read(), entry.mode) for entry in packed}
        assert all(entry.mtime == artefacts.moment() and entry.uid == entry.gid == 0 and not entry.uname for entry in packed)
    assert artefacts.tarred(files) == archive.read_bytes(), "packed again, the archive is another"
    page = next(content for name, (content, _) in files.items() if name.endswith("man/explainers.1")).decode()
    stand_in = next(content for name, (content, _) in files.items() if name.endswith("/explainers")).startswith(b"#!")
    for word in ["EXPLAINERS"] if stand_in else ["EXPLAINERS BUILD", "EXPLAINERS FACTS DUE", "EXPLAINERS NEW SITE"]:
        assert f".SH {word}\n" in page, f"the manual page lacks {word}"


def unpacked(release, archive, output, folder):
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    program = next(folder.glob("explainers-*/explainers"))
    return compare(site(folder, program, env=bare(folder)))


def served(folder):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def installed(release, archive, output, folder):
    """install.sh in every shell that is here; with a wrong checksum it must leave nothing."""
    web = folder / "web"
    web.mkdir()
    for path in (archive, output / "SHA256SUMS", output / "install.sh"):
        shutil.copy(path, web)
    server = served(web)
    base = f"http://127.0.0.1:{server.server_port}"
    shells = [[shutil.which(shell), *more] for shell, *more in (["dash"], ["bash"], ["busybox", "sh"]) if shutil.which(shell)]
    for number, shell in enumerate(shells):
        call(*shell, "-n", web / "install.sh")
        home = folder / f"home with {number} spaces"
        home.mkdir()
        for _ in range(2):
            said = call(*shell, web / "install.sh", env=bare(home, EXPLAINERS_BASE=base)).stdout
            assert str(home / ".local/bin/explainers") in said and "Your PATH lacks" in said, said
        if number == 0:
            compare(site(home, home / ".local/bin/explainers", env=bare(home)))
        assert sorted(path.name for path in (home / ".local/share/explainers").iterdir()) == [release.version], "something was left"
        refuses(shell, web, folder / f"http {number}", "http://example.org", "https://")
        refuses(shell, web, folder / f"user {number}", "http://localhost:1@example.org", "names a user")
    (web / "SHA256SUMS").write_text(re.sub(r"^[0-9a-f]{8}", "00000000", (web / "SHA256SUMS").read_text(), flags=re.MULTILINE))
    for number, shell in enumerate(shells):
        refuses(shell, web, folder / f"wrong {number}", base, "not what SHA256SUMS says")
    (web / "SHA256SUMS").write_text("")
    refuses(shells[0], web, folder / "unnamed", base, "does not name")
    server.shutdown()
    return "in " + ", ".join(pathlib.Path(shell[0]).name for shell in shells) + "; a wrong checksum and a wrong address are refused"


def refuses(shell, web, home, base, reason):
    home.mkdir()
    run = subprocess.run([*shell, str(web / "install.sh")], capture_output=True, text=True, env=bare(home, EXPLAINERS_BASE=base))
    assert run.returncode == 1 and reason in run.stderr, f"{base}: {run.returncode} {run.stderr}"
    left = [path for path in home.rglob("*") if not path.is_dir()]
    assert not left, f"{base}: left {left[0]}"


def manifests(release, archive, output, folder):
    """The texts, with a made-up version and archives, are those that tests/release keeps."""
    fake = texts.Release("1.2.3", "example/explainers")
    for rid in texts.SYSTEMS:
        (folder / texts.archive_name(fake, rid)).write_text(f"the archive for {rid}\n")
    texts.write(fake, folder, complete=True)
    for rid in texts.SYSTEMS:
        (folder / texts.archive_name(fake, rid)).unlink()
        (folder / "npm" / texts.npm_name(rid)).mkdir()
        texts.write_json(folder / "npm" / texts.npm_name(rid) / "package.json", texts.npm_system(fake, rid))
    golden = ROOT / "tests" / "release"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        shutil.rmtree(golden, ignore_errors=True)
        shutil.copytree(folder, golden)
    made, kept = (
        {str(path.relative_to(top)): path.read_text() for path in top.rglob("*") if path.is_file()} for top in (folder, golden))
    differing = [path for path in sorted(made.keys() | kept.keys()) if made.get(path) != kept.get(path)]
    assert not differing, f"not as in tests/release: {', '.join(differing)} (UPDATE_GOLDEN=1 rewrites them)"
    assert not any("@" + word in text for text in made.values() for word in ("VERSION@", "BASE@", "HOME@", "SHA256:")), "unfilled"
    json.loads(made["explainers.json"])
    return f"{len(made)} texts as in tests/release"


def npm(release, archive, output, folder):
    if not shutil.which("npm"):
        return "skipped, no npm here"
    names = ["explainers", texts.npm_name(artefacts.this_system())]
    packed = [folder / call("npm", "pack", "--silent", output / "npm" / name, cwd=folder).stdout.strip() for name in names]
    (folder / "package.json").write_text('{ "private": true }')
    # The packages for other systems are in no registry yet; npm leaves them out, and without network it does so at once.
    call("npm", "install", "--offline", "--no-audit", "--no-fund", "--omit=optional", *packed, cwd=folder)
    call("npx", "--no-install", "explainers", "--version", cwd=folder)
    run = subprocess.run(["npx", "--no-install", "explainers", "explain", "nonsense"], capture_output=True, cwd=folder)
    assert run.returncode == 2, f"npx hands on the status {run.returncode}"
    return compare(site(folder, folder / "node_modules/.bin/explainers", env=bare(folder)))


def container(release, archive, output, folder):
    text = (output / "Dockerfile").read_text()
    assert "chiseled" in text and re.search(r"^USER \d+$", text, re.MULTILINE), "not chiselled, or as root"
    assert not re.search(r"^(RUN|ADD) ", text, re.MULTILINE), "a chiselled image has no shell"
    if not shutil.which("docker") or subprocess.run(["docker", "info"], capture_output=True).returncode:
        return "checked by its text; no Docker runs here"
    if subprocess.run(["docker", "image", "inspect", re.search(r"^FROM (.+)$", text, re.MULTILINE)[1]], capture_output=True).returncode:
        return "checked by its text; the image that it begins with is not here"
    name = call("docker", "build", "--quiet", "--network", "none", output).stdout.strip()
    size = int(call("docker", "image", "inspect", "--format", "{{.Size}}", name).stdout)
    assert size < 60_000_000, f"the image has {size} bytes"
    return "runs: " + call("docker", "run", "--rm", name, "--version").stdout.strip()
