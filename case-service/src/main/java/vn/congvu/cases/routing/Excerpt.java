package vn.congvu.cases.routing;

import java.util.List;
import vn.congvu.cases.directory.Word;

/** The words of a text as far as anybody writes: nobody names the agency after thirty pages. */
final class Excerpt {
    static final int LONGEST = 100_000;

    private Excerpt() {}

    static List<Word> of(String text) {
        return Word.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }
}
