package vn.congvu.gateway.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.directory.Directory.Leave;
import vn.congvu.gateway.directory.Directory.Office;
import vn.congvu.gateway.directory.Directory.Offices;
import vn.congvu.gateway.directory.Directory.OfficesChange;

/**
 * The offices of an agency as they are typed; a row without a title is none.
 *
 * @param version that was read
 */
record OfficesForm(long version, @Nullable List<Row> offices) {
    private static final Row EMPTY = new Row("ACTING_HEAD", "", "", "", "", "");

    /** @param leave days as from/to, such as 2026-02-09/2026-02-13 */
    record Row(
            @Nullable String post,
            @Nullable String title,
            @Nullable String email,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String leave) {
        private static Row of(Office office) {
            var leave = office.leave() == null ? List.<Leave>of() : office.leave();
            return new Row(
                    office.post(),
                    office.title(),
                    office.email(),
                    office.validFrom(),
                    office.validTo(),
                    leave.stream().map(one -> one.from() + "/" + one.to()).collect(Collectors.joining("; ")));
        }

        private boolean named() {
            return title != null && !title.isBlank();
        }

        private Office office() {
            return new Office(given(post), given(title), orNull(email), orNull(validFrom), orNull(validTo), leaves());
        }

        /** What does not read like a leave is sent as it stands, so that the answer says what is wrong with it. */
        private List<Leave> leaves() {
            return Arrays.stream(given(leave).split("[\\s;,]+"))
                    .filter(typed -> !typed.isEmpty())
                    .map(typed -> typed.split("/", 2))
                    .map(ends -> new Leave(ends[0], ends[ends.length - 1]))
                    .toList();
        }

        private static String given(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        private static @Nullable String orNull(@Nullable String typed) {
            var given = given(typed);
            return given.isEmpty() ? null : given;
        }
    }

    static OfficesForm of(Offices present) {
        return new OfficesForm(
                present.version(), present.offices().stream().map(Row::of).toList());
    }

    /** Every row that was typed, and an empty one to add an office. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>(named());
        rows.add(EMPTY);
        return rows;
    }

    OfficesChange change() {
        return new OfficesChange(version, named().stream().map(Row::office).toList());
    }

    private List<Row> named() {
        return offices == null ? List.of() : offices.stream().filter(Row::named).toList();
    }
}
