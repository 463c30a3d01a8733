package vn.congvu.cases.directory;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * An agency without a head was noticed and told.
 *
 * @param id the agency's code and the first day of the vacancy, so that each is told once
 */
@Document("vacancies")
@TypeAlias("vacancy")
public record Vacancy(@Id String id, Revision revision, String agency, Instant noticedAt) implements Aggregate {
    @Override
    public String correlationId() {
        return agency;
    }
}
