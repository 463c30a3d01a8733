package vn.congvu.platform.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The place where a page ended: the sort values and the id of its last item, as an opaque text. */
public record Cursor(List<String> values) {
    private static final String SEPARATOR = "\u001f";

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(UTF_8));
    }

    /** Empty when the text is not a cursor with this many values: the caller then answers 400. */
    public static Optional<Cursor> decode(String text, int size) {
        try {
            var values = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1));
            return values.size() == size ? Optional.of(new Cursor(values)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
