import sys

from client import PORT, WORKERS, say
from PyQt6.QtCore import QCoreApplication, QUrl, qVersion
from PyQt6.QtWebSockets import QWebSocket

application = QCoreApplication(sys.argv)
say("version", qVersion())
codes = iter(range(65536))
running = WORKERS
# Nothing else holds a socket.
alive = set()


def work():
    """Opens the next connection, and goes on when it has ended."""
    global running
    code = next(codes, None)
    if code is None:
        running -= 1
        if running == 0:
            application.quit()
        return
    socket = QWebSocket()
    alive.add(socket)

    def disconnected():
        # Python's enum has only the codes that Qt names; of another one the error says the number.
        try:
            say(code, socket.closeCode().value)
        except ValueError as error:
            say(code, str(error).split()[0])
        alive.discard(socket)
        socket.deleteLater()
        work()

    socket.disconnected.connect(disconnected)
    socket.open(QUrl(f"ws://127.0.0.1:{PORT}/{code}"))


for _ in range(WORKERS):
    work()
application.exec()
