import asyncio
import logging

import txaio
from autobahn.asyncio.websocket import WebSocketClientFactory, WebSocketClientProtocol
from client import PORT, run

txaio.use_asyncio()
# It would print two lines for each code that it refuses.
logging.disable()


class Protocol(WebSocketClientProtocol):
    def onClose(self, wasClean, code, reason):
        self.factory.told.set_result(code if wasClean else f"{code}, not clean")


async def told(address):
    factory = WebSocketClientFactory(address)
    factory.protocol = Protocol
    factory.told = asyncio.get_running_loop().create_future()
    await asyncio.get_running_loop().create_connection(factory, "127.0.0.1", PORT)
    return await factory.told


asyncio.run(run("autobahn", told))
