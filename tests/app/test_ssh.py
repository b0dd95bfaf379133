"""Over a real link: it opens, pages, resizes, and is gone with the place kept when the link drops.

A server of one's own on this machine, which touches nothing outside its folder. Skipped
where OpenSSH is not installed.
"""

import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import ROOT, SEEDS, Terminal

SOON = 2.0
"""Seconds within which nothing may be left of a program whose link was dropped."""

_BESIDE_THE_PATH = ":/usr/sbin:/usr/local/sbin"


def program(name: str) -> str:
    """Where a program is; without it the test is skipped, and says so."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + _BESIDE_THE_PATH)
    if found is None:
        pytest.skip(f"{name} is not installed; OpenSSH's server and client bring it")
    return found


class Server:
    """A server of the one who runs the tests, and the words that reach it."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "log"
        client, key_of_host = folder / "client", folder / "host"
        for key in (client, key_of_host):
            words = (program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(key))
            subprocess.run(words, check=True, timeout=20)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        settings = folder / "settings"
        settings.write_text(
            f"ListenAddress 127.0.0.1:{self.port}\nHostKey {key_of_host}\n"
            f"AuthorizedKeysFile {client}.pub\nPidFile none\nStrictModes no\nUsePAM no\n"
            "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
            "PrintMotd no\nPrintLastLog no\n",
            encoding="utf-8",
        )
        # The server wants to be called by its whole path, for it starts itself anew.
        words = (program("sshd"), "-D", "-f", str(settings), "-E", str(self.log))
        if os.getuid() == 0 and not Path("/run/sshd").is_dir():
            # Root's server asks for this folder; it gets one that nobody else sees.
            own = 'mount -t tmpfs none /run && mkdir -m 755 /run/sshd && exec "$@"'
            words = (program("unshare"), "-m", "sh", "-c", own, "sh", *words)
        self.process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        self.client = (
            *(program("ssh"), "-tt", "-F", "none", "-p", str(self.port), "-i", str(client)),
            *("-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none"),
            *("-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={folder / 'known'}"),
            *("-o", "LogLevel=ERROR", f"{getpass.getuser()}@127.0.0.1"),
        )

    def wait(self) -> None:
        """Wait until it lets somebody in; a machine on which it does not is left in peace."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            if self.process.poll() is not None:
                pytest.skip(f"sshd does not start here: {self._said()}")
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            time.sleep(0.05)
        answer = subprocess.run(
            (*self.client, "echo in"), capture_output=True, text=True, timeout=20, check=False
        )
        if "in" not in answer.stdout:
            pytest.skip(f"sshd lets nobody in here: {answer.stderr.strip()} {self._said()}")

    def _said(self) -> str:
        if not self.log.exists():
            return "root needs a folder /run/sshd, or the right to mount one"
        return " ".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-2:])


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("sshd"))
    try:
        server.wait()
        yield server
    finally:
        server.process.terminate()
        server.process.wait(10)


def over(server: Server, state: Path, before: str = "") -> tuple[str, ...]:
    """The words that open two texts over the link; the far side's process tells its number."""
    environment = {"PYTHONPATH": ROOT, "XDG_STATE_HOME": state, "LC_ALL": "C.UTF-8"}
    words = (sys.executable, "-m", "tui", *SEEDS[:2])
    settings = " ".join(f"{name}={shlex.quote(str(value))}" for name, value in environment.items())
    program = f"exec env {settings} {shlex.join(words)}"
    number = shlex.quote(str(state / "number"))
    return (*server.client, f"cd / && {before} echo $$ > {number} && {program}")


def is_there(process: int) -> str:
    """How a process is doing; empty when it has ended, be it that nobody has asked how."""
    words = (program("ps"), "-o", "stat=", "-p", str(process))
    found = subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()
    return "" if found.startswith("Z") else found


@pytest.mark.parametrize("before", ["", "trap '' HUP;"], ids=["plain", "hang-ups ignored"])
def test_a_dropped_link_leaves_no_process_and_the_place_is_found_again(server, tmp_path, before):
    with Terminal(over(server, tmp_path, before)) as terminal:
        terminal.wait_for("69 changes", 30)
        terminal.press("  ")
        terminal.settle()
        terminal.resize(100, 30)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        page = terminal.lines[1:-1]
        assert "Iran’s supreme leader said yesterday" not in "\n".join(page)
        far = int((tmp_path / "number").read_text())
        assert is_there(far)
        os.kill(terminal.process, signal.SIGKILL)
        dropped = time.monotonic()
        while doing := is_there(far):
            assert time.monotonic() < dropped + SOON, f"it goes on without anybody: {doing}"
            time.sleep(0.02)
    with Terminal(over(server, tmp_path)) as terminal:
        terminal.wait_for("where you left off", 30)
        terminal.settle()
        assert terminal.lines[1:-1] == page
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_leaving_over_a_link_gives_the_terminal_back(server, tmp_path):
    with Terminal(over(server, tmp_path)) as terminal:
        before = terminal.modes
        terminal.wait_for("69 changes", 30)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.modes == before
        assert terminal.sent.rindex(b"\x1b[?1049l") > terminal.sent.rindex(b"\x1b[?1049h")
