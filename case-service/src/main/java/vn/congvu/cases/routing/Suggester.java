package vn.congvu.cases.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;

/** Reads a text and says what it seems to be about. Pure: a text gives the same suggestions every time. */
@Component
public class Suggester {
    private static final int MOST = 3;
    /** From this sum of weights on something is more than a word in passing. */
    private static final int CLEAR = 4;

    private static final int NOTICEABLE = 2;
    private static final int LATE = 6;

    private final Shorthand shorthand;
    private final ScoredWords misconducts;
    private final ScoredWords kinds;
    private final ScoredWords formal;

    @Autowired
    Suggester(WordLists lists) {
        shorthand = new Shorthand(lists.lines("shorthand.txt"));
        misconducts = new ScoredWords(lists.lines("misconduct-words.txt"));
        kinds = new ScoredWords(lists.lines("kind-words.txt"));
        formal = new ScoredWords(lists.lines("formal-words.txt"));
    }

    /** With the word lists that come with the service. */
    public Suggester() {
        this(WordLists.shipped());
    }

    public Suggestions suggest(String text) {
        var words = shorthand.writeOut(Excerpt.of(text));
        var formalScores = formal.score(words);
        boolean formalComplaint = formalScores.getOrDefault("KHIEU_NAI", 0) >= CLEAR;
        boolean denunciation = formalScores.getOrDefault("TO_CAO", 0) >= CLEAR;
        var scores = misconducts.score(words);
        var ranked = ranked(scores);
        var kind = kind(kinds.score(words), scores, ranked, formalComplaint || denunciation);
        boolean nothingWrong = kind == ComplaintKind.PRAISE || kind == ComplaintKind.SUGGESTION || ranked.isEmpty();
        var suggested = nothingWrong ? List.of(Misconduct.OTHER) : ranked;
        boolean clear = scores.values().stream().anyMatch(score -> score >= CLEAR);
        // a khiếu nại is about a decision, whatever else was bad about it
        var ordered = formalComplaint && !nothingWrong
                ? Stream.concat(Stream.of(Misconduct.OTHER), suggested.stream())
                : suggested.stream();
        var most = clear ? ordered : Stream.concat(ordered.limit(MOST - 1), Stream.of(Misconduct.OTHER));
        return new Suggestions(kind, most.distinct().limit(MOST).toList(), formalComplaint, denunciation);
    }

    private static List<Misconduct> ranked(Map<String, Integer> scores) {
        return scores.entrySet().stream()
                .filter(score -> score.getValue() >= NOTICEABLE)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(score -> Misconduct.valueOf(score.getKey()))
                .toList();
    }

    private static @Nullable ComplaintKind kind(
            Map<String, Integer> kinds, Map<String, Integer> scores, List<Misconduct> ranked, boolean formal) {
        int worst = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int bad = worst + kinds.getOrDefault(ComplaintKind.CONDUCT.name(), 0);
        int praise = kinds.getOrDefault(ComplaintKind.PRAISE.name(), 0);
        int suggestion = kinds.getOrDefault(ComplaintKind.SUGGESTION.name(), 0);
        if (!formal && praise >= CLEAR && praise > bad && praise >= suggestion) {
            return ComplaintKind.PRAISE;
        }
        if (!formal && suggestion >= CLEAR && suggestion > bad) {
            return ComplaintKind.SUGGESTION;
        }
        if (ranked.isEmpty()) {
            return formal ? ComplaintKind.CONDUCT : null;
        }
        // a missing apology goes with a late result: it does not make a late procedure a matter of conduct
        int late = scores.getOrDefault(Misconduct.LATE_RESULT.name(), 0);
        int conduct = scores.entrySet().stream()
                .filter(score -> !score.getKey().equals(Misconduct.NO_APOLOGY.name()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return late >= LATE && late * 3 >= conduct * 2 ? ComplaintKind.LATE_PROCEDURE : ComplaintKind.CONDUCT;
    }
}
