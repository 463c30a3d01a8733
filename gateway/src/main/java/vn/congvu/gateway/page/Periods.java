package vn.congvu.gateway.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** The periods that reports to the Ministry are made for: each ends on the 14th (NĐ 09/2019, article 12). */
@Component("periods")
public class Periods {
    private static final int LAST_DAY = 14;
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int YEAR = 12;

    private final Times times;

    Periods(Times times) {
        this.times = times;
    }

    /** @param name the end of a message key */
    public record Period(String name, LocalDate from, LocalDate to) {}

    public List<Period> all() {
        return of(times.today());
    }

    static List<Period> of(LocalDate today) {
        var month = YearMonth.from(today).plusMonths(today.getDayOfMonth() > LAST_DAY ? 1 : 0);
        return List.of(
                ending("last-month", month.minusMonths(1), 1),
                ending("month", month, 1),
                ending("quarter", lastOf(month, QUARTER), QUARTER),
                ending("half-year", lastOf(month, HALF), HALF),
                ending("year", lastOf(month, YEAR), YEAR));
    }

    private static YearMonth lastOf(YearMonth month, int months) {
        int last = (month.getMonthValue() + months - 1) / months * months;
        return month.withMonth(last);
    }

    private static Period ending(String name, YearMonth month, int months) {
        return new Period(name, month.minusMonths(months).atDay(LAST_DAY + 1), month.atDay(LAST_DAY));
    }
}
