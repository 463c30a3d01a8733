package vn.congvu.cases.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When an office is open: its hours, in its zone, with the days off and the worked days of the public calendar. Immutable, safe
 * to share, and fast: each year is worked out once, when first asked for.
 *
 * <p>Instants are taken to the millisecond, as the database keeps them.
 */
public final class WorkCalendar {
    /** No limit, and no look ahead, goes further than this. */
    public static final int HORIZON_YEARS = 50;

    /** {@link #openingOn} and {@link #closingOn} of a day on which the office is closed. */
    public static final long CLOSED = WorkYear.CLOSED;

    /** The first instant, inclusive, and the last, exclusive, that calendars know. */
    public static final Instant EARLIEST = Instant.parse("1900-01-02T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int FIRST_YEAR = 1899;
    private static final int LAST_YEAR = 2251;
    private static final int FIRST_DAY = (int) LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    /** The year (less {@link #FIRST_YEAR}) of each epoch day (less {@link #FIRST_DAY}). */
    private static final short[] YEAR_OF_DAY = yearOfDay();

    private final ZoneId zone;
    private final OfficeHours hours;
    private final Map<LocalDate, SpecialDay> specialDays;
    private final AtomicReferenceArray<WorkYear> years = new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    public WorkCalendar(ZoneId zone, OfficeHours hours, Collection<SpecialDay> specialDays) {
        this.zone = zone;
        this.hours = hours;
        this.specialDays = specialDays.stream()
                .collect(Collectors.toUnmodifiableMap(SpecialDay::date, Function.identity(), (one, other) -> {
                    throw new IllegalArgumentException("the calendar has " + one.date() + " twice");
                }));
    }

    /** Standard hours in Vietnam with the public calendar that the suite ships. */
    public static WorkCalendar standard() {
        return new WorkCalendar(ZoneId.of("Asia/Ho_Chi_Minh"), OfficeHours.standard(), PublicCalendar.shipped());
    }

    public ZoneId zone() {
        return zone;
    }

    public Optional<SpecialDay> specialDay(LocalDate date) {
        return Optional.ofNullable(specialDays.get(date));
    }

    /** Whether the office would be open on this date, were it no special day. */
    public boolean isOrdinarilyOpen(LocalDate date) {
        return !hours.on(date).isEmpty();
    }

    public boolean isWorkingDay(LocalDate date) {
        return openingOn((int) date.toEpochDay()) != CLOSED;
    }

    public boolean isOpen(Instant at) {
        OpenTimes times = openFrom(at.toEpochMilli());
        return times.next() && times.from() <= at.toEpochMilli();
    }

    /**
     * When the office next begins to be open, this instant included.
     *
     * @throws NoWorkingTime if it does not within the horizon
     */
    public Instant nextOpening(Instant at) {
        OpenTimes times = openFrom(at.toEpochMilli());
        while (times.next()) {
            if (times.from() >= at.toEpochMilli()) {
                return Instant.ofEpochMilli(times.from());
            }
        }
        throw neverOpen(at);
    }

    /**
     * What is received while the office is open counts from then; otherwise from the next opening.
     *
     * @throws NoWorkingTime if there is none within the horizon
     */
    public Instant deemedReceipt(Instant received) {
        OpenTimes times = openFrom(received.toEpochMilli());
        if (times.next()) {
            return times.from() <= received.toEpochMilli() ? received : Instant.ofEpochMilli(times.from());
        }
        throw neverOpen(received);
    }

    /**
     * As {@link #deemedReceipt(Instant)}, for a counter that takes nothing more for the day after some time: later than that
     * counts from the opening of the next working day.
     */
    public Instant deemedReceipt(Instant received, LocalTime lastReceipt) {
        Instant deemed = deemedReceipt(received);
        var local = deemed.atZone(zone);
        if (!local.toLocalTime().isAfter(lastReceipt)) {
            return deemed;
        }
        return Instant.ofEpochMilli(
                openingOn(nextWorkingDay((int) local.toLocalDate().toEpochDay())));
    }

    /** The local date, as epoch day, that the wall clock shows at this instant (milliseconds of the epoch). */
    public int dayOf(long millis) {
        int offset = zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
        return (int) Math.floorDiv(Math.floorDiv(millis, 1000L) + offset, 86_400L);
    }

    /** When the wall clock first shows this epoch day, in milliseconds of the epoch. */
    public long midnightOf(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** The first opening on this epoch day in milliseconds of the epoch, {@link #CLOSED} on a day off. */
    public long openingOn(int epochDay) {
        return yearOf(epochDay).opening(epochDay);
    }

    /** The end of office hours on this epoch day in milliseconds of the epoch, {@link #CLOSED} on a day off. */
    public long closingOn(int epochDay) {
        return yearOf(epochDay).closing(epochDay);
    }

    /**
     * The first working day after this one, as epoch days.
     *
     * @throws NoWorkingTime if there is none within the horizon
     */
    public int nextWorkingDay(int epochDay) {
        int last = epochDay + HORIZON_YEARS * 366;
        for (int day = epochDay + 1; day <= last; day++) {
            if (openingOn(day) != CLOSED) {
                return day;
            }
        }
        throw new NoWorkingTime(
                "no working day in the " + HORIZON_YEARS + " years after " + LocalDate.ofEpochDay(epochDay));
    }

    /** The times in which the office is open, from this instant (milliseconds of the epoch) on, for as long as the horizon. */
    public OpenTimes openFrom(long millis) {
        return new OpenTimes(millis);
    }

    /** A walk over the times in which the office is open. The first begins at or before the start when that is within hours. */
    public final class OpenTimes {
        private final int lastYear;
        private int year;
        private WorkYear table;
        private int place;

        private OpenTimes(long start) {
            int day = dayOf(start);
            year = yearIndex(day);
            lastYear = Math.min(year + HORIZON_YEARS, LAST_YEAR - FIRST_YEAR);
            table = table(year);
            place = table.firstEndingAfter(start) - 1;
        }

        /** Goes to the next one; false when there is none. */
        public boolean next() {
            place++;
            while (place >= table.from.length) {
                if (year >= lastYear) {
                    return false;
                }
                year++;
                table = table(year);
                place = 0;
            }
            return true;
        }

        public long from() {
            return table.from[place];
        }

        public long to() {
            return table.to[place];
        }

        /** The epoch day whose office hours these are. */
        public int day() {
            return table.day[place];
        }
    }

    private WorkYear yearOf(int epochDay) {
        return table(yearIndex(epochDay));
    }

    private static int yearIndex(int epochDay) {
        int index = epochDay - FIRST_DAY;
        if (index < 0 || index >= YEAR_OF_DAY.length) {
            throw new NoWorkingTime("calendars go from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return YEAR_OF_DAY[index];
    }

    private WorkYear table(int index) {
        WorkYear known = years.get(index);
        if (known != null) {
            return known;
        }
        WorkYear built = WorkYear.of(FIRST_YEAR + index, zone, this::shiftsOn);
        years.set(index, built);
        return built;
    }

    private List<Shift> shiftsOn(LocalDate date) {
        SpecialDay special = specialDays.get(date);
        if (special == null) {
            return hours.on(date);
        }
        return switch (special.kind()) {
            case OFF -> List.of();
            case WORK -> hours.onWorked(date);
        };
    }

    private static NoWorkingTime neverOpen(Instant at) {
        return new NoWorkingTime("no office hours in the " + HORIZON_YEARS + " years after " + at);
    }

    private static short[] yearOfDay() {
        short[] years = new short[(int) LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() - FIRST_DAY];
        for (int i = 0; i < years.length; i++) {
            years[i] = (short) (LocalDate.ofEpochDay(FIRST_DAY + (long) i).getYear() - FIRST_YEAR);
        }
        return years;
    }
}
