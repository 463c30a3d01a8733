package vn.congvu.cases.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Word;

/** The word lists of routing and suggestions: data that comes with the service and that a province may replace. */
final class WordLists {
    private final @Nullable Path folder;

    /** @param folder where a file of the same name replaces the one that comes with the service */
    WordLists(@Nullable Path folder) {
        this.folder = folder;
    }

    static WordLists shipped() {
        return new WordLists(null);
    }

    /** Lines without comments; spaces around are dropped. */
    List<String> lines(String name) {
        return read(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Phrases of all lines, separated by commas. */
    List<List<Word>> phrases(String name) {
        return lines(name).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(Word::of)
                .toList();
    }

    private String read(String name) {
        try {
            var own = folder == null ? null : folder.resolve(name);
            if (own != null && Files.exists(own)) {
                return Files.readString(own, UTF_8);
            }
            try (var stream = WordLists.class.getResourceAsStream(name)) {
                return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
