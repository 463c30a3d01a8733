package vn.congvu.notify.template;

import java.util.Map;
import java.util.stream.Collectors;
import vn.congvu.platform.text.Folding;

/**
 * Vietnamese without diacritics, as people write it on phones: case and everything else stay. With them nearly every message
 * is UCS-2 and costs two to three times as many parts.
 */
final class PlainVietnamese {
    private static final Map<Integer, String> LOOKALIKES = Map.ofEntries(
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '•', "-"),
            Map.entry((int) '₫', "d"),
            Map.entry(0xA0, " "));

    private PlainVietnamese() {}

    static String of(String text) {
        return Folding.withoutMarks(text)
                .codePoints()
                .mapToObj(letter -> LOOKALIKES.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }
}
