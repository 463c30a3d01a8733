package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.congvu.cases.casefile.CaseCounts;
import vn.congvu.cases.casefile.CaseFact;
import vn.congvu.cases.statistics.DueCounts.Due;

/** What the minutes say, compared with a look at each case. */
class DueCountsTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NINE = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant CLOSING = Instant.parse("2026-03-02T10:00:00Z");
    private static final Criteria VISIBLE = new Criteria();

    private final List<CaseFact> facts = new ArrayList<>();
    private final CaseCounts cases = mock();
    private final DueCounts counts = new DueCounts(cases);

    @Test
    void agreesWithTheCasesAtEveryMoment() {
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            var due = NINE.plusMillis(random.nextInt(20 * 60_000)).truncatedTo(unit(random));
            var agency = random.nextInt(5) == 0 ? null : "A" + random.nextInt(3);
            add(agency, due, random.nextInt(4) == 0 ? Set.of("A1") : Set.of(), random.nextInt(5) > 0);
        }
        add("A1", midnight(), Set.of(), true);
        add("A1", midnight().plusMillis(1), Set.of(), true);
        add("A2", null, Set.of(), true);
        for (var reader : new String[] {null, "A1", "A2"}) {
            for (int i = 0; i < 300; i++) {
                var now = NINE.plusMillis(random.nextInt(22 * 60_000)).truncatedTo(unit(random));
                assertThat(due(now, reader)).as("%s for %s", now, reader).isEqualTo(byCase(now, reader));
            }
            for (var now : new Instant[] {NINE.minusSeconds(1), NINE, midnight().minusMillis(1)}) {
                assertThat(due(now, reader)).as("%s for %s", now, reader).isEqualTo(byCase(now, reader));
            }
        }
    }

    @Test
    void whatIsDueWithOfficeHoursIsNeverAskedForAmongTheCases() {
        for (int i = 0; i < 1_000; i++) {
            add("A1", CLOSING, Set.of(), true);
        }
        assertThat(due(CLOSING.minusMillis(1), null)).containsExactly(Map.entry("A1", new Due("A1", 1_000, 0)));
        assertThat(due(CLOSING, null)).containsExactly(Map.entry("A1", new Due("A1", 1_000, 0)));
        assertThat(due(CLOSING.plusMillis(1), null)).containsExactly(Map.entry("A1", new Due("A1", 0, 1_000)));
        verify(cases, never()).dueBetween(any(), any(), any());
    }

    @Test
    void asksForTheRunningMinuteOnly() {
        add("A1", CLOSING.plusSeconds(20), Set.of(), true);
        add("A1", CLOSING.plusSeconds(90), Set.of(), true);
        due(CLOSING.plusSeconds(30), null);
        verify(cases).dueBetween(VISIBLE, CLOSING, CLOSING.plusSeconds(60));
    }

    private void add(@Nullable String agency, @Nullable Instant due, Set<String> hidden, boolean open) {
        var state = open ? "ACCEPTED" : "CLOSED";
        facts.add(new CaseFact(
                NINE, "CONDUCT", "WEB", List.of(), state, open, false, agency, due, hidden, false, null, null,
                List.of()));
    }

    private Map<String, Due> due(Instant now, @Nullable String reader) {
        doAnswer(asked -> seen(reader).stream()
                        .filter(one -> one.dueAt() != null
                                && one.dueAt().isAfter(asked.getArgument(1))
                                && one.dueAt().isBefore(asked.getArgument(2)))
                        .map(one -> new CaseCounts.Due(one.agency(), one.dueAt()))
                        .toList())
                .when(cases)
                .dueBetween(any(), any(), any());
        var tallies = new Tallies(TallySums.NONE.changed(List.of(), Tally.of(facts, ZONE)), reader);
        var found = new HashMap<String, Due>();
        counts.due(tallies, VISIBLE, now, midnight()).forEach(due -> found.put(String.valueOf(due.agency()), due));
        return found;
    }

    private Map<String, Due> byCase(Instant now, @Nullable String reader) {
        var found = new HashMap<String, Due>();
        for (var one : seen(reader)) {
            if (one.dueAt() != null && !one.dueAt().isAfter(midnight())) {
                boolean late = one.dueAt().isBefore(now);
                found.merge(
                        String.valueOf(one.agency()),
                        new Due(one.agency(), late ? 0 : 1, late ? 1 : 0),
                        (a, b) -> new Due(a.agency(), a.today() + b.today(), a.overdue() + b.overdue()));
            }
        }
        return found;
    }

    private List<CaseFact> seen(@Nullable String reader) {
        return facts.stream()
                .filter(CaseFact::open)
                .filter(one -> reader == null || !one.hiddenFrom().contains(reader))
                .toList();
    }

    private static ChronoUnit unit(Random random) {
        return new ChronoUnit[] {ChronoUnit.MINUTES, ChronoUnit.SECONDS, ChronoUnit.MILLIS}[random.nextInt(3)];
    }

    private static Instant midnight() {
        return LocalDate.of(2026, 3, 3).atStartOfDay(ZONE).toInstant();
    }
}
