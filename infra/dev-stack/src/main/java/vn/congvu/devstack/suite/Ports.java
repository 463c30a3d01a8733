package vn.congvu.devstack.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who listens where. */
public record Ports(Map<Part, Integer> byPart) {
    public Ports {
        byPart = Map.copyOf(byPart);
    }

    public static Ports usual() {
        var ports = new EnumMap<Part, Integer>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> ports.put(part, part.usualPort()));
        return new Ports(ports);
    }

    /** Ports that nobody uses just now. */
    public static Ports free() throws IOException {
        var ports = new EnumMap<Part, Integer>(Part.class);
        var held = new ArrayList<ServerSocket>();
        try {
            for (var part : Part.values()) {
                var socket = new ServerSocket(0);
                held.add(socket);
                ports.put(part, socket.getLocalPort());
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
        return new Ports(ports);
    }

    public Ports with(Map<Part, Integer> chosen) {
        var ports = new EnumMap<>(byPart);
        ports.putAll(chosen);
        return new Ports(ports);
    }

    public int of(Part part) {
        return byPart.getOrDefault(part, part.usualPort());
    }

    public String url(Part part) {
        return "http://127.0.0.1:" + of(part);
    }

    /** Those of {@code needed} whose port somebody else uses. */
    public List<Part> taken(Set<Part> needed) {
        return Arrays.stream(Part.values())
                .filter(needed::contains)
                .filter(part -> isTaken(of(part)))
                .toList();
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            // a connection that was closed a moment ago does not count
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
