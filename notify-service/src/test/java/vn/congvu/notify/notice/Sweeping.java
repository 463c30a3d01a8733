package vn.congvu.notify.notice;

import org.springframework.context.ApplicationContext;

/** Works off the ledger when a test wants it. */
public final class Sweeping {
    private Sweeping() {}

    public static void once(ApplicationContext context) {
        context.getBean(Deliveries.class).sweep();
    }
}
