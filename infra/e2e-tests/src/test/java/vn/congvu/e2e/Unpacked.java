package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The jar of a service with its libraries beside it, as its image has it: a process of it starts in two thirds of the time. */
final class Unpacked {
    private static final Path FOLDER = Path.of("target/unpacked").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 60;
    private static final Map<Path, Path> DONE = new ConcurrentHashMap<>();

    private Unpacked() {}

    /** @param packed as the build leaves it; unpacked once for all that start it */
    static Path jar(Path packed) {
        return DONE.computeIfAbsent(packed.toAbsolutePath().normalize(), Unpacked::unpacked);
    }

    private static Path unpacked(Path packed) {
        var folder = FOLDER.resolve(Integer.toHexString(packed.hashCode()));
        var log = FOLDER.resolve(folder.getFileName() + ".log");
        try {
            Files.createDirectories(FOLDER);
            var unpacking = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            packed.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!unpacking.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || unpacking.exitValue() != 0) {
                unpacking.destroyForcibly();
                throw new IllegalStateException(
                        packed + " can't be unpacked, as " + log + " tells: package its module anew");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before " + packed + " was unpacked", impatient);
        }
        return folder.resolve(packed.getFileName());
    }
}
