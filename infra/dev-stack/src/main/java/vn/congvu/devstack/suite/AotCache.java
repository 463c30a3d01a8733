package vn.congvu.devstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a JVM has learnt of a service, for its next starts: classes as it likes to find them, and which code is hot. The first run of a
 * build records it at an orderly end; another process makes the cache of it, while nobody waits. A JVM that finds the cache of another
 * build or of another JVM starts without.
 *
 * @param options what must be the same when it is used, such as the layout of objects
 */
record AotCache(App app, Path recording, List<String> options) {
    /** A run that records is slow throughout, so tests and storms do not; a cache that is there serves them too. */
    private static final boolean RECORDS = !"no".equals(System.getProperty("congvu.aot-cache"));

    /** Ended by itself, by Ctrl-C or because it was asked to. */
    private static final Set<Integer> ORDERLY = Set.of(0, 130, 143);

    /** The cache is renamed when it is whole; $0 is the half one. */
    private static final String ASSEMBLE =
            "nice -n 19 \"$@\" </dev/null >/dev/null 2>&1 && mv -f \"$0\" \"$CACHE\" || rm -f \"$0\"; rm -f \"$RECORDING\"";

    /** Of this build, this very JVM and these options. */
    Path file() {
        var name = "%s-%08x.aot".formatted(Runtime.version(), options.hashCode());
        return app.folder().resolve(name);
    }

    List<String> startOptions() throws IOException {
        if (Files.exists(file())) {
            return List.of("-XX:AOTCache=" + file());
        }
        Files.deleteIfExists(recording);
        return !RECORDS ? List.of() : List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording);
    }

    /** Goes on after this process has ended. Nothing happens after a run that recorded nothing, or was killed. */
    void assembleAfter(int exitValue) throws IOException {
        if (!Files.exists(recording)) {
            return;
        }
        if (!ORDERLY.contains(exitValue) || Files.exists(file())) {
            Files.delete(recording);
            return;
        }
        var half = file().resolveSibling(
                        file().getFileName() + "." + ProcessHandle.current().pid());
        var kept = Files.move(recording, app.folder().resolve(half.getFileName() + ".recording"));
        var command = new ArrayList<>(List.of("sh", "-c", ASSEMBLE, half.toString()));
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + kept,
                "-XX:AOTCache=" + half,
                "-cp",
                app.jar().toString()));
        var builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CACHE", file().toString());
        builder.environment().put("RECORDING", kept.toString());
        builder.start();
    }
}
