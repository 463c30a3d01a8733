package vn.congvu.cases.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One year of a calendar as a table: every stretch in which the office is open, in milliseconds of the epoch, and the first
 * opening and last closing of each day. Built once, then only looked up.
 *
 * <p>An instant is within office hours when the wall clock of the zone then shows a time within a shift of the date that it
 * shows. So an hour that the clock skips is not there, one that it shows twice counts twice, and a date that never came has no
 * hours.
 */
final class WorkYear {
    static final long CLOSED = Long.MIN_VALUE;
    private static final long DAY = 24 * 60 * 60 * 1000L;

    /** Epoch day of 1 January. */
    private final int firstDay;

    private final long[] opening;
    private final long[] closing;
    /** Ascending and disjoint: the office is open from {@code from[i]} until just before {@code to[i]}, on day {@code day[i]}. */
    final long[] from;

    final long[] to;
    final int[] day;

    private WorkYear(int firstDay, long[] opening, long[] closing, List<Span> spans) {
        this.firstDay = firstDay;
        this.opening = opening;
        this.closing = closing;
        this.from = spans.stream().mapToLong(Span::from).toArray();
        this.to = spans.stream().mapToLong(Span::to).toArray();
        this.day = spans.stream().mapToInt(Span::day).toArray();
    }

    static WorkYear of(int year, ZoneId zone, Function<LocalDate, List<Shift>> shifts) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int firstDay = (int) first.toEpochDay();
        int days = first.lengthOfYear();
        long[] opening = new long[days];
        long[] closing = new long[days];
        Arrays.fill(opening, CLOSED);
        Arrays.fill(closing, CLOSED);
        List<Offset> offsets = offsets(zone.getRules(), first);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            for (Shift shift : shifts.apply(LocalDate.ofEpochDay(firstDay + i))) {
                long midnight = (firstDay + i) * DAY;
                long localFrom = midnight + shift.fromSecond() * 1000L;
                long localTo = midnight + shift.toSecond() * 1000L;
                for (Offset offset : offsets) {
                    long from = Math.max(offset.from, localFrom - offset.millis);
                    long to = Math.min(offset.to, localTo - offset.millis);
                    if (from < to) {
                        spans.add(new Span(from, to, firstDay + i));
                        opening[i] = opening[i] == CLOSED ? from : Math.min(opening[i], from);
                        closing[i] = Math.max(closing[i], to);
                    }
                }
            }
        }
        spans.sort(null);
        return new WorkYear(firstDay, opening, closing, spans);
    }

    /** The first opening of a day of this year, or {@link #CLOSED}. */
    long opening(int epochDay) {
        return opening[epochDay - firstDay];
    }

    /** The last closing of a day of this year, or {@link #CLOSED}. */
    long closing(int epochDay) {
        return closing[epochDay - firstDay];
    }

    /** The place of the first stretch that ends after this, which is {@code from.length} where none of the year does. */
    int firstEndingAfter(long millis) {
        int low = 0;
        int high = to.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] > millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The offsets of the zone that the wall clock went by during the year, with two days to spare on both sides. */
    private static List<Offset> offsets(ZoneRules rules, LocalDate first) {
        Instant begin = first.minusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = first.plusYears(1).plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Offset> offsets = new ArrayList<>(4);
        long since = Long.MIN_VALUE;
        ZoneOffset current = rules.getOffset(begin);
        ZoneOffsetTransition next = rules.nextTransition(begin);
        while (next != null && next.getInstant().isBefore(end)) {
            long at = next.getInstant().toEpochMilli();
            offsets.add(new Offset(since, at, current.getTotalSeconds() * 1000L));
            since = at;
            current = next.getOffsetAfter();
            next = rules.nextTransition(next.getInstant());
        }
        offsets.add(new Offset(since, Long.MAX_VALUE, current.getTotalSeconds() * 1000L));
        return offsets;
    }

    private record Offset(long from, long to, long millis) {}

    private record Span(long from, long to, int day) implements Comparable<Span> {
        @Override
        public int compareTo(Span other) {
            return Long.compare(from, other.from);
        }
    }
}
