package vn.congvu.notify.follow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.apology.ApologyDesk;
import vn.congvu.notify.site.Site;

/** Collects what a message may mention, in the recipient's language. What is absent is left out. */
final class Facts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Site site;
    private final Language language;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, SealedText> words = new HashMap<>();
    private @Nullable String complaintId;
    private @Nullable AgencyRef agency;

    Facts(Site site, Language language, String reference, ApologyDesk.@Nullable Published apology) {
        this.site = site;
        this.language = language;
        values.put("reference", spoken(reference));
        values.put("page", site.trackingPage());
        values.put("board", site.board());
        if (apology != null) {
            values.put("number", apology.number());
            values.put("letter", apology.letter());
        }
    }

    Facts complaint(@Nullable String id) {
        complaintId = id;
        return this;
    }

    Facts agency(AgencyRef by) {
        agency = by;
        return with("agency", by.name());
    }

    Facts with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value);
        }
        return this;
    }

    Facts with(String name, Bilingual value) {
        return with(
                name,
                switch (language) {
                    case VI -> value.vi();
                    case EN -> value.en();
                });
    }

    Facts at(String name, @Nullable Instant moment) {
        return moment == null ? this : with(name, site.dateTime(moment));
    }

    Facts day(String name, @Nullable LocalDate day) {
        return day == null ? this : with(name, DAY.format(day));
    }

    Facts on(String name, Instant day) {
        return with(name, site.date(day));
    }

    /** What people wrote stays sealed until it is sent. */
    Facts words(String name, SealedText written) {
        words.put(name, written);
        return this;
    }

    Facts reference(String name, String other) {
        return with(name, spoken(other));
    }

    /** Where an office looks at it, behind its sign-in. */
    Facts staffPage(Subject subject, String subjectId) {
        return with(
                "page",
                switch (subject) {
                    case CASE -> site.casePage(subjectId);
                    case DOSSIER -> site.dossiersPage();
                });
    }

    /** Where the custodian answers it, behind the sign-in. */
    Facts dataRequestPage(String requestId) {
        return with("page", site.dataRequestPage(requestId));
    }

    private static String spoken(String reference) {
        return Reference.parse(reference).map(Reference::spoken).orElse(reference);
    }

    Map<String, String> values() {
        return Map.copyOf(values);
    }

    Map<String, SealedText> words() {
        return Map.copyOf(words);
    }

    @Nullable
    String complaintId() {
        return complaintId;
    }

    @Nullable
    AgencyRef agency() {
        return agency;
    }
}
