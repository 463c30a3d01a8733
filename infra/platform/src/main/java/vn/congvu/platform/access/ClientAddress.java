package vn.congvu.platform.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request to the gateway came from, as far as proxies that are trusted by configuration say so. It travels in the
 * service token (claim {@value ServiceTokens#CLIENT_CLAIM}) and to intake-service only, which limits by it. A controller takes
 * it as a parameter; {@link #UNKNOWN} when the token says nothing.
 *
 * <p>An address is personal data: never stored, logged or measured as it is. Key a limit with a keyed hash of {@link #network()}.
 */
public record ClientAddress(String address) {
    public static final ClientAddress UNKNOWN = new ClientAddress("unknown");

    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int SUBSCRIBER_BYTES = 8;

    /** Empty for what is no IPv4 or IPv6 address written in digits; nothing is looked up. */
    public static Optional<ClientAddress> parse(String written) {
        if (!LITERAL.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ClientAddress(InetAddress.ofLiteral(written).getHostAddress()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public boolean isKnown() {
        return !equals(UNKNOWN);
    }

    /** What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address. */
    public String network() {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        Arrays.fill(bytes, SUBSCRIBER_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen bytes are an address", impossible);
        }
    }

    /** Without the address, so that no log line carries one by accident. */
    @Override
    public String toString() {
        return isKnown() ? "ClientAddress[hidden]" : "ClientAddress[unknown]";
    }
}
