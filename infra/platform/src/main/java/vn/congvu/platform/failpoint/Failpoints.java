package vn.congvu.platform.failpoint;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Which failpoint of this process is armed. None, unless a setting says so. */
final class Failpoints {
    /** As of a process that was killed. */
    static final int EXIT_CODE = 137;

    private static final Runnable DIE = () -> Runtime.getRuntime().halt(EXIT_CODE);
    private static final AtomicReference<@Nullable Armed> ARMED = new AtomicReference<>();

    /** @param left passings until it goes off */
    private record Armed(Failpoint point, int left, Runnable death) {}

    private Failpoints() {}

    /** @param nth passing at which the process dies, from 1 */
    static void arm(Failpoint point, int nth) {
        arm(point, nth, DIE);
    }

    static void arm(Failpoint point, int nth, Runnable death) {
        ARMED.set(new Armed(point, nth, death));
    }

    static void disarm() {
        ARMED.set(null);
    }

    static void pass(Failpoint point) {
        var before = ARMED.get();
        if (before == null || before.point() != point) {
            return;
        }
        var passed = ARMED.updateAndGet(armed ->
                armed == null || armed.point() != point ? armed : new Armed(point, armed.left() - 1, armed.death()));
        if (passed != null && passed.left() == 0) {
            passed.death().run();
        }
    }
}
