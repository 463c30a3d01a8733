package vn.congvu.notify.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a letter, in the order in which it shows them.
 *
 * @param number without "Số:", such as {@code 05/PXL-SNV}
 * @param reach lines below the addressee: address, phone; only in the copy for that person
 * @param paragraphs the last one ends with the sign of its end
 * @param copies to whom it goes, without dashes
 * @param corrections added after the publication
 * @param check absent in a draft
 * @param draft said above everything while the letter was not sent
 */
public record Letter(
        IssuingBody issuer,
        String number,
        String placeAndDate,
        String title,
        String subjectLine,
        String addressee,
        List<String> reach,
        List<String> paragraphs,
        List<String> copies,
        SignatureBlock signature,
        List<String> corrections,
        @Nullable Check check,
        @Nullable String draft) {
    private static final String END = "./.";

    /**
     * How anybody finds out whether a paper is genuine.
     *
     * @param code as people read it out
     * @param page where the code can be typed
     * @param address with the code, in the QR code: leads to the public entry
     */
    public record Check(String code, String page, String address) {}

    /** A document ends with "./." behind its last word. */
    public static List<String> ended(List<String> paragraphs) {
        var all = new ArrayList<>(paragraphs);
        all.set(all.size() - 1, all.getLast().replaceAll("[.\\s]+$", "") + END);
        return List.copyOf(all);
    }
}
