package vn.congvu.intake.hotline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.phone.PhoneNumber;
import vn.congvu.intake.tracking.Progress;
import vn.congvu.intake.tracking.ProgressBook;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.audit.AuditTrail;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.problem.Problems;

/** What somebody who calls has reported before, found by the number inside the vault: where it stands, and none of its words. */
@RestController
@Tag(name = "hotline")
class CallerHistory {
    private static final int MOST = 20;

    private final Vault vault;
    private final Complaints complaints;
    private final ProgressBook book;
    private final AuditTrail trail;

    CallerHistory(Vault vault, Complaints complaints, ProgressBook book, AuditTrail trail) {
        this.vault = vault;
        this.complaints = complaints;
        this.book = book;
        this.trail = trail;
    }

    /** In the body: addresses are logged. */
    record Who(@Schema(example = "0912 345 678") @Nullable String phone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Earlier(
            String reference,
            Instant receivedAt,
            Channel channel,
            Bilingual state,
            @Nullable AgencyRef agency,
            @Nullable Instant dueAt) {}

    record Known(List<Earlier> reports) {}

    @Audited(AuditAction.CALLER_LOOKED_UP)
    @PostMapping("/api/v1/hotline/callers")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(
            summary = "Earlier reports of a number, the newest first",
            description = "At most 20, without their words. Each look is in the audit trail.")
    ResponseEntity<Known> known(@RequestBody Who who, Caller caller) {
        var number =
                switch (PhoneNumber.read(who.phone() == null ? "" : who.phone())) {
                    case PhoneNumber.Reading.Readable(PhoneNumber readable) -> readable;
                    case PhoneNumber.Reading.Emergency _, PhoneNumber.Reading.Unreadable _ ->
                        throw Problems.invalid(
                                "phone",
                                "Số này không đọc được. Hãy nhập ví dụ 0912 345 678.",
                                "This number can't be read. Write for instance 0912 345 678.");
                };
        var own = complaints.byContacts(vault.contactsOf(vault.personKey(number.e164()))).stream()
                .sorted(Comparator.comparing(Complaint::receivedAt).reversed())
                .limit(MOST)
                .toList();
        trail.record(
                caller,
                AuditAction.CALLER_LOOKED_UP,
                Outcome.DONE,
                own.stream().map(Complaint::reference).toList(),
                "reports = " + own.size());
        var progress = book.findAll(own.stream().map(Complaint::id).toList()).stream()
                .collect(Collectors.toMap(Progress::id, Function.identity()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Known(own.stream()
                        .map(one ->
                                earlier(one, progress.getOrDefault(one.id(), Progress.none(one.id(), one.reference()))))
                        .toList()));
    }

    private static Earlier earlier(Complaint one, Progress progress) {
        var first = progress.cases().isEmpty() ? null : progress.cases().getFirst();
        return new Earlier(
                one.reference(),
                one.receivedAt(),
                one.channel(),
                progress.state().words(),
                first == null ? null : first.agency(),
                first == null ? null : first.dueAt());
    }
}
