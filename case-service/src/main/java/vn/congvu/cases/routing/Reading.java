package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.Word;
import vn.congvu.cases.routing.Gazetteer.Name;
import vn.congvu.cases.routing.Mention.Kind;
import vn.congvu.cases.routing.Mention.Weight;

/** The agencies and places that a text names, each with its part in the text. */
record Reading(List<Mention> mentions) {
    private static final int LONG_NAME = 3;
    private static final int MOST_MENTIONS = 200;

    static Reading of(List<Word> words, Gazetteer gazetteer, Contexts contexts) {
        var found = gazetteer.find(words);
        if (found.isEmpty()) {
            return new Reading(List.of());
        }
        var context = contexts.of(words);
        var matches = found.stream()
                .filter(m -> !context.isNoName(m.start(), m.end()))
                .toList();
        var districts = districts(matches);
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < matches.size(); i++) {
            var match = matches.get(i);
            var kinds = match.meanings().stream().map(Name::kind).collect(Collectors.toSet());
            if (kinds.contains(Kind.AGENCY)) {
                var next = i + 1 < matches.size() ? matches.get(i + 1) : null;
                boolean counter = next != null
                        && isCommune(next)
                        && context.isCounterOf(match.start(), match.end(), next.start());
                if (!counter) {
                    boolean head = context.isHeadOf(match.start());
                    var weight = context.ofAgency(match.start());
                    mentions.add(mention(Kind.AGENCY, weight, match, of(match, Kind.AGENCY), head));
                }
            } else if (kinds.contains(Kind.COMMUNE)) {
                commune(match, words, context, districts, mentions);
            } else {
                district(match, words, context, mentions);
            }
        }
        return new Reading(narrowed(distinct(mentions)));
    }

    private static void commune(
            Phrases.Match<Name> match,
            List<Word> words,
            Contexts.InText context,
            Set<Agency> districts,
            List<Mention> mentions) {
        var names = of(match, Kind.COMMUNE);
        boolean bare = names.stream().allMatch(Name::bare);
        var weight = context.ofPlace(match.start(), bare ? Weight.BARE : Weight.UNIT);
        if (bare && weight != Weight.OFFICE && !looksLikeName(words, match.start(), match.end())
                || !bare && isWeakSyllable(words, match)) {
            return;
        }
        if (context.isFollowedByFormer(match.end()) && names.stream().anyMatch(n -> n.rank() == 1)) {
            names = names.stream().filter(n -> n.rank() == 1).toList();
        }
        var agencies = Gazetteer.best(names);
        var there = agencies.stream().filter(districts::contains).toList();
        if (!districts.isEmpty() && there.isEmpty()) {
            var formerly =
                    Gazetteer.union(names).stream().filter(districts::contains).toList();
            agencies = formerly.isEmpty() ? agencies : formerly;
        } else if (!there.isEmpty()) {
            agencies = there;
        }
        var shown = names.getFirst().shown();
        boolean head = context.isHeadOf(match.start());
        mentions.add(new Mention(Kind.COMMUNE, weight, shown, agencies, match.start(), match.end(), head));
    }

    private static void district(
            Phrases.Match<Name> match, List<Word> words, Contexts.InText context, List<Mention> mentions) {
        var names = of(match, Kind.DISTRICT);
        boolean bare = names.stream().allMatch(Name::bare);
        if (names.stream().allMatch(n -> n.agencies().isEmpty())
                || bare && !looksLikeName(words, match.start(), match.end())) {
            return;
        }
        var weight = context.ofPlace(match.start(), bare ? Weight.BARE : Weight.UNIT);
        mentions.add(mention(Kind.DISTRICT, weight, match, names, false));
    }

    private static Mention mention(
            Kind kind, Weight weight, Phrases.Match<Name> match, List<Name> names, boolean head) {
        var agencies = Gazetteer.best(names);
        var shown = names.stream()
                .filter(n -> agencies.containsAll(n.agencies()))
                .findFirst()
                .orElse(names.getFirst());
        return new Mention(kind, weight, shown.shown(), agencies, match.start(), match.end(), head);
    }

    private static List<Name> of(Phrases.Match<Name> match, Kind kind) {
        return match.meanings().stream()
                .filter(n -> n.kind() == kind)
                .sorted((a, b) -> a.rank() - b.rank())
                .toList();
    }

    private static boolean isCommune(Phrases.Match<Name> match) {
        return match.meanings().stream().anyMatch(n -> n.kind() == Kind.COMMUNE);
    }

    /** Everything that was made from the districts the text names, also by their bare names. */
    private static Set<Agency> districts(List<Phrases.Match<Name>> matches) {
        return matches.stream()
                .flatMap(m -> m.meanings().stream())
                .filter(n -> n.kind() == Kind.DISTRICT)
                .flatMap(n -> n.agencies().stream())
                .collect(Collectors.toSet());
    }

    /** Long, or written with capitals. */
    private static boolean looksLikeName(List<Word> words, int start, int end) {
        return end - start >= LONG_NAME || words.subList(start, end).stream().allMatch(Word::capital);
    }

    /** "xa phan": a name of one syllable counts only with its marks or a capital. */
    private static boolean isWeakSyllable(List<Word> words, Phrases.Match<Name> match) {
        if (match.end() - match.start() != 2) {
            return false;
        }
        var name = words.get(match.end() - 1);
        return name.bare()
                && !name.capital()
                && !Character.isDigit(name.folded().charAt(0));
    }

    /** A text may name the same agency a thousand times. */
    private static List<Mention> distinct(List<Mention> mentions) {
        var seen = new HashSet<List<Object>>();
        return mentions.stream()
                .filter(m -> seen.add(List.of(m.kind(), m.weight(), m.agencies(), m.head())))
                .limit(MOST_MENTIONS)
                .toList();
    }

    /** "UBND huyện Đức Hòa" and "xã Hòa Khánh Đông" in one text mean the commune that both lead to. */
    private static List<Mention> narrowed(List<Mention> mentions) {
        var narrowed = new ArrayList<Mention>();
        for (var mention : mentions) {
            var meaning = mention;
            for (var other : mentions) {
                if (meaning.agencies().size() > 1 && other != mention) {
                    var both = new HashSet<>(other.agencies());
                    var common =
                            meaning.agencies().stream().filter(both::contains).toList();
                    meaning = common.isEmpty() ? meaning : meaning.meaning(common);
                }
            }
            narrowed.add(meaning);
        }
        return narrowed;
    }

    /** Whether the text complains about the head or a deputy of that very agency. */
    boolean accusesHeadOf(Agency agency) {
        return mentions.stream().anyMatch(m -> m.head() && m.agencies().equals(List.of(agency)));
    }
}
