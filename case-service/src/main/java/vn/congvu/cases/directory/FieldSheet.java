package vn.congvu.cases.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Field.Competence;
import vn.congvu.contracts.Bilingual;

/** {@code fields.csv}: who answers for which field, and the words it is known by. */
record FieldSheet() implements Sheet<Field> {
    @Override
    public List<String> columns() {
        return List.of("code", "name", "competent", "agency");
    }

    @Override
    public @Nullable Field read(Cells cells) {
        var code = cells.code("code");
        var name = cells.text("name");
        var nameEn = cells.optionalText("name_en");
        var competent = cells.oneOf("competent", Competence.class);
        var agency = cells.optionalCode("agency");
        var words = cells.texts("words");
        if (competent == Competence.DEPARTMENT && agency == null) {
            cells.wrong("Lĩnh vực cấp sở cần có cơ quan.", "A field of the departments needs an agency.");
        }
        return cells.problem() != null || competent == null
                ? null
                : new Field(code, name, nameEn, competent, agency, words);
    }

    @Override
    public String file(Field row) {
        return row.code();
    }

    @Override
    public Object identity(Field row) {
        return row.code();
    }

    @Override
    public @Nullable Bilingual fault(Field row, DirectoryData data) {
        return data.hasAgency(row.agency()) ? null : Sheet.unknownAgency("agency", row.agency());
    }

    @Override
    public Map<String, List<Field>> in(DirectoryData data) {
        return data.fields();
    }

    @Override
    public DirectoryData with(DirectoryData data, Map<String, List<Field>> files) {
        return new DirectoryData(
                data.agencies(), data.postings(), data.communes(), Sheet.overlay(data.fields(), files));
    }

    @Override
    public Comparator<Field> order() {
        return Comparator.comparing(Field::code);
    }

    @Override
    public StoredFile<Field> stored(String id, long version, List<Field> rows, List<Edit<Field>> history) {
        return new StoredFile.OfField(id, version, rows, history);
    }

    @Override
    public Class<StoredFile.OfField> type() {
        return StoredFile.OfField.class;
    }
}
