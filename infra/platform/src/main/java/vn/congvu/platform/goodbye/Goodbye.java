package vn.congvu.platform.goodbye;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Before the server closes, every answer closes its connection for a while. A caller who keeps connections would otherwise send the
 * next request into one that closes at the same moment, and could not know whether it was read.
 */
final class Goodbye implements SmartLifecycle {
    private final Duration time;
    private volatile boolean running;
    private volatile boolean said;

    Goodbye(Duration time) {
        this.time = time;
    }

    boolean isSaid() {
        return said;
    }

    @Override
    public void start() {
        running = true;
        said = false;
    }

    @Override
    public void stop() {
        said = true;
        running = false;
    }

    @Override
    public void stop(Runnable whenOver) {
        said = true;
        Thread.ofVirtual().name("goodbye").start(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            running = false;
            whenOver.run();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
