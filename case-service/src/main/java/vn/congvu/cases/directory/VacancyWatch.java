package vn.congvu.cases.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.cases.AgencyWithoutHead;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.Revision;

/** Tells those who watch over all that an agency has nobody who answers for it; its cases go to the superior meanwhile. */
@Component
class VacancyWatch {
    private static final Logger log = LoggerFactory.getLogger(VacancyWatch.class);

    private final StoredDirectory directory;
    private final Aggregates aggregates;
    private final Clock clock;
    private final DirectoryProperties properties;
    /** Since when each vacancy was seen here, or that it is told. */
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Instant first, boolean told) {}

    VacancyWatch(StoredDirectory directory, Aggregates aggregates, DirectoryProperties properties, Clock clock) {
        this.directory = directory;
        this.aggregates = aggregates;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${complaints.cases.directory.vacancy-interval:10s}")
    void look() {
        var view = directory.today();
        var now = clock.instant();
        var vacant = new HashSet<String>();
        for (Agency agency : view.agencies()) {
            if (view.head(agency.code()).isEmpty()) {
                var id = id(agency, since(agency, view));
                vacant.add(id);
                var known = seen.computeIfAbsent(id, _ -> new Seen(now, false));
                if (!known.told()
                        && !known.first().plus(properties.vacancyGrace()).isAfter(now)) {
                    tell(agency, view);
                    seen.put(id, new Seen(known.first(), true));
                }
            }
        }
        seen.keySet().retainAll(vacant);
    }

    private static @Nullable LocalDate since(Agency agency, DirectoryView view) {
        return view.vacantSince(agency.code()).orElse(agency.validFrom());
    }

    private void tell(Agency agency, DirectoryView view) {
        var since = since(agency, view);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var vacancy = new Vacancy(id(agency, since), Revision.none(), agency.code(), now);
        var event = new AgencyWithoutHead(
                agency.ref(),
                since,
                view.answersInstead(agency.code()).map(Agency::ref).orElse(null),
                now,
                watchers(view));
        try {
            aggregates.insert(vacancy, List.of(event));
            log.warn("{} has no head since {}", agency.code(), since);
        } catch (DuplicateKeyException told) {
            log.debug("the vacancy {} was told before", vacancy.id());
        }
    }

    private static String id(Agency agency, @Nullable LocalDate since) {
        return agency.code() + "@" + Objects.requireNonNullElse(since, "ever");
    }

    private static List<Office> watchers(DirectoryView view) {
        var monitors = view.monitors();
        return monitors.isEmpty() ? view.chair().stream().toList() : monitors;
    }
}
