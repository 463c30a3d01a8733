package vn.congvu.cases.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the database keeps: everything about one code in one document, so that a change of it is one write.
 *
 * @param <P> a row of it
 */
sealed interface StoredFile<P> {
    String id();

    /** Counts the changes; a change names the version it was made from. */
    long version();

    List<P> rows();

    /** What the file held before each change, the oldest first. */
    List<Edit<P>> history();

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    @Document("agencies")
    @TypeAlias("agency")
    record OfAgency(@Id String id, long version, List<Agency> rows, List<Edit<Agency>> history)
            implements StoredFile<Agency> {
        public OfAgency {
            rows = orNone(rows);
            history = orNone(history);
        }
    }

    @Document("agency_offices")
    @TypeAlias("agency-offices")
    record OfOffices(@Id String id, long version, List<Posting> rows, List<Edit<Posting>> history)
            implements StoredFile<Posting> {
        public OfOffices {
            rows = orNone(rows);
            history = orNone(history);
        }
    }

    @Document("communes")
    @TypeAlias("commune")
    record OfCommune(@Id String id, long version, List<Commune> rows, List<Edit<Commune>> history)
            implements StoredFile<Commune> {
        public OfCommune {
            rows = orNone(rows);
            history = orNone(history);
        }
    }

    @Document("fields")
    @TypeAlias("field")
    record OfField(@Id String id, long version, List<Field> rows, List<Edit<Field>> history)
            implements StoredFile<Field> {
        public OfField {
            rows = orNone(rows);
            history = orNone(history);
        }
    }
}
