package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.cases.watch.DueFigures;
import vn.congvu.platform.telemetry.FigureProperties;

class CaseWatchingTests extends CaseKit {
    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    @Test
    void countsWhatHasComeDueAndNobodyAnnounced() {
        // where no sweep looks
        var figures = new DueFigures(
                mongo,
                clock,
                new FigureProperties(Duration.ofSeconds(15), Duration.ofMinutes(2)),
                "left",
                "left_cases",
                "lookup.nextDueAt");
        mongo.indexOps("left_cases").createIndex(new Index().on("lookup.nextDueAt", Sort.Direction.ASC));
        for (int minutes : new int[] {10, 1, -1}) {
            var due = clock.instant().minus(Duration.ofMinutes(minutes));
            mongo.insert(new Document("lookup", new Document("nextDueAt", Date.from(due))), "left_cases");
        }

        figures.read();

        assertThat(figures.all()).extracting("value").containsExactly(2.0, 600.0);
        assertThat(figures.trouble()).hasValueSatisfying(why -> assertThat(why).contains("not announced"));
    }

    @Test
    void watchesCasesAndDossiers() {
        assertThat(meters.get("complaints.deadlines.unannounced").gauges())
                .extracting(gauge -> gauge.getId().getTag("of"))
                .containsExactlyInAnyOrder("cases", "dossiers");
    }
}
