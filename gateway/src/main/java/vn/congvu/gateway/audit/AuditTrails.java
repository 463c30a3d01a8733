package vn.congvu.gateway.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.audit.AuditQuery;
import vn.congvu.platform.audit.AuditTrail;
import vn.congvu.platform.audit.Verification;
import vn.congvu.platform.audit.Verification.Head;
import vn.congvu.platform.paging.Cursor;
import vn.congvu.platform.paging.Page;

/** The chains side by side. One that is away makes the whole answer fail: a trail with a gap in it would look whole. */
@Component
class AuditTrails {
    private static final String NOTHING_YET = "";
    private static final Comparator<AuditEntry> NEWEST_FIRST = Comparator.comparing(AuditEntry::at)
            .reversed()
            .thenComparing(AuditEntry::service)
            .thenComparing(Comparator.comparing(AuditEntry::sequence).reversed());

    private final AuditTrail own;
    private final Map<Chain, ServiceTrail> others = new EnumMap<>(Chain.class);

    AuditTrails(AuditTrail own, Services services) {
        this.own = own;
        for (var chain : Chain.values()) {
            chain.service().ifPresent(service -> others.put(chain, services.client(service, ServiceTrail.class)));
        }
    }

    /**
     * @param chain absent for all
     * @param from inclusive
     * @param to exclusive
     */
    record Asked(
            @Nullable Chain chain,
            @Nullable String actor,
            @Nullable AuditAction action,
            @Nullable String about,
            @Nullable Instant from,
            @Nullable Instant to,
            int size) {
        private static final int LARGEST = 100;

        Asked {
            size = Math.clamp(size, 1, LARGEST);
        }
    }

    /** @param cursor of the page before; one that is none begins at the newest */
    Page<AuditEntry> page(Asked asked, @Nullable String cursor) {
        var places = places(cursor);
        var found = new EnumMap<Chain, List<AuditEntry>>(Chain.class);
        for (var chain : asked.chain() == null ? List.of(Chain.values()) : List.of(asked.chain())) {
            found.put(chain, entries(chain, asked, places.get(chain)));
        }
        var merged = found.values().stream()
                .flatMap(List::stream)
                .sorted(NEWEST_FIRST)
                .limit(asked.size())
                .toList();
        int all = found.values().stream().mapToInt(List::size).sum();
        return new Page<>(merged, all > merged.size() ? next(places, found, merged) : null);
    }

    /**
     * The next part of a chain.
     *
     * @param known an end that was noted down earlier
     */
    Verification verify(Chain chain, long after, @Nullable Head known) {
        return chain == Chain.GATEWAY
                ? own.verify(after, known)
                : other(chain)
                        .verify(after, known == null ? null : known.sequence(), known == null ? null : known.hash());
    }

    /** One more than is shown, to know whether there is more. */
    private List<AuditEntry> entries(Chain chain, Asked asked, @Nullable Long before) {
        int size = asked.size() + 1;
        if (chain == Chain.GATEWAY) {
            return own.page(new AuditQuery(
                    asked.actor(), asked.action(), asked.about(), asked.from(), asked.to(), before, size));
        }
        var action = asked.action() == null ? null : asked.action().word();
        return other(chain)
                .entries(asked.actor(), action, asked.about(), asked.from(), asked.to(), before, size)
                .items();
    }

    private ServiceTrail other(Chain chain) {
        return requireNonNull(others.get(chain));
    }

    private static Map<Chain, Long> places(@Nullable String cursor) {
        var places = new EnumMap<Chain, Long>(Chain.class);
        if (cursor != null) {
            Cursor.decode(cursor, Chain.values().length).ifPresent(decoded -> {
                for (var chain : Chain.values()) {
                    var place = decoded.values().get(chain.ordinal());
                    if (place.matches("\\d{1,18}")) {
                        places.put(chain, Long.valueOf(place));
                    }
                }
            });
        }
        return places;
    }

    private static String next(Map<Chain, Long> places, Map<Chain, List<AuditEntry>> found, List<AuditEntry> merged) {
        var next = new ArrayList<String>();
        for (var chain : Chain.values()) {
            var shown = found.getOrDefault(chain, List.of()).stream()
                    .filter(merged::contains)
                    .toList();
            var place = shown.isEmpty()
                    ? places.get(chain)
                    : Long.valueOf(shown.getLast().sequence());
            next.add(place == null ? NOTHING_YET : place.toString());
        }
        return new Cursor(next).encode();
    }
}
