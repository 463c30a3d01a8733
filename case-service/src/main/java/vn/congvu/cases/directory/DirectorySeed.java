package vn.congvu.cases.directory;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.platform.migration.Migration;

/** Fills an empty directory from a folder of CSV files before the service answers, once however many replicas start. */
@Configuration
@EnableConfigurationProperties(DirectoryProperties.class)
class DirectorySeed {
    private static final Logger log = LoggerFactory.getLogger(DirectorySeed.class);
    private static final String BY = "seed";

    /** None where no folder is set: one that is set later still counts. */
    @Bean
    @Nullable
    Migration seedDirectory(DirectoryProperties properties, Clock clock) {
        var folder = properties.seedDir();
        if (folder == null) {
            return null;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("complaints.cases.directory.seed-dir is no folder: " + folder);
        }
        return new Migration("0100-directory-seed", mongo -> {
            var store = new DirectoryStore(mongo);
            if (store.version() == 0) {
                seed(folder, new AgencySheet(), "agencies.csv", store, clock);
                seed(folder, new OfficeSheet(), "offices.csv", store, clock);
                seed(folder, new CommuneSheet(), "communes.csv", store, clock);
                seed(folder, new FieldSheet(), "fields.csv", store, clock);
                store.announce();
            }
        });
    }

    /** Names were kept without their days once: such a one is of always. */
    @Bean
    Migration misconductNames() {
        return new Migration("0113-misconduct-names", mongo -> {
            var labels = mongo.getCollection(mongo.getCollectionName(MisconductLabel.class));
            for (Document label : labels.find()) {
                if (label.containsKey("vi")) {
                    var name = new Document("vi", label.get("vi"))
                            .append("en", label.get("en"))
                            .append("at", new Date(0))
                            .append("by", BY);
                    var names = new Document("version", 1L).append("names", List.of(name));
                    labels.updateOne(
                            Filters.eq("_id", label.get("_id")),
                            new Document("$set", names).append("$unset", new Document("vi", "").append("en", "")));
                }
            }
        });
    }

    private static <P> void seed(Path folder, Sheet<P> sheet, String name, DirectoryStore store, Clock clock) {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            log.warn("no {} in the folder that fills the directory", name);
            return;
        }
        try {
            var intake = Intake.of(sheet, CsvRows.read(Files.readAllBytes(file), sheet.columns()), store.load());
            intake.refused()
                    .forEach(bad -> log.warn(
                            "{} line {}: {}", name, bad.line(), bad.reason().en()));
            store.storeAll(sheet, intake.files(), new Edit<>(clock.instant(), BY, List.of()));
            log.info(
                    "{}: {} rows in, {} refused",
                    name,
                    intake.added(),
                    intake.refused().size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
