package vn.congvu.cases.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.watch.Moments;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.text.CleanText;

/** Checks one dossier as it came, from JSON or CSV alike: everything that is wrong is said at once. */
final class RowReader {
    /** The fields of a row, as JSON and the CSV header call them. */
    static final Set<String> FIELDS = Set.of(
            "code",
            "procedure",
            "field",
            "agencyCode",
            "receivedAt",
            "dueAt",
            "dueOn",
            "finishedAt",
            "state",
            "online",
            "paidOnline",
            "applicantName",
            "applicantPhone",
            "applicantEmail");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,59}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 .()-]{6,20}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{3,190}");

    private final Map<String, String> row;
    private final DirectoryView directory;
    private final WorkCalendars calendars;
    private final List<FieldProblem> errors = new ArrayList<>();

    RowReader(Map<String, String> row, DirectoryView directory, WorkCalendars calendars) {
        this.row = row;
        this.directory = directory;
        this.calendars = calendars;
    }

    List<FieldProblem> errors() {
        return errors;
    }

    /** Empty when something is wrong; {@link #errors} says what. */
    Optional<Fed> read() {
        row.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> wrong(name, "Không có trường này.", "There is no such field."));
        var code = code();
        var procedure = text("procedure", 500, true);
        var field = text("field", 200, false);
        var agency = agency();
        var calendar = agency == null ? calendars.common() : calendars.of(agency.code());
        var received = instant("receivedAt", calendar, true);
        var due = due(calendar);
        var finished = instant("finishedAt", calendar, false);
        var state = state();
        var online = truth("online");
        var paid = truth("paidOnline");
        var applicant = applicant();
        if (state == DossierState.FINISHED && finished == null && value("finishedAt") == null) {
            wrong("finishedAt", "Hồ sơ đã có kết quả phải có ngày hoàn thành.", "A finished dossier says when.");
        }
        if (received != null && due != null && due.isBefore(received)) {
            wrong("dueAt", "Ngày hẹn phải sau ngày tiếp nhận.", "The promised date is before the receipt.");
        }
        if (received != null && finished != null && finished.isBefore(received)) {
            wrong("finishedAt", "Ngày hoàn thành phải sau ngày tiếp nhận.", "Finished before it was received.");
        }
        if (!errors.isEmpty()
                || code == null
                || procedure == null
                || agency == null
                || received == null
                || due == null
                || state == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Fed(code, procedure, field, agency, received, due, finished, state, online, paid, applicant));
    }

    private @Nullable String code() {
        var code = value("code");
        if (code == null || !CODE.matcher(code).matches()) {
            wrong(
                    "code",
                    "Mã hồ sơ gồm 3-60 chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.",
                    "3 to 60 letters, digits, dots, hyphens and underscores.");
            return null;
        }
        return code;
    }

    private @Nullable AgencyRef agency() {
        var code = value("agencyCode");
        var agency = code == null ? null : directory.known(code).orElse(null);
        if (agency == null) {
            wrong("agencyCode", "Không có cơ quan mang mã này.", "There is no agency of this code.");
            return null;
        }
        return agency.ref();
    }

    private @Nullable DossierState state() {
        var name = value("state");
        var state = name == null ? Optional.of(DossierState.RECEIVED) : DossierState.parse(name);
        if (state.isEmpty()) {
            wrong(
                    "state",
                    "Phải là received, supplemented, finished, returned hoặc withdrawn.",
                    "One of received, supplemented, finished, returned, withdrawn.");
        }
        return state.orElse(null);
    }

    private @Nullable Instant due(WorkCalendar calendar) {
        var day = value("dueOn");
        if (day == null) {
            return instant("dueAt", calendar, true);
        }
        if (value("dueAt") != null) {
            wrong("dueOn", "Chỉ ghi một trong hai: dueAt hoặc dueOn.", "Either dueAt or dueOn, not both.");
            return null;
        }
        try {
            return Moments.closing(LocalDate.parse(day), calendar);
        } catch (DateTimeParseException unreadable) {
            wrong("dueOn", "Ngày viết theo dạng 2026-03-31.", "A day is written as 2026-03-31.");
            return null;
        }
    }

    private @Nullable Applicant applicant() {
        var name = text("applicantName", 200, false);
        var phone = value("applicantPhone");
        var email = value("applicantEmail");
        if (phone != null && !PHONE.matcher(phone).matches()) {
            wrong("applicantPhone", "Số điện thoại không đúng.", "Not a phone number.");
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            wrong("applicantEmail", "Địa chỉ thư điện tử không đúng.", "Not an e-mail address.");
        }
        return name == null && phone == null && email == null ? null : new Applicant(name, phone, email);
    }

    private boolean truth(String name) {
        var value = value(name);
        if (value == null || value.equalsIgnoreCase("false") || value.equals("0")) {
            return false;
        }
        if (!value.equalsIgnoreCase("true") && !value.equals("1")) {
            wrong(name, "Phải là true hoặc false.", "Either true or false.");
        }
        return true;
    }

    private @Nullable String text(String name, int most, boolean required) {
        var value = value(name);
        if (value == null) {
            if (required) {
                wrong(name, "Phải có.", "Is missing.");
            }
            return null;
        }
        if (value.codePointCount(0, value.length()) > most) {
            wrong(name, "Dài nhất " + most + " ký tự.", "At most " + most + " characters.");
        }
        return value;
    }

    private @Nullable Instant instant(String name, WorkCalendar calendar, boolean required) {
        var value = value(name);
        if (value == null) {
            if (required) {
                wrong(name, "Phải có.", "Is missing.");
            }
            return null;
        }
        try {
            return instant(value, calendar.zone());
        } catch (DateTimeParseException unreadable) {
            wrong(
                    name,
                    "Thời điểm viết theo dạng 2026-03-31T16:30:00+07:00.",
                    "A moment is written as 2026-03-31T16:30:00+07:00.");
            return null;
        }
    }

    /** With an offset, or local time of the agency; a day alone is its beginning. */
    private static Instant instant(String value, ZoneId zone) {
        if (!value.contains("T")) {
            return LocalDate.parse(value).atStartOfDay(zone).toInstant();
        }
        boolean offset = value.endsWith("Z") || value.lastIndexOf('+') > 10 || value.lastIndexOf('-') > 10;
        var at = offset
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDateTime.parse(value).atZone(zone).toInstant();
        return Instant.ofEpochMilli(at.toEpochMilli());
    }

    private @Nullable String value(String name) {
        var raw = row.get(name);
        if (raw == null) {
            return null;
        }
        var clean = CleanText.oneLine(raw);
        return clean.isEmpty() ? null : clean;
    }

    private void wrong(String field, String vi, String en) {
        errors.add(new FieldProblem(field, new Bilingual(vi, en)));
    }
}
