package vn.congvu.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to a server of this machine that can fall silent: connections stay open and new ones are taken, and nothing comes back, as
 * from a process that hangs or over a network that drops everything.
 */
public final class Cable implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch flowing = new CountDownLatch(0);
    /** Of the connections that are made from now on. */
    private volatile AtomicBoolean lost = new AtomicBoolean();

    private Cable(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    /** @param server the port of the server, which need not be there yet */
    public static Cable to(int server) {
        try {
            var cable = new Cable(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), server);
            Thread.startVirtualThread(cable::takeConnections);
            return cable;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public void fallSilent() {
        flowing = new CountDownLatch(1);
    }

    public void goOn() {
        flowing.countDown();
    }

    /** Returns at once; what is said meanwhile arrives afterwards. */
    public void silentFor(Duration time) {
        fallSilent();
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::goOn);
    }

    /** As a firewall that forgot them: nothing comes through the connections of now any more, and they stay open. */
    public void loseWhatIsConnected() {
        lost.set(true);
        lost = new AtomicBoolean();
    }

    private void takeConnections() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException closed) {
                // the door closes with the cable
            }
        }
    }

    private void join(Socket client) throws IOException {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), server);
            ends.add(client);
            ends.add(far);
            var there = client.getInputStream();
            var back = far.getInputStream();
            var mine = lost;
            Thread.startVirtualThread(() -> pass(there, far, client, mine));
            Thread.startVirtualThread(() -> pass(back, client, far, mine));
        } catch (IOException nobodyThere) {
            client.close();
        }
    }

    private void pass(InputStream from, Socket to, Socket other, AtomicBoolean dropped) {
        var buffer = new byte[16 * 1024];
        try {
            OutputStream out = to.getOutputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                flowing.await();
                if (!dropped.get()) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException | InterruptedException over) {
            // one of the two has hung up, and so does the other
        } finally {
            hangUp(to);
            hangUp(other);
        }
    }

    private void hangUp(Socket end) {
        ends.remove(end);
        try {
            end.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Set.copyOf(ends).forEach(this::hangUp);
        goOn();
    }
}
