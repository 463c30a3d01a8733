package vn.congvu.cases.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.calendar.NoWorkingTime;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.deadline.DeadlineQuestion.PauseText;
import vn.congvu.cases.directory.Directory;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.Problems;

/** Tries out deadlines: with the calendar of an agency or with one that the request brings along. */
@RestController
@RequestMapping("/api/v1/deadlines")
class PreviewController {
    private static final ProblemType OUT_OF_REACH = new ProblemType(
            "deadline-out-of-reach", 400, new Bilingual("Không có hạn trong tầm tính", "No deadline within reach"));
    private static final String COMMON = "default";

    private final WorkCalendars calendars;
    private final Directory directory;
    private final Clock clock;

    PreviewController(WorkCalendars calendars, Directory directory, Clock clock) {
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
    }

    record PreviewRequest(
            @Nullable InlineCalendar calendar,
            @Nullable String start,
            @Nullable LimitText limit,
            @Nullable List<@Nullable PauseText> pauses) {}

    record Preview(OffsetDateTime dueAt, List<Bilingual> trace) {}

    /** @param limit where given, the answer also says what is left of it at {@code to}, or how late it is */
    record ElapsedRequest(
            @Nullable InlineCalendar calendar,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<@Nullable PauseText> pauses,
            @Nullable LimitText limit) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ElapsedView(
            String workingTime,
            int workingDays,
            @Nullable OffsetDateTime dueAt,
            @Nullable Used remaining,
            @Nullable Used overdue) {}

    /** @param workingTime in minutes and seconds, such as PT75M */
    record Used(String workingTime, int workingDays) {
        static Used of(Elapsed elapsed) {
            return new Used(inMinutes(elapsed.workingTime()), elapsed.workingDays());
        }
    }

    @PostMapping("/preview")
    @PreAuthorize("hasAnyRole('MONITOR', 'ADMIN')")
    Preview preview(@RequestBody PreviewRequest request) {
        DeadlineQuestion question = new DeadlineQuestion();
        WorkCalendar calendar = question.calendar(request.calendar(), this::ofAgency);
        Instant start = question.instant("start", request.start());
        Limit limit = question.limit(request.limit());
        List<Pause> pauses = question.pauses(request.pauses());
        question.orRefuse();
        return withinReach(() -> {
            Deadline deadline = Deadlines.due(start, limit, calendar, pauses);
            return new Preview(local(deadline.dueAt(), calendar), deadline.trace());
        });
    }

    @PostMapping("/elapsed")
    @PreAuthorize("hasAnyRole('MONITOR', 'ADMIN')")
    ElapsedView elapsed(@RequestBody ElapsedRequest request) {
        DeadlineQuestion question = new DeadlineQuestion();
        WorkCalendar calendar = question.calendar(request.calendar(), this::ofAgency);
        Instant from = question.instant("from", request.from());
        Instant to = question.instant("to", request.to());
        List<Pause> pauses = question.pauses(request.pauses());
        Limit limit = request.limit() == null ? null : question.limit(request.limit());
        question.orRefuse();
        if (to.isBefore(from)) {
            throw Problems.invalid("to", "Thời điểm cuối phải sau thời điểm đầu.", "The end is before the beginning.");
        }
        if (from.atOffset(ZoneOffset.UTC)
                .plusYears(WorkCalendar.HORIZON_YEARS)
                .toInstant()
                .isBefore(to)) {
            throw Problems.invalid(
                    "to",
                    "Khoảng thời gian không quá " + WorkCalendar.HORIZON_YEARS + " năm.",
                    "The span is at most " + WorkCalendar.HORIZON_YEARS + " years.");
        }
        return withinReach(() -> {
            Elapsed elapsed = Deadlines.elapsed(from, to, calendar, pauses);
            if (limit == null) {
                return new ElapsedView(inMinutes(elapsed.workingTime()), elapsed.workingDays(), null, null, null);
            }
            Instant dueAt = Deadlines.due(from, limit, calendar, pauses).dueAt();
            return new ElapsedView(
                    inMinutes(elapsed.workingTime()),
                    elapsed.workingDays(),
                    local(dueAt, calendar),
                    Used.of(Deadlines.remaining(to, dueAt, calendar, pauses)),
                    Used.of(Deadlines.overdue(dueAt, to, calendar)));
        });
    }

    private Optional<WorkCalendar> ofAgency(String code) {
        if (code.equals(COMMON)) {
            return Optional.of(calendars.common());
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), calendars.common().zone());
        boolean known =
                calendars.hasOwn(code) || directory.on(today).agency(code).isPresent();
        return known ? Optional.of(calendars.of(code)) : Optional.empty();
    }

    private static <T> T withinReach(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NoWorkingTime tooFar) {
            throw outOfReach();
        }
    }

    private static Problem outOfReach() {
        return new Problem(
                OUT_OF_REACH,
                new Bilingual(
                        "Với lịch này, thời hạn không kết thúc trong vòng " + WorkCalendar.HORIZON_YEARS
                                + " năm. Hãy kiểm tra giờ làm việc, ngày nghỉ và thời hạn.",
                        "With this calendar it does not end within " + WorkCalendar.HORIZON_YEARS
                                + " years. Check the office hours, the days off and the limit."));
    }

    private static OffsetDateTime local(Instant instant, WorkCalendar calendar) {
        return instant.atZone(calendar.zone()).toOffsetDateTime();
    }

    static String inMinutes(Duration time) {
        long minutes = time.toMinutes();
        Duration rest = time.minusMinutes(minutes);
        if (rest.isZero()) {
            return "PT" + minutes + "M";
        }
        return minutes == 0
                ? rest.toString()
                : "PT" + minutes + "M" + rest.toString().substring("PT".length());
    }
}
