package vn.congvu.platform.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One {@link Sealer} where a key file is configured, and what reads key sets. */
@AutoConfiguration
@EnableConfigurationProperties(SealingProperties.class)
public class SealingConfiguration {
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("complaints.platform.sealing.key-file")
    Sealer sealer(SealingProperties properties) throws IOException {
        var file = properties.keyFile();
        if (file == null) {
            throw new IllegalStateException("complaints.platform.sealing.key-file is empty");
        }
        return new Sealer(Base64.getDecoder().decode(Files.readString(file).strip()));
    }

    @Bean
    KeyFiles keyFiles(SealingProperties properties) {
        return new KeyFiles(properties.tryOutKeys());
    }
}
