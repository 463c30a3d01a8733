package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.congvu.cases.directory.Word;

/**
 * Words that speak of something, each with its weight. A pattern is one phrase, or two of which the second follows the
 * first within a few words; each pattern counts once, however often a text repeats it.
 */
final class ScoredWords {
    private static final int REACH = 8;

    /** @param last id of the phrase that must follow, or the same as {@code first} where there is none */
    private record Pattern(String label, int weight, int first, int last) {}

    private final Phrases<Integer> phrases = new Phrases<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();

    /** @param lines {@code LABEL weight: phrase, phrase … phrase} */
    ScoredWords(List<String> lines) {
        for (var line : lines) {
            int colon = line.indexOf(':');
            var head = line.substring(0, colon).strip().split("\\s+");
            int weight = Integer.parseInt(head[1]);
            for (var pattern : line.substring(colon + 1).split(",")) {
                var parts = Stream.of(pattern.split("…")).map(String::strip).toList();
                patterns.add(new Pattern(head[0], weight, id(parts.getFirst()), id(parts.getLast())));
            }
        }
    }

    private int id(String phrase) {
        var known = ids.get(phrase);
        if (known != null) {
            return known;
        }
        int id = ids.size();
        ids.put(phrase, id);
        phrases.add(Shorthand.phrase(phrase), id);
        return id;
    }

    /** The sum of weights for each label that has any. */
    Map<String, Integer> score(List<Word> text) {
        var starts = new HashMap<Integer, BitSet>();
        var ends = new HashMap<Integer, BitSet>();
        for (var match : phrases.all(text)) {
            for (int id : match.meanings()) {
                starts.computeIfAbsent(id, any -> new BitSet()).set(match.start());
                ends.computeIfAbsent(id, any -> new BitSet()).set(match.end());
            }
        }
        var scores = new LinkedHashMap<String, Integer>();
        for (var pattern : patterns) {
            var first = ends.get(pattern.first());
            var last = starts.get(pattern.last());
            if (first != null && last != null && (pattern.first() == pattern.last() || follows(first, last))) {
                scores.merge(pattern.label(), pattern.weight(), Integer::sum);
            }
        }
        return scores;
    }

    private static boolean follows(BitSet ends, BitSet starts) {
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            int start = starts.nextSetBit(end);
            if (start >= 0 && start - end <= REACH) {
                return true;
            }
        }
        return false;
    }
}
