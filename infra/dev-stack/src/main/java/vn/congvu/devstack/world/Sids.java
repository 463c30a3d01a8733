package vn.congvu.devstack.world;

import java.util.UUID;

/** The provider's ids: two letters for the kind and 32 hexadecimal digits. */
final class Sids {
    private Sids() {}

    static String message() {
        return next("SM");
    }

    static String call() {
        return next("CA");
    }

    static String recording() {
        return next("RE");
    }

    private static String next(String kind) {
        return kind + UUID.randomUUID().toString().replace("-", "");
    }
}
