package vn.congvu.notify.notice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class NoticeMigrations {
    @Bean
    Migration noticeIndexes() {
        return new Migration("0001-notice-indexes", mongo -> {
            var notices = mongo.indexOps(Notice.class);
            notices.createIndex(new Index("delivery.dueAt", Direction.ASC));
            notices.createIndex(new Index("delivery.state", Direction.ASC)
                    .on("createdAt", Direction.DESC)
                    .on("_id", Direction.DESC));
            notices.createIndex(new Index("createdAt", Direction.DESC).on("_id", Direction.DESC));
            notices.createIndex(new Index("reference", Direction.ASC).on("createdAt", Direction.DESC));
            notices.createIndex(new Index("agency.code", Direction.ASC).on("createdAt", Direction.DESC));
            notices.createIndex(new Index("delivery.providerId", Direction.ASC));
        });
    }

    @Bean
    Migration officeNewsIndexes() {
        return new Migration("0005-office-news-indexes", mongo -> mongo.indexOps(Notice.class)
                .createIndex(new Index("office.agencyCode", Direction.ASC)
                        .on("office.role", Direction.ASC)
                        .on("createdAt", Direction.DESC)
                        .on("_id", Direction.DESC)));
    }
}
