// The WebSocket client of Tomcat, of which the server shares the reading of frames. Arguments: the port, and how many
// connections are open at a time.
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tomcat.websocket.WsWebSocketContainer;

class Tomcat {
    static class Client extends Endpoint {
        final CompletableFuture<String> told = new CompletableFuture<>();

        @Override
        public void onOpen(Session session, EndpointConfig config) {}

        @Override
        public void onClose(Session session, CloseReason reason) {
            told.complete(Integer.toString(reason.getCloseCode().getCode()));
        }
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int workers = Integer.parseInt(arguments[1]);
        System.out.println("version " + org.apache.catalina.util.ServerInfo.getServerNumber().replaceFirst("\\.0$", ""));
        WsWebSocketContainer container = new WsWebSocketContainer();
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create().build();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(workers);
        for (int worker = 0; worker < workers; worker++) {
            new Thread(() -> {
                for (int code = next.getAndIncrement(); code <= 65535; code = next.getAndIncrement()) {
                    Client client = new Client();
                    try {
                        container.connectToServer(client, config, URI.create("ws://127.0.0.1:" + port + "/" + code));
                        System.out.println(code + " " + client.told.get());
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
