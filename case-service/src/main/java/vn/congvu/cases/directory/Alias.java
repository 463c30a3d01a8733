package vn.congvu.cases.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way of writing the name of an agency or commune.
 *
 * @param shown the name it comes from, as a reason quotes it
 * @param old a former name, or the name of a predecessor
 */
public record Alias(List<Word> words, String shown, boolean old) {
    private static final Set<String> JOINS = Set.of("va", "cua");

    public Alias {
        words = List.copyOf(words);
    }

    /** The names of an agency that is no more, for those who took it over. */
    public static List<Alias> ofFormer(Agency former) {
        return of(former).stream().map(Alias::former).distinct().toList();
    }

    /** The names of a commune that is no more, for those who took it over. */
    public static List<Alias> ofFormer(Commune former) {
        return of(former).stream().map(Alias::former).distinct().toList();
    }

    private Alias former() {
        return new Alias(words, shown, true);
    }

    /** Every way of writing the agency's name and former names. */
    public static List<Alias> of(Agency agency) {
        var aliases = new LinkedHashSet<Alias>();
        variants(agency.name()).forEach(words -> aliases.add(new Alias(words, agency.name(), false)));
        aliases.add(new Alias(Word.of(agency.code()), agency.name(), false));
        agency.formerNames()
                .forEach(name -> variants(name).forEach(words -> aliases.add(new Alias(words, name, true))));
        aliases.removeIf(alias -> alias.words().isEmpty());
        return List.copyOf(aliases);
    }

    /** Every way of writing the commune's name and former names. */
    public static List<Alias> of(Commune commune) {
        var aliases = new LinkedHashSet<Alias>();
        variants(commune.name()).forEach(words -> aliases.add(new Alias(words, commune.name(), false)));
        commune.formerNames()
                .forEach(name -> variants(name).forEach(words -> aliases.add(new Alias(words, name, true))));
        aliases.removeIf(alias -> alias.words().isEmpty());
        return List.copyOf(aliases);
    }

    /** 0 when the words do not fit; more the better they do. A last word may be unfinished: somebody is typing. */
    int score(List<Word> asked) {
        int at = 0;
        int first = -1;
        for (int i = 0; i < asked.size(); i++) {
            boolean last = i == asked.size() - 1;
            int found = next(asked.get(i), at, last);
            if (found < 0) {
                return 0;
            }
            first = i == 0 ? found : first;
            at = found + 1;
        }
        int exact = asked.size() == words.size()
                        && words.getLast().folded().equals(asked.getLast().folded())
                ? 400
                : 0;
        return 100 + exact + (first == 0 ? 200 : 0) + (old ? 0 : 50) - Math.min(words.size(), 20);
    }

    private int next(Word asked, int from, boolean unfinished) {
        for (int i = from; i < words.size(); i++) {
            var word = words.get(i);
            if (asked.canMean(word)
                    || unfinished
                            && word.folded().startsWith(asked.folded())
                            && (asked.bare() || word.marked().startsWith(asked.marked()))) {
                return i;
            }
        }
        return -1;
    }

    private static Set<List<Word>> variants(String name) {
        return Shorthand.NAMES.variants(name);
    }

    static boolean joins(Word word) {
        return JOINS.contains(word.folded());
    }

    /** The initials of words as one word, such as "nnmt". */
    static Word initials(List<Word> words) {
        var folded = new StringBuilder();
        var marked = new StringBuilder();
        words.stream().filter(w -> !joins(w)).forEach(w -> {
            folded.append(w.folded().charAt(0));
            marked.append(w.marked().charAt(0));
            if (w.marked().length() > 1 && w.marked().charAt(1) == Word.STROKE) {
                marked.append(Word.STROKE);
            }
        });
        return new Word(folded.toString(), marked.toString(), true);
    }

    static List<Word> join(List<Word> first, Stream<Word> rest) {
        var joined = new ArrayList<>(first);
        rest.forEach(joined::add);
        return joined;
    }
}
