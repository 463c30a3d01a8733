package vn.congvu.cases.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds by the words of a name, however it is abbreviated and with or without marks. */
final class NameSearch<T> {
    private static final int LONGEST_QUESTION = 200;

    private record Entry<T>(T item, Alias alias) {}

    private final List<Entry<T>> entries = new ArrayList<>();

    private NameSearch() {}

    static NameSearch<Agency> ofAgencies(DirectoryView view) {
        var search = new NameSearch<Agency>();
        view.agencies().forEach(agency -> search.add(agency, Alias.of(agency)));
        view.formerAgencies()
                .forEach(former -> view.heirs(former).forEach(heir -> search.add(heir, Alias.ofFormer(former))));
        return search;
    }

    static NameSearch<Commune> ofCommunes(DirectoryView view) {
        var search = new NameSearch<Commune>();
        view.communes().forEach(commune -> search.add(commune, Alias.of(commune)));
        view.formerCommunes()
                .forEach(former -> view.heirs(former).forEach(heir -> search.add(heir, Alias.ofFormer(former))));
        return search;
    }

    private void add(T item, List<Alias> aliases) {
        aliases.forEach(alias -> entries.add(new Entry<>(item, alias)));
    }

    private Map<T, Integer> scores(List<Word> words) {
        var scores = new LinkedHashMap<T, Integer>();
        for (var entry : entries) {
            int score = entry.alias().score(words);
            if (score > 0) {
                scores.merge(entry.item(), score, Math::max);
            }
        }
        return scores;
    }

    /** The best first; names in force before former names; at most so many. */
    List<T> find(String question, int limit) {
        var words = Word.of(question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question);
        if (words.isEmpty()) {
            return List.of();
        }
        var scores = scores(words);
        if (scores.isEmpty()) {
            // a wrong mark, as official lists have them too: "Phó Bảng" and "Phố Bảng"
            scores = scores(words.stream()
                    .map(word -> new Word(word.folded(), word.folded(), word.capital()))
                    .toList());
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<T, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
