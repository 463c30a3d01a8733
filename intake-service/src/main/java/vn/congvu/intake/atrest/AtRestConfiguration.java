package vn.congvu.intake.atrest;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.platform.migration.Migration;

@Configuration(proxyBeanMethods = false)
class AtRestConfiguration {
    private static final int KEY_LENGTH = 32;

    @Bean
    SealedFields sealedFields(ServerKey key) throws GeneralSecurityException {
        return new SealedFields(new AesGcmJce(key.derive("words at rest", KEY_LENGTH)));
    }

    @Bean
    SealingConverter mappingMongoConverter(
            MongoDatabaseFactory databases,
            MongoMappingContext mapping,
            MongoCustomConversions conversions,
            SealedFields fields) {
        var converter = new SealingConverter(databases, mapping, fields);
        converter.setCustomConversions(conversions);
        return converter;
    }

    @Bean
    Migration earlierWords(SealedFields fields) {
        return new Migration("0114-words-sealed", mongo -> new EarlierWords(mongo, fields).seal());
    }
}
