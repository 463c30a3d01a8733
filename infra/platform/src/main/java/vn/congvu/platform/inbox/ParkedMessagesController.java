package vn.congvu.platform.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.inbox.ParkedMessages.ParkedMessage;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;

/** What could not be applied, for ADMIN: looked at, and replayed when its cause is gone. */
@RestController
@RequestMapping("/api/v1/{service:intake|cases|notify}/parked")
@PreAuthorize("hasRole('ADMIN')")
class ParkedMessagesController {
    private static final int PAGE = 50;
    private static final ProblemType NOT_PARKED =
            new ProblemType("not-parked", 404, new Bilingual("Không có bản tin này", "No such parked message"));
    private static final ProblemType NOT_REPLAYABLE =
            new ProblemType("not-replayable", 409, new Bilingual("Không thể chạy lại", "Can't be replayed"));

    private final ParkedMessages parked;
    private final InboxWorker worker;

    ParkedMessagesController(ParkedMessages parked, InboxWorker worker) {
        this.parked = parked;
        this.worker = worker;
    }

    @GetMapping
    @Audited(AuditAction.PARKED_READ)
    Page<ParkedMessage> list(@RequestParam(required = false) @Nullable String cursor) {
        List<ParkedMessage> items = parked.newest(cursor, PAGE);
        return new Page<>(items, items.size() < PAGE ? null : items.getLast().parkedAt());
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Audited(AuditAction.PARKED_REPLAYED)
    void replay(@PathVariable String id) {
        var message = parked.get(id)
                .orElseThrow(() -> new Problem(
                        NOT_PARKED,
                        new Bilingual(
                                "Bản tin có thể đã được chạy lại. Hãy tải lại danh sách.",
                                "It may have been replayed already. Load the list again.")));
        var envelope = parked.envelope(id)
                .orElseThrow(
                        () -> new Problem(
                                NOT_REPLAYABLE,
                                new Bilingual(
                                        "Nội dung không đọc được nên không thể chạy lại; nơi gửi sẽ gửi lại khi đối soát.",
                                        "Its bytes can't be read; the publisher sends the event again at the next comparison.")));
        worker.replay(id, envelope, message.queue());
    }
}
