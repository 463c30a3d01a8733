package vn.congvu.cases.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;

/**
 * One kind of things in the directory: the columns of its CSV, how a row is read, and what is wrong with a row in the
 * company of the others. A row belongs to a file: all periods of one agency, all offices of one agency, and so on.
 */
sealed interface Sheet<P> permits AgencySheet, OfficeSheet, CommuneSheet, FieldSheet {
    List<String> columns();

    /** Something only where {@code cells} found no problem. */
    @Nullable
    P read(Cells cells);

    String file(P row);

    /** A row replaces the one of the same file that has the same identity. */
    Object identity(P row);

    /** What is wrong with the row, where {@code data} already holds it and everything that comes with it. */
    @Nullable
    Bilingual fault(P row, DirectoryData data);

    Map<String, List<P>> in(DirectoryData data);

    DirectoryData with(DirectoryData data, Map<String, List<P>> files);

    Comparator<P> order();

    StoredFile<P> stored(String id, long version, List<P> rows, List<Edit<P>> history);

    Class<? extends StoredFile<P>> type();

    /** The files as they would be with these rows, only those that rows belong to. */
    default Map<String, List<P>> merge(DirectoryData data, Collection<P> rows) {
        var merged = new HashMap<String, Map<Object, P>>();
        for (var row : rows) {
            merged.computeIfAbsent(file(row), id -> {
                        var present = new HashMap<Object, P>();
                        in(data).getOrDefault(id, List.of()).forEach(p -> present.put(identity(p), p));
                        return present;
                    })
                    .put(identity(row), row);
        }
        var files = new HashMap<String, List<P>>();
        merged.forEach((id, periods) ->
                files.put(id, periods.values().stream().sorted(order()).toList()));
        return files;
    }

    static <P> Map<String, List<P>> overlay(Map<String, List<P>> below, Map<String, List<P>> above) {
        var all = new HashMap<>(below);
        all.putAll(above);
        return all;
    }

    /** Two times of the same thing. */
    static Bilingual overlapping(Period other) {
        return new Bilingual(
                "Trùng thời gian với giai đoạn " + other.span() + ". Hãy sửa ngày kết thúc của một trong hai.",
                "Overlaps with the period " + other.span() + ". Correct the end of one of the two.");
    }

    static Bilingual unknownAgency(String column, @Nullable String code) {
        return new Bilingual(
                "Không có cơ quan \"" + code + "\" (" + column + ").",
                "There is no agency \"" + code + "\" (" + column + ").");
    }
}
