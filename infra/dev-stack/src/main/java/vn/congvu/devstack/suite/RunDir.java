package vn.congvu.devstack.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The folder of one running suite: its lock, the ids of its processes, its logs. One suite at a time. */
public final class RunDir implements AutoCloseable {
    /** Every process of a suite carries this with its run folder, so that it is never mistaken for another one. */
    private static final String MARK = "-Dcongvu.run=";

    private final Path folder;
    private final List<FileChannel> locked = new ArrayList<>();

    private RunDir(Path folder) {
        this.folder = folder;
    }

    /** @throws CannotStart when another suite uses it */
    public static RunDir taken(Path folder) throws IOException {
        Files.createDirectories(folder);
        var runDir = new RunDir(folder.toRealPath());
        runDir.lock(
                runDir.folder.resolve("lock"),
                "Công Vụ is already running here (process %s): stop it with infra/down, or start another one with"
                        + " --free-ports and its own --run-dir.");
        return runDir;
    }

    public Path folder() {
        return folder;
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Also nobody else's while this suite runs. */
    public void alsoLock(Path data) throws IOException {
        Files.createDirectories(data);
        lock(
                data.resolve("lock"),
                "The data in " + data
                        + " belongs to a running suite (process %s): stop that one, or choose another --data.");
    }

    private void lock(Path file, String refusal) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lockOf(channel) == null) {
            channel.close();
            throw new CannotStart(refusal.formatted(owner(file)));
        }
        locked.add(channel);
        // through the same channel: closing another one on this file would give the lock away
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable FileLock lockOf(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String owner(Path file) throws IOException {
        var pid = Files.readString(file).strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    String mark() {
        return MARK + folder;
    }

    /** Notes a process, so that a later start or {@code infra/down} finds it when this one was killed. */
    public synchronized void started(ProcessHandle process, String name) throws IOException {
        Files.writeString(
                pids(), process.pid() + " " + name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Ends what an earlier suite left here when it was killed: processes that are noted and carry this folder's mark.
     *
     * @return their names
     */
    public List<String> endLeftovers() throws IOException {
        var ended = new ArrayList<String>();
        for (var line : noted()) {
            var words = line.split(" ", 2);
            if (words.length == 2 && words[0].matches("[0-9]+")) {
                var leftover = ProcessHandle.of(Long.parseLong(words[0])).filter(this::isOurs);
                leftover.ifPresent(RunDir::end);
                leftover.ifPresent(_ -> ended.add(words[1]));
            }
        }
        Files.deleteIfExists(pids());
        Files.deleteIfExists(folder.resolve("ready"));
        return ended;
    }

    private boolean isOurs(ProcessHandle process) {
        return process.pid() != ProcessHandle.current().pid()
                && (process.info().commandLine().orElse("") + " ").contains(mark() + " ");
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> noted() throws IOException {
        try {
            return Files.readAllLines(pids());
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private Path pids() {
        return folder.resolve("pids");
    }

    /** Empties a folder that is not to be kept. */
    public static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The last lines of a log, for a message. */
    static List<String> lastLines(Path log, int lines) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        var all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(pids());
        Files.deleteIfExists(folder.resolve("ready"));
        for (var channel : locked) {
            channel.close();
        }
    }
}
