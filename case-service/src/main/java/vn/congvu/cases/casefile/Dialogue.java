package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.Solved;

/** What was said and done on a case, each kept with its moment. */
public interface Dialogue {
    /** @param answeredAt when the reporter replied, or the wait ran out */
    record Question(
            String id,
            SealedText question,
            Instant askedAt,
            Instant pausedUntil,
            @Nullable Instant answeredAt) {
        Question answered(Instant at) {
            return new Question(id, question, askedAt, pausedUntil, at);
        }
    }

    /** Words of the reporter after the report. */
    record Message(String id, Channel channel, SealedText text, Instant writtenAt) {}

    /**
     * @param workingDays used between receipt by the head and the answer, pauses left out
     * @param measures to persons
     * @param lateSeconds seconds of the calendar after the due time, 0 when in time
     */
    record Answer(
            SealedText text,
            Finding finding,
            List<Measure> measures,
            AgencyRef agency,
            Office head,
            Instant answeredAt,
            @Nullable Instant dueAt,
            long lateSeconds,
            int workingDays,
            Instant reopenUntil,
            @Nullable List<Measure> collective) {
        public Answer {
            measures = List.copyOf(measures);
        }

        /** To a collective; none in answers from before these were told apart. */
        public List<Measure> toCollective() {
            return collective == null ? List.of() : collective;
        }

        /** Each once, as the reporter is told. */
        List<Measure> allMeasures() {
            return Stream.concat(measures.stream(), toCollective().stream())
                    .distinct()
                    .toList();
        }
    }

    /** The reporter's verdict. */
    record Rating(
            Solved solved,
            @Nullable Integer score,
            @Nullable SealedText words,
            Instant ratedAt) {}

    /**
     * How it ended without an answer of its own.
     *
     * @param before where a joined case stood, so that it can stand there again
     */
    record Ending(
            Instant at,
            @Nullable String intoCaseId,
            @Nullable String intoReference,
            @Nullable Bilingual to,
            @Nullable SealedText words,
            @Nullable Before before) {
        static Ending merged(Instant at, String intoCaseId, String intoReference, Before before) {
            return new Ending(at, intoCaseId, intoReference, null, null, before);
        }

        static Ending handedOver(Instant at, Bilingual to, SealedText advice) {
            return new Ending(at, null, null, to, advice, null);
        }

        static Ending withdrawn(Instant at, @Nullable SealedText reason) {
            return new Ending(at, null, null, null, reason, null);
        }
    }

    /**
     * What joining a case to another one put away.
     *
     * @param answers how many it had: one that was reopened has an old one
     */
    record Before(CaseState state, List<Watch> watches, int answers) {
        public Before {
            watches = List.copyOf(watches);
        }
    }

    /**
     * A second matter in the same report, which becomes a case of its own.
     *
     * @param from code of the agency that split it off: if another one gets it, that was its transfer; absent where Home Affairs
     *     did it
     */
    record Part(
            String caseId,
            SealedText text,
            @Nullable String agencyCode,
            ComplaintKind kind,
            Instant splitAt,
            @Nullable String from) {}

    /** Another case of the same matter. */
    record Link(String caseId, String reference) {}

    /** Something this case still has to do to another one. Done again after a crash, so doing it twice is harmless. */
    record Todo(Kind kind, String caseId, Instant since) {
        enum Kind {
            /** Open the case file of a part that was split off. */
            OPEN_PART,
            /** Answer the reporters whose cases were joined to this one. */
            ANSWER_MERGED,
            /** See whether the case this one was joined to has been answered in the meantime. */
            ASK_TARGET,
            /** Tell the case this one was joined to that it left. */
            LEAVE_TARGET,
            /** The reporter took this one back: those joined to it stand on their own again. */
            RELEASE_MERGED,
            /** This one was handed over: so are those joined to it. */
            HAND_OVER_MERGED
        }
    }

    /**
     * A line of the history.
     *
     * @param by the office, never the person
     * @param words what was written, for those who may read the case
     */
    record Entry(
            Instant at,
            Bilingual by,
            Bilingual what,
            @Nullable SealedText words) {
        /** Not the system nor the reporter. */
        public boolean byOffice() {
            return !by.equals(Circumstances.SYSTEM) && !by.equals(Circumstances.REPORTER);
        }
    }
}
