package vn.congvu.cases.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A change that was made.
 *
 * @param by the account that made it
 * @param before what stood there until then, nothing where it was new
 */
record Edit<P>(Instant at, String by, List<P> before) {
    Edit {
        before = List.copyOf(before);
    }

    /** A change with what it made. */
    record Made<P>(Instant at, String by, List<P> before, List<P> after) {}

    /** Each change with what stood there before and after it, the newest first. */
    static <P> List<Made<P>> made(StoredFile<P> file) {
        var made = new ArrayList<Made<P>>();
        var after = file.rows();
        for (var edit : file.history().reversed()) {
            made.add(new Made<>(edit.at(), edit.by(), edit.before(), after));
            after = edit.before();
        }
        return made;
    }
}
