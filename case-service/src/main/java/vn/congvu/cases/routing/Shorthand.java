package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.congvu.cases.directory.Word;

/** Writes out the shorthand of messages ("cb k lam dc") and makes one word of every sum of money and every number. */
final class Shorthand {
    private static final Word MONEY = new Word("<tien>", "<tien>", false);
    private static final Word TIME = new Word("<gio>", "<gio>", false);
    private static final Word NUMBER = new Word("<so>", "<so>", false);
    private static final Set<String> UNITS =
            Set.of("k", "nghin", "ngan", "ngin", "trieu", "tr", "dong", "chai", "cu", "lit", "ti", "vnd", "d");
    private static final Set<String> SPOKEN_UNITS = Set.of("nghin", "ngan", "ngin", "trieu", "ti");
    private static final Set<String> NUMERALS =
            Set.of("mot", "hai", "ba", "bon", "nam", "sau", "bai", "tam", "chin", "muoi", "tram", "vai", "mai");
    private static final int MOST_DIGITS = 12;

    private final Map<String, List<Word>> written = new HashMap<>();

    /** @param lines {@code short = long} */
    Shorthand(List<String> lines) {
        for (var line : lines) {
            var sides = line.split("=", 2);
            written.put(Word.of(sides[0]).getFirst().marked(), Word.of(sides[1]));
        }
    }

    /** A phrase of a word list, in which {@code <tiền>} stands for any sum, {@code <giờ>} for a time of day, {@code <số>} for any number. */
    static List<Word> phrase(String phrase) {
        var words = new ArrayList<Word>();
        for (var word : phrase.strip().split("\\s+")) {
            switch (word) {
                case "<tiền>" -> words.add(MONEY);
                case "<giờ>" -> words.add(TIME);
                case "<số>" -> words.add(NUMBER);
                default -> Word.of(word).forEach(w -> words.add(isDigits(w.folded()) ? NUMBER : w));
            }
        }
        return words;
    }

    List<Word> writeOut(List<Word> text) {
        var out = new ArrayList<Word>(text.size() + 16);
        for (int i = 0; i < text.size(); i++) {
            var word = text.get(i);
            var next = i + 1 < text.size() ? text.get(i + 1).folded() : "";
            if (isSum(word.folded())) {
                out.add(MONEY);
            } else if (isDigits(word.folded()) && UNITS.contains(next)
                    || NUMERALS.contains(word.folded()) && SPOKEN_UNITS.contains(next)) {
                out.add(MONEY);
                i++;
            } else if (isTime(word.folded())) {
                out.add(TIME);
            } else if (isDigits(word.folded()) && (next.equals("gio") || next.equals("g"))) {
                out.add(TIME);
                i++;
            } else if (isDigits(word.folded()) && !word.folded().equals("0")) {
                out.add(NUMBER);
            } else {
                out.addAll(written.getOrDefault(word.marked(), List.of(word)));
            }
        }
        return out;
    }

    /** "500k", "2tr". */
    private static boolean isSum(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits <= MOST_DIGITS && digits < word.length() && UNITS.contains(word.substring(digits));
    }

    /** "8h", "7h30", "14g". */
    private static boolean isTime(String word) {
        int unit = Math.max(word.indexOf('h'), word.indexOf('g'));
        return (unit == 1 || unit == 2)
                && word.length() <= unit + 3
                && isDigits(word.substring(0, unit))
                && isDigits(word.substring(unit + 1));
    }

    private static boolean isDigits(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
