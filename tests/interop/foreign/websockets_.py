import asyncio

from client import run
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed


async def told(address):
    async with connect(address, compression=None) as socket:
        try:
            await socket.recv()
        except ConnectionClosed:
            return socket.close_code


asyncio.run(run("websockets", told))
