"""A server on this machine that answers what a test tells it to, byte for byte."""

import socket
import threading
from contextlib import contextmanager


class Server:
    """Answers each connection with the next of its answers, and keeps what it was asked."""

    def __init__(self, answers):
        self.asked = []
        self._answers = iter(answers)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        for answer in self._answers:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection:
                head = b""
                while (
                    not head.startswith(b"\x16")
                    and b"\r\n\r\n" not in head
                    and (data := connection.recv(65_536))
                ):
                    head += data
                self.asked.append(head.decode("latin-1"))
                try:
                    if callable(answer):
                        answer(connection)
                    else:
                        connection.sendall(answer)
                except OSError:
                    pass

    def close(self):
        self._listening.close()
        self._thread.join(5)


@contextmanager
def serving(*answers):
    server = Server(answers)
    try:
        yield server
    finally:
        with socket.socket() as knock:  # a thread that still waits for somebody
            knock.settimeout(1)
            knock.connect_ex(("127.0.0.1", server.port))
        server.close()


def answer(body=b"", status="200 OK", **fields):
    body = body if isinstance(body, bytes) else body.encode()
    given = {"Content-Length": str(len(body)), "Content-Type": "text/html; charset=utf-8"}
    given |= {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
