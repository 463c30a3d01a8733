package vn.congvu.devstack.world;

/** A request that can't be done, with what to do about it. */
final class Refused extends RuntimeException {
    private final int status;

    private Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static Refused badRequest(String message) {
        return new Refused(400, message);
    }

    static Refused notFound(String message) {
        return new Refused(404, message);
    }

    int status() {
        return status;
    }
}
