package vn.congvu.notify.apology;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.site.Site;

/**
 * One entry of the public board: nothing about the person, nothing that a citizen wrote.
 *
 * @param daysLate begun calendar days, until the outcome or until now; absent where nothing was missed
 * @param reason the agency's words
 * @param ground of one made by hand
 * @param signed by the head; else it went out in the agency's name
 * @param letter address of the letter
 */
record Entry(
        String id,
        @Schema(example = "05/PXL-SNV") String number,
        AgencyRef agency,
        @Schema(example = "Đất đai") @Nullable String field,
        Subject subject,
        @Schema(example = "7K3F9QXM2D") String reference,

        @Schema(example = "Cấp đổi giấy chứng nhận quyền sử dụng đất") @Nullable
        String procedure,

        ApologyCause cause,
        ApologyKind kind,
        @Nullable Bilingual ground,

        @Schema(description = "Not the first miss of this matter")
        boolean repeated,

        @Schema(example = "3") @Nullable Long daysLate,
        @Nullable Instant dueAt,
        @Nullable Instant newDueAt,
        @Nullable String reason,
        @Schema(example = "Giám đốc Sở Nội vụ") String signer,
        Instant publishedAt,
        Instant changedAt,
        List<Correction> corrections,
        @Nullable Outcome outcome,
        boolean signed,
        String letter,
        String pdf,
        Verification verification) {
    /**
     * @param code as the letter prints it
     * @param intact whether the entry still says what was published under that code
     */
    record Verification(@Schema(example = "XL-7K3F9-QXM2D") String code, boolean intact) {}

    record Correction(String text, Instant at, String by) {}

    record Outcome(
            @Schema(
                    example =
                            "{\"vi\": \"Đã trả lời ngày 05/02/2026, chậm 3 ngày\", \"en\": \"Answered on 05/02/2026, 3 days late\"}")
            Bilingual text,

            Instant at,

            @Schema(example = "3", description = "Absent when in time") @Nullable
            Integer lateWorkingDays) {}

    static Entry of(Apology apology, Site site, Instant now) {
        var outcome = apology.outcome();
        return new Entry(
                apology.id(),
                apology.number(),
                apology.agency(),
                apology.field(),
                apology.subject(),
                apology.reference(),
                apology.procedure(),
                apology.cause(),
                ApologyKind.of(apology.cause(), apology.subject()),
                apology.ground() == null ? null : apology.ground().words(),
                apology.repeated(),
                apology.daysLate(now),
                apology.dueAt(),
                apology.newDueAt(),
                apology.shownReason(),
                apology.signer(),
                apology.publishedAt(),
                apology.changedAt(),
                apology.corrections().stream()
                        .map(correction -> new Correction(correction.text(), correction.at(), correction.by()))
                        .toList(),
                outcome == null ? null : new Outcome(outcome.text(), outcome.at(), outcome.lateWorkingDays()),
                apology.signed() != null,
                site.url(BoardAddresses.letter(apology.id())),
                site.url(BoardAddresses.pdf(apology.id())),
                new Verification(VerificationCode.spoken(apology.verification()), apology.intact()));
    }
}
