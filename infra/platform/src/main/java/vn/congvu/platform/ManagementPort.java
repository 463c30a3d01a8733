package vn.congvu.platform;

import org.springframework.core.env.Environment;

/** Where a service is asked how it is. */
final class ManagementPort {
    private ManagementPort() {}

    /** A port beside the one that answers users, which nobody outside reaches. */
    static boolean isItsOwn(Environment environment) {
        int own = environment.getProperty("management.server.port", Integer.class, -1);
        int open = environment.getProperty("server.port", Integer.class, 8080);
        return own == 0 || own > 0 && own != open;
    }
}
