package vn.congvu.cases.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways in which people write an official name: shortened words, initials, first halves. */
final class Shorthand {
    static final Shorthand NAMES = read("name-words.txt");
    private static final int MOST_VARIANTS = 64;
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2}");
    private static final Set<String> DEPARTMENT_WORDS = Set.of("so", "ban");

    private record Phrase(List<Word> words, List<List<Word>> others) {}

    private final List<Phrase> phrases;

    private Shorthand(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    private static Shorthand read(String resource) {
        var stream = Objects.requireNonNull(Shorthand.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return new Shorthand(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .map(sides -> new Phrase(
                            Word.of(sides[0]),
                            Stream.of(sides[1].split(",")).map(Word::of).toList()))
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name itself first. */
    Set<List<Word>> variants(String name) {
        var found = new LinkedHashSet<List<Word>>();
        var words = Word.of(name);
        found.add(words);
        if (words.size() < 2) {
            return found;
        }
        shortened(words, 0, List.of(), found);
        var own = withoutProvince(name, words.getFirst());
        if (DEPARTMENT_WORDS.contains(words.getFirst().folded())
                && !ACRONYM.matcher(own).find()) {
            department(own, found);
        }
        shortened(Word.of(own), 0, List.of(), found);
        return found;
    }

    /** "Sở Nội vụ tỉnh Tây Ninh" is called "Sở Nội vụ", and "Thanh tra tỉnh Tây Ninh" is "Thanh tra tỉnh". */
    private static String withoutProvince(String name, Word unit) {
        int province = name.indexOf(" tỉnh ");
        if (province < 0) {
            return name;
        }
        return name.substring(0, DEPARTMENT_WORDS.contains(unit.folded()) ? province : province + " tỉnh".length());
    }

    private void shortened(List<Word> words, int at, List<Word> begun, Set<List<Word>> found) {
        if (found.size() >= MOST_VARIANTS) {
            return;
        }
        if (at >= words.size()) {
            found.add(begun);
            return;
        }
        for (var phrase : phrases) {
            int end = at + phrase.words().size();
            if (end <= words.size() && same(words.subList(at, end), phrase.words())) {
                phrase.others().forEach(other -> shortened(words, end, Alias.join(begun, other.stream()), found));
                shortened(words, end, Alias.join(begun, phrase.words().stream()), found);
                return;
            }
        }
        shortened(words, at + 1, Alias.join(begun, Stream.of(words.get(at))), found);
    }

    private static boolean same(List<Word> some, List<Word> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).canMean(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** "Sở Giáo dục và Đào tạo": sở gddt, sgddt, sở gd dt, sở giáo dục đào tạo, sở giáo dục. */
    private static void department(String name, Set<List<Word>> found) {
        var words = Word.of(name);
        var unit = words.subList(0, 1);
        var rest = words.subList(1, words.size());
        var groups = new ArrayList<>(Arrays.stream(name.split(",|\\s+và\\s+"))
                .map(Word::of)
                .filter(g -> !g.isEmpty())
                .toList());
        groups.set(0, groups.getFirst().subList(1, groups.getFirst().size()));
        found.add(Alias.join(unit, Stream.of(Alias.initials(rest))));
        found.add(List.of(Alias.initials(words)));
        found.add(Alias.join(unit, rest.stream().filter(w -> !Alias.joins(w))));
        if (groups.size() > 1 && !groups.getFirst().isEmpty()) {
            found.add(Alias.join(unit, groups.stream().map(Alias::initials)));
            found.add(Alias.join(unit, groups.getFirst().stream()));
        }
    }
}
