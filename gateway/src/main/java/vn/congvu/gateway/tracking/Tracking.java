package vn.congvu.gateway.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** The intake-service, as the reporter's page needs it. The code travels in bodies only. */
@HttpExchange("/api/v1/tracking")
interface Tracking {
    record Access(String reference, String accessCode) {
        @Override
        public String toString() {
            return "Access[" + reference + "]";
        }
    }

    record Message(
            String reference, String accessCode, @Nullable String text) {}

    record Rating(
            String reference,
            String accessCode,
            @Nullable String solved,
            @Nullable Integer score,
            @Nullable String words) {}

    record Reason(
            String reference, String accessCode, @Nullable String reason) {}

    record View(
            String reference,
            String state,
            Bilingual stateName,
            @Nullable String text,
            @Nullable AgencyRef agency,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable List<Step> timeline,
            @Nullable List<Written> messages,
            @Nullable List<File> attachments,
            @Nullable Answer answer,
            @Nullable List<Apology> apologies,
            @Nullable Rated rating,
            int identityOpenedCount,
            @Nullable TextFirst textFirst) {

        /** Whether what the reporter writes still reaches somebody. */
        public boolean open() {
            return switch (state) {
                case "HANDED_OVER", "WITHDRAWN", "CLOSED" -> false;
                default -> true;
            };
        }

        public boolean asked() {
            return "WAITING_FOR_REPORTER".equals(state);
        }

        public boolean answered() {
            return "ANSWERED".equals(state);
        }

        public boolean finished() {
            return answered() || !open();
        }
    }

    /** What to send from the phone that was given, to get messages there. */
    record TextFirst(String text, @Nullable String to) {}

    record Step(Instant at, Bilingual text, @Nullable String words) {}

    record Written(String from, @Nullable AgencyRef agency, String text, Instant at, boolean question) {
        public boolean mine() {
            return "REPORTER".equals(from);
        }
    }

    record File(String id, String mediaType, long bytes, Instant addedAt) {}

    record Answer(
            AgencyRef agency,
            String text,
            String finding,
            @Nullable List<String> measures,
            Instant answeredAt,
            boolean late,
            @Nullable Instant reopenUntil) {}

    record Apology(
            String id,
            String number,
            AgencyRef agency,
            Instant publishedAt,
            @Nullable Bilingual outcome) {}

    record Rated(
            String solved,
            @Nullable Integer score,
            @Nullable String words,
            Instant ratedAt) {}

    @PostExchange
    View track(@RequestBody Access access);

    @PostExchange("/messages")
    View write(@RequestHeader("Idempotency-Key") String key, @RequestBody Message message);

    @PostExchange("/rating")
    View rate(@RequestBody Rating rating);

    @PostExchange("/reopening")
    View reopen(@RequestBody Reason reason);

    @PostExchange("/withdrawal")
    View withdraw(@RequestBody Reason reason);
}
