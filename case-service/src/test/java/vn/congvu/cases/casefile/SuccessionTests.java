package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCommand.AcceptCase;
import vn.congvu.cases.casefile.CaseCommand.FollowDirectory;
import vn.congvu.cases.casefile.CaseCommand.ForwardCase;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.directory.Directories;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.routing.Answering;
import vn.congvu.cases.routing.Routing;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseSentToTriage;

class SuccessionTests {
    /** OLD is merged into NEW, HALF is divided, from 4 March 2026; TOP stays and gets another chair on the 5th. */
    private static final Directory CHANGING = Directories.of("""
            TOP,UBND tỉnh,,PROVINCE,,,,,,
            OLD,Sở Giao thông,,DEPARTMENT,TOP,,2026-03-03,NEW,,
            NEW,Sở Xây dựng,,DEPARTMENT,TOP,,,,,
            HALF,UBND huyện Nửa,,DISTRICT,TOP,,2026-03-03,A;B,,
            A,UBND xã A,,COMMUNE,TOP,2026-03-04,,,,
            B,UBND xã B,,COMMUNE,TOP,2026-03-04,,,,
            """, """
            TOP,CHAIR,Chủ tịch cũ,old@top.example,,2026-03-04,
            TOP,CHAIR,Chủ tịch mới,new@top.example,2026-03-05,,
            OLD,HEAD,Giám đốc Sở Giao thông,old@x.example,,,
            NEW,HEAD,Giám đốc Sở Xây dựng,new@x.example,,,
            HALF,HEAD,Chủ tịch huyện,,,,
            A,HEAD,Chủ tịch xã A,,,,
            B,HEAD,Chủ tịch xã B,,,,
            """);

    private static final Instant WEDNESDAY = Situations.day(4, 9);

    @Test
    void aMergersCaseIsTheSuccessorsAndItsClocksKeepTheirStart() {
        var before = accepted(at("OLD"));

        var moved = follow(before, WEDNESDAY);
        var after = moved.next();

        assertThat(after.handling().agency().code()).isEqualTo("NEW");
        assertThat(after.handling().head().title()).isEqualTo("Giám đốc Sở Xây dựng");
        assertThat(after.lookup().assignedTo()).isEqualTo("NEW");
        assertThat(after.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(after.watch(RESOLVE).map(Watch::startedAt))
                .isEqualTo(before.watch(RESOLVE).map(Watch::startedAt))
                .contains(Situations.MONDAY);
        assertThat(after.watch(RESOLVE).map(Watch::dueAt))
                .isEqualTo(before.watch(RESOLVE).map(Watch::dueAt));
        assertThat(moved.events()).singleElement().isInstanceOfSatisfying(CaseMoved.class, event -> {
            assertThat(event.from().code()).isEqualTo("OLD");
            assertThat(event.to().code()).isEqualTo("NEW");
            assertThat(event.reasons()).isNotEmpty();
        });
        assertThat(after.history()).anyMatch(e -> e.what().vi().contains("thời hạn vẫn tính từ đầu"));
    }

    @Test
    void followingTwiceMovesOnce() {
        var after = follow(at("OLD"), WEDNESDAY).next();

        assertThat(Decisions.decide(after, new FollowDirectory(), on(WEDNESDAY)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void nothingMovesBeforeTheDay() {
        assertThat(Decisions.decide(at("OLD"), new FollowDirectory(), on(Situations.day(3, 9))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNewOfficeHolderGetsWhatIsOpen() {
        var after = follow(at("TOP"), Situations.day(5, 9));

        assertThat(after.next().handling().head().title()).isEqualTo("Chủ tịch mới");
        assertThat(after.next().history()).anyMatch(e -> e.what().vi().contains("Người giải quyết kể từ hôm nay"));
        assertThat(after.events()).singleElement().isInstanceOf(CaseMoved.class);
    }

    @Test
    void theCaseOfADividedAgencyWaitsForAPersonWhileItsTimeGoesOn() {
        var before = accepted(at("HALF"));

        var sorted = follow(before, WEDNESDAY);
        var after = sorted.next();

        assertThat(after.state()).isEqualTo(CaseState.TRIAGE);
        assertThat(after.history()).anyMatch(e -> e.what().vi().equals("Có thể là: UBND xã A."));
        assertThat(after.watch(RESOLVE)).get().satisfies(w -> assertThat(w.running())
                .isTrue());
        assertThat(after.watch(FORWARD)).get().satisfies(w -> assertThat(w.startedAt())
                .isEqualTo(WEDNESDAY));
        assertThat(sorted.events()).singleElement().isInstanceOf(CaseSentToTriage.class);

        var to = CHANGING.on(LocalDate.of(2026, 3, 4)).agency("A").orElseThrow();
        var chosen = Decisions.decide(
                after,
                new ForwardCase(to.ref(), today("A", WEDNESDAY), Situations.WORDS, null, List.of(), null),
                on(WEDNESDAY.plus(Duration.ofHours(1))));
        assertThat(((Accepted) chosen).next().watch(RESOLVE).map(Watch::dueAt))
                .isEqualTo(before.watch(RESOLVE).map(Watch::dueAt));
    }

    @Test
    void whoTookOverAnAccusedAgencyDoesNotSeeItsCases() {
        var hidden = new Routing.Assigned(
                CHANGING.on(LocalDate.of(2026, 3, 2)).agency("NEW").orElseThrow(),
                CHANGING.on(LocalDate.of(2026, 3, 2)).head("NEW").orElseThrow(),
                List.of(new Bilingual("x", "x")),
                true,
                Set.of("OLD"));

        var after = follow(Situations.opened(Situations.report(ComplaintKind.CONDUCT), hidden, true), WEDNESDAY)
                .next();

        assertThat(after.lookup().hiddenFrom()).containsExactlyInAnyOrder("OLD", "NEW");
        assertThat(after.lookup().assignedTo()).isEqualTo("TOP");
        assertThat(after.handling().conflictOfInterest()).isTrue();
    }

    private static CaseFile at(String agency) {
        return Situations.opened(Situations.report(ComplaintKind.CONDUCT), today(agency, Situations.MONDAY), true);
    }

    private static Routing today(String agency, Instant at) {
        return Answering.on(on(at).directory()).today(agency, Set.of());
    }

    private static CaseFile accepted(CaseFile file) {
        return ((Accepted) Decisions.decide(file, new AcceptCase(), on(Situations.MONDAY.plusSeconds(60)))).next();
    }

    private static Accepted follow(CaseFile file, Instant at) {
        return (Accepted) Decisions.decide(file, new FollowDirectory(), on(at));
    }

    private static Circumstances on(Instant now) {
        var day = now.atZone(Situations.CALENDAR.zone()).toLocalDate();
        return new Circumstances(
                now, new Bilingual("x", "x"), Situations.POLICY, CHANGING.on(day), _ -> Situations.CALENDAR);
    }
}
