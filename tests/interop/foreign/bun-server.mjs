// Bun's server: prints its port, then what its application is told.
console.log(`version ${Bun.version}`);
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch(request, server) {
    server.upgrade(request, { data: new URL(request.url).pathname.slice(1) });
  },
  websocket: {
    message() {},
    close(socket, code, reason) {
      console.log(`${socket.data} ${code}${reason === "bye" ? "" : ", without the reason"}`);
    },
  },
});
console.log(`port ${server.port}`);
