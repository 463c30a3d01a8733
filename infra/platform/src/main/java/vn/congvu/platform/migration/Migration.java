package vn.congvu.platform.migration;

import java.util.function.Consumer;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A change of indexes or data, declared as a bean and run once per database, before the service answers.
 *
 * @param id sorts in order of execution, such as {@code 0001-complaint-indexes}; never reused
 * @param change must be repeatable: a crash in its middle runs it again
 */
public record Migration(String id, Consumer<MongoTemplate> change) {}
