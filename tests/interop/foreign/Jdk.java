// The WebSocket client of java.net.http. Arguments: the port, how many connections are open at a time, and `send` to
// ask for each code instead of receiving it.
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class Jdk {
    static class Listener implements WebSocket.Listener {
        final CompletableFuture<String> told = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            told.complete(Integer.toString(code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            told.complete("error");
        }
    }

    static String receive(HttpClient client, URI address) throws Exception {
        Listener listener = new Listener();
        client.newWebSocketBuilder().buildAsync(address, listener).get();
        return listener.told.get();
    }

    static String send(HttpClient client, URI address, int code) throws Exception {
        WebSocket socket = client.newWebSocketBuilder().buildAsync(address, new Listener()).get();
        try {
            socket.sendClose(code, "").get();
            return "sent";
        } catch (Exception refused) {
            return "error";
        } finally {
            socket.abort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int workers = Integer.parseInt(arguments[1]);
        boolean sends = arguments.length > 2;
        System.out.println("version " + Runtime.version().toString().split("\\+")[0]);
        HttpClient client = HttpClient.newHttpClient();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(workers);
        for (int worker = 0; worker < workers; worker++) {
            new Thread(() -> {
                for (int code = next.getAndIncrement(); code <= 65535; code = next.getAndIncrement()) {
                    URI address = URI.create("ws://127.0.0.1:" + port + "/" + code);
                    try {
                        System.out.println(code + " " + (sends ? send(client, address, code) : receive(client, address)));
                    } catch (Exception error) {
                        throw new RuntimeException(error);
                    }
                }
                running.countDown();
            }).start();
        }
        running.await();
        System.exit(0);
    }
}
