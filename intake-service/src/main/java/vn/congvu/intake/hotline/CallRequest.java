package vn.congvu.intake.hotline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.intake.complaint.ComplaintRequest;
import vn.congvu.intake.complaint.Submission;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.vault.Person;

/**
 * A call or visit as a clerk writes it down: a report, and who spoke.
 *
 * @param caller who called, if it shows
 * @param callId of the telephone exchange or provider; a recording of the same call joins this report
 * @param onBehalfOf whom the caller or visitor spoke for
 */
record CallRequest(
        @Nullable ComplaintKind kind,

        @Schema(type = "string", implementation = Misconduct.class)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable
        List<Misconduct> misconduct,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "Người dân báo: bộ phận Một cửa đóng cửa lúc 15 giờ 30 ngày thứ Sáu.")
        @Nullable
        String text,

        @Nullable String agencyCode,
        @Nullable String dossierCode,
        @Nullable String communeCode,
        @Nullable String field,
        ComplaintRequest.@Nullable Accused accused,
        @Nullable LocalDate occurredOn,
        ComplaintRequest.@Nullable Reporter reporter,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) @Nullable
        Language language,

        @Schema(type = "string", example = "0276 3822 233") @Nullable
        Caller caller,

        @Nullable String callId,
        @Nullable String onBehalfOf) {

    private static final int LONGEST_NAME = 200;

    /** A number, or a number and a name: {@code "02763822233"}, {@code {"phone": "02763822233", "name": "..."}}. */
    record Caller(@Nullable String phone, @Nullable String name) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Caller {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Caller of(String phone) {
            return new Caller(phone, null);
        }

        /** Keeps the person out of logs. */
        @Override
        public String toString() {
            return "Caller[private]";
        }
    }

    /** The report as it will be stored. */
    Submission submission(String ingestKey, ZonedDateTime now) {
        var typed = new Typed();
        var request = new ComplaintRequest(
                kind,
                misconduct,
                text,
                agencyCode,
                dossierCode,
                communeCode,
                field,
                accused,
                occurredOn,
                reporter,
                language);
        var content = request.content(typed, now);
        var named = request.person(typed);
        var phone = caller == null ? null : typed.phone("caller", caller.phone());
        var name = caller == null ? null : typed.line("caller.name", caller.name(), LONGEST_NAME);
        var person = new Person(
                named.name() == null ? name : named.name(),
                named.phone() == null ? phone : named.phone(),
                named.email(),
                named.address(),
                typed.line("onBehalfOf", onBehalfOf, LONGEST_NAME));
        typed.refuseIfWrong();
        return new Submission(ingestKey, Channel.OPERATOR, request.languageOrDefault(), content, person, false, null);
    }

    /** Keeps the person and the words out of logs. */
    @Override
    public String toString() {
        return "CallRequest[private]";
    }
}
