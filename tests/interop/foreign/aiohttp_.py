import asyncio

import aiohttp
from client import run


async def main():
    async with aiohttp.ClientSession() as session:

        async def told(address):
            async with session.ws_connect(address) as socket:
                message = await socket.receive()
                return message.data if message.type is aiohttp.WSMsgType.CLOSE else "error"

        await run("aiohttp", told)


asyncio.run(main())
