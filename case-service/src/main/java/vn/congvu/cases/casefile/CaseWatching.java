package vn.congvu.cases.casefile;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.cases.watch.DueFigures;
import vn.congvu.platform.telemetry.FigureProperties;

@Configuration(proxyBeanMethods = false)
class CaseWatching {
    @Bean
    DueFigures dueCases(MongoTemplate mongo, Clock clock, FigureProperties properties) {
        return new DueFigures(
                mongo, clock, properties, "cases", mongo.getCollectionName(CaseFile.class), "lookup.nextDueAt");
    }
}
