import socket
from urllib.parse import urlsplit

import wsproto
from client import run_blocking
from wsproto.events import AcceptConnection, CloseConnection, Request


def told(address):
    url = urlsplit(address)
    with socket.create_connection((url.hostname, url.port)) as stream:
        connection = wsproto.WSConnection(wsproto.ConnectionType.CLIENT)
        stream.sendall(connection.send(Request(host=url.netloc, target=url.path)))
        while True:
            try:
                connection.receive_data(stream.recv(4096) or None)
                for event in connection.events():
                    if isinstance(event, CloseConnection):
                        stream.sendall(connection.send(event.response()))
                        return event.code
                    assert isinstance(event, AcceptConnection), event
            except wsproto.utilities.RemoteProtocolError as error:
                if error.event_hint:
                    stream.sendall(connection.send(error.event_hint))
                return "error"


run_blocking("wsproto", told)
