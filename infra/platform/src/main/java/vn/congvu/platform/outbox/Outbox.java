package vn.congvu.platform.outbox;

/** The names of what the plumbing keeps inside each aggregate's document. */
final class Outbox {
    static final String FIELD = "outbox";
    static final String PENDING = "pending";
    static final String LEASE_UNTIL = "leaseUntil";
    static final String TOKEN = "token";
    static final String ATTEMPTS = "attempts";
    static final String ENTRIES = "entries";

    private Outbox() {}

    static String path(String name) {
        return FIELD + "." + name;
    }
}
