package vn.congvu.intake.datarequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.vault.Person;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.AuditedAnswer;

/** What reporters ask about their own data, for the custodian, who answers within 2 working days. */
@RestController
@RequestMapping("/api/v1/data-requests")
@PreAuthorize("hasRole('CUSTODIAN')")
@Tag(name = "personal data", description = "Yêu cầu về dữ liệu cá nhân")
class DataRequestController {
    private static final int SHORTEST_ANSWER = 20;

    private final DataRequestDesk desk;

    DataRequestController(DataRequestDesk desk) {
        this.desk = desk;
    }

    record Listed(List<DataRequestView> items) implements AuditedAnswer {}

    record NewAnswer(
            @Nullable Boolean grant,

            @Schema(minLength = SHORTEST_ANSWER, description = "The reporter reads it") @Nullable
            String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonView(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String onBehalfOf) {
        static PersonView of(Person person) {
            return new PersonView(person.name(), person.phone(), person.email(), person.address(), person.onBehalfOf());
        }

        /** Keeps the person out of logs. */
        @Override
        public String toString() {
            return "PersonView[private]";
        }
    }

    /**
     * For the screen of one viewer only.
     *
     * @param right what the reporter says is right, of a correction
     * @param viewer whose name stands across the page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenedView(
            String reference,
            PersonView now,
            @Nullable PersonView right,
            String viewer,
            Instant openedAt,
            int openedCount)
            implements AuditedAnswer {}

    @GetMapping
    @Audited(AuditAction.DATA_REQUESTS_READ)
    @Operation(summary = "Those that wait, the next due first; then the newest 200")
    ResponseEntity<Listed> list(Caller caller) {
        return answer(
                new Listed(desk.list(caller).stream().map(DataRequestView::of).toList()));
    }

    @GetMapping("/{id}")
    @Audited(AuditAction.DATA_REQUESTS_READ)
    @Operation(summary = "One request")
    ResponseEntity<DataRequestView> get(@PathVariable String id, Caller caller) {
        return answer(DataRequestView.of(desk.get(caller, id)));
    }

    @PostMapping("/{id}/opening")
    @Audited(AuditAction.IDENTITY_OPENED)
    @Operation(
            summary = "Look who asks, and what is to be corrected",
            description = "While the request waits. Each call counts, and the reporter sees the count")
    @ApiResponse(responseCode = "409", description = "It was answered already, or no identity is kept")
    ResponseEntity<OpenedView> open(@PathVariable String id, Caller caller) {
        var opened = desk.open(caller, id);
        return answer(new OpenedView(
                opened.request().reference(),
                PersonView.of(opened.now()),
                opened.right() == null ? null : PersonView.of(opened.right()),
                caller.title() == null ? caller.subject() : caller.title() + " (" + caller.subject() + ")",
                opened.at(),
                opened.openedCount()));
    }

    @PostMapping("/{id}/answer")
    @Audited(AuditAction.DATA_REQUEST_ANSWERED)
    @Operation(
            summary = "Grant or refuse",
            description =
                    "Once. Granted, it is done at once: the copy is open to the reporter for a week, the correction"
                            + " stands in the vault, the identity is erased for good")
    @ApiResponse(responseCode = "409", description = "It was answered already; `present` says how")
    ResponseEntity<DataRequestView> decide(@PathVariable String id, @RequestBody NewAnswer answer, Caller caller) {
        var typed = new Typed();
        var text = typed.text("text", answer.text());
        if (!text.isEmpty() && text.length() < SHORTEST_ANSWER) {
            typed.problem(
                    "text",
                    "Hãy viết câu trả lời rõ ràng, ít nhất 20 ký tự; người gửi sẽ đọc.",
                    "Give a clear answer, of 20 characters or more; the reporter reads it.");
        }
        var grant = answer.grant();
        if (grant == null) {
            typed.problem("grant", "Hãy chọn thực hiện hoặc từ chối.", "Choose to grant or to refuse.");
        }
        typed.refuseIfWrong();
        return answer(DataRequestView.of(desk.answer(caller, id, Boolean.TRUE.equals(grant), text)));
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
