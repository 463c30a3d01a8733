package vn.congvu.intake.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretConfiguration.AccessCodeProperties.class)
class SecretConfiguration {
    /** @param keyFile holds base64 of 32 random bytes; keep a copy, every access code hangs on it */
    @ConfigurationProperties("complaints.intake.access-code")
    record AccessCodeProperties(Path keyFile) {}

    @Bean
    ServerKey serverKey(AccessCodeProperties properties) throws IOException {
        return ServerKey.of(Files.readString(properties.keyFile()));
    }
}
