package vn.congvu.gateway.testing;

import java.net.URI;
import java.util.Map;
import org.springframework.core.env.Environment;

/** People in front of the gateway, each with a browser of their own. */
public final class Visitors {
    private final Environment environment;

    Visitors(Environment environment) {
        this.environment = environment;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    public Visitor citizen() {
        return new Visitor(address());
    }

    /** Signed in at the form. */
    public Visitor staff(String username) {
        return staff(username, TestAccounts.PASSWORD);
    }

    public Visitor staff(String username, String password) {
        var visitor = new Visitor(address());
        visitor.get("/staff/sign-in");
        var arrived = visitor.post("/staff/sign-in", Map.of("username", username, "password", password));
        if (arrived.status() != 302 && arrived.status() != 303) {
            throw new AssertionError(username + " could not sign in: " + arrived.status());
        }
        // the CSRF token is a new one from here on
        visitor.get("/staff/sign-in");
        return visitor;
    }
}
