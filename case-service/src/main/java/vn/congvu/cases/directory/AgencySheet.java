package vn.congvu.cases.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;

/** {@code agencies.csv}: a line for each time an agency had a name and a place. */
record AgencySheet() implements Sheet<Agency> {
    @Override
    public List<String> columns() {
        return List.of("code", "name", "level", "superior", "valid_from", "valid_to", "successors");
    }

    @Override
    public @Nullable Agency read(Cells cells) {
        var code = cells.code("code");
        var name = cells.text("name");
        var nameEn = cells.optionalText("name_en");
        var level = cells.oneOf("level", AgencyLevel.class);
        var superior = cells.optionalCode("superior");
        var from = cells.date("valid_from");
        var to = cells.date("valid_to");
        cells.order(from, to);
        var successors = cells.codes("successors");
        var former = cells.texts("former_names");
        var email = cells.email("email");
        return cells.problem() != null || level == null
                ? null
                : new Agency(code, name, nameEn, level, superior, from, to, successors, former, email);
    }

    @Override
    public String file(Agency row) {
        return row.code();
    }

    @Override
    public Object identity(Agency row) {
        return row.since();
    }

    @Override
    public @Nullable Bilingual fault(Agency row, DirectoryData data) {
        if (!data.hasAgency(row.superior())) {
            return Sheet.unknownAgency("superior", row.superior());
        }
        for (var successor : row.successors()) {
            if (!data.hasAgency(successor)) {
                return Sheet.unknownAgency("successors", successor);
            }
        }
        if (row.successors().contains(row.code())) {
            return new Bilingual(
                    "Cơ quan không thể kế thừa chính mình (successors).",
                    "An agency can't be its own successor (successors).");
        }
        var overlap = Period.contradicting(row, data.agencies().getOrDefault(row.code(), List.of()));
        if (overlap.isPresent()) {
            return Sheet.overlapping(overlap.get());
        }
        return data.aboveItself(row)
                ? new Bilingual(
                        "Cơ quan cấp trên tạo thành vòng: " + row.code() + " ở trên chính mình.",
                        "The superiors form a circle: " + row.code() + " stands above itself.")
                : null;
    }

    @Override
    public Map<String, List<Agency>> in(DirectoryData data) {
        return data.agencies();
    }

    @Override
    public DirectoryData with(DirectoryData data, Map<String, List<Agency>> files) {
        return new DirectoryData(
                Sheet.overlay(data.agencies(), files), data.postings(), data.communes(), data.fields());
    }

    @Override
    public Comparator<Agency> order() {
        return Comparator.comparing(Agency::since);
    }

    @Override
    public StoredFile<Agency> stored(String id, long version, List<Agency> rows, List<Edit<Agency>> history) {
        return new StoredFile.OfAgency(id, version, rows, history);
    }

    @Override
    public Class<StoredFile.OfAgency> type() {
        return StoredFile.OfAgency.class;
    }
}
