package vn.congvu.cases.directory;

import static vn.congvu.cases.directory.Posting.Post.ACTING_HEAD;
import static vn.congvu.cases.directory.Posting.Post.ANTI_CORRUPTION;
import static vn.congvu.cases.directory.Posting.Post.CHAIR;
import static vn.congvu.cases.directory.Posting.Post.DEPUTY;
import static vn.congvu.cases.directory.Posting.Post.HEAD;
import static vn.congvu.cases.directory.Posting.Post.MONITOR;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congvu.cases.directory.Posting.Post;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Role;

/** The directory of one day. Immutable; asking costs a lookup. */
public final class DirectoryView {
    private final LocalDate date;
    private final Map<String, Agency> agencies;
    private final Map<String, List<Posting>> postings;
    private final Map<String, List<Posting>> ended;
    private final Map<String, Commune> communes;
    private final List<Agency> formerAgencies;
    private final List<Commune> formerCommunes;
    private final Map<String, Field> fields;
    private final NameSearch<Agency> agencyNames;
    private final NameSearch<Commune> communeNames;

    private DirectoryView(
            LocalDate date,
            Collection<Agency> agencies,
            Collection<Posting> postings,
            Collection<Commune> communes,
            Collection<Field> fields) {
        this.date = date;
        this.agencies = latest(agencies, Agency::code, date);
        this.communes = latest(communes, Commune::code, date);
        this.formerAgencies = agencies.stream().filter(a -> a.ended(date)).toList();
        this.formerCommunes = communes.stream().filter(c -> c.ended(date)).toList();
        this.postings = postings.stream()
                .filter(p -> p.inForce(date))
                .sorted(Comparator.comparing(Posting::since).reversed())
                .collect(Collectors.groupingBy(Posting::agency));
        this.ended = postings.stream().filter(p -> p.ended(date)).collect(Collectors.groupingBy(Posting::agency));
        this.fields = fields.stream()
                .collect(Collectors.toMap(Field::code, f -> f, (former, later) -> later, LinkedHashMap::new));
        this.agencyNames = NameSearch.ofAgencies(this);
        this.communeNames = NameSearch.ofCommunes(this);
    }

    /** The view of that day on everything there ever was. */
    public static DirectoryView of(
            LocalDate date,
            Collection<Agency> agencies,
            Collection<Posting> postings,
            Collection<Commune> communes,
            Collection<Field> fields) {
        return new DirectoryView(date, agencies, postings, communes, fields);
    }

    private static <P extends Period> Map<String, P> latest(
            Collection<P> periods, Function<P, String> code, LocalDate date) {
        var found = new LinkedHashMap<String, P>();
        periods.stream()
                .sorted(Comparator.comparing(Period::since))
                .forEach(p -> found.merge(code.apply(p), p, (former, later) -> later.started(date) ? later : former));
        return found;
    }

    /** The agency as it is on that day; empty for one unknown, abolished or not yet there. */
    public Optional<Agency> agency(String code) {
        return known(code).filter(a -> a.inForce(date));
    }

    /** The agency as it is or last was, also after it was abolished. */
    public Optional<Agency> known(String code) {
        return Optional.ofNullable(agencies.get(code));
    }

    /** Every agency in force. */
    public List<Agency> agencies() {
        return agencies.values().stream().filter(a -> a.inForce(date)).toList();
    }

    /** Agencies, and names of agencies, that are no more. */
    public List<Agency> formerAgencies() {
        return formerAgencies;
    }

    /**
     * The office that answers for the agency on that day: its head, or the acting head where he was appointed later or
     * the head is away, or a deputy while the head is away. Empty only where the head's office is vacant.
     */
    public Optional<Office> head(String agencyCode) {
        var offices = postings.getOrDefault(agencyCode, List.of());
        var heads = offices.stream()
                .filter(p -> p.post() == HEAD || p.post() == ACTING_HEAD || p.post() == CHAIR)
                .toList();
        var present = heads.stream().filter(p -> p.present(date)).findFirst();
        Stream<Posting> standIn =
                heads.isEmpty() ? Stream.of() : of(offices, DEPUTY).filter(p -> p.present(date));
        return present.or(standIn::findFirst)
                .or(() -> heads.stream().findFirst())
                .map(p -> office(p, Role.AGENCY_HEAD));
    }

    /** The nearest agency above that has a head: whose head answers for an agency without one. */
    public Optional<Agency> answersInstead(String agencyCode) {
        var above = superior(agencyCode);
        for (int level = 0; level < AgencyLevel.values().length && above.isPresent(); level++) {
            if (head(above.get().code()).isPresent()) {
                return above;
            }
            above = superior(above.get().code());
        }
        return Optional.empty();
    }

