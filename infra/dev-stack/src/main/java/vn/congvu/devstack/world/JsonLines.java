package vn.congvu.devstack.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A list that only grows, one JSON object a line, read back at the next start. */
final class JsonLines<T> {
    private final Path file;
    private final Class<T> type;
    private final JsonMapper json;

    JsonLines(Path file, Class<T> type, JsonMapper json) {
        this.file = file;
        this.type = type;
        this.json = json;
    }

    List<T> read() {
        var read = new ArrayList<T>();
        if (!Files.exists(file)) {
            return read;
        }
        try {
            var lines = Files.readAllLines(file);
            for (var line = 0; line < lines.size(); line++) {
                try {
                    read.add(json.readValue(lines.get(line), type));
                } catch (JacksonException broken) {
                    if (line < lines.size() - 1) {
                        throw broken;
                    }
                    // a last line without its end: the process was killed while writing it
                }
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    synchronized void add(T item) {
        try {
            Files.writeString(
                    file, json.writeValueAsString(item) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
