package vn.congvu.devstack.torture;

import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.suite.Service;

/** What can be killed or made to stand still. */
enum Target {
    INTAKE("intake-service", Service.INTAKE),
    CASES("case-service", Service.CASES),
    NOTIFY("notify-service", Service.NOTIFY),
    GATEWAY("gateway", Service.GATEWAY),
    DATABASE("the database", null),
    BROKER("the broker", null);

    final String word;
    private final @Nullable Service service;

    Target(String word, @Nullable Service service) {
        this.word = word;
        this.service = service;
    }

    Service ofSuite() {
        if (service == null) {
            throw new IllegalStateException(word + " is no service");
        }
        return service;
    }
}
