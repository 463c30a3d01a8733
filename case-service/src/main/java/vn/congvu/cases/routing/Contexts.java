package vn.congvu.cases.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.congvu.cases.directory.Word;
import vn.congvu.cases.routing.Mention.Weight;

/** What the words right before a name say about its part in the text. */
final class Contexts {
    private static final int LONGEST_NO_NAME = 6;
    private static final Set<String> TITLES = Set.of("ong", "ba", "anh", "chi", "dong", "ngai", "nguyen");
    private static final Set<String> LINKS = Set.of("cua", "o", "tai", "thuoc");

    private final Phrases<String> offices;
    private final Phrases<String> places;
    private final Phrases<String> otherBodies;
    private final Phrases<String> addressees;
    private final Phrases<String> notNames;
    private final Phrases<String> heads;
    private final Phrases<String> notAccused;

    Contexts(WordLists lists) {
        offices = lists.phrases("office-words.txt");
        places = lists.phrases("place-words.txt");
        otherBodies = lists.phrases("other-bodies.txt");
        addressees = lists.phrases("addressee-words.txt");
        notNames = lists.phrases("not-names.txt");
        heads = lists.phrases("head-words.txt");
        notAccused = lists.phrases("not-accused-words.txt");
    }

    InText of(List<Word> words) {
        return new InText(words);
    }

    /** The contexts of one text, found once. */
    final class InText {
        private final List<Word> words;
        private final int[] officeBegins;
        private final int[] placeBegins;
        private final int[] otherBegins;
        private final int[] addresseeBegins;
        private final int[] headBegins;
        private final int[] notAccusedBegins;
        private final int[] noNameEnds;

        private InText(List<Word> words) {
            this.words = words;
            officeBegins = begins(offices);
            placeBegins = begins(places);
            otherBegins = begins(otherBodies);
            addresseeBegins = begins(addressees);
            headBegins = begins(heads);
            notAccusedBegins = begins(notAccused);
            noNameEnds = new int[words.size()];
            notNames.all(words).forEach(m -> noNameEnds[m.start()] = Math.max(noNameEnds[m.start()], m.end()));
        }

        /** For each position the begin of the longest phrase that ends there, or -1. */
        private int[] begins(Phrases<String> phrases) {
            var begins = new int[words.size() + 1];
            Arrays.fill(begins, -1);
            for (var match : phrases.all(words)) {
                if (begins[match.end()] < 0 || match.start() < begins[match.end()]) {
                    begins[match.end()] = match.start();
                }
            }
            return begins;
        }

        /** How likely a commune or district that is named from this position on is the one complained about. */
        Weight ofPlace(int start, Weight otherwise) {
            if (otherBegins[start] >= 0) {
                return Weight.OTHER_BODY;
            }
            int office = officeBegins[withoutLinks(start)];
            if (office >= 0) {
                return addresseeBegins[office] >= 0 ? Weight.ADDRESSEE : Weight.OFFICE;
            }
            return addresseeBegins[start] >= 0
                    ? Weight.ADDRESSEE
                    : placeBegins[start] >= 0 && otherwise.compareTo(Weight.PLACE) > 0 ? Weight.PLACE : otherwise;
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
            if (headBegins[at] < 0 && officeBegins[at] >= 0) {
                at = withoutLinks(officeBegins[at]);
            }
            int title = headBegins[at];
            if (title < 0) {
                return false;
            }
            while (title > 0 && TITLES.contains(words.get(title - 1).folded())) {
                title--;
            }
            return addresseeBegins[title] < 0 && notAccusedBegins[title] < 0;
        }

        Weight ofAgency(int start) {
            return addresseeBegins[start] >= 0 ? Weight.ADDRESSEE : Weight.OFFICE;
        }

        /** "trung tâm phục vụ hành chính công" right before "xã Tân Biên" is the commune's. */
        boolean isCounterOf(int start, int end, int communeStart) {
            int before = communeStart;
            while (before > end && LINKS.contains(words.get(before - 1).folded())) {
                before--;
            }
            return before == end && officeBegins[end] >= 0 && officeBegins[end] <= start;
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
