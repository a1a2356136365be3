const socket = new WebSocket("wss://example.com/chat");

socket.addEventListener("close", (event) => {
  if (event.code === 1000) {
    console.log("closed on purpose");
  } else if (event.code === 1006) {
    console.log("connection lost"); // wasClean is false, and reason is empty
  } else {
    console.log(`closed with ${event.code}: ${event.reason}`);
  }
});
