package vn.congvu.cases.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.congvu.cases.calendar.DayKind;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.contracts.Bilingual;

/** "Why this deadline?", in sentences: receipt, limit, days skipped, pauses, result. */
final class DeadlineTrace {
    /** Beyond so many single days a trace says only how many more there are. */
    private static final int MAX_SPECIAL_DAYS = 60;

    private static final int MAX_WEEKLY_DAYS = 16;
    private static final int MAX_PAUSES = 12;

    private final Deadline deadline;
    private final WorkCalendar calendar;
    private final PlainWords words;
    private final Instant deemed;
    private final List<Bilingual> lines = new ArrayList<>();

    private DeadlineTrace(Deadline deadline) {
        this.deadline = deadline;
        this.calendar = deadline.calendar();
        this.words = new PlainWords(calendar.zone());
        this.deemed = calendar.deemedReceipt(deadline.receivedAt());
    }

    static List<Bilingual> of(Deadline deadline) {
        DeadlineTrace trace = new DeadlineTrace(deadline);
        trace.receipt();
        trace.limit();
        trace.days();
        trace.pauses();
        trace.result();
        return List.copyOf(trace.lines);
    }

    private void receipt() {
        Bilingual received = words.moment(deadline.receivedAt());
        if (deemed.equals(deadline.receivedAt())) {
            say(
                    "Tiếp nhận lúc " + received.vi() + ", trong giờ làm việc.",
                    "Received at " + received.en() + ", within office hours.");
        } else {
            Bilingual opening = words.moment(deemed);
            say(
                    "Tiếp nhận lúc " + received.vi()
                            + ", ngoài giờ làm việc, nên được coi là tiếp nhận khi mở cửa lại, lúc " + opening.vi()
                            + ".",
                    "Received at " + received.en()
                            + ", outside office hours, so deemed received at the next opening, at " + opening.en()
                            + ".");
        }
    }

    private void limit() {
        switch (deadline.limit()) {
            case Limit.WorkingDays(int days) ->
                say(
                        "Thời hạn " + days + " ngày làm việc, không tính ngày tiếp nhận.",
                        "The limit is " + PlainWords.count(days, "working day") + ", not counting the day of receipt.");
            case Limit.CalendarDays(int days, boolean _) ->
                say(
                        "Thời hạn " + days + " ngày, không tính ngày tiếp nhận.",
                        "The limit is " + PlainWords.count(days, "day") + ", not counting the day of receipt.");
            case Limit.WorkingTime(Duration time) -> {
                Bilingual length = PlainWords.length(time);
                say(
                        "Thời hạn " + length.vi() + " làm việc, tính từ lúc tiếp nhận.",
                        "The limit is " + length.en() + " of office hours, from the moment of receipt.");
            }
        }
    }

    private void days() {
        switch (deadline.limit()) {
            case Limit.WorkingDays _, Limit.WorkingTime _ -> daysSkipped();
            case Limit.CalendarDays limit -> lastDayOff(limit);
        }
    }

    private void daysSkipped() {
        LocalDate received = words.date(deadline.receivedAt());
        LocalDate last = lastDay();
        List<LocalDate> weekly = new ArrayList<>();
        int special = 0;
        for (LocalDate date = received; !date.isAfter(last); date = date.plusDays(1)) {
            SpecialDay day = calendar.specialDay(date).orElse(null);
            boolean ordinarilyOpen = calendar.isOrdinarilyOpen(date);
            if (day != null && (day.kind() == DayKind.WORK || ordinarilyOpen)) {
                if (++special <= MAX_SPECIAL_DAYS) {
                    special(day);
                }
            } else if (!ordinarilyOpen && date.isAfter(received)) {
                weekly.add(date);
            }
        }
        if (special > MAX_SPECIAL_DAYS) {
            int more = special - MAX_SPECIAL_DAYS;
            say("Và " + more + " ngày khác của lịch nghỉ.", "And " + more + " more days of the public calendar.");
        }
        weekly(weekly);
    }

    private void special(SpecialDay day) {
        Bilingual date = PlainWords.date(day.date());
        String why =
                (day.name() == null ? "" : ": " + day.name()) + (day.basis() == null ? "" : " (" + day.basis() + ")");
        switch (day.kind()) {
            case OFF ->
                say("Không tính " + date.vi() + ", ngày nghỉ" + why + ".", date.en() + " is a day off" + why + ".");
            case WORK ->
                say(
                        "Có tính " + date.vi() + ", ngày làm việc bù" + why + ".",
                        date.en() + " is worked in exchange" + why + ".");
        }
    }

