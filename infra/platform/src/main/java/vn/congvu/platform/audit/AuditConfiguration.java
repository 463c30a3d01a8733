package vn.congvu.platform.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.platform.access.OwnClasses;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.migration.MigrationConfiguration;

/** The audit trail of a service that has a database. Without a key it does not start: a trail that anyone can rewrite is none. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class, before = MigrationConfiguration.class)
@ConditionalOnBean(MongoTemplate.class)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditConfiguration {
    /** Rows that one call verifies: about half a second. */
    private static final int PART = 20_000;

    @Bean
    AuditSeal auditSeal(AuditProperties properties) throws IOException {
        var file = properties.keyFile();
        if (file == null) {
            throw new IllegalStateException(
                    "complaints.platform.audit.key-file is empty: it names a file with base64 of 32 random bytes");
        }
        return new AuditSeal(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> Base64.getDecoder().decode(line.strip()))
                .toList());
    }

    @Bean
    AuditEntries auditEntries(MongoTemplate mongo, AuditSeal seal) {
        return new AuditEntries(mongo, seal);
    }

    @Bean
    AuditHeads auditHeads(Environment environment, MongoTemplate mongo, AuditEntries entries, AuditSeal seal) {
        return new AuditHeads(name(environment), mongo, entries, seal);
    }

    @Bean
    AuditFigures auditFigures(AuditHeads heads, AuditEntries entries) {
        return new AuditFigures(heads, entries);
    }

    @Bean
    AuditTrail auditTrail(
            Environment environment,
            AuditEntries entries,
            AuditHeads heads,
            AuditSeal seal,
            Clock clock,
            AuditProperties properties) {
        var service = name(environment);
        var verifier = new AuditVerifier(service, entries, heads, seal, PART);
        return new AuditTrail(service, entries, seal, verifier, clock, properties.patience());
    }

    /** Outside of the checks of who may call, so that it sees what they refuse. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor auditAdvisor(ObjectProvider<AuditTrail> trail, ObjectProvider<AuditedReferences> references) {
        var advisor = new DefaultPointcutAdvisor(
                OwnClasses.among(AnnotationMatchingPointcut.forMethodAnnotation(Audited.class)),
                (org.aopalliance.intercept.MethodInterceptor)
                        call -> new AuditInterceptor(trail.getObject(), all(references)).invoke(call));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** The first that knows the id. */
    private static AuditedReferences all(ObjectProvider<AuditedReferences> references) {
        return id -> references.stream().flatMap(each -> each.of(id).stream()).findFirst();
    }

    @Bean
    AuditController auditController(AuditTrail trail) {
        return new AuditController(trail);
    }

    @Bean
    Migration auditIndexes() {
        return AuditEntries.indexes();
    }

    private static String name(Environment environment) {
        return environment.getRequiredProperty("spring.application.name");
    }
}
