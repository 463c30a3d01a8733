package vn.congvu.notify.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Language;
import vn.congvu.notify.template.Messages;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** What is new for the caller's office. */
@RestController
@RequestMapping("/api/v1/notices/mine")
@PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'MONITOR', 'CUSTODIAN')")
@Tag(name = "Notices")
class OfficeNewsController {
    private final OfficeNews news;
    private final Messages messages;

    OfficeNewsController(OfficeNews news, Messages messages) {
        this.news = news;
        this.messages = messages;
    }

    /**
     * @param title the subject of the message, by the template in force
     * @param page where the matter is looked at, absent where there is none
     * @param toSign whether a letter waits for a signature because of it
     */
    record NewsView(
            String id,
            @Schema(example = "office-case-assigned") String template,
            Bilingual title,
            @Schema(example = "7K3F9QXM2D") String reference,
            @Nullable AgencyRef agency,

            @Schema(example = "/staff/cases/0197f0c2") @Nullable
            String page,

            boolean toSign,
            Instant at,
            boolean read) {}

    /** @param unread how many of the items */
    record News(List<NewsView> items, long unread) {}

    /** @param until when the newest message was told that was looked at */
    record Until(@Nullable Instant until) {}

    @NotAudited("the own office's messages, without persons and words")
    @GetMapping
    @Operation(
            summary = "What the caller's office was told in the last thirty days, newest first",
            description = "The same messages as in the office's mailbox; what is read is kept for each account.")
    News mine(Caller caller) {
        var items = news.of(caller);
        return new News(
                items.stream().map(item -> view(item.notice(), item.read())).toList(),
                items.stream().filter(item -> !item.read()).count());
    }

    @NotAudited("a mark of the caller's own")
    @PostMapping("/{id}/read")
    @Operation(summary = "One of them was read")
    NewsView read(@PathVariable String id, Caller caller) {
        return news.read(id, caller)
                .map(notice -> view(notice, true))
                .orElseThrow(() -> new Problem(
                        NoticeProblems.UNKNOWN,
                        new Bilingual(
                                "Xem danh sách tại /api/v1/notices/mine.",
                                "See /api/v1/notices/mine for those there are.")));
    }

    @NotAudited("a mark of the caller's own")
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Everything told by then was read")
    void readUntil(@RequestBody Until body, Caller caller) {
        var until = body.until();
        if (until == null) {
            throw Problems.invalid("until", "Gửi thời điểm của tin mới nhất đã xem.", "Send when the newest was told.");
        }
        news.readUntil(until, caller);
    }

    private NewsView view(Notice notice, boolean read) {
        var page = notice.values().get("page");
        return new NewsView(
                notice.id(),
                notice.kind().slug(),
                new Bilingual(title(notice, Language.VI), title(notice, Language.EN)),
                notice.reference(),
                notice.agency(),
                page == null ? null : URI.create(page).getPath(),
                notice.values().containsKey("sign"),
                notice.createdAt(),
                read);
    }

    private String title(Notice notice, Language language) {
        return messages.mail(notice.kind(), language, notice.values()).subject();
    }
}
