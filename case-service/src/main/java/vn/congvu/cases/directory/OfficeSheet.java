package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Posting.Leave;
import vn.congvu.cases.directory.Posting.Post;
import vn.congvu.contracts.Bilingual;

/** {@code offices.csv}: a line for each office and its time; an optional column {@code leave} as 2026-02-09/2026-02-13. */
record OfficeSheet() implements Sheet<Posting> {
    private record Identity(Post post, String title, LocalDate since) {}

    @Override
    public List<String> columns() {
        return List.of("agency", "post", "title", "valid_from", "valid_to");
    }

    @Override
    public @Nullable Posting read(Cells cells) {
        var agency = cells.code("agency");
        var post = cells.oneOf("post", Post.class);
        var title = cells.text("title");
        var email = cells.email("email");
        var from = cells.date("valid_from");
        var to = cells.date("valid_to");
        cells.order(from, to);
        var leave = new ArrayList<Leave>();
        for (var span : cells.texts("leave")) {
            var read = leave(span);
            if (read == null) {
                cells.wrong(
                        "Thời gian nghỉ \"" + span + "\" không đúng dạng 2026-02-09/2026-02-13.",
                        "The leave \"" + span + "\" does not read like 2026-02-09/2026-02-13.");
            } else {
                leave.add(read);
            }
        }
        return cells.problem() != null || post == null
                ? null
                : new Posting(agency, post, title, email, from, to, leave);
    }

    private static @Nullable Leave leave(String span) {
        var ends = span.split("/", -1);
        try {
            var leave = new Leave(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
            return ends.length > 2 || leave.to().isBefore(leave.from()) ? null : leave;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    @Override
    public String file(Posting row) {
        return row.agency();
    }

    @Override
    public Object identity(Posting row) {
        return new Identity(row.post(), row.title(), row.since());
    }

    @Override
    public @Nullable Bilingual fault(Posting row, DirectoryData data) {
        if (!data.hasAgency(row.agency())) {
            return Sheet.unknownAgency("agency", row.agency());
        }
        return row.post().single() ? overlap(row, data) : null;
    }

    private static @Nullable Bilingual overlap(Posting row, DirectoryData data) {
        var same = data.postings().getOrDefault(row.agency(), List.of()).stream()
                .filter(p -> p.post() == row.post())
                .toList();
        return Period.contradicting(row, same)
                .map(other -> new Bilingual(
                        "Trùng thời gian giữ chức vụ " + row.post() + " với \"" + other.title() + "\" (" + other.span()
                                + "). Hãy sửa ngày kết thúc của một trong hai.",
                        "Overlaps, as " + row.post() + ", with \"" + other.title() + "\" (" + other.span()
                                + "). Correct the end of one of the two."))
                .orElse(null);
    }

    @Override
    public Map<String, List<Posting>> in(DirectoryData data) {
        return data.postings();
    }

    @Override
    public DirectoryData with(DirectoryData data, Map<String, List<Posting>> files) {
        return new DirectoryData(
                data.agencies(), Sheet.overlay(data.postings(), files), data.communes(), data.fields());
    }

    @Override
    public Comparator<Posting> order() {
        return Comparator.comparing(Posting::post).thenComparing(Posting::since).thenComparing(Posting::title);
    }

    @Override
    public StoredFile<Posting> stored(String id, long version, List<Posting> rows, List<Edit<Posting>> history) {
        return new StoredFile.OfOffices(id, version, rows, history);
    }

    @Override
    public Class<StoredFile.OfOffices> type() {
        return StoredFile.OfOffices.class;
    }
}
