package vn.congvu.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.cases.deadline.Situations.at;
import static vn.congvu.cases.deadline.Situations.everyDay;
import static vn.congvu.cases.deadline.Situations.office;
import static vn.congvu.cases.deadline.Situations.pause;
import static vn.congvu.cases.deadline.Situations.shift;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Bilingual;

/** "Why this deadline?" is answered in sentences that a head can check against a wall calendar. */
class DeadlineTraceTests {
    @Test
    void tellsTheExampleOfTheRules() {
        assertThat(vi(Deadlines.due(at("2017-09-24 10:00"), new Limit.WorkingDays(10), office(), List.of())))
                .containsExactly(
                        "Tiếp nhận lúc 10:00 Chủ nhật ngày 24/09/2017, ngoài giờ làm việc, nên được coi là tiếp nhận khi mở cửa lại, lúc 07:30 thứ Hai ngày 25/09/2017.",
                        "Thời hạn 10 ngày làm việc, không tính ngày tiếp nhận.",
                        "Không tính 4 ngày nghỉ hằng tuần: thứ Bảy 30/09, Chủ nhật 01/10, thứ Bảy 07/10, Chủ nhật 08/10.",
                        "Hạn: 17:00 thứ Hai ngày 09/10/2017, hết giờ làm việc.");
    }

    @Test
    void namesDaysOffAndWorkedDaysWithTheirBasis() {
        Deadline deadline = Deadlines.due(at("2025-04-25 09:00"), new Limit.WorkingDays(5), office(), List.of());
        assertThat(vi(deadline))
                .contains(
                        "Có tính thứ Bảy ngày 26/04/2025, ngày làm việc bù: Làm bù cho 02/5 (thứ Bảy) (6150/TB-BLDTBXH swap).",
                        "Không tính thứ Tư ngày 30/04/2025, ngày nghỉ: Ngày Chiến thắng.",
                        "Không tính thứ Sáu ngày 02/05/2025, ngày nghỉ: Hoán đổi ngày làm việc (nghỉ thứ Sáu) (6150/TB-BLDTBXH swap).",
                        "Hạn: 17:00 thứ Ba ngày 06/05/2025, hết giờ làm việc.");
        assertThat(en(deadline))
                .contains(
                        "Received at 09:00 on Friday 25 April 2025, within office hours.",
                        "The limit is 5 working days, not counting the day of receipt.",
                        "3 weekly days off not counted: Sun 27 Apr, Sat 3 May, Sun 4 May.",
                        "Due: 17:00 on Tuesday 6 May 2025, end of office hours.");
    }

    @Test
    void saysWhatEachWaitCost() {
        List<Pause> pauses =
                List.of(pause("2026-03-03 10:00", "2026-03-05 15:00"), pause("2026-03-07 09:00", "2026-03-08 09:00"));
        assertThat(vi(Deadlines.due(at("2026-03-02 09:00"), new Limit.WorkingDays(5), office(), pauses)))
                .contains(
                        "Tạm dừng từ 10:00 thứ Ba ngày 03/03/2026 đến 15:00 thứ Năm ngày 05/03/2026: hạn lùi 2 ngày làm việc.",
                        "Tạm dừng từ 09:00 thứ Bảy ngày 07/03/2026 đến 09:00 Chủ nhật ngày 08/03/2026: không ảnh hưởng đến hạn.");
        assertThat(en(Deadlines.due(
                        at("2026-03-02 09:00"), new Limit.WorkingTime(Duration.ofHours(20)), office(), pauses)))
                .contains(
                        "The limit is 20 hours of office hours, from the moment of receipt.",
                        "Paused from 10:00 on Tuesday 3 March 2026 to 15:00 on Thursday 5 March 2026: the deadline moves by 18 hours of office hours.");
    }

    @Test
    void saysWhyALimitInCalendarDaysEndsLater() {
        assertThat(vi(Deadlines.due(at("2026-03-02 09:00"), new Limit.CalendarDays(5), office(), List.of())))
                .contains(
                        "Ngày cuối, thứ Bảy ngày 07/03/2026, là ngày nghỉ, nên thời hạn kết thúc vào ngày làm việc tiếp theo (Điều 148 Bộ luật Dân sự 2015).");
        assertThat(vi(Deadlines.due(at("2026-03-02 09:00"), new Limit.CalendarDays(5, false), office(), List.of())))
                .contains(
                        "Ngày cuối, thứ Bảy ngày 07/03/2026, là ngày nghỉ; theo chính sách, thời hạn vẫn kết thúc vào ngày đó.",
                        "Hạn: 24:00 thứ Bảy ngày 07/03/2026.");
    }

    @Test
    void staysShortOverDecades() {
        Deadline deadline = Deadlines.due(at("2021-01-04 09:00"), new Limit.WorkingDays(10_000), office(), List.of());
        assertThat(deadline.trace()).hasSizeLessThan(80);
        assertThat(vi(deadline)).anyMatch(line -> line.matches("Và \\d+ ngày khác của lịch nghỉ\\."));
    }

    @Test
    void namesTheZoneAbroad() {
        var office = everyDay("Europe/London", shift("09:00", "17:00"));
        assertThat(en(Deadlines.due(at("2026-03-02 20:00:30"), new Limit.WorkingDays(1), office, List.of())))
                .contains("Received at 13:00:30 on Monday 2 March 2026, within office hours.")
                .last()
                .isEqualTo("Due: 17:00 on Tuesday 3 March 2026, end of office hours (time of Europe/London).");
    }

    private static List<String> vi(Deadline deadline) {
        return deadline.trace().stream().map(Bilingual::vi).toList();
    }

    private static List<String> en(Deadline deadline) {
        return deadline.trace().stream().map(Bilingual::en).toList();
    }
}
