package vn.congvu.notify.notice;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.notify.channel.Medium;
import vn.congvu.notify.template.MessageKind;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.AuditedAnswer;
import vn.congvu.platform.paging.Cursor;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices", description = "The delivery ledger: what was told to whom, without addresses and words")
class NoticeController {
    private static final int LARGEST_PAGE = 200;

    private final MongoTemplate mongo;
    private final Ledger ledger;
    private final Clock clock;

    NoticeController(MongoTemplate mongo, Ledger ledger, Clock clock) {
        this.mongo = mongo;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param dueAt when it is looked at next; absent when nothing more happens by itself
     * @param reason why it waits or failed
     */
    record NoticeView(
            String id,
            @Schema(example = "case-assigned") String template,
            MessageKind.Audience audience,
            @Nullable Medium medium,
            State state,
            @Schema(example = "quiet-hours") @Nullable String reason,
            boolean needsPerson,
            @Schema(example = "7K3F9QXM2D") String reference,
            int attempts,
            int parts,
            Instant createdAt,
            @Nullable Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt)
            implements AuditedAnswer {}

    /** What a person found out about a message. */
    enum Finding {
        @JsonProperty("sent")
        SENT,
        @JsonProperty("resend")
        RESEND
    }

    record Resolution(@Schema(example = "resend") @Nullable Finding outcome) {}

    @Audited(AuditAction.NOTICE_READ)
    @GetMapping
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    @Operation(summary = "Messages, newest first", description = "state=UNKNOWN and state=FAILED wait for a person.")
    Page<NoticeView> notices(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        int limit = Math.clamp(size, 1, LARGEST_PAGE);
        var criteria = new Criteria();
        if (state != null) {
            criteria = criteria.and("delivery.state").is(state);
        }
        if (reference != null) {
            criteria = criteria.and("reference").is(reference);
        }
        if (cursor != null) {
            criteria = after(criteria, cursor);
        }
        var found = mongo.find(
                Query.query(criteria)
                        .with(Sort.by(Sort.Direction.DESC, "createdAt", "_id"))
                        .limit(limit + 1),
                Notice.class);
        var items = found.stream().limit(limit).map(NoticeController::view).toList();
        return new Page<>(items, found.size() > limit ? cursor(found.get(limit - 1)) : null);
    }

    @Audited(AuditAction.NOTICE_READ)
    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    @Operation(summary = "One message")
    NoticeView notice(@PathVariable String id) {
        return view(stored(id));
    }

    @Audited(AuditAction.NOTICE_RESOLVED)
    @PostMapping("/{id}/resolve")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    @Operation(
            summary = "Decides about a message that may or may not have gone out",
            description =
                    "`sent`: it was found to have arrived. `resend`: it did not, send it again. Only when nothing more"
                            + " happens by itself; else 409.")
    NoticeView resolve(@PathVariable String id, @RequestBody Resolution resolution, Caller caller) {
        var outcome = resolution.outcome();
        if (outcome == null) {
            throw Problems.invalid("outcome", "Ghi sent hoặc resend.", "Say sent or resend.");
        }
        var notice = stored(id);
        if (!notice.delivery().needsPerson()) {
            throw new Problem(
                    NoticeProblems.NOT_OPEN,
                    new Bilingual(
                            "Tin báo đang ở trạng thái " + notice.delivery().state()
                                    + "; hệ thống tự xử lý hoặc đã xong.",
                            "The notice is " + notice.delivery().state()
                                    + "; the system sees to it or it is finished."));
        }
        var now = clock.instant();
        var next =
                switch (outcome) {
                    case SENT -> notice.delivery().sent(notice.delivery().providerId(), now);
                    case RESEND -> notice.delivery().again(now, "resent-by-a-person");
                };
        return view(ledger.write(notice, notice.with(next, caller.subject())));
    }

    private Notice stored(String id) {
        return ledger.find(id)
                .orElseThrow(() -> new Problem(
                        NoticeProblems.UNKNOWN,
                        new Bilingual(
                                "Xem danh sách tại /api/v1/notices.", "See /api/v1/notices for those there are.")));
    }

    private static Criteria after(Criteria criteria, String text) {
        try {
            var cursor = Cursor.decode(text, 2).orElseThrow(NoticeController::wrongCursor);
            var at = Instant.parse(cursor.values().get(0));
            return criteria.orOperator(
                    where("createdAt").lt(at),
                    where("createdAt").is(at).and("_id").lt(cursor.values().get(1)));
        } catch (DateTimeParseException notOurs) {
            throw wrongCursor();
        }
    }

    private static Problem wrongCursor() {
        return new Problem(
                NoticeProblems.WRONG_CURSOR,
                new Bilingual("Dùng giá trị next của trang trước.", "Use the value next of the page before."));
    }

    private static String cursor(Notice last) {
        return new Cursor(List.of(last.createdAt().toString(), last.id())).encode();
    }

    private static NoticeView view(Notice notice) {
        var delivery = notice.delivery();
        var attempt = delivery.attempt();
        return new NoticeView(
                notice.id(),
                notice.kind().slug(),
                notice.kind().audience(),
                attempt == null ? null : attempt.medium(),
                delivery.state(),
                delivery.reason(),
                delivery.needsPerson(),
                notice.reference(),
                delivery.attempts(),
                attempt == null ? 0 : attempt.parts(),
                notice.createdAt(),
                delivery.dueAt(),
                delivery.sentAt(),
                delivery.deliveredAt());
    }
}
