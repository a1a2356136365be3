"""libsoup through its introspection. Arguments: the port, how many connections are open at a time, and
`receive`, `send`, or `serve` for a server that sends."""

import sys

import gi

gi.require_version("Soup", "3.0")
from gi.repository import GLib, Soup  # noqa: E402

PORT, WORKERS = map(int, sys.argv[1:3])
TASK = sys.argv[3]
loop = GLib.MainLoop()
# Nothing else holds a connection.
alive = set()


def say(*words):
    print(*words, flush=True)


def send(connection, code):
    """Asks for a code. Where nothing comes of it the connection ends without a Close frame."""
    connection.close(code, None)
    if connection.get_state() == Soup.WebsocketState.OPEN:
        say(code, "refused")
        connection.get_io_stream().close(None)
    else:
        say(code, "asked")


def serve():
    def handle(server, message, path, connection):
        alive.add(connection)
        connection.connect("closed", alive.discard)
        send(connection, int(path[1:]))

    server = Soup.Server()
    server.add_websocket_handler(None, None, None, handle)
    server.listen_local(0, Soup.ServerListenOptions.IPV4_ONLY)
    say("port", server.get_uris()[0].get_port())
    loop.run()


def connect():
    session = Soup.Session(max_conns=2 * WORKERS, max_conns_per_host=2 * WORKERS)
    codes = iter(range(65536))
    running = [WORKERS]

    def work():
        code = next(codes, None)
        if code is None:
            running[0] -= 1
            if running[0] == 0:
                loop.quit()
            return
        message = Soup.Message.new("GET", f"ws://127.0.0.1:{PORT}/{code}")
        session.websocket_connect_async(
            message, None, [], GLib.PRIORITY_DEFAULT, None, opened, code
        )

    def opened(session, result, code):
        connection = session.websocket_connect_finish(result)
        alive.add(connection)
        connection.connect("closed", closed, code)
        if TASK == "send":
            send(connection, code)

    def closed(connection, code):
        alive.discard(connection)
        if TASK == "receive":
            told = connection.get_close_code()
            kept = connection.get_close_data() == "bye"
            say(code, told if kept else f"{told}, without the reason")
        work()

    for _ in range(WORKERS):
        work()
    loop.run()


say("version", f"{Soup.get_major_version()}.{Soup.get_minor_version()}.{Soup.get_micro_version()}")
serve() if TASK == "serve" else connect()
