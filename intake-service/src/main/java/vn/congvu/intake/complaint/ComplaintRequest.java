package vn.congvu.intake.complaint;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.intake.vault.Person;

/** A report as a form or program sends it. Only the text must be there. */
public record ComplaintRequest(
        @Nullable ComplaintKind kind,

        @Schema(type = "string", implementation = Misconduct.class)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable
        List<Misconduct> misconduct,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = Typed.LONGEST_TEXT,
                example = "Cán bộ bộ phận Một cửa nói trống không, bắt tôi đi lại ba lần.")
        @Nullable
        String text,

        @Schema(description = "a code of GET /api/v1/agencies, or any words for the agency", example = "SXD") @Nullable
        String agencyCode,

        @Nullable String dossierCode,
        @Schema(example = "25459") @Nullable String communeCode,
        @Nullable String field,
        @Nullable Accused accused,
        @Nullable LocalDate occurredOn,
        @Nullable Reporter reporter,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) @Nullable
        Language language) {

    /** Longer than any official name; more is not a name. */
    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_CODE = 100;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9._-]{0,19}");

    /** @param head whether it is the head or a deputy, so that the superior agency answers */
    public record Accused(
            @Nullable String name,
            @Nullable String position,
            @Nullable Boolean head) {}

    /** All of it may be left out: reports may be anonymous. */
    public record Reporter(
            @Nullable String name,
            @Schema(example = "0912 345 678") @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {

        /** Keeps the person out of logs. */
        @Override
        public String toString() {
            return "Reporter[private]";
        }
    }

    /**
     * Reads every field; what is wrong is collected in {@code typed}. The directory is not ours, so what can be a code goes on as
     * one, and the words always stay beside it.
     */
    public Complaint.Content content(Typed typed, ZonedDateTime now) {
        var clean = typed.text("text", text);
        var agency = Optional.ofNullable(typed.line("agencyCode", agencyCode, LONGEST_ADDRESS));
        var code = agency.map(words -> words.toUpperCase(Locale.ROOT))
                .filter(words -> CODE.matcher(words).matches());
        return new Complaint.Content(
                kind,
                misconduct == null ? List.of() : misconduct.stream().distinct().toList(),
                clean,
                text == null ? "" : text,
                code.orElse(null),
                agency.orElse(null),
                typed.line("dossierCode", dossierCode, LONGEST_CODE),
                typed.line("communeCode", communeCode, LONGEST_CODE),
                typed.line("field", field, LONGEST_CODE),
                accused(typed),
                typed.past(
                        "occurredOn",
                        occurredOn,
                        now.withZoneSameInstant(VIETNAM).toLocalDate()));
    }

    private Complaint.@Nullable AccusedOfficial accused(Typed typed) {
        if (accused == null) {
            return null;
        }
        var name = typed.line("accused.name", accused.name(), LONGEST_NAME);
        var position = typed.line("accused.position", accused.position(), LONGEST_NAME);
        boolean head = Boolean.TRUE.equals(accused.head());
        return name == null && position == null && !head ? null : new Complaint.AccusedOfficial(name, position, head);
    }

    /** Who reports, as far as they say. */
    public Person person(Typed typed) {
        return reporter == null
                ? Person.anonymous()
                : new Person(
                        typed.line("reporter.name", reporter.name(), LONGEST_NAME),
                        typed.phone("reporter.phone", reporter.phone()),
                        typed.email("reporter.email", reporter.email()),
                        typed.line("reporter.address", reporter.address(), LONGEST_ADDRESS),
                        null);
    }

    /** The report as it will be stored. */
    Submission submission(String ingestKey, ZonedDateTime now) {
        var typed = new Typed();
        var submission = new Submission(
                ingestKey, Channel.WEB, languageOrDefault(), content(typed, now), person(typed), true, null);
        typed.refuseIfWrong();
        return submission;
    }

    public Language languageOrDefault() {
        return language == null ? Language.VI : language;
    }

    /** Keeps the person and the words out of logs. */
    @Override
    public String toString() {
        return "ComplaintRequest[private]";
    }
}