    /** The first day of the vacancy that lasts on this day; empty where the agency never had a head. */
    public Optional<LocalDate> vacantSince(String agencyCode) {
        return ended.getOrDefault(agencyCode, List.of()).stream()
                .filter(p -> p.post().single())
                .map(Posting::validTo)
                .filter(Objects::nonNull)
                .map(last -> last.plusDays(1))
                .max(Comparator.naturalOrder());
    }

    /** Head, acting heads and deputies of the agency on that day, present or not: who may be accused as its leader. */
    public List<Office> leaders(String agencyCode) {
        return postings.getOrDefault(agencyCode, List.of()).stream()
                .filter(p -> p.post().leads())
                .map(p -> office(p, Role.AGENCY_HEAD))
                .toList();
    }

    /** The anti-corruption body's offices. */
    public List<Office> antiCorruption() {
        return everywhere(ANTI_CORRUPTION).map(p -> office(p, Role.AGENCY_HEAD)).toList();
    }

    /** The agency directly above, or who took it over. */
    public Optional<Agency> superior(String code) {
        return known(code).map(Agency::superior).flatMap(above -> agency(above).or(() -> {
            var successors = successors(above);
            return successors.size() == 1 ? Optional.of(successors.getFirst()) : Optional.empty();
        }));
    }

    /** The agencies in force that took over an abolished one, directly or through others; empty where it is in force. */
    public List<Agency> successors(String code) {
        var former = agencies.get(code);
        return former == null || former.inForce(date)
                ? List.of()
                : follow(former.successors(), agencies, Agency::successors);
    }

    /** Agencies in force whose name, former name or abbreviation fits the words, the best first. */
    public List<Agency> find(String words) {
        return agencyNames.find(words, 20);
    }

    /** As {@link #find(String)}, at most so many. */
    public List<Agency> find(String words, int limit) {
        return agencyNames.find(words, limit);
    }

    /** The chair of the province. */
    public Optional<Office> chair() {
        return everywhere(CHAIR).findFirst().map(p -> office(p, Role.MONITOR));
    }

    /** Who watches the deadlines for Home Affairs. */
    public List<Office> monitors() {
        return everywhere(MONITOR).map(p -> office(p, Role.MONITOR)).toList();
    }

    /** The commune as it is or last was. */
    public Optional<Commune> commune(String code) {
        return Optional.ofNullable(communes.get(code));
    }

    /** Every commune in force. */
    public List<Commune> communes() {
        return communes.values().stream().filter(c -> c.inForce(date)).toList();
    }

    /** Communes, and names of communes, that are no more. */
    public List<Commune> formerCommunes() {
        return formerCommunes;
    }

    /** Communes in force whose name or former name fits the words, the best first. */
    public List<Commune> findCommunes(String words, int limit) {
        return communeNames.find(words, limit);
    }

    /** The agencies that answer on that day for a commune: one, or several where it was divided, or none. */
    public List<Agency> agenciesOfCommune(String code) {
        return commune(code).map(this::agenciesOf).orElse(List.of());
    }

    /** As {@link #agenciesOfCommune}, also for a commune whose code was given to the one around it. */
    public List<Agency> agenciesOf(Commune commune) {
        return (commune.inForce(date) ? Stream.of(commune) : heirs(commune).stream())
                .map(Commune::agency)
                .filter(Objects::nonNull)
                .flatMap(agency -> agency(agency).map(Stream::of).orElseGet(() -> successors(agency).stream()))
                .distinct()
                .toList();
    }

    /**
     * The communes in force that took over this one of former times; also its own code, where that was given to the new
     * commune around it.
     */
    public List<Commune> heirs(Commune former) {
        return follow(former.successors(), communes, Commune::successors);
    }

    /** The agencies in force that took over this one of former times, or itself under its new name. */
    public List<Agency> heirs(Agency former) {
        return agency(former.code()).map(List::of).orElseGet(() -> successors(former.code()));
    }

    private <P extends Period> List<P> follow(
            List<String> codes, Map<String, P> periods, Function<P, List<String>> successors) {
        var asked = new HashSet<String>();
        var found = new LinkedHashSet<P>();
        var open = new ArrayDeque<String>(codes);
        while (!open.isEmpty()) {
            var code = open.poll();
            var period = asked.add(code) ? periods.get(code) : null;
            if (period != null && period.inForce(date)) {
                found.add(period);
            } else if (period != null) {
                open.addAll(successors.apply(period));
            }
        }
        return List.copyOf(found);
    }

    public Optional<Field> field(String code) {
        return Optional.ofNullable(fields.get(code));
    }

    public Collection<Field> fields() {
        return fields.values();
    }

    private Stream<Posting> everywhere(Post post) {
        return of(postings.values().stream().flatMap(List::stream).toList(), post)
                .filter(p -> agency(p.agency()).isPresent());
    }

    private static Stream<Posting> of(List<Posting> offices, Post post) {
        return offices.stream().filter(p -> p.post() == post);
    }

    private static Office office(Posting posting, Role role) {
        return new Office(role.name(), posting.agency(), posting.title(), posting.email());
    }
}
