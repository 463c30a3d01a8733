package vn.congvu.notify.apology;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class ApologyConfiguration {
    /** Feed readers ask again and again; what did not change is not sent again. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> boardEtags() {
        var filter = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns(
                BoardAddresses.LIST, BoardAddresses.LIST + "/*", BoardAddresses.JSON_FEED, BoardAddresses.ATOM_FEED);
        return filter;
    }

    @Bean
    Migration apologyIndexes() {
        return new Migration("0002-apology-indexes", mongo -> {
            var apologies = mongo.indexOps(Apology.class);
            apologies.createIndex(new Index("numberKey", Direction.ASC).unique());
            apologies.createIndex(new Index("subjectId", Direction.ASC).on("subject", Direction.ASC));
            apologies.createIndex(new Index("publishedAt", Direction.DESC).on("_id", Direction.DESC));
            apologies.createIndex(new Index("agency.code", Direction.ASC)
                    .on("publishedAt", Direction.DESC)
                    .on("_id", Direction.DESC));
            apologies.createIndex(new Index("searchWords", Direction.ASC));
        });
    }

    @Bean
    Migration boardFilters() {
        return new Migration("0003-board-filters", mongo -> {
            var apologies = mongo.indexOps(Apology.class);
            for (var filter : List.of("field", "cause")) {
                apologies.createIndex(new Index(filter, Direction.ASC)
                        .on("publishedAt", Direction.DESC)
                        .on("_id", Direction.DESC));
            }
            apologies.createIndex(new Index("verification", Direction.ASC));
            var waiting = mongo.indexOps(ToSign.class);
            waiting.createIndex(new Index("dueAt", Direction.ASC));
            waiting.createIndex(new Index("draft.subjectId", Direction.ASC).on("draft.subject", Direction.ASC));
            waiting.createIndex(new Index("draft.agency.code", Direction.ASC)
                    .on("open", Direction.ASC)
                    .on("signBy", Direction.ASC)
                    .on("_id", Direction.ASC));
        });
    }

    /** Letters of before get the code that theirs would have had. */
    @Bean
    Migration verificationCodes() {
        return new Migration("0004-verification-codes", mongo -> mongo.find(
                        query(where("verification").exists(false)), Apology.class)
                .forEach(apology -> mongo.updateFirst(
                        query(where("_id").is(apology.id())),
                        Update.update("verification", apology.computedCode()),
                        Apology.class)));
    }
}
