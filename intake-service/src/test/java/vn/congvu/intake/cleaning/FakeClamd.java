package vn.congvu.intake.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Speaks clamd's INSTREAM and answers as told; keeps what it was sent. */
final class FakeClamd implements AutoCloseable {
    private final ServerSocket door;
    private final String answer;
    private final AtomicReference<byte[]> seen = new AtomicReference<>(new byte[0]);

    FakeClamd(String answer) throws IOException {
        this.answer = answer;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    byte[] seen() {
        return seen.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                converse(caller);
            } catch (IOException gone) {
                if (!door.isClosed()) {
                    throw new IllegalStateException(gone);
                }
            }
        }
    }

    private void converse(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            throw new IOException("not a command of clamd: " + command);
        }
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        seen.set(content.toByteArray());
        caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
