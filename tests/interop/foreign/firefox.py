"""Firefox, which shows a page that opens a connection for each code and posts what it is told.

Arguments: the port, and how many connections are open at a time.
"""

import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PORT, WORKERS = map(int, sys.argv[1:3])
PAGE = """<!doctype html><meta charset="utf-8"><script type="module">
let next = 0, told = [];
const post = () => fetch("/", { method: "POST", body: told.splice(0).join("\\n") });
const open = (code) => new Promise((resolve) => {
  new WebSocket(`ws://127.0.0.1:%d/${code}`).onclose = ({ code, wasClean }) =>
    resolve(wasClean ? code : `${code}, not clean`);
});
const work = async () => {
  while (next <= 65535) {
    const code = next++;
    told.push(`${code} ${await open(code)}`);
    if (told.length >= 100) await post();
  }
};
await Promise.all(Array.from({ length: %d }, work));
await post();
await fetch("/", { method: "POST", body: "end" });
</script>""" % (PORT, WORKERS)
PREFERENCES = {
    "network.websocket.delay-failed-reconnects": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "app.update.enabled": "false",
}
ended = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(PAGE.encode())

    def do_POST(self):
        lines = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if lines == "end":
            ended.set()
        elif lines:
            print(lines, flush=True)
        self.answer(b"")

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


version = subprocess.run(["firefox-esr", "--version"], capture_output=True, text=True, check=True)
print("version", version.stdout.split()[-1], flush=True)
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
with tempfile.TemporaryDirectory() as profile:
    lines = (f'user_pref("{name}", {value});\n' for name, value in PREFERENCES.items())
    Path(profile, "user.js").write_text("".join(lines))
    address = f"http://127.0.0.1:{server.server_port}/"
    browser = subprocess.Popen(
        ["firefox-esr", "--headless", "--no-remote", "--profile", profile, address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        ended.wait()
    finally:
        browser.terminate()
        browser.wait()
