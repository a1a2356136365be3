import struct

import websocket
from client import run_blocking


def told(address):
    socket = websocket.create_connection(address)
    try:
        opcode, body = socket.recv_data(control_frame=True)
        assert opcode == websocket.ABNF.OPCODE_CLOSE
        return struct.unpack("!H", body[:2])[0]
    except websocket.WebSocketProtocolException:
        return "error"
    finally:
        socket.shutdown()


run_blocking("websocket-client", told)
