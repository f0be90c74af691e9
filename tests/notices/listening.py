"""Stand-ins for the other side of a channel: a small SMTP server and a small HTTP server on this machine, which keep what
they are given and can be told to misbehave. Nothing leaves the machine."""

import json
import socket
import socketserver
import threading
import time
from contextlib import suppress
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Mailbox:
    """`letters`: (recipient, message); `refuse`: recipients that are not taken; `silent`: it never answers."""

    def __init__(self, port: int = 0) -> None:
        self.letters: list[tuple[str, object]] = []
        self.refuse: dict[str, bytes] = {}
        self.silent = False
        box = self

        class Talk(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                """Whoever calls may be killed in the middle of a word."""
                with suppress(OSError):
                    box._talk(self)

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address, daemon_threads = True, True

        self.server = Server(("127.0.0.1", port), Talk)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _talk(self, line) -> None:
        if self.silent:
            time.sleep(5)
            return
        say = lambda told: line.wfile.write(told + b"\r\n")  # noqa: E731 - three letters long
        say(b"220 here")
        to = ""
        while said := line.rfile.readline():
            verb = said[:4].upper()
            if verb in (b"EHLO", b"HELO"):
                say(b"250 here")
            elif verb == b"RCPT":
                to = said.split(b"<")[1].split(b">")[0].decode()
                say(self.refuse.get(to, b"250 fine"))
            elif verb == b"DATA":
                say(b"354 go on")
                body = b""
                while (part := line.rfile.readline()) != b".\r\n":
                    if not part:  # cut off in the middle
                        return
                    body += part
                self.letters.append((to, message_from_bytes(body, policy=policy.default)))
                say(b"250 kept as %d" % len(self.letters))
            elif verb == b"QUIT":
                say(b"221 bye")
                return
            else:
                say(b"250 fine")


class Callee:
    """`calls`: (headers, body); `answer`: (status, text); `late`: seconds it waits before it answers; `drip`: a byte at a time."""

    def __init__(self, port: int = 0) -> None:
        self.calls: list[tuple[dict[str, str], bytes]] = []
        self.answer: tuple[int, str] = (200, "kept")
        self.late, self.drip = 0.0, False
        box = self

        class Talk(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                body = self.rfile.read(size)
                if len(body) < size:  # cut off in the middle
                    return
                box.calls.append((dict(self.headers), body))
                time.sleep(box.late)
                try:
                    box._answer(self)
                except OSError:
                    return

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Talk)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/told?from=jianyi"

    @property
    def told(self) -> list[dict]:
        return [json.loads(body) for _, body in self.calls]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _answer(self, talk) -> None:
        status, text = self.answer
        if self.drip:
            for byte in b"HTTP/1.1 200 OK\r\n" * 20:
                talk.wfile.write(bytes([byte]))
                talk.wfile.flush()
                time.sleep(0.1)
        talk.send_response(status)
        talk.send_header("Content-Length", str(len(text)))
        talk.end_headers()
        talk.wfile.write(text.encode())


def free_port() -> int:
    """Where nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
