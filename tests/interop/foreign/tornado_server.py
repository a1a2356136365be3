"""Tornado's server: prints its port, then what its application is told."""

import asyncio

import tornado
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketHandler


class Handler(WebSocketHandler):
    def open(self, code):
        self.code = code

    def on_message(self, message):
        pass

    def on_close(self):
        print(self.code, self.close_code, flush=True)


async def main():
    print("version", tornado.version, flush=True)
    [listener] = bind_sockets(0, "127.0.0.1", backlog=1024)
    HTTPServer(Application([("/([0-9]+)", Handler)])).add_sockets([listener])
    print("port", listener.getsockname()[1], flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
