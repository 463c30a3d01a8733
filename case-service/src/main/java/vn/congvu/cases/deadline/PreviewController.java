package vn.congvu.cases.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import vn.congvu.platform.audit.NotAudited;
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

    /** @param lastReceipt for a one-stop counter: what comes in later, such as 15:00, is deemed received on the next working day */
    record PreviewRequest(
            @Nullable InlineCalendar calendar,
            @Nullable String start,
            @Nullable LimitText limit,
            @Nullable List<@Nullable PauseText> pauses,
            @Nullable String lastReceipt) {}

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

    @NotAudited("reckons with what is sent, shows no case")
    @PostMapping("/preview")
    @PreAuthorize("hasAnyRole('MONITOR', 'ADMIN')")
    @Operation(
            summary = "When would this limit end, and why?",
            description =
                    "With the calendar of an agency (its code, or \"default\") or one that the request brings along.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(name = "an agency's calendar", value = """
                                                                {"calendar":"SXD","start":"2026-03-02T09:00:00+07:00","limit":{"workingDays":10},"pauses":[{"from":"2026-03-04T10:00:00+07:00","to":"2026-03-06T15:00:00+07:00"}]}"""),
                                                @ExampleObject(name = "one's own calendar", value = """
                                                                {"calendar":{"timezone":"Asia/Ho_Chi_Minh","hours":{"mon":[["07:30","11:30"],["13:30","17:00"]],"sat":[["07:30","11:30"]]},"daysOff":["2026-09-02"],"workedDays":["2026-08-22"]},"start":"2026-08-20T15:30:00+07:00","limit":{"workingTime":"PT2H30M"},"lastReceipt":"15:00"}""")
                                            })))
    Preview preview(@RequestBody PreviewRequest request) {
        DeadlineQuestion question = new DeadlineQuestion();
        WorkCalendar calendar = question.calendar(request.calendar(), this::ofAgency);
        Instant start = question.instant("start", request.start());
        Limit limit = question.limit(request.limit());
        List<Pause> pauses = question.pauses(request.pauses());
        LocalTime lastReceipt = question.lastReceipt(request.lastReceipt());
        question.orRefuse();
        return withinReach(() -> {
            Instant counted = calendar.deemedReceipt(start, lastReceipt);
            boolean tooLate = !counted.equals(calendar.deemedReceipt(start));
            Deadline deadline = Deadlines.due(tooLate ? counted : start, limit, calendar, pauses);
            List<Bilingual> trace = new ArrayList<>();
            if (tooLate) {
                trace.add(afterLastReceipt(start, lastReceipt, calendar));
            }
            trace.addAll(deadline.trace());
            return new Preview(local(deadline.dueAt(), calendar), trace);
        });
    }

    @NotAudited("reckons with what is sent, shows no case")
    @PostMapping("/elapsed")
    @PreAuthorize("hasAnyRole('MONITOR', 'ADMIN')")
    @Operation(
            summary = "How much working time lies between two moments?",
            description = "With a limit also what is left of it at the later moment, or how late that is.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                                            {"calendar":"default","from":"2026-03-02T09:00:00+07:00","to":"2026-03-06T15:00:00+07:00","pauses":[],"limit":{"workingDays":10}}"""))))
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

    private static Bilingual afterLastReceipt(Instant start, LocalTime lastReceipt, WorkCalendar calendar) {
        Bilingual at = new PlainWords(calendar.zone()).moment(start);
        return new Bilingual(
                "Nộp lúc " + at.vi() + ", sau giờ nhận hồ sơ cuối ngày (" + lastReceipt
                        + "), nên được tính từ ngày làm việc tiếp theo.",
                "Handed in at " + at.en() + ", after the counter's last receipt of the day (" + lastReceipt
                        + "), so counted from the next working day.");
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
