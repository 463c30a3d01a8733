package vn.congvu.cases.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;

/** {@code communes.csv}: communes of today with their agency, and those of former times with their successors. */
record CommuneSheet() implements Sheet<Commune> {
    @Override
    public List<String> columns() {
        return List.of("code", "name", "agency", "valid_from", "valid_to", "successors");
    }

    @Override
    public @Nullable Commune read(Cells cells) {
        var code = cells.code("code");
        var name = cells.text("name");
        var agency = cells.optionalCode("agency");
        var from = cells.date("valid_from");
        var to = cells.date("valid_to");
        cells.order(from, to);
        var successors = cells.codes("successors");
        var former = cells.texts("former_names");
        if (agency == null && to == null) {
            cells.wrong("Xã, phường đang hoạt động cần có cơ quan.", "A commune in force needs an agency.");
        }
        return cells.problem() != null ? null : new Commune(code, name, agency, from, to, successors, former);
    }

    @Override
    public String file(Commune row) {
        return row.code();
    }

    @Override
    public Object identity(Commune row) {
        return row.since();
    }

    @Override
    public @Nullable Bilingual fault(Commune row, DirectoryData data) {
        if (!data.hasAgency(row.agency())) {
            return Sheet.unknownAgency("agency", row.agency());
        }
        var overlap = Period.contradicting(row, data.communes().getOrDefault(row.code(), List.of()));
        if (overlap.isPresent()) {
            return Sheet.overlapping(overlap.get());
        }
        return row.successors().stream()
                .filter(s -> !data.communes().containsKey(s))
                .findFirst()
                .map(s -> new Bilingual(
                        "Không có xã, phường mã \"" + s + "\" (successors).",
                        "There is no commune with code \"" + s + "\" (successors)."))
                .orElse(null);
    }

    @Override
    public Map<String, List<Commune>> in(DirectoryData data) {
        return data.communes();
    }

    @Override
    public DirectoryData with(DirectoryData data, Map<String, List<Commune>> files) {
        return new DirectoryData(
                data.agencies(), data.postings(), Sheet.overlay(data.communes(), files), data.fields());
    }

    @Override
    public Comparator<Commune> order() {
        return Comparator.comparing(Commune::since);
    }

    @Override
    public StoredFile<Commune> stored(String id, long version, List<Commune> rows, List<Edit<Commune>> history) {
        return new StoredFile.OfCommune(id, version, rows, history);
    }

    @Override
    public Class<StoredFile.OfCommune> type() {
        return StoredFile.OfCommune.class;
    }
}
