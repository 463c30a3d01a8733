package vn.congvu.devstack.suite;

import java.util.Arrays;
import java.util.Optional;

/** Everything that listens on a port of its own. */
public enum Part {
    GATEWAY("gateway", 8080),
    WORLD("world", 8090),
    INTAKE("intake", 8081),
    CASES("cases", 8082),
    NOTIFY("notify", 8083),
    /** These four: where a service tells how it is, with figures; never where users come. */
    GATEWAY_INSIDE("gateway-inside", 9080),
    INTAKE_INSIDE("intake-inside", 9081),
    CASES_INSIDE("cases-inside", 9082),
    NOTIFY_INSIDE("notify-inside", 9083),
    MONGODB("mongodb", 27117),
    AMQP("amqp", 5673),
    SMTP("smtp", 2526);

    private final String word;
    private final int usualPort;

    Part(String word, int usualPort) {
        this.word = word;
        this.usualPort = usualPort;
    }

    /** How it is called in options and in {@code ports.properties}. */
    public String word() {
        return word;
    }

    public int usualPort() {
        return usualPort;
    }

    public static Optional<Part> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }
}
