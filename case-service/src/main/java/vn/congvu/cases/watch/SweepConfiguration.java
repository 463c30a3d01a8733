package vn.congvu.cases.watch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
class SweepConfiguration {
    @Bean
    Sweeper sweeper(SweepProperties properties) {
        return new Sweeper(properties.batchSize(), properties.concurrency());
    }
}
