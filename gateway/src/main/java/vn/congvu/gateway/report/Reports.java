package vn.congvu.gateway.report;

import static vn.congvu.platform.text.CleanText.oneLine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.choice.Foretellings;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;

/** Makes a report of what was typed, and sends it with its files. */
@Component
class Reports {
    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final Pattern PROOF = Pattern.compile("[A-Za-z0-9+/=]{1,2000}");

    private final Complaints complaints;
    private final Foretellings foretellings;
    private final Choices choices;

    Reports(Services services, Choices choices) {
        this.complaints = services.client(Service.INTAKE, Complaints.class);
        this.foretellings = services.client(Service.CASES, Foretellings.class);
        this.choices = choices;
    }

    /**
     * @param proof of work, where the form's script did some
     * @throws Refusal if something must be corrected
     * @throws ServiceAway if it can't be taken now; sending the same form again is safe
     */
    Complaints.Receipt send(ReportForm form, String text, @Nullable String proof) {
        var readable = proof != null && PROOF.matcher(proof).matches() ? proof : null;
        return complaints.send(keyOf(form), readable, complaint(form, text));
    }

    /**
     * What an operator wrote down of a call or a visit.
     *
     * @throws Refusal if something must be corrected
     * @throws ServiceAway if it can't be taken now; sending the same form again is safe
     */
    Complaints.Receipt write(ReportForm form, String text) {
        return complaints.write(keyOf(form), complaint(form, text));
    }

    private Complaints.Complaint complaint(ReportForm form, String text) {
        return new Complaints.Complaint(
                orNull(form.kind()),
                orNull(form.misconduct()),
                text,
                agency(form.agency()),
                orNull(form.dossierCode()),
                orNull(form.communeCode()),
                orNull(form.field()),
                accused(form),
                date(form.occurredOn()),
                reporter(form),
                LocaleContextHolder.getLocale().getLanguage().toUpperCase(Locale.ROOT),
                orNull(form.caller()),
                orNull(form.callId()),
                orNull(form.onBehalfOf()));
    }

    /** Absent when the rules can't be asked now; a report can be sent all the same. */
    Foretellings.@Nullable Foretold foretell(ReportForm form) {
        try {
            return foretellings.foretell(new Foretellings.Draft(
                    orNull(form.text()),
                    orNull(form.kind()),
                    orNull(form.misconduct()),
                    agency(form.agency()),
                    orNull(form.dossierCode()),
                    orNull(form.communeCode()),
                    orNull(form.field()),
                    Boolean.TRUE.equals(form.accusedHead())));
        } catch (Refusal | ServiceAway unavailable) {
            log.info("no preview: {}", unavailable.getMessage());
            return null;
        }
    }

    /** @throws Refusal if the number can't be read */
    List<Complaints.Earlier> earlier(String phone) {
        return complaints.known(new Complaints.Caller(phone)).reports();
    }

    private static String keyOf(ReportForm form) {
        return form.key() == null ? ReportForm.newKey() : form.key();
    }

    /** @return the names of the files that were not stored */
    List<String> attach(Complaints.Receipt receipt, List<MultipartFile> files) {
        List<String> lost = new ArrayList<>();
        for (var file : files) {
            try {
                complaints.attach(receipt.reference(), receipt.accessCode(), parts(file));
            } catch (Refusal | ServiceAway failure) {
                log.warn("an attachment of {} was not stored: {}", receipt.reference(), failure.getMessage());
                lost.add(nameOf(file) + (failure instanceof Refusal refusal ? reason(refusal) : ""));
            }
        }
        return lost;
    }

    private static LinkedMultiValueMap<String, Object> parts(MultipartFile file) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDispositionFormData("file", nameOf(file));
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new HttpEntity<>(file.getResource(), headers));
        return parts;
    }

    private static String nameOf(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "tep-dinh-kem" : oneLine(name);
    }

    private static String reason(Refusal refusal) {
        return refusal.detail() == null ? "" : " – " + refusal.detail();
    }

    /** The code where the words mean one agency, else the words: a person will understand them. */
    private @Nullable String agency(@Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : choices.agencyCalled(words).orElse(oneLine(words));
    }

    private static Complaints.@Nullable Accused accused(ReportForm form) {
        boolean head = Boolean.TRUE.equals(form.accusedHead());
        var position = orNull(form.accusedPosition());
        var name = orNull(form.accusedName());
        return name == null && position == null && !head ? null : new Complaints.Accused(name, position, head);
    }

    private static Complaints.@Nullable Reporter reporter(ReportForm form) {
        if (Boolean.TRUE.equals(form.anonymous())) {
            return null;
        }
        var reporter = new Complaints.Reporter(
                orNull(form.name()), orNull(form.phone()), orNull(form.email()), orNull(form.address()));
        return reporter.equals(new Complaints.Reporter(null, null, null, null)) ? null : reporter;
    }

    /** Browsers send ISO dates; what is none is left to the text, which has the story. */
    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
