package vn.congvu.platform.problem;

import java.net.URI;
import vn.congvu.contracts.Bilingual;

/**
 * A kind of refusal.
 *
 * @param slug its {@code type} is {@code /problems/<slug>}, a page that explains it
 * @param status HTTP status code
 */
public record ProblemType(String slug, int status, Bilingual title) {
    public URI uri() {
        return URI.create("/problems/" + slug);
    }
}
