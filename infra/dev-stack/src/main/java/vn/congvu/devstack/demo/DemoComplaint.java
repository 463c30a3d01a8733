package vn.congvu.devstack.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One authored complaint: what is sent, by which door, what a person would make of it, and what then happens to it.
 *
 * @param from the phone an SMS comes from
 * @param texts one, or the parts of an SMS
 * @param finding of the answer, where there is one
 */
record DemoComplaint(
        String id,
        Door channel,
        @Nullable String from,
        @Nullable String kind,
        @Nullable String misconduct,
        @Nullable String agencyCode,
        @Nullable String communeCode,
        @Nullable String field,
        @Nullable String dossierCode,
        @Nullable Map<String, Object> accused,
        @Nullable Map<String, String> reporter,
        @Nullable String onBehalfOf,
        List<String> texts,
        Expected expected,
        Story story,
        @Nullable String finding,
        @Nullable String answer) {
    static final String TRIAGE = "TRIAGE";

    enum Door {
        WEB,
        SMS,
        OPERATOR
    }

    /** What its agency does about it. */
    enum Story {
        /** Takes it on and answers in time. */
        ANSWERED,
        /** Takes it on and is still at work. */
        ACCEPTED,
        /** Takes it on and lets the time run out. */
        OVERDUE,
        /** Has not looked at it. */
        OPEN,
        /** A formal complaint or a denunciation, which belongs elsewhere. */
        HANDED_OVER
    }

    /**
     * The labels by which routing is measured.
     *
     * @param agency code of the agency whose head must answer, or {@link #TRIAGE}
     * @param lookalike what it is by law, where it is no report of conduct
     */
    record Expected(
            String agency,
            List<String> misconducts,
            String kind,
            @Nullable Lookalike lookalike) {}

    enum Lookalike {
        @JsonProperty("KHIEU_NAI")
        FORMAL_COMPLAINT,
        @JsonProperty("TO_CAO")
        DENUNCIATION
    }

    /** All of them, in the order in which they are sent. */
    static List<DemoComplaint> all() {
        var stream = Objects.requireNonNull(DemoComplaint.class.getResourceAsStream("/demo/complaints.json"), "demo");
        return List.of(JsonMapper.builder().build().readValue(stream, DemoComplaint[].class));
    }
}
