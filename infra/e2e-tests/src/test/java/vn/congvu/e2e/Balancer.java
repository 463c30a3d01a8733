package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for several replicas, as a cluster's service is: each new connection goes to the next replica that is said to be
 * ready, and connections that are there stay where they are.
 */
final class Balancer implements AutoCloseable {
    private static final int CONNECTED_WITHIN_MILLIS =
            (int) Duration.ofSeconds(5).toMillis();
    private static final int BACKLOG = 200;

    private final ServerSocket door;
    private final List<URI> ready = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, AtomicInteger> given = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Balancer(ServerSocket door) {
        this.door = door;
    }

    static Balancer before(URI replica) {
        try {
            var balancer = new Balancer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            balancer.ready.add(replica);
            balancer.threads.execute(balancer::accept);
            return balancer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void add(URI replica) {
        ready.add(replica);
    }

    /** No new connections for this one. */
    void remove(URI replica) {
        ready.remove(replica);
    }

    /** How many connections this one was given. */
    int given(URI replica) {
        var connections = given.get(replica);
        return connections == null ? 0 : connections.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        var replicas = List.copyOf(ready);
        var replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
        var server = new Socket();
        try {
            server.connect(new InetSocketAddress(replica.getHost(), replica.getPort()), CONNECTED_WITHIN_MILLIS);
        } catch (IOException refused) {
            close(server);
            close(client);
            return;
        }
        given.computeIfAbsent(replica, _ -> new AtomicInteger()).incrementAndGet();
        threads.execute(() -> pass(client, server));
        pass(server, client);
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // what one side ended is ended for the other one, too
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
