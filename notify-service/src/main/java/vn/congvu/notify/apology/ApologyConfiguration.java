package vn.congvu.notify.apology;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class ApologyConfiguration {
    /** Feed readers ask again and again; what did not change is not sent again. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> boardEtags() {
        var filter = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns(BoardAddresses.LIST, BoardAddresses.JSON_FEED, BoardAddresses.ATOM_FEED);
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
}
