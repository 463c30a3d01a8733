package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.congvu.cases.casefile.Situations.WORDS;
import static vn.congvu.cases.casefile.Situations.accept;
import static vn.congvu.cases.casefile.Situations.day;
import static vn.congvu.cases.casefile.Situations.refuse;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCommand.AnswerCase;
import vn.congvu.cases.casefile.CaseCommand.DraftAnswer;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.cases.AnswerDrafted;

/** An officer writes, the head answers: what is written in between is the agency's own paper. */
class DraftTests extends CaseKit {
    private static final DraftAnswer OFFICERS =
            new DraftAnswer(WORDS, Finding.SUBSTANTIATED, List.of(Measure.CRITICISM), List.of(), true);
    private static final String BODY = ",\"answer\":\"Công chức nhận sai và xin lỗi.\",\"finding\":\"SUBSTANTIATED\"";

    @Test
    void anOfficersDraftIsLaidBeforeTheHead() {
        var drafted = accept(Situations.accepted(), OFFICERS, day(3, 9));

        assertThat(drafted.next().state()).as("nothing was answered").isEqualTo(CaseState.ACCEPTED);
        assertThat(drafted.next().lookup().drafted()).isTrue();
        assertThat(drafted.events()).singleElement().isInstanceOfSatisfying(AnswerDrafted.class, told -> assertThat(
                        told.head().agencyCode())
                .isEqualTo("SXD"));
    }

    @Test
    void theHeadsOwnDraftTellsNobody() {
        var own = new DraftAnswer(WORDS, null, List.of(), List.of(), false);

        assertThat(accept(Situations.accepted(), own, day(3, 9)).events()).isEmpty();
    }

    @Test
    void theAnswerEndsTheDraft() {
        var drafted = accept(Situations.accepted(), OFFICERS, day(3, 9)).next();
        var answered = accept(drafted, new AnswerCase(WORDS, Finding.SUBSTANTIATED, List.of()), day(4, 9))
                .next();

        assertThat(answered.lookup().drafted()).isNull();
        assertThat(answered.handling()).extracting(Handling::draft).isNull();
    }

    @Test
    void whereNobodyWorksOnACaseNothingIsDrafted() {
        assertThat(refuse(Situations.assigned(), OFFICERS, day(3, 9))).isEqualTo(Refusal.NOT_IN_THIS_STATE);
        assertThat(refuse(Situations.inTriage(), OFFICERS, day(3, 9))).isEqualTo(Refusal.NOT_IN_THIS_STATE);
    }

    @Test
    void theHeadFindsItInAViewOfItsOwnAndNobodyElseReadsIt() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), id, "delegate", ",\"title\":\"Chuyên viên\""));

        done(command(officer("SXD"), id, "draft", BODY));

        read(head("SXD"), "/api/v1/cases?view=drafts")
                .andExpect(jsonPath("$.items[?(@.id == '%s')]".formatted(id)).isNotEmpty())
                .andExpect(jsonPath("$.counts.drafts").isNumber());
        read(head("SXD"), "/api/v1/cases/" + id)
                .andExpect(jsonPath("$.draft.text").value("Công chức nhận sai và xin lỗi."))
                .andExpect(jsonPath("$.draft.finding").value("SUBSTANTIATED"));
        read(monitor(), "/api/v1/cases/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.draft").doesNotExist());
        events.await(AnswerDrafted.class, told -> told.caseId().equals(id));
    }

    @Test
    void anotherAgencyDoesNotGetTheDraft() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), id, "delegate", ",\"title\":\"Chuyên viên\""));
        done(command(officer("SXD"), id, "draft", BODY));

        done(command(head("SXD"), id, "forward", ",\"agencyCode\":\"SYT\",\"reason\":\"Thuộc Sở Y tế\""));

        read(head("SYT"), "/api/v1/cases/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.draft").doesNotExist());
        read(head("SYT"), "/api/v1/cases?view=drafts")
                .andExpect(jsonPath("$.items[?(@.id == '%s')]".formatted(id)).isEmpty());
    }
}