    private void weekly(List<LocalDate> dates) {
        if (dates.isEmpty()) {
            return;
        }
        List<LocalDate> named = dates.subList(0, Math.min(dates.size(), MAX_WEEKLY_DAYS));
        String vi =
                String.join(", ", named.stream().map(PlainWords::shortDateVi).toList());
        String en =
                String.join(", ", named.stream().map(PlainWords::shortDateEn).toList());
        boolean more = dates.size() > named.size();
        say(
                "Không tính " + dates.size() + " ngày nghỉ hằng tuần: " + vi + (more ? ", ..." : "") + ".",
                PlainWords.count(dates.size(), "weekly day") + " off not counted: " + en + (more ? ", ..." : "") + ".");
    }

    private void lastDayOff(Limit.CalendarDays limit) {
        Deadline asTold = Deadlines.due(
                deadline.receivedAt(), new Limit.CalendarDays(limit.days(), false), calendar, deadline.pauses());
        LocalDate day = words.date(asTold.dueAt().minusMillis(1));
        if (calendar.isWorkingDay(day)) {
            return;
        }
        Bilingual date = PlainWords.date(day);
        String why = calendar.specialDay(day)
                .map(special -> (special.name() == null ? "" : " (" + special.name() + ")"))
                .orElse("");
        if (limit.endsOnWorkingDay()) {
            say(
                    "Ngày cuối, " + date.vi() + ", là ngày nghỉ" + why
                            + ", nên thời hạn kết thúc vào ngày làm việc tiếp theo (Điều 148 Bộ luật Dân sự 2015).",
                    "The last day, " + date.en() + ", is a day off" + why
                            + ", so the limit ends on the next working day (Civil Code 2015, art. 148).");
        } else {
            say(
                    "Ngày cuối, " + date.vi() + ", là ngày nghỉ" + why
                            + "; theo chính sách, thời hạn vẫn kết thúc vào ngày đó.",
                    "The last day, " + date.en() + ", is a day off" + why
                            + "; by the policy the limit still ends on it.");
        }
    }

    private void pauses() {
        List<Pause> pauses = deadline.pauses();
        Instant before = dueWith(List.of());
        for (int i = 0; i < Math.min(pauses.size(), MAX_PAUSES); i++) {
            Instant after = dueWith(pauses.subList(0, i + 1));
            Bilingual from = words.moment(pauses.get(i).from());
            Bilingual to = words.moment(pauses.get(i).to());
            Bilingual effect = effect(before, after);
            say(
                    "Tạm dừng từ " + from.vi() + " đến " + to.vi() + ": " + effect.vi() + ".",
                    "Paused from " + from.en() + " to " + to.en() + ": " + effect.en() + ".");
            before = after;
        }
        if (pauses.size() > MAX_PAUSES) {
            int more = pauses.size() - MAX_PAUSES;
            Bilingual effect = effect(before, deadline.dueAt());
            say(
                    "Và " + more + " lần tạm dừng khác: " + effect.vi() + ".",
                    "And " + more + " more pauses: " + effect.en() + ".");
        }
    }

    private Instant dueWith(List<Pause> pauses) {
        return Deadlines.due(deadline.receivedAt(), deadline.limit(), calendar, pauses)
                .dueAt();
    }

    private Bilingual effect(Instant before, Instant after) {
        if (before.equals(after)) {
            return new Bilingual("không ảnh hưởng đến hạn", "the deadline does not move");
        }
        Elapsed moved = Deadlines.overdue(before, after, calendar);
        Bilingual length =
                switch (deadline.limit()) {
                    case Limit.WorkingTime _ -> {
                        Bilingual time = PlainWords.length(moved.workingTime());
                        yield new Bilingual(time.vi() + " làm việc", time.en() + " of office hours");
                    }
                    case Limit.WorkingDays _, Limit.CalendarDays _ ->
                        new Bilingual(
                                moved.workingDays() + " ngày làm việc",
                                PlainWords.count(moved.workingDays(), "working day"));
                };
        return new Bilingual("hạn lùi " + length.vi(), "the deadline moves by " + length.en());
    }

    private void result() {
        Instant dueAt = deadline.dueAt();
        Bilingual due = words.end(dueAt);
        boolean closing = calendar.closingOn(calendar.dayOf(dueAt.toEpochMilli() - 1)) == dueAt.toEpochMilli();
        Bilingual zone = words.zoneIfForeign();
        say(
                "Hạn: " + due.vi() + (closing ? ", hết giờ làm việc" : "") + zone.vi() + ".",
                "Due: " + due.en() + (closing ? ", end of office hours" : "") + zone.en() + ".");
    }

    private LocalDate lastDay() {
        return words.date(deadline.dueAt().minusMillis(1));
    }

    private void say(String vi, String en) {
        lines.add(new Bilingual(vi, en));
    }
}
