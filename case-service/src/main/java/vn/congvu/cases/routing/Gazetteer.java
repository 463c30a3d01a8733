package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.AgencyLevel;
import vn.congvu.cases.directory.Alias;
import vn.congvu.cases.directory.Commune;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.directory.Word;
import vn.congvu.cases.routing.Mention.Kind;

/** The names of one day's directory, ready to be found in texts. */
final class Gazetteer {
    /** How many words the unit has. */
    private static final Map<String, Integer> DISTRICT_UNITS =
            Map.of("huyen", 1, "h", 1, "tx", 1, "tp", 1, "thi xa", 2, "thanh pho", 2);

    private static final List<String> COMMUNE_UNITS = List.of("xã", "x", "phường", "p", "thị trấn", "tt", "đặc khu");

    /**
     * What a name stands for.
     *
     * @param rank names in force first, then former names and names in force with the wrong unit, then the rest
     * @param bare without xã, phường, huyện
     */
    record Name(Kind kind, int rank, boolean bare, String shown, List<Agency> agencies) {}

    private final Phrases<Name> names = new Phrases<>();
    private final Set<String> provinces = new HashSet<>();

    Gazetteer(DirectoryView view) {
        Stream.concat(view.agencies().stream(), view.formerAgencies().stream())
                .filter(a -> a.level() == AgencyLevel.PROVINCE)
                .forEach(this::province);
        var communes = view.communes().stream().map(Commune::agency).collect(Collectors.toSet());
        view.agencies().stream()
                .filter(agency -> !communes.contains(agency.code()))
                .forEach(agency -> agency(agency, Alias.of(agency), List.of(agency), 0));
        view.formerAgencies().forEach(former -> {
            var heirs = view.heirs(former);
            if (former.level() == AgencyLevel.DISTRICT) {
                district(former, heirs);
            } else {
                agency(former, Alias.ofFormer(former), heirs, 1);
            }
        });
        view.communes().forEach(commune -> commune(commune, view.agenciesOf(commune), 0));
        view.formerCommunes().forEach(former -> commune(former, view.agenciesOf(former), 1));
    }

    /** Names in the text, the longest at each place; a meaning in force hides those of former times. */
    List<Phrases.Match<Name>> find(List<Word> text) {
        return names.longest(text);
    }

    private void province(Agency province) {
        Stream.concat(Stream.of(province.name()), province.formerNames().stream())
                .map(name -> name.indexOf("tỉnh ") < 0 ? "" : name.substring(name.indexOf("tỉnh ") + "tỉnh ".length()))
                .filter(name -> !name.isBlank())
                .forEach(name -> {
                    provinces.add(folded(Word.of(name)));
                    // "tỉnh Long An" is no mention of phường Long An
                    names.add(Word.of("tỉnh " + name), new Name(Kind.DISTRICT, 9, false, name, List.of()));
                });
    }

    private void agency(Agency agency, List<Alias> aliases, List<Agency> meant, int rank) {
        for (var alias : aliases) {
            if (alias.words().size() > 1 || isAcronym(alias.words())) {
                int former = alias.old() ? 1 : 0;
                names.add(alias.words(), new Name(Kind.AGENCY, Math.max(rank, former), false, alias.shown(), meant));
            }
        }
    }

    private static boolean isAcronym(List<Word> words) {
        var only = words.getFirst().folded();
        return only.length() >= 3 && only.chars().anyMatch(Character::isLetter);
    }

    private void district(Agency district, List<Agency> heirs) {
        for (var alias : Alias.of(district)) {
            names.add(alias.words(), new Name(Kind.DISTRICT, 1, false, district.name(), heirs));
            var bare = bareDistrict(alias.words());
            if (!bare.isEmpty() && !provinces.contains(folded(bare))) {
                names.add(bare, new Name(Kind.DISTRICT, 1, true, district.name(), heirs));
            }
        }
    }

    /** "huyện Đức Hòa" → "Đức Hòa", empty where the name does not begin with huyện, thị xã or thành phố. */
    private static List<Word> bareDistrict(List<Word> words) {
        for (int length = 1; length <= 2 && length < words.size(); length++) {
            if (DISTRICT_UNITS.getOrDefault(folded(words.subList(0, length)), 0) == length) {
                return words.subList(length, words.size());
            }
        }
        return List.of();
    }

    private void commune(Commune commune, List<Agency> agencies, int rank) {
        if (agencies.isEmpty()) {
            return;
        }
        var aliases = rank == 0 ? Alias.of(commune) : Alias.ofFormer(commune);
        for (var alias : aliases) {
            if (!bareDistrict(Word.of(alias.shown())).isEmpty()) {
                continue;
            }
            int former = rank == 1 || alias.old() ? 1 : 0;
            var name = new Name(Kind.COMMUNE, former, false, alias.shown(), agencies);
            names.add(alias.words(), name);
            withBareDistrict(alias).forEach(words -> names.add(words, name));
        }
        var bare = bareCommune(Word.of(commune.name()));
        if (!bare.isEmpty() && !numeral(bare)) {
            for (var unit : COMMUNE_UNITS) {
                var words = new ArrayList<>(Word.of(unit));
                words.addAll(bare);
                names.add(words, new Name(Kind.COMMUNE, 1 + rank, false, commune.name(), agencies));
            }
            if (bare.size() > 1 && !provinces.contains(folded(bare))) {
                names.add(bare, new Name(Kind.COMMUNE, rank, true, commune.name(), agencies));
            }
        }
    }

    /** "xã Long Trạch, huyện Cần Đước" is also written "xã Long Trạch, Cần Đước". */
    private static List<List<Word>> withBareDistrict(Alias alias) {
        var words = alias.words();
        for (int i = 2; i < words.size() - 1; i++) {
            var rest = bareDistrict(words.subList(i, words.size()));
            if (!rest.isEmpty()) {
                var shorter = new ArrayList<>(words.subList(0, i));
                shorter.addAll(rest);
                return List.of(shorter);
            }
        }
        return List.of();
    }

    private static List<Word> bareCommune(List<Word> words) {
        var unit = words.isEmpty() ? "" : words.getFirst().folded();
        int length = unit.equals("thi") || unit.equals("dac") ? 2 : 1;
        return words.size() > length ? words.subList(length, words.size()) : List.of();
    }

    /** Phường 3, Phường IV. */
    private static boolean numeral(List<Word> words) {
        return words.size() == 1
                && words.getFirst().folded().chars().allMatch(c -> Character.isDigit(c) || "ivx".indexOf(c) >= 0);
    }

    private static String folded(List<Word> words) {
        return String.join(" ", words.stream().map(Word::folded).toList());
    }

    /** The agencies of the best rank among the names. */
    static List<Agency> best(List<Name> names) {
        int rank = names.stream().mapToInt(Name::rank).min().orElse(0);
        return union(names.stream().filter(n -> n.rank() == rank).toList());
    }

    static List<Agency> union(List<Name> names) {
        var all = new LinkedHashSet<Agency>();
        names.stream().sorted(Comparator.comparingInt(Name::rank)).forEach(n -> all.addAll(n.agencies()));
        return List.copyOf(all);
    }
}
