package vn.congvu.cases.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of administration, such as land or civil status.
 *
 * @param competent who answers for it to a citizen: the commune or the department
 * @param agency the department that is competent or gives professional direction
 * @param words what people write when they mean this field
 */
public record Field(
        String code,
        String name,
        @Nullable String nameEn,
        Competence competent,
        @Nullable String agency,
        List<String> words) {
    public Field {
        words = List.copyOf(words);
    }

    public enum Competence {
        COMMUNE,
        DEPARTMENT
    }
}
