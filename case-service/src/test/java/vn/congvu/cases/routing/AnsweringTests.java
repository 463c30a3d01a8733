package vn.congvu.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.Directories;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.routing.Routing.Assigned;
import vn.congvu.cases.routing.Routing.ToTriage;

class AnsweringTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

    @Test
    void whoLeadsBothAgenciesDoesNotJudgeHimselfFromTheOtherChair() {
        var directory = Directories.of("""
                TOP,UBND tỉnh,,PROVINCE,,,,,,
                MIDDLE,Sở Y tế,,DEPARTMENT,TOP,,,,,
                CENTRE,Trung tâm Kiểm nghiệm,,CENTRE,MIDDLE,,,,,
                """, """
                TOP,CHAIR,Chủ tịch,chair@x.example,,,
                MIDDLE,HEAD,Giám đốc Sở,one@x.example,,,
                CENTRE,ACTING_HEAD,Phụ trách Trung tâm,ONE@x.example,,,
                """);

        var routing = assigned(directory, "CENTRE", true);

        assertThat(routing.agency().code()).isEqualTo("TOP");
        assertThat(routing.conflictOfInterest()).isTrue();
        assertThat(routing.hiddenFromAgencies()).containsExactly("CENTRE");
        assertThat(routing.reasons()).anyMatch(r -> r.vi().contains("cũng chính là lãnh đạo"));
    }

    @Test
    void anAccusedActingHeadIsAHead() {
        var directory = Directories.of("""
                TOP,UBND tỉnh,,PROVINCE,,,,,,
                CENTRE,Trung tâm Kiểm nghiệm,,CENTRE,TOP,,,,,
                """, """
                TOP,CHAIR,Chủ tịch,,,,
                CENTRE,ACTING_HEAD,Phụ trách Trung tâm,,,,
                """);

        assertThat(assigned(directory, "CENTRE", true).agency().code()).isEqualTo("TOP");
    }

    @Test
    void withoutASuperiorItWaitsHiddenFromTheAccused() {
        var directory = Directories.of("TOP,UBND tỉnh,,PROVINCE,,,,,,\n", "TOP,CHAIR,Chủ tịch,,,,\n");

        var routing = new Router(directory).route(question("TOP", true));

        assertThat(routing).isInstanceOfSatisfying(ToTriage.class, triage -> assertThat(triage.hiddenFromAgencies())
                .containsExactly("TOP"));
    }

    @Test
    void aDividedAgencyLeavesTheChoiceToAPersonAndShowsTheCandidates() {
        var routing = Answering.on(divided().on(DAY)).today("OLD", Set.of());

        assertThat(routing).isInstanceOfSatisfying(ToTriage.class, triage -> {
            assertThat(triage.candidates()).extracting(Agency::code).containsExactlyInAnyOrder("A", "B");
            assertThat(triage.reasons()).isNotEmpty();
        });
    }

    @Test
    void aHiddenSuccessorIsNoCandidateAndNeverAnswers() {
        var among = Answering.on(divided().on(DAY)).today("OLD", Set.of("A"));
        var merged = Answering.on(Directories.beforeAndAfterAMerger().on(DAY)).today("OLD", Set.of("OLD", "NEW"));

        assertThat(among).isInstanceOfSatisfying(ToTriage.class, triage -> assertThat(triage.candidates())
                .extracting(Agency::code)
                .containsExactly("B"));
        assertThat(merged.hiddenFromAgencies()).contains("OLD", "NEW");
        assertThat(merged).isNotInstanceOf(Assigned.class);
    }

    @Test
    void nothingIsSaidWhereNothingDiffers() {
        var routing = Answering.on(divided().on(DAY)).today("A", Set.of());

        assertThat(routing).isInstanceOfSatisfying(Assigned.class, to -> {
            assertThat(to.agency().code()).isEqualTo("A");
            assertThat(to.reasons()).isEmpty();
        });
    }

    private static Directory divided() {
        return Directories.of("""
                OLD,UBND huyện Cũ,,DISTRICT,,,2025-06-30,A;B,,
                A,UBND xã A,,COMMUNE,,2025-07-01,,,,
                B,UBND xã B,,COMMUNE,,2025-07-01,,,,
                """, """
                A,HEAD,Chủ tịch UBND xã A,,,,
                B,HEAD,Chủ tịch UBND xã B,,,,
                """);
    }

    private static Assigned assigned(Directory directory, String code, boolean head) {
        return (Assigned) new Router(directory).route(question(code, head));
    }

    private static RoutingQuestion question(String code, boolean head) {
        return new RoutingQuestion(code, null, null, null, null, null, "", head, DAY, 0);
    }
}
