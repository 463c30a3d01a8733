package vn.congvu.gateway.services;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service said no, and why, in the language of the page. */
public class Refusal extends RuntimeException {
    private final int status;
    private final Document document;

    Refusal(int status, Document document) {
        super("refused with " + status + " " + document.slug());
        this.status = status;
        this.document = document;
    }

    /**
     * RFC 9457.
     *
     * @param more members that only some types have, such as the present state of a stale case
     */
    record Document(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<Field> errors,
            Map<String, Object> more) {
        String slug() {
            return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
        }
    }

    /** One field that must be corrected. */
    public record Field(@Nullable String field, @Nullable String message) {}

    public int status() {
        return status;
    }

    /** The last part of the problem's type, such as {@code stale-revision}; empty where the service named none. */
    public String slug() {
        return document.slug();
    }

    public @Nullable String title() {
        return document.title();
    }

    public @Nullable String detail() {
        return document.detail();
    }

    public List<Field> fields() {
        return document.errors() == null ? List.of() : document.errors();
    }

    /** What to show: the words for each wrong field, or of the whole where no field is named. */
    public List<String> said() {
        var ofFields =
                fields().stream().map(Field::message).filter(Objects::nonNull).toList();
        var detail = detail();
        return ofFields.isEmpty() && detail != null ? List.of(detail) : ofFields;
    }

    public Map<String, Object> more() {
        return document.more();
    }

    public boolean notFound() {
        return status == 404;
    }

    public boolean stale() {
        return status == 409;
    }
}
