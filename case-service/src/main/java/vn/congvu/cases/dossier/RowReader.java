package vn.congvu.cases.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.NoWorkingTime;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.platform.problem.FieldProblem;

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
            "workingDays",
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

    private static final int MOST_WORKING_DAYS = 366;
    private static final Duration LONGEST = Duration.ofDays(40 * 366L);

    private final FedRow row;
    private final DirectoryView directory;
    private final WorkCalendars calendars;
    private final Function<Instant, LocalTime> lastReceipt;

    /** @param lastReceipt the hour after which the counter takes nothing more for the day, by the policy of a moment */
    RowReader(
            Map<String, String> row,
            DirectoryView directory,
            WorkCalendars calendars,
            Function<Instant, LocalTime> lastReceipt) {
        this.row = new FedRow(row);
        this.directory = directory;
        this.calendars = calendars;
        this.lastReceipt = lastReceipt;
    }

    List<FieldProblem> errors() {
        return row.errors();
    }

    /** Empty when something is wrong; {@link #errors} says what. */
    Optional<Fed> read() {
        row.cells().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> row.wrong(name, "Không có trường này.", "There is no such field."));
        var code = code();
        var procedure = row.text("procedure", 500, true);
        var field = row.text("field", 200, false);
        var agency = agency();
        var calendar = agency == null ? calendars.common() : calendars.of(agency.code());
        var received = row.instant("receivedAt", calendar, true);
        var promised = promised(calendar);
        var due = promised == null || received == null ? null : due(promised, received, calendar);
        var finished = row.instant("finishedAt", calendar, false);
        var state = state();
        var online = row.truth("online");
        var paid = row.truth("paidOnline");
        var applicant = applicant();
        if (state == DossierState.FINISHED && finished == null && row.value("finishedAt") == null) {
            row.wrong("finishedAt", "Hồ sơ đã có kết quả phải có ngày hoàn thành.", "A finished dossier says when.");
        }
        if (received != null && due != null && due.isBefore(received)) {
            row.wrong(
                    row.value("dueOn") == null ? "dueAt" : "dueOn",
                    "Ngày hẹn phải sau ngày tiếp nhận.",
                    "The promised date is before the receipt.");
        }
        if (received != null && finished != null && finished.isBefore(received)) {
            row.wrong("finishedAt", "Ngày hoàn thành phải sau ngày tiếp nhận.", "Finished before it was received.");
        }
        if (!row.errors().isEmpty()
                || code == null
                || procedure == null
                || agency == null
                || received == null
                || promised == null
                || due == null
                || state == null) {
            return Optional.empty();
        }
        return Optional.of(new Fed(
                code, procedure, field, agency, received, due, promised, finished, state, online, paid, applicant));
    }

    private @Nullable String code() {
        var code = row.value("code");
        if (code == null || !CODE.matcher(code).matches()) {
            row.wrong(
                    "code",
                    "Mã hồ sơ gồm 3-60 chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.",
                    "3 to 60 letters, digits, dots, hyphens and underscores.");
            return null;
        }
        return code;
    }

    private @Nullable AgencyRef agency() {
        var code = row.value("agencyCode");
        var agency = code == null ? null : directory.known(code).orElse(null);
        if (agency == null) {
            row.wrong("agencyCode", "Không có cơ quan mang mã này.", "There is no agency of this code.");
            return null;
        }
        return agency.ref();
    }

    private @Nullable DossierState state() {
        var name = row.value("state");
        var state = name == null ? Optional.of(DossierState.RECEIVED) : DossierState.parse(name);
        if (state.isEmpty()) {
            row.wrong(
                    "state",
                    "Phải là received, supplemented, finished, returned hoặc withdrawn.",
                    "One of received, supplemented, finished, returned, withdrawn.");
        }
        return state.orElse(null);
    }

    private @Nullable Promised promised(WorkCalendar calendar) {
        var told = Stream.of("dueAt", "dueOn", "workingDays")
                .filter(name -> row.value(name) != null)
                .toList();
        if (told.size() != 1) {
            row.wrong(
                    told.isEmpty() ? "dueAt" : told.getLast(),
                    "Ghi đúng một trong ba: dueAt, dueOn hoặc workingDays.",
                    "Exactly one of dueAt, dueOn and workingDays.");
            return null;
        }
        var text = String.valueOf(row.value(told.getFirst()));
        return switch (told.getFirst()) {
            case "dueOn" -> {
                var day = row.day("dueOn");
                yield day == null ? null : Promised.on(day);
            }
            case "workingDays" -> workingDays(text);
            default -> {
                var at = row.instant("dueAt", calendar, true);
                yield at == null ? null : Promised.at(at);
            }
        };
    }

    private @Nullable Promised workingDays(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > MOST_WORKING_DAYS) {
            row.wrong(
                    "workingDays",
                    "Số ngày làm việc là số từ 0 đến " + MOST_WORKING_DAYS + ".",
                    "Working days are a number from 0 to " + MOST_WORKING_DAYS + ".");
            return null;
        }
        return Promised.within(Integer.parseInt(text));
    }

    /** A moment that calendars reach, with room for the ladder after it. */
    private @Nullable Instant due(Promised promised, Instant received, WorkCalendar calendar) {
        try {
            var due = promised.dueAt(received, calendar, lastReceipt.apply(received));
            if (due.isBefore(received.plus(LONGEST))) {
                return due;
            }
        } catch (NoWorkingTime beyond) {
            // told below, as a date that is merely too far away is
        }
        row.wrong(
                row.value("dueAt") != null ? "dueAt" : row.value("dueOn") != null ? "dueOn" : "workingDays",
                "Ngày hẹn cách ngày tiếp nhận quá xa.",
                "The promised date is too far from the receipt.");
        return null;
    }

    private @Nullable Applicant applicant() {
        var name = row.text("applicantName", 200, false);
        var phone = row.value("applicantPhone");
        var email = row.value("applicantEmail");
        if (phone != null && !PHONE.matcher(phone).matches()) {
            row.wrong("applicantPhone", "Số điện thoại không đúng.", "Not a phone number.");
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            row.wrong("applicantEmail", "Địa chỉ thư điện tử không đúng.", "Not an e-mail address.");
        }
        return name == null && phone == null && email == null ? null : new Applicant(name, phone, email);
    }
}
