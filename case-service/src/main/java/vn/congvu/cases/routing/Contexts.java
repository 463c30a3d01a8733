package vn.congvu.cases.routing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.congvu.cases.directory.Word;
import vn.congvu.cases.routing.Mention.Weight;

/** What the words right before a name say about its part in the text. */
final class Contexts {
    private static final int LONGEST_NO_NAME = 6;
    private static final Set<String> TITLES = Set.of("ong", "ba", "anh", "chi", "dong", "ngai", "nguyen");
    private static final Set<String> LINKS = Set.of("cua", "o", "tai", "thuoc");

    /** What a phrase before a name says; each has its file of words. */
    private enum Cue {
        OFFICE("office-words.txt"),
        PLACE("place-words.txt"),
        OTHER_BODY("other-bodies.txt"),
        ADDRESSEE("addressee-words.txt"),
        COPIED("copied-words.txt"),
        EMPLOYER("employer-words.txt"),
        HEAD("head-words.txt"),
        NOT_ACCUSED("not-accused-words.txt"),
        NO_NAME("not-names.txt");

        private final String file;

        Cue(String file) {
            this.file = file;
        }
    }

    private final Phrases<Cue> cues = new Phrases<>();

    Contexts(WordLists lists) {
        for (var cue : Cue.values()) {
            lists.phrases(cue.file).forEach(words -> cues.add(words, cue));
        }
    }

    InText of(List<Word> words) {
        return new InText(words);
    }

    /** The contexts of one text, found once. */
    final class InText {
        private final List<Word> words;
        /** For each cue and position the begin of the longest phrase that ends there, or -1. */
        private final Map<Cue, int[]> begins = new EnumMap<>(Cue.class);

        private final int[] noNameEnds;

        private InText(List<Word> words) {
            this.words = words;
            noNameEnds = new int[words.size()];
            for (var cue : Cue.values()) {
                var none = new int[words.size() + 1];
                Arrays.fill(none, -1);
                begins.put(cue, none);
            }
            for (var match : cues.all(words)) {
                for (var cue : match.meanings()) {
                    var known = begins(cue);
                    if (known[match.end()] < 0 || match.start() < known[match.end()]) {
                        known[match.end()] = match.start();
                    }
                    if (cue == Cue.NO_NAME) {
                        noNameEnds[match.start()] = Math.max(noNameEnds[match.start()], match.end());
                    }
                }
            }
        }

        private int[] begins(Cue cue) {
            return Objects.requireNonNull(begins.get(cue));
        }

        private int begin(Cue cue, int end) {
            return begins(cue)[end];
        }

        /** How likely a commune or district that is named from this position on is the one complained about. */
        Weight ofPlace(int start, Weight otherwise) {
            if (begin(Cue.OTHER_BODY, start) >= 0) {
                return Weight.OTHER_BODY;
            }
            int office = begin(Cue.OFFICE, withoutLinks(start));
            if (office >= 0) {
                return ofAgency(office);
            }
            var asked = ofAgency(start);
            return asked != Weight.OFFICE
                    ? asked
                    : begin(Cue.PLACE, start) >= 0 && otherwise.compareTo(Weight.PLACE) > 0 ? Weight.PLACE : otherwise;
        }

        private int withoutLinks(int position) {
            int before = position;
            while (before > 0 && LINKS.contains(words.get(before - 1).folded())) {
                before--;
            }
            return before;
        }

        /** "ông chủ tịch UBND xã …", but not "gặp chủ tịch xã …", "kính gửi giám đốc …". */
        boolean isHeadOf(int start) {
            int at = withoutLinks(start);
            if (begin(Cue.HEAD, at) < 0 && begin(Cue.OFFICE, at) >= 0) {
                at = withoutLinks(begin(Cue.OFFICE, at));
            }
            int title = begin(Cue.HEAD, at);
            if (title < 0) {
                return false;
            }
            while (title > 0 && TITLES.contains(words.get(title - 1).folded())) {
                title--;
            }
            return begin(Cue.ADDRESSEE, title) < 0 && begin(Cue.NOT_ACCUSED, title) < 0;
        }

        Weight ofAgency(int start) {
            if (begin(Cue.COPIED, start) >= 0) {
                return Weight.COPIED;
            }
            return begin(Cue.EMPLOYER, start) >= 0
                    ? Weight.PLACE
                    : begin(Cue.ADDRESSEE, start) >= 0 ? Weight.ADDRESSEE : Weight.OFFICE;
        }

        /** "trung tâm phục vụ hành chính công" right before "xã Tân Biên" is the commune's. */
        boolean isCounterOf(int start, int end, int communeStart) {
            int before = communeStart;
            while (before > end && LINKS.contains(words.get(before - 1).folded())) {
                before--;
            }
            return before == end && begin(Cue.OFFICE, end) >= 0 && begin(Cue.OFFICE, end) <= start;
        }

        /** "phản ánh" keeps "xã phản ánh" from being xã Phan. */
        boolean isNoName(int start, int end) {
            for (int from = Math.max(0, start - LONGEST_NO_NAME); from < end; from++) {
                int to = noNameEnds[from];
                if (to > start && (from > start ? to > end : to >= end)) {
                    return true;
                }
            }
            return false;
        }

        boolean isFollowedByFormer(int end) {
            return end < words.size() && words.get(end).folded().equals("cu");
        }
    }
}
