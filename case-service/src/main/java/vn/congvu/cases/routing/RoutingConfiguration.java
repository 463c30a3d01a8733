package vn.congvu.cases.routing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RoutingConfiguration.RoutingProperties.class)
class RoutingConfiguration {
    /**
     * Settings of routing.
     *
     * @param wordsDir folder whose files replace the word lists of the same name
     */
    @ConfigurationProperties("complaints.cases.routing")
    record RoutingProperties(@Nullable Path wordsDir) {}

    @Bean
    WordLists wordLists(RoutingProperties properties) {
        return new WordLists(properties.wordsDir());
    }
}
