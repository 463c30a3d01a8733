package vn.congvu.notify.notice;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one account has read of its office's messages. Two writes at once may lose a mark, which costs a second look.
 *
 * @param until everything told by then is read
 * @param since read one by one, the latest last
 */
@Document("read_marks")
@TypeAlias("read-marks")
record ReadMarks(@Id String account, Instant until, List<String> since) {
    private static final int KEPT = 200;

    ReadMarks {
        since = List.copyOf(since);
    }

    static ReadMarks none(String account) {
        return new ReadMarks(account, Instant.EPOCH, List.of());
    }

    boolean covers(Notice notice) {
        return !notice.createdAt().isAfter(until) || since.contains(notice.id());
    }

    ReadMarks with(Notice notice) {
        if (covers(notice)) {
            return this;
        }
        var more = Stream.concat(since.stream(), Stream.of(notice.id())).toList();
        return new ReadMarks(account, until, more.subList(Math.max(0, more.size() - KEPT), more.size()));
    }

    ReadMarks until(Instant later) {
        return later.isAfter(until) ? new ReadMarks(account, later, since) : this;
    }
}
