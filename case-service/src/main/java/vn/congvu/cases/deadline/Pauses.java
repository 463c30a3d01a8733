package vn.congvu.cases.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** When the clock stands still, as a table: ascending, disjoint, not touching, none empty. Milliseconds of the epoch. */
final class Pauses {
    private static final Pauses NONE = new Pauses(new long[0], new long[0]);

    private final long[] from;
    private final long[] to;

    private Pauses(long[] from, long[] to) {
        this.from = from;
        this.to = to;
    }

    static Pauses of(List<Pause> pauses) {
        if (pauses.isEmpty()) {
            return NONE;
        }
        List<Pause> sorted = new ArrayList<>(pauses);
        sorted.sort(Comparator.comparing(Pause::from));
        long[] from = new long[sorted.size()];
        long[] to = new long[sorted.size()];
        int count = 0;
        for (Pause pause : sorted) {
            long begin = pause.from().toEpochMilli();
            long end = pause.to().toEpochMilli();
            if (count > 0 && begin <= to[count - 1]) {
                to[count - 1] = Math.max(to[count - 1], end);
            } else if (begin < end) {
                from[count] = begin;
                to[count] = end;
                count++;
            }
        }
        return new Pauses(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    List<Pause> list() {
        if (from.length == 0) {
            return List.of();
        }
        List<Pause> list = new ArrayList<>(from.length);
        for (int i = 0; i < from.length; i++) {
            list.add(new Pause(Instant.ofEpochMilli(from[i]), Instant.ofEpochMilli(to[i])));
        }
        return List.copyOf(list);
    }

    boolean none() {
        return from.length == 0;
    }

    /** Whether the clock runs at this moment. */
    boolean runsAt(long millis) {
        int next = firstEndingAfter(millis);
        return next == from.length || from[next] > millis;
    }

    /** Whether the clock runs until just before this moment. */
    boolean runsUntil(long millis) {
        return runsAt(millis - 1);
    }

    /** The first moment, not before this one, at which the clock runs. */
    long firstRunning(long millis) {
        int next = firstEndingAfter(millis);
        return next == from.length || from[next] > millis ? millis : to[next];
    }

    /** When the clock next stops, given that it runs at this moment. */
    long nextStop(long millis) {
        int next = firstEndingAfter(millis);
        return next == from.length ? Long.MAX_VALUE : from[next];
    }

    private int firstEndingAfter(long millis) {
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
}
