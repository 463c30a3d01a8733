package vn.congvu.cases.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.deadline.PlainWords;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;

/** Explains a clock of a case in plain words. */
@Component
public class WhyThisDeadline {
    private final Surroundings surroundings;

    WhyThisDeadline(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @param daysOnly whether the hour of receipt, which may tell who reported, is kept from the asker */
    public List<Bilingual> trace(CaseFile file, Watch watch, boolean daysOnly) {
        var now = surroundings.of(file, Circumstances.SYSTEM);
        var clocks = new Clocks(file.report(), now.policy(), now.calendar(file.handling()));
        var lines = new ArrayList<Bilingual>();
        lines.add(new Bilingual(
                "Theo quy định về thời hạn " + file.policy() + ".", "By the policy of limits " + file.policy() + "."));
        var limit = clocks.limit(watch.clock());
        if (watch.extended()) {
            var end = new PlainWords(clocks.calendar().zone()).end(watch.dueAt());
            lines.add(new Bilingual("Đã gia hạn đến " + end.vi() + ".", "Extended to " + end.en() + "."));
        } else if (limit.isPresent()) {
            var start = daysOnly ? day(watch.startedAt(), limit.get(), clocks.calendar()) : watch.startedAt();
            var counted = Deadlines.due(start, limit.get(), clocks.calendar(), watch.pauses());
            lines.addAll(counted.trace());
            if (!daysOnly && !counted.dueAt().equals(watch.dueAt()) && !watch.paused()) {
                lines.add(otherwise(watch, clocks.calendar()));
            }
        }
        if (watch.paused()) {
            lines.add(new Bilingual(
                    "Đồng hồ đang dừng để chờ người phản ánh bổ sung.",
                    "The clock stands still: the reporter was asked."));
        }
        return lines;
    }

    /** A change of calendar or policy leaves a deadline alone that has passed, and puts none into the past. */
    private static Bilingual otherwise(Watch watch, WorkCalendar calendar) {
        var due = new PlainWords(calendar.zone()).end(watch.dueAt());
        return new Bilingual(
                "Hạn đang áp dụng: " + due.vi()
                        + ". Lịch hoặc quy định thay đổi sau đó không dời hạn đã qua và không đưa hạn về lúc đã qua.",
                "What applies: " + due.en()
                        + ". A later change of calendar or policy moves no deadline that has passed, and none into the"
                        + " past.");
    }

    /** A limit in days comes out the same from the opening of the day it counts from. */
    private static Instant day(Instant start, Limit limit, WorkCalendar calendar) {
        return switch (limit) {
            case Limit.WorkingDays _ -> {
                var counted = calendar.deemedReceipt(start);
                var midnight = counted.atZone(calendar.zone())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
                yield calendar.nextOpening(midnight);
            }
            case Limit.CalendarDays _, Limit.WorkingTime _ -> start.truncatedTo(ChronoUnit.HOURS);
        };
    }
}
